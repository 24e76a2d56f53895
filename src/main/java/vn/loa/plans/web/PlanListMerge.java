package vn.loa.plans.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two states of one list of a form, and what both began with. A row is the same one by what it is called, wherever it stands, and each row, and the order of them, is
 * something of its own that one or both have changed.
 */
final class PlanListMerge {
    /** Before the marks of the rows of a list: there is something to tell of it, though it may have had no row. */
    private static final String HEAD = "/";

    private final String list;
    private final Map<String, Map<String, String>> mine;
    private final Map<String, Map<String, String>> theirs;

    /** Marks by place; null when nothing is known. */
    private final @Nullable Map<String, String> began;

    private PlanListMerge(String list, PlanForm mine, PlanForm theirs, @Nullable Map<String, String> began) {
        this.list = list;
        this.mine = PlanRows.placed(list, mine.rows(list));
        this.theirs = PlanRows.placed(list, theirs.rows(list));
        this.began = began;
    }

    /** @param marks what the first began with, of all lists */
    static PlanListMerge of(String list, PlanForm mine, PlanForm theirs, Map<String, String> marks) {
        return new PlanListMerge(list, mine, theirs, marks.containsKey(list + HEAD) ? ofList(list, marks) : null);
    }

    private static Map<String, String> ofList(String list, Map<String, String> marks) {
        var rows = new LinkedHashMap<String, String>();
        marks.forEach((place, mark) -> {
            if (place.startsWith(list + HEAD) && !place.equals(list + HEAD)) {
                rows.put(place, mark);
            }
        });
        return rows;
    }

    /** Marks of the rows of a form, in their order, by place. */
    static Map<String, String> marks(String list, PlanForm form) {
        var marks = new LinkedHashMap<String, String>();
        marks.put(list + HEAD, "");
        PlanRows.placed(list, form.rows(list)).forEach((place, row) -> marks.put(place, PlanRows.mark(row)));
        return marks;
    }

    /** Places of rows that both have written, and differently, and the name of the list when both have put them in another order. */
    List<String> contested() {
        return Stream.concat(
                        places().filter(place -> isContested(
                                mark(mine.get(place)), mark(theirs.get(place)), began == null ? null : before(place))),
                        Stream.of(list)
                                .filter(order -> isContested(
                                        order(mine.keySet()),
                                        order(theirs.keySet()),
                                        began == null ? null : order(began.keySet()))))
                .toList();
    }

    /** The same of what only the other has written. */
    List<String> taken() {
        if (began == null) {
            return List.of();
        }
        var order = order(began.keySet());
        return Stream.concat(
                        places().filter(place ->
                                isTaken(mark(mine.get(place)), mark(theirs.get(place)), before(place))),
                        Stream.of(list).filter(name -> isTaken(order(mine.keySet()), order(theirs.keySet()), order)))
                .toList();
    }

    private static boolean isContested(Object mine, Object theirs, @Nullable Object before) {
        return !mine.equals(theirs) && !mine.equals(before) && !theirs.equals(before);
    }

    private static boolean isTaken(Object mine, Object theirs, Object before) {
        return !mine.equals(theirs) && mine.equals(before);
    }

    private Stream<String> places() {
        return Stream.of(mine, theirs).map(Map::keySet).flatMap(Set::stream).distinct();
    }

    private String before(String place) {
        return began == null ? "" : began.getOrDefault(place, "");
    }

    private static String mark(@Nullable Map<String, String> row) {
        return row == null ? "" : PlanRows.mark(row);
    }

    /** Of the rows that nobody has added or taken out. */
    private List<String> order(Set<String> places) {
        return places.stream()
                .filter(place -> mine.containsKey(place)
                        && theirs.containsKey(place)
                        && (began == null || began.containsKey(place)))
                .toList();
    }

    /** Marks with which the form goes on: theirs, and for what is a question, what both began with. */
    Map<String, String> next() {
        var contested = new LinkedHashSet<>(contested());
        if (began == null && !contested.isEmpty()) {
            return Map.of();
        }
        var places = new LinkedHashSet<>(contested.contains(list) && began != null ? began.keySet() : theirs.keySet());
        places.addAll(theirs.keySet());
        contested.stream().filter(place -> !before(place).isEmpty()).forEach(places::add);
        var next = new LinkedHashMap<String, String>();
        next.put(list + HEAD, "");
        for (var place : places) {
            var mark = contested.contains(place) ? before(place) : mark(theirs.get(place));
            if (!mark.isEmpty()) {
                next.put(place, mark);
            }
        }
        return next;
    }

    /** The rows of the first, of which those at these places are as the other has them; and in the order of the other, if the name of the list is among these. */
    List<Map<String, String>> taking(Set<String> places) {
        var rows = new LinkedHashMap<>(mine);
        var order = new ArrayList<>(mine.keySet());
        String last = null;
        for (var place : theirs.keySet()) {
            if (places.contains(place)) {
                rows.put(
                        place, new LinkedHashMap<>(Objects.requireNonNull(theirs.get(place), "it is one of its keys")));
                if (!order.contains(place)) {
                    order.add(order.indexOf(last) + 1, place);
                }
            }
            last = order.contains(place) ? place : last;
        }
        order.removeIf(place -> places.contains(place) && !theirs.containsKey(place));
        return (places.contains(list) ? inTheirOrder(order) : order)
                .stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    /** What the other does not have goes with what it stands behind. */
    private List<String> inTheirOrder(List<String> order) {
        var sorted =
                new ArrayList<>(theirs.keySet().stream().filter(order::contains).toList());
        String last = null;
        for (var place : order) {
            if (!theirs.containsKey(place)) {
                sorted.add(sorted.indexOf(last) + 1, place);
            }
            last = place;
        }
        return sorted;
    }
}
