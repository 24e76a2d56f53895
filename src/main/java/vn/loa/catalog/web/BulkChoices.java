package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.AssignProduct;
import vn.loa.catalog.web.WorkFields.Option;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.Taxonomies;
import vn.loa.taxonomy.Taxonomies.Item;

/** What can be given to many products at once, or taken from them. The number of statements does not grow with it. */
@RequestScoped
public class BulkChoices {
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
     * @param people who may be asked to see products through
     */
    public record Choices(
            List<Option> topics, List<Option> audiences, List<Option> genres, List<AssignProduct.Person> people) {
        static Choices none() {
            return new Choices(List.of(), List.of(), List.of(), List.of());
        }
    }

    /** @param kept what was chosen in a field, when it was not taken */
    Choices of(UnaryOperator<String> kept) {
        return new Choices(
                options(ContentChoices.tree(taxonomies.topics()), kept.apply(BulkDeeds.TOPIC)),
                options(ContentChoices.tree(taxonomies.audiences()), kept.apply(BulkDeeds.AUDIENCE)),
                options(
                        ContentChoices.tree(taxonomies.genres().stream()
                                .map(genre -> new Item(genre.code(), genre.label(), null))
                                .toList()),
                        kept.apply(BulkDeeds.GENRE)),
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
}
