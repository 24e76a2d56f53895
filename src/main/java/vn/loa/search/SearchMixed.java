package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.loa.common.Page;
import vn.loa.editorial.SubjectKind;
import vn.loa.search.SearchEverything.Results;

/**
 * Lists cues one by one after works, plans or questions: matches of the one cannot be weighed against those of the other, so all of these come first,
 * best first, and then all cues. Pages go on from one into the other without a gap. A constant number of statements.
 */
@ApplicationScoped
public class SearchMixed {
    @Inject
    private SearchEverything everything;

    @Inject
    private SearchCues cues;

    /**
     * @param wholes of the page, with the total of both
     * @param cues that fill up the page, each with the one cue that was found
     */
    public record Mixed(Results wholes, List<FoundItem> cues) {}

    /** As {@link SearchEverything#find}, and cues after that. @param kinds at least one */
    public Mixed find(Filters filters, Set<SubjectKind> kinds, int page, int size, Set<Facet> facets, String language) {
        var wholes = everything.find(filters, kinds, page, size, facets, language);
        var start = (page - 1L) * size;
        var before = wholes.items().total();
        var ofWholes = (int) Math.max(0, Math.min(size, before - start));
        // What is said of the same words, also where they are others than those that were typed.
        var meant = Optional.ofNullable(wholes.didYouMean())
                .flatMap(Words::of)
                .map(filters::asking)
                .orElse(filters);
        var said = cues.find(meant, Math.max(0, start - before), size - ofWholes, page, size);
        var total = before + said.items().total();
        return new Mixed(
                new Results(
                        new Page<>(wholes.items().items(), total, page, size),
                        wholes.facets(),
                        wholes.without(),
                        wholes.didYouMean(),
                        wholes.limited(),
                        wholes.partial() || said.limited(),
                        wholes.changing()),
                said.items().items());
    }
}
