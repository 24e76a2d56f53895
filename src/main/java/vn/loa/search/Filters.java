package vn.loa.search;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list of products is narrowed to. Several values of one facet widen it, facets narrow each other; values that do not exist
 * narrow to nothing.
 *
 * @param words null without a query
 * @param chosen values per facet; at most {@value #MOST_VALUES} each are looked at
 * @param years null without a range of years
 * @param plan address of the plan whose promises it fulfils
 * @param deliverable key of the promise it fulfils
 * @param from first day of publication
 * @param to last day of publication
 */
public record Filters(
        @Nullable Words words,
        Map<Facet, List<String>> chosen,
        @Nullable YearRange years,
        @Nullable String plan,
        @Nullable String deliverable,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Order order) {

    private static final int MOST_VALUES = 20;

    /** In which order a list stands. */
    public enum Order {
        /** The best match first; without words the newest. */
        RELEVANCE,
        NEWEST
    }

    public Filters {
        var bounded = new EnumMap<Facet, List<String>>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                bounded.put(facet, values.stream().distinct().limit(MOST_VALUES).toList());
            }
        });
        chosen = Map.copyOf(bounded);
    }

    /** Everything, newest first. */
    public static Filters none() {
        return new Filters(null, Map.of(), null, null, null, null, null, Order.RELEVANCE);
    }

    /** Only what matches these words. */
    public static Filters matching(Words words) {
        return new Filters(words, Map.of(), null, null, null, null, null, Order.RELEVANCE);
    }

    /** The chosen values of a facet. */
    public List<String> chosen(Facet facet) {
        return chosen.getOrDefault(facet, List.of());
    }

    /** The facets of which anything is chosen, one by one or as a range. */
    Set<Facet> narrowed() {
        var narrowed = EnumSet.noneOf(Facet.class);
        narrowed.addAll(chosen.keySet());
        if (years != null) {
            narrowed.add(Facet.YEAR);
        }
        return narrowed;
    }

    public Optional<Words> query() {
        return Optional.ofNullable(words);
    }

    /** Whether anything but words narrows the list. */
    public boolean narrows() {
        return !chosen.isEmpty() || years != null || plan != null || deliverable != null || from != null || to != null;
    }
}
