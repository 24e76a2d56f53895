package vn.loa.programmes.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.common.TimeSource;
import vn.loa.programmes.ScheduleProblem;
import vn.loa.programmes.WorkWeek;

/**
 * The programme of a week as those see it who plan it.
 *
 * @param week as ISO 8601 writes it
 * @param state none, draft, changed (everybody sees an earlier one) or published
 * @param items that can be played
 * @param unplayable how many things are planned that cannot be played any more; they are left out when it is written
 */
@Schema(name = "WorkingProgramme")
public record WorkingProgramme(
        String locality, String week, String state, List<Item> items, long unplayable, List<Problem> problems) {
    /** @param product its slug */
    @Schema(name = "WorkingProgrammeItem")
    public record Item(OffsetDateTime at, String product, String language, String priority, int seconds) {}

    /** @param error whether it keeps the programme from being saved */
    @Schema(name = "ProgrammeProblem")
    public record Problem(String kind, boolean error, OffsetDateTime at, String language, long seconds) {
        static Problem of(ScheduleProblem problem) {
            return new Problem(
                    problem.kind().code(),
                    problem.isError(),
                    TimeSource.moment(problem.at()),
                    problem.language(),
                    problem.seconds());
        }
    }

    static WorkingProgramme of(WorkWeek week) {
        var lines = week.days().stream()
                .flatMap(day -> Stream.concat(
                        day.slots().stream().flatMap(slot -> slot.lines().stream()), day.extra().stream()))
                .toList();
        var ofSlots =
                week.days().stream().flatMap(day -> day.slots().stream()).flatMap(slot -> slot.problems().stream());
        var ofLines = lines.stream().flatMap(line -> line.problems().stream());
        return new WorkingProgramme(
                week.code(),
                week.week().code(),
                week.state().name().toLowerCase(Locale.ROOT),
                lines.stream()
                        .flatMap(line -> line.playable().stream()
                                .map(sound -> new Item(
                                        TimeSource.moment(line.at()),
                                        sound.slug(),
                                        line.language(),
                                        line.priority().code(),
                                        line.seconds())))
                        .toList(),
                lines.stream().filter(line -> line.sound() == null).count(),
                Stream.of(ofSlots, ofLines, week.problems().stream())
                        .flatMap(part -> part)
                        .map(Problem::of)
                        .toList());
    }
}
