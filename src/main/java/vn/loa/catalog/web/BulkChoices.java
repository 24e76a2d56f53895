package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.AssignProduct;
import vn.loa.catalog.web.WorkFields.Option;
import vn.loa.common.PlainText;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.Taxonomies;
import vn.loa.taxonomy.Taxonomies.Item;

/** What can be given to many products at once, or taken from them. The number of statements does not grow with it. */
@RequestScoped
public class BulkChoices {
    /** Lists of more places than this help nobody who types one. */
    private static final int MOST_PLACES = 400;

    /** So many are named when several may be meant. */
    private static final int MEANT = 8;

    private static final Pattern CODE = Pattern.compile(".*\\(([0-9@-]{1,30})\\)");

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private AssignProduct assign;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    /**
     * All of it.
     *
     * @param topics each below what it belongs to
     * @param places as people may write them; none where there are too many to choose from
     * @param people who may be asked to see products through
     */
    public record Choices(
            List<Option> topics,
            List<Option> audiences,
            List<Option> genres,
            List<String> places,
            List<AssignProduct.Person> people) {
        static Choices none() {
            return new Choices(List.of(), List.of(), List.of(), List.of(), List.of());
        }
    }

    /** @param kept what was chosen in a field, when it was not taken */
    Choices of(UnaryOperator<String> kept) {
        var places = taxonomies.localitiesOfToday(MOST_PLACES + 1);
        return new Choices(
                options(ContentChoices.tree(taxonomies.topics()), kept.apply(BulkDeeds.TOPIC)),
                options(ContentChoices.tree(taxonomies.audiences()), kept.apply(BulkDeeds.AUDIENCE)),
                options(
                        ContentChoices.tree(taxonomies.genres().stream()
                                .map(genre -> new Item(genre.code(), genre.label(), null))
                                .toList()),
                        kept.apply(BulkDeeds.GENRE)),
                places.size() > MOST_PLACES
                        ? List.of()
                        : places.stream().map(this::written).toList(),
                assign.people(user.require()));
    }

    private List<Option> options(List<ContentChoices.Choice> choices, String chosen) {
        return choices.stream()
                .map(choice -> new Option(
                        choice.code(),
                        "– ".repeat(choice.depth()) + visit.of(choice.label()),
                        visit.tagOf(choice.label()),
                        choice.code().equals(chosen)))
                .toList();
    }

    private String written(Item place) {
        return visit.of(place.label()) + " (" + place.code() + ")";
    }

    /** The places that may be meant by what was typed: a name, a code, or both. Those of today go before those that were. */
    List<Item> place(String typed) {
        var words = PlainText.line(typed);
        var both = CODE.matcher(words);
        var code = both.matches() ? both.group(1) : words;
        var exact = taxonomies.localityLabels(Set.of(code)).get(code);
        if (exact != null) {
            return List.of(new Item(code, exact, null));
        }
        var found = taxonomies.findLocalities(words, MEANT);
        var today = found.stream().filter(place -> !place.code().contains("@")).toList();
        var called = today.stream()
                .filter(place -> visit.of(place.label()).equalsIgnoreCase(words))
                .toList();
        return called.size() == 1 ? called : today.isEmpty() ? found : today;
    }

    String names(List<Item> places) {
        return places.stream().map(this::written).collect(Collectors.joining(", "));
    }
}
