package vn.loa.search;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
 * @param asTyped whether the words mean just what was typed, so that nothing is found for others that may be meant
 */
public record Filters(
        @Nullable Words words,
        Map<Facet, List<String>> chosen,
        @Nullable YearRange years,
        @Nullable String plan,
        @Nullable String deliverable,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Order order,
        boolean asTyped) {

    /** Facets that pages offer, in their order. */
    public static final List<Facet> OFFERED = List.of(
            Facet.GENRE,
            Facet.LANGUAGE,
            Facet.DUB,
            Facet.SUBTITLE,
            Facet.TOPIC,
            Facet.AUDIENCE,
            Facet.LOCALITY,
            Facet.YEAR);

    /** Parameter of pages for what was typed. */
    public static final String WORDS = "q";

    /** Parameters of pages for the first and the last year of a range. */
    public static final String FROM_YEAR = "tu-nam";

    public static final String TO_YEAR = "den-nam";

    /** Parameter of pages for the order. */
    public static final String ORDER = "sap-xep";

    /** Value of it that is not the usual one. */
    public static final String NEWEST = "moi-nhat";

    /** Parameter of pages, of whatever value, for words that mean just what was typed. */
    public static final String AS_TYPED = "nguyen-van";

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

    /** What the parameters of the address of a page say. @param values of a parameter, by its name */
    public static Filters ofPage(Function<String, List<String>> values) {
        var chosen = new EnumMap<Facet, List<String>>(Facet.class);
        for (var facet : OFFERED) {
            chosen.put(
                    facet,
                    values.apply(facet.pageParameter()).stream()
                            .filter(value -> !value.isEmpty())
                            .toList());
        }
        return new Filters(
                Words.of(first(values, WORDS)).orElse(null),
                chosen,
                YearRange.of(
                        first(values, FROM_YEAR).strip(), first(values, TO_YEAR).strip()),
                null,
                null,
                null,
                null,
                first(values, ORDER).equals(NEWEST) ? Order.NEWEST : Order.RELEVANCE,
                !first(values, AS_TYPED).isEmpty());
    }

    private static String first(Function<String, List<String>> values, String parameter) {
        return values.apply(parameter).stream().findFirst().orElse("");
    }

    /** Everything, newest first. */
    public static Filters none() {
        return new Filters(null, Map.of(), null, null, null, null, null, Order.RELEVANCE, false);
    }

    /** Only what matches these words. */
    public static Filters matching(Words words) {
        return new Filters(words, Map.of(), null, null, null, null, null, Order.RELEVANCE, false);
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

    /** The same with the words as they are read, unless they mean just what was typed. */
    Filters reading(UnaryOperator<Words> reader) {
        return words == null || asTyped ? this : asking(reader.apply(words));
    }

    /** The same for other words. */
    Filters asking(Words others) {
        return new Filters(others, chosen, years, plan, deliverable, from, to, order, asTyped);
    }

    /** Its words, and nothing that narrows or orders what they find. */
    public Filters wordsAlone() {
        return new Filters(words, Map.of(), null, null, null, null, null, Order.RELEVANCE, asTyped);
    }

    public Optional<Words> query() {
        return Optional.ofNullable(words);
    }

    /** Whether anything but words narrows the list. */
    public boolean narrows() {
        return !chosen.isEmpty() || years != null || plan != null || deliverable != null || from != null || to != null;
    }
}
