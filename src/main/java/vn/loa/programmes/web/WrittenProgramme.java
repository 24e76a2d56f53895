package vn.loa.programmes.web;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.StationSound;
import vn.loa.catalog.StationSounds;
import vn.loa.common.Coded;
import vn.loa.common.InvalidInput;
import vn.loa.common.JsonFields;
import vn.loa.common.TimeSource;
import vn.loa.common.Violation;
import vn.loa.programmes.ItemPriority;
import vn.loa.programmes.PlannedItem;
import vn.loa.programmes.Schedule;
import vn.loa.programmes.Week;

/**
 * The programme of a week as a program writes it.
 *
 * @param week as ISO 8601 writes it
 * @param items all that is played in it; an empty list empties it
 * @param publish whether everybody sees it at once
 */
@Schema(name = "ProgrammeWriting")
public record WrittenProgramme(
        @Schema(required = true) String week,

        @Schema(required = true, description = "All that is played in it; an empty list empties it")
        List<Item> items,

        boolean publish) {
    /**
     * @param at local time of Vietnam, or with an offset
     * @param product its slug
     * @param priority normal when it is missing
     */
    @Schema(name = "ProgrammeWritingItem")
    public record Item(
            String at,
            String product,
            String language,
            @Nullable String priority) {}

    /** Reads it; what is wrong is a violation of the fields. */
    static WrittenProgramme read(JsonFields fields) {
        // Nothing is not an empty list: a week is emptied only by who says so.
        fields.required("items");
        return new WrittenProgramme(
                fields.text("week"),
                fields.objects(
                        "items",
                        item -> new Item(
                                item.text("at"),
                                item.text("product"),
                                item.text("language"),
                                item.optionalText("priority").orElse(null))),
                fields.flag("publish"));
    }

    /** @throws InvalidInput naming everything that is wrong */
    Week requireWeek() {
        return Week.find(week).orElseThrow(() -> InvalidInput.of("week", "must be a week like 2026-W48"));
    }

    /** @throws InvalidInput naming everything that cannot be played, or is no time of the week */
    Schedule schedule(StationSounds sounds) {
        if (items.size() > Schedule.MOST) {
            throw InvalidInput.of("items", "must be at most " + Schedule.MOST);
        }
        var known = sounds.at(items.stream().map(Item::product).distinct().toList()).stream()
                .collect(Collectors.groupingBy(StationSound::slug));
        var wrong = new ArrayList<Violation>();
        var planned = new ArrayList<PlannedItem>();
        for (var i = 0; i < items.size(); i++) {
            item(items.get(i), "items[" + i + "].", known, wrong).ifPresent(planned::add);
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return new Schedule(planned);
    }

    /** Which field says this time: {@code items[1].at}; the last that does, since what overlaps begins where something else is played already. */
    String place(LocalDateTime at) {
        return IntStream.iterate(items.size() - 1, i -> i >= 0, i -> i - 1)
                .filter(i -> moment(items.get(i).at()).filter(at::equals).isPresent())
                .mapToObj(i -> "items[" + i + "].at")
                .findFirst()
                .orElse("items");
    }

    private Optional<PlannedItem> item(
            Item item, String place, Map<String, List<StationSound>> known, List<Violation> wrong) {
        var at = moment(item.at()).filter(moment -> requireWeek().contains(moment.toLocalDate()));
        if (at.isEmpty()) {
            wrong.add(new Violation(place + "at", "must be a time of the week like 2026-11-23T05:00:00"));
        }
        var sound = known.getOrDefault(item.product(), List.of()).stream()
                .filter(each -> each.language().equals(item.language()))
                .findFirst();
        if (sound.isEmpty()) {
            wrong.add(new Violation(
                    place + "product",
                    "must be a public product with an approved voice in this language and a file for stations"));
        }
        var priority = priority(item.priority());
        if (priority.isEmpty()) {
            wrong.add(new Violation(place + "priority", "must be normal, high or urgent"));
        }
        return at.flatMap(moment -> sound.flatMap(found -> priority.map(
                rank -> new PlannedItem(moment, found.product(), found.language(), found.seconds(), rank))));
    }

    private static Optional<ItemPriority> priority(@Nullable String code) {
        try {
            return Optional.of(code == null ? ItemPriority.NORMAL : Coded.of(ItemPriority.class, code));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> moment(String text) {
        try {
            return Optional.of((text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d")
                            ? OffsetDateTime.parse(text)
                                    .atZoneSameInstant(TimeSource.ZONE)
                                    .toLocalDateTime()
                            : LocalDateTime.parse(text))
                    .truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
