package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.common.TimeSource;
import vn.loa.taxonomy.Localities;

/**
 * What is done to the programme of a week, step by step, each with its entry in the audit trail and an edition that it can be taken back to. Nothing is saved
 * that plays two things at once or goes on after its slot. Steps of others throw {@link vn.loa.accounts.NotPermitted}.
 */
@ApplicationScoped
@Transactional
public class EditProgramme {
    @Inject
    private Localities localities;

    @Inject
    private Stations stations;

    @Inject
    private Programmes programmes;

    @Inject
    private Grounds grounds;

    @Inject
    private ProgrammeWriting writing;

    @Inject
    private UrgentStopping stopping;

    @Inject
    private Clock clock;

    /**
     * Which programme somebody has read.
     *
     * @param unit name of the commune in addresses
     * @param version 0 when there was none
     */
    public record Read(String unit, Week week, long version) {}

    /** What came of a step. */
    public sealed interface Outcome {
        /** @param left how many things had no place, or cannot be played any more */
        record Done(long version, int left) implements Outcome {}

        /** It was something urgent: no station plays it any longer. */
        record Stopped(long version) implements Outcome {}

        /** There is no such station, slot, or nothing to do it with. */
        record Unknown() implements Outcome {}

        /** The week is over for so long that nobody reports of it any more. */
        record Over() implements Outcome {}

        /** Somebody has changed it since it was read. */
        record Stale() implements Outcome {}

        /** @param problems errors, at least one */
        record Refused(List<ScheduleProblem> problems) implements Outcome {}
    }

    /** Something in a slot; when it begins follows from what is before it. */
    public record Entry(long product, String language, ItemPriority priority) {}

    /** How a week is planned by rule. */
    public enum Mode {
        /** What is empty, or cannot be played any more, is filled. */
        FILL,
        /** Everything but what has priority is planned anew. */
        ANEW
    }

    private record Open(Station station, Programme programme, Schedule schedule) {}

    @FunctionalInterface
    private interface Step {
        Outcome take(Open open);
    }

    /**
     * One slot is written anew. What others did to the rest of the week keeps nobody from it.
     *
     * @param slot its name
     * @param seen its mark when it was read
     */
    public Outcome save(Read read, String slot, String seen, List<Entry> entries, Actor by) {
        return change(read, by, open -> isAsSeen(open, read.week(), slot, seen), open -> {
            var ground = grounds.of(
                    open.station(),
                    read.week(),
                    Stream.concat(entries.stream().map(Entry::product), open.schedule().products().stream())
                            .distinct()
                            .toList());
            var found = ground.slot(slot);
            if (found.isEmpty()) {
                return new Outcome.Unknown();
            }
            var laid = Laying.of(
                    found.get(),
                    entries,
                    ground,
                    open.schedule(),
                    open.programme().begunBy(now()));
            var errors = laid.errors(ground);
            if (!errors.isEmpty()) {
                return new Outcome.Refused(errors);
            }
            var schedule = open.schedule().with(found.get(), laid.items());
            return done(open, ground, schedule, "slot", by, laid.left(), slot);
        });
    }

    /** The whole week is written anew, but for what has begun. */
    public Outcome write(Read read, Schedule schedule, Actor by) {
        return change(read, by, open -> {
            var begun = open.programme().begunBy(now());
            var wanted = open.schedule().until(begun, schedule);
            var ground = grounds.of(open.station(), read.week(), wanted.products());
            var ahead = wanted.only(item -> !item.hasBegun(begun)).items().stream()
                    .flatMap(item -> ground.now(item).stream())
                    .toList();
            var heard = wanted.only(item -> item.hasBegun(begun));
            var whole = new Schedule(
                    Stream.concat(heard.items().stream(), ahead.stream()).toList());
            var before = ground.errors(heard);
            var errors = ground.errors(whole).stream()
                    .filter(problem -> !before.contains(problem))
                    .toList();
            var left = schedule.items().stream()
                    .filter(item -> item.hasBegun(begun)
                            ? heard.items().stream().noneMatch(item::isThere)
                            : ground.now(item).isEmpty())
                    .count();
            return errors.isEmpty()
                    ? done(open, ground, whole, "write", by, (int) left, null)
                    : new Outcome.Refused(errors);
        });
    }

    /** Plans what lies ahead by the rule of the station. What has begun stays as it is. */
    public Outcome plan(Read read, Mode mode, Actor by) {
        return change(read, by, open -> {
            var ground = grounds.all(open.station(), read.week());
            var planned = Planning.of(open.schedule(), ground, grounds.stock(ground), mode, now());
            return done(
                    open, ground, planned.schedule(), mode == Mode.ANEW ? "replan" : "plan", by, planned.left(), null);
        });
    }

