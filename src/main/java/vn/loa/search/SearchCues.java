package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import vn.loa.catalog.ProductCard;
import vn.loa.catalog.ProductCards;
import vn.loa.common.Page;
import vn.loa.editorial.SubjectKind;
import vn.loa.search.Parts.Listed;
import vn.loa.search.Parts.Part;
import vn.loa.search.SearchEverything.Results;

/** Finds the seconds at which words are said in any product. A constant number of statements. */
@ApplicationScoped
public class SearchCues {
    @Inject
    private Finder finder;

    @Inject
    private Parts parts;

    @Inject
    private Names names;

    @Inject
    private ProductCards cards;

    @Inject
    private PublicDocuments documents;

    /**
     * Finds nothing without words, and nothing while the search server is away.
     *
     * @param filters kept to by the products
     * @param page from 1; there is nothing on pages beyond the last
     * @param size from 1 to {@value Page#LARGEST}
     * @return products, each with the one cue that was found, in the order of the cues, the best first
     */
    public Results find(Filters filters, int page, int size) {
        return find(filters, (page - 1L) * size, size, page, size);
    }

    /**
     * The same, but for cues that fill up a page of something else.
     *
     * @param start how many cues come before these
     * @param most how many there may be; 0 asks for the total alone
     */
    Results find(Filters filters, long start, int most, int page, int size) {
        if (filters.query().filter(Words::areReadable).isEmpty()) {
            return Results.unanswered(Page.empty(page, size), false);
        }
        try {
            var called = names.current();
            var meant = called.meant(filters);
            var words = meant.query().orElseThrow();
            var passing = finder.passing(meant, EnumSet.of(SubjectKind.PRODUCT), called);
            var found = parts.cues(passing, words, called.synonyms(), start, most);
            return Results.unanswered(new Page<>(publicOnes(found), found.total(), page, size), false);
        } catch (SearchUnavailable away) {
            return Results.unanswered(Page.empty(page, size), true);
        }
    }

    private List<FoundItem> publicOnes(Listed found) {
        var subjects = found.parts().stream().map(Part::whole).distinct().toList();
        var now = documents.revisions(subjects);
        var works = new HashMap<Long, ProductCard>();
        cards.of(subjects.stream().map(Subject::id).toList()).forEach(card -> works.put(card.id(), card));
        return found.parts().stream()
                .flatMap(part -> Stream.ofNullable(works.get(part.whole().id()))
                        .flatMap(card -> FoundPart.of(List.of(part), now, FoundItems.addressOf(card)).stream()
                                .map(place -> FoundItems.item(card, null, null, null, List.of(place)))))
                .toList();
    }
}
