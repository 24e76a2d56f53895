package vn.loa.search.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.web.Address;
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
     * @param title of what is chosen, the label where the facet is not seen beside it: {@code Phụ đề tiếng Mông}; else empty
     * @param tag of the language the label is in, when it is not the page's; else null: no attribute
     * @param count how many there are with it, in words; how many more come to the list where another value is chosen already
     * @param back of what is chosen, the address of the first page of the same list with this value no longer chosen; else empty
     */
    public record Choice(
            String parameter,
            String code,
            String label,
            String title,
            @Nullable String tag,
            String count,
            boolean chosen,
            String back) {}

    /** Whether one of its values is chosen. */
    public boolean narrowed() {
        return choices.stream().anyMatch(Choice::chosen);
    }

    /** @param list its first page */
    static FacetGroup of(Facet facet, List<FacetValue> values, Address list, Visit visit) {
        var shown = new ArrayList<>(values);
        if (values.size() > MOST) {
            shown.sort(Comparator.comparing((FacetValue value) -> !value.chosen()));
            shown.subList(MOST, shown.size()).removeIf(value -> !value.chosen());
        }
        var rest = new ArrayList<>(values);
        rest.removeAll(shown);
        var widened = values.stream().anyMatch(FacetValue::chosen);
        return new FacetGroup(
                facet.pageParameter(),
                visit.text("facet." + facet.pageParameter()),
                shown.stream()
                        .map(value -> choice(facet, value, widened, list, visit))
                        .toList(),
                rest.stream()
                        .map(value -> choice(facet, value, widened, list, visit))
                        .toList());
    }

    /** @param widened whether choosing it adds to what is chosen already */
    private static Choice choice(Facet facet, FacetValue value, boolean widened, Address list, Visit visit) {
        return new Choice(
                facet.pageParameter(),
                value.code(),
                visit.of(value.label()),
                value.chosen() ? title(facet, value, visit) : "",
                facet == Facet.YEAR ? null : visit.tagOf(value.label()),
                widened && !value.chosen()
                        ? visit.say("facet.more", value.more())
                        : visit.say("facet.count", value.count()),
                value.chosen(),
                value.chosen()
                        ? list.without(facet.pageParameter(), value.code()).toString()
                        : "");
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
