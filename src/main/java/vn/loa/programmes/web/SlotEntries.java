package vn.loa.programmes.web;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.common.Coded;
import vn.loa.programmes.EditProgramme.Entry;
import vn.loa.programmes.ItemPriority;
import vn.loa.programmes.Schedule;

/** What is in a slot, as its form writes it, and what the buttons of the form do to it. What is urgent stays where it is. */
final class SlotEntries {
    private static final Pattern ENTRY = Pattern.compile("([0-9]{1,18})\\.([a-z]{2,8})\\.(normal|high|urgent)");

    private SlotEntries() {}

    static String write(long product, String language, ItemPriority priority) {
        return product + "." + language + "." + priority.code();
    }

    static List<Entry> read(List<String> written) {
        return written.stream()
                .limit(Schedule.MOST)
                .flatMap(each -> read(each).stream())
                .toList();
    }

    private static Optional<Entry> read(String written) {
        var parts = ENTRY.matcher(written);
        return parts.matches()
                ? Optional.of(new Entry(
                        Long.parseLong(parts.group(1)), parts.group(2), Coded.of(ItemPriority.class, parts.group(3))))
                : Optional.empty();
    }

    /** @param button with the place of what it stands at, or with what it adds */
    static void change(String button, List<Entry> entries) {
        var parts = button.split(":", 2);
        if (parts.length < 2) {
            // Looking and trying change nothing.
            return;
        }
        if (parts[0].equals("them")) {
            read(parts[1]).filter(SlotEntries::isMovable).ifPresent(entries::add);
            return;
        }
        var place = parts[1].matches("[0-9]{1,4}") ? Integer.parseInt(parts[1]) : -1;
        if (place < 0 || place >= entries.size() || !isMovable(entries.get(place))) {
            return;
        }
        switch (parts[0]) {
            case "len" -> swap(entries, place, -1);
            case "xuong" -> swap(entries, place, 1);
            case "bo" -> entries.remove(place);
            case "uu-tien" -> {
                var entry = entries.get(place);
                var other = entry.priority() == ItemPriority.NORMAL ? ItemPriority.HIGH : ItemPriority.NORMAL;
                entries.set(place, new Entry(entry.product(), entry.language(), other));
            }
            default -> {
                // There is no such button.
            }
        }
    }

    private static boolean isMovable(Entry entry) {
        return entry.priority() != ItemPriority.URGENT;
    }

    /** With the next one in a direction that can be moved. */
    private static void swap(List<Entry> entries, int place, int step) {
        for (var other = place + step; other >= 0 && other < entries.size(); other += step) {
            if (isMovable(entries.get(other))) {
                Collections.swap(entries, place, other);
                return;
            }
        }
    }
}
