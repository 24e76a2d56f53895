package vn.loa.search.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Visit;
import vn.loa.search.Facet;
import vn.loa.search.FacetValue;

/**
 * The values of one facet as a page offers them.
 *
 * @param parameter its name in addresses
 * @param label what people call it
 * @param choices the most frequent ones and all that are chosen
 * @param more the others
 */
public record FacetGroup(String parameter, String label, List<Choice> choices, List<Choice> more) {
    /** More at once would hide the next group; the chosen ones are always there. */
    private static final int MOST = 12;

    /**
     * One value.
     *
     * @param parameter name of its facet in addresses
     * @param title the label where the facet is not seen beside it: {@code Phụ đề tiếng Mông}
     * @param tag of the language the label is in, when it is not the page's; else null: no attribute
     * @param url of the first page of the same list with this value chosen, or no longer chosen
     */
    public record Choice(
            String parameter,
            String code,
            String label,
            String title,
            @Nullable String tag,
            long count,
            boolean chosen,
            String url) {}

    /** Whether one of its values is chosen. */
    public boolean narrowed() {
        return choices.stream().anyMatch(Choice::chosen);
    }

    static FacetGroup of(Facet facet, List<FacetValue> values, Visit visit) {
        var shown = new ArrayList<>(values);
        if (values.size() > MOST) {
            shown.sort(Comparator.comparing((FacetValue value) -> !value.chosen()));
            shown.subList(MOST, shown.size()).removeIf(value -> !value.chosen());
        }
        var rest = new ArrayList<>(values);
        rest.removeAll(shown);
        return new FacetGroup(
                facet.pageParameter(),
                visit.text("facet." + facet.pageParameter()),
                choices(facet, shown, visit),
                choices(facet, rest, visit));
    }

    private static List<Choice> choices(Facet facet, List<FacetValue> values, Visit visit) {
        return values.stream().map(value -> choice(facet, value, visit)).toList();
    }

    private static Choice choice(Facet facet, FacetValue value, Visit visit) {
        var address = visit.getAddress().without(Paging.PARAMETER);
        var toggled = value.chosen()
                ? address.without(facet.pageParameter(), value.code())
                : address.and(facet.pageParameter(), value.code());
        return new Choice(
                facet.pageParameter(),
                value.code(),
                visit.of(value.label()),
                title(facet, value, visit),
                facet == Facet.YEAR ? null : visit.tagOf(value.label()),
                value.count(),
                value.chosen(),
                toggled.toString());
    }

    /** A language alone does not say what there is in it. */
    private static String title(Facet facet, FacetValue value, Visit visit) {
        return switch (facet) {
            case LANGUAGE, DUB, SUBTITLE ->
                visit.say(
                        "facet." + facet.pageParameter() + ".title",
                        value.label().within(visit.getLanguage()));
            default -> visit.of(value.label());
        };
    }
}
