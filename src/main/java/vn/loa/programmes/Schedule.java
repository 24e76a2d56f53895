package vn.loa.programmes;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.common.Coded;
import vn.loa.common.Jsons;

/** What is played in a week, in order of time. Immutable. */
public record Schedule(List<PlannedItem> items) {
    /** In a week: a station that never pauses plays less. */
    public static final int MOST = 5_000;

    public Schedule {
        items = items.stream().sorted(PlannedItem.IN_ORDER).toList();
    }

    public static Schedule empty() {
        return new Schedule(List.of());
    }

    /** Of several weeks. */
    public static Schedule of(List<ProgrammeEdition> editions) {
        return new Schedule(editions.stream()
                .flatMap(edition -> edition.schedule().items().stream())
                .toList());
    }

    /** What begins in a slot. */
    public List<PlannedItem> in(Slot slot) {
        return items.stream().filter(item -> slot.contains(item.at())).toList();
    }

    public List<PlannedItem> on(LocalDate day) {
        return items.stream()
                .filter(item -> item.at().toLocalDate().equals(day))
                .toList();
    }

    /** With other items in a slot. */
    public Schedule with(Slot slot, List<PlannedItem> others) {
        return new Schedule(Stream.concat(items.stream().filter(item -> !slot.contains(item.at())), others.stream())
                .toList());
    }

    public Schedule only(Predicate<PlannedItem> these) {
        return new Schedule(items.stream().filter(these).toList());
    }

    /** What of this was heard by a moment, and what of another begins after it. What is heard at that moment is heard to its end, unless the other does without it. */
    Schedule until(LocalDateTime moment, Schedule then) {
        return new Schedule(Stream.concat(
                        items.stream()
                                .filter(item -> item.hasBegun(moment)
                                        && (item.isOver(moment)
                                                || then.items().stream().anyMatch(item::isThere))),
                        then.items().stream().filter(item -> !item.hasBegun(moment)))
                .toList());
    }

    public Set<Long> products() {
        return items.stream().map(PlannedItem::product).collect(Collectors.toSet());
    }

    /** As the text of a JSON array, for {@link #parse}. */
    String toJson() {
        var array = Jsons.array();
        items.forEach(item -> array.add(Jsons.object()
                .add("at", item.at().toString())
                .add("product", item.product())
                .add("language", item.language())
                .add("seconds", item.seconds())
                .add("priority", item.priority().code())));
        return array.build().toString();
    }

    static Schedule parse(String json) {
        try (var reader = Jsons.reader(new StringReader(json))) {
            return of(reader.readArray());
        }
    }

    private static Schedule of(JsonArray array) {
        return new Schedule(
                array.getValuesAs(JsonObject.class).stream().map(Schedule::item).toList());
    }

    private static PlannedItem item(JsonObject item) {
        return new PlannedItem(
                LocalDateTime.parse(item.getString("at")),
                item.getJsonNumber("product").longValueExact(),
                item.getString("language"),
                item.getInt("seconds"),
                Coded.of(ItemPriority.class, item.getString("priority")));
    }
}
