package vn.loa.search;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.loa.testing.Portal;

/** Asks the search server of a portal what the portal itself would ask it, and nothing else: what an answer costs before the portal adds to it. */
public final class BareSearch {
    private static final Set<String> KINDS = Set.of("product", "plan", "question");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SolrIndex index;

    public BareSearch(Portal portal) {
        index = new SolrIndex(
                new SearchSettings(URI.create(portal.solrUrl()), false, PATIENCE, PATIENCE, Duration.ofMillis(1)));
    }

    /** As {@code /api/v1/search}: a page of everything with all facets and passages, and then the parts of what was found. */
    public void search(String typed, int size) {
        var words = Words.of(typed).orElseThrow();
        var query = ProductQuery.of(Filters.matching(words), KINDS, null, Names.Snapshot.none(), 1, size)
                .withFacets(EnumSet.allOf(Facet.class))
                .withSnippets();
        var number = DocumentNumber.in(words);
        var answer =
                index.ask("/find", number.isPresent() ? query.asking(number.get()) : query.asking(Optional.of(words)));
        var found =
                answer.ids().stream().flatMap(id -> Subject.parse(id).stream()).toList();
        new Parts(index).within(found, words, Synonyms.none());
    }

    /** As {@code /api/v1/suggest}. */
    public void suggest(String typed) {
        index.ask(
                "/suggest",
                new SolrQuery()
                        .set("q", Words.of(typed).orElseThrow().literal())
                        .set("rows", Suggest.MOST));
    }
}
