package vn.loa.programmes.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;
import vn.loa.programmes.PlayedDay;
import vn.loa.programmes.PublicProgrammes.Span;

/**
 * What a station plays in some days, for programs that play it.
 *
 * @param timeZone of the days
 * @param from the first day
 * @param to the last day
 */
@Schema(name = "Programme")
public record ProgrammeDocument(
        Place locality, String timeZone, LocalDate from, LocalDate to, List<Day> holidays, List<SlotDocument> slots) {
    /** A commune. */
    @Schema(name = "ProgrammePlace")
    public record Place(String code, Texts label) {}

    /** A day that is none of the usual ones. */
    @Schema(name = "ProgrammeHoliday")
    public record Day(LocalDate date, String name) {}

    /** @param extra whether it is played outside of the usual slots, as what is urgent */
    @Schema(name = "ProgrammeSlot")
    public record SlotDocument(
            LocalDate date, OffsetDateTime begins, OffsetDateTime ends, boolean extra, List<Item> items) {}

    /**
     * @param product its slug
     * @param priority normal, high or urgent
     * @param url of the page of the product
     */
    @Schema(name = "ProgrammeItem")
    public record Item(
            OffsetDateTime begins,
            OffsetDateTime ends,
            String product,
            Texts title,
            String genre,
            String language,
            String priority,
            double durationSeconds,
            String url,
            Sound audio) {}

    /** The file made for stations. @param sha256 of its bytes, in hexadecimal digits */
    @Schema(name = "ProgrammeSound")
    public record Sound(String url, String type, long bytes, String sha256) {}

    private static final double MILLIS = 1000;

    static ProgrammeDocument of(Span span, LocalDate from, LocalDate to, String root) {
        return new ProgrammeDocument(
                new Place(span.code(), span.place()),
                TimeSource.ZONE.getId(),
                from,
                to,
                span.days().stream()
                        .filter(day -> day.holiday() != null)
                        .map(day -> new Day(day.date(), String.valueOf(day.holiday())))
                        .toList(),
                span.days().stream()
                        .flatMap(day -> day.blocks().stream().map(block -> slot(day, block, root)))
                        .toList());
    }

    private static SlotDocument slot(PlayedDay day, PlayedDay.Block block, String root) {
        return new SlotDocument(
                day.date(),
                TimeSource.moment(block.begins()),
                TimeSource.moment(block.ends()),
                block.extra(),
                block.lines().stream().map(line -> item(line, root)).toList());
    }

    private static Item item(PlayedDay.Line line, String root) {
        var sound = line.sound();
        return new Item(
                TimeSource.moment(line.at()),
                TimeSource.moment(line.end()),
                sound.slug(),
                sound.title(),
                sound.genre(),
                sound.language(),
                line.priority().code(),
                sound.length().toMillis() / MILLIS,
                root + sound.page(),
                new Sound(root + sound.url(), sound.contentType(), sound.bytes(), sound.sha256()));
    }
}