    /**
     * Takes over what another station, or the template of the province, plays in a week: slot by slot of each weekday, as far as there is room. What has begun, and
     * what is urgent, stays as it is; nothing urgent is taken over.
     *
     * @param from name of the other unit in addresses
     */
    public Outcome copy(Read read, String from, Week week, Actor by) {
        var source = localities
                .find(from)
                .flatMap(stations::of)
                .flatMap(station -> programmes
                        .find(station, week)
                        .filter(other -> Station.isTemplate(station.locality())
                                || ProgrammePolicy.mayPlan(by, station.locality())
                                || other.published().isPresent())
                        .flatMap(other -> programmes.edition(
                                other,
                                ProgrammePolicy.mayPlan(by, station.locality())
                                        ? other.edition()
                                        : other.published().orElse(other.edition())))
                        .map(edition -> new Copying.Source(station.settings(), week, edition.schedule())));
        if (source.isEmpty()) {
            return new Outcome.Unknown();
        }
        return change(read, by, open -> {
            var ground = grounds.of(
                    open.station(),
                    read.week(),
                    Stream.concat(source.get().schedule().products().stream(), open.schedule().products().stream())
                            .distinct()
                            .toList());
            var copied = Copying.into(read.week(), open.schedule(), ground, source.get(), now());
            return done(open, ground, copied.schedule(), "copy", by, copied.left(), from + " " + week.code());
        });
    }

    /** Everybody sees it as it is from now on, but for what has begun: what they saw of that is what was heard. */
    public Outcome publish(Read read, Actor by) {
        return change(read, by, open -> {
            // What was played cannot be mended any more.
            var errors = grounds.of(open.station(), read.week(), open.schedule().products())
                    .errors(open.schedule().only(item -> item.end().isAfter(now())));
            if (!errors.isEmpty()) {
                return new Outcome.Refused(errors);
            }
            if (open.programme().edition() == 0) {
                return new Outcome.Unknown();
            }
            var whole = seen(open.programme())
                    .map(shown -> shown.until(open.programme().begunBy(now()), open.schedule()))
                    .orElse(open.schedule());
            if (!whole.equals(open.schedule())) {
                writing.write(open.programme(), whole, "begun", by, null);
            }
            writing.show(open.programme(), open.programme().edition(), by);
            return new Outcome.Done(open.programme().version(), 0);
        });
    }

    private Optional<Schedule> seen(Programme programme) {
        return programme
                .published()
                .flatMap(number -> programmes.edition(programme, number))
                .map(ProgrammeEdition::schedule);
    }

    /** Nobody sees it any longer. */
    public Outcome hide(Read read, Actor by) {
        return change(read, by, open -> {
            if (open.programme().published().isEmpty()) {
                return new Outcome.Unknown();
            }
            writing.hide(open.programme(), by);
            return new Outcome.Done(open.programme().version(), 0);
        });
    }

    /**
     * Takes the last change back, or takes back that. What everybody sees stays, but for something urgent that is not over: who takes it back wants nobody to hear
     * it.
     */
    public Outcome undo(Read read, boolean again, Actor by) {
        return change(read, by, open -> {
            if (!again && stopping.takeBack(open.programme(), by)) {
                return new Outcome.Stopped(open.programme().version());
            }
            var target = again ? next(open.programme()) : previous(open.programme());
            if (target.isEmpty()) {
                return new Outcome.Unknown();
            }
            open.programme().workOn(target.get());
            writing.record(open.programme(), again ? "redo-programme" : "undo-programme", by, null);
            programmes.flush();
            return new Outcome.Done(open.programme().version(), 0);
        });
    }

    private Optional<Integer> previous(Programme programme) {
        return Undoing.previous(programme.edition(), programmes.changes(programme));
    }

    private Optional<Integer> next(Programme programme) {
        return Undoing.next(programme.edition(), programmes.changes(programme));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(TimeSource.ZONE));
    }

    /** Written, unless it plays two things at once or too long where nothing was wrong before. */
    private Outcome done(
            Open open, Ground ground, Schedule schedule, String reason, Actor by, int left, @Nullable String note) {
        var before = ground.errors(open.schedule());
        var errors = ground.errors(schedule).stream()
                .filter(problem -> !before.contains(problem))
                .toList();
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        writing.write(open.programme(), schedule, reason, by, note);
        return new Outcome.Done(open.programme().version(), left);
    }

    /** What was played last month may still have to be put right for its report. */
    private boolean isOver(Week week) {
        return week.sunday().isBefore(now().toLocalDate().minusMonths(1).withDayOfMonth(1));
    }

    private static boolean isAsSeen(Open open, Week week, String slot, String seen) {
        return open.station().settings().slotsOf(week).stream()
                .filter(each -> each.name().equals(slot))
                .anyMatch(each -> SlotMark.of(open.schedule().in(each)).equals(seen));
    }

    private Outcome change(Read read, Actor by, Step step) {
        return change(read, by, open -> false, step);
    }

    /** @param apart whether what somebody else changed since is none of what is changed now */
    private Outcome change(Read read, Actor by, Predicate<Open> apart, Step step) {
        var unit = localities.find(read.unit());
        unit.ifPresent(known -> ProgrammePolicy.require(by, known));
        var station = unit.flatMap(stations::lock);
        if (station.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (isOver(read.week())) {
            return new Outcome.Over();
        }
        var found = programmes.lock(station.get(), read.week());
        var schedule = found.flatMap(programme -> programmes.edition(programme, programme.edition()))
                .map(ProgrammeEdition::schedule)
                .orElse(Schedule.empty());
        var programme = found.orElseGet(() -> {
            var begun = new Programme(station.get(), read.week());
            programmes.add(begun);
            programmes.flush();
            return begun;
        });
        var open = new Open(station.get(), programme, schedule);
        var stale = found.map(Programme::version).orElse(0L) != read.version() && !apart.test(open);
        var outcome = stale ? new Outcome.Stale() : step.take(open);
        if (found.isEmpty() && !(outcome instanceof Outcome.Done)) {
            programmes.remove(programme);
        }
        return outcome;
    }
}
