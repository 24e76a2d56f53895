package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Page;
import vn.loa.editorial.SubjectKind;
import vn.loa.search.Finder.Extras;

/** Finds words in products, plans and questions. A constant number of statements; while the search server is away, titles of products alone. */
@ApplicationScoped
public class SearchEverything {
    @Inject
    private Finder finder;

    @Inject
    private Names names;

    @Inject
    private WithoutIndex titles;

    @Inject
    private FoundItems items;

    /**
     * @param items those which are public right now, best first
     * @param facets those that were asked for
     * @param without how much there would be without the choice of each facet
     * @param didYouMean words that find something, when those typed do not
     * @param limited whether the search server was away, so that only titles of works were searched
     * @param partial whether it was too slow for all of it: there may be more, and more to tell of what there is
     * @param changing whether there is more to tell of some in a moment, when the index has followed a change
     */
    public record Results(
            Page<FoundItem> items,
            Map<Facet, List<FacetValue>> facets,
            Map<Facet, Long> without,
            @Nullable String didYouMean,
            boolean limited,
            boolean partial,
            boolean changing) {
        /** The same count of things without the things, which are shown in another way. */
        public Results withoutItems() {
            return new Results(
                    new Page<>(List.of(), items.total(), items.number(), items.size()),
                    facets,
                    without,
                    didYouMean,
                    limited,
                    partial,
                    changing);
        }

        static Results unanswered(Page<FoundItem> items, boolean limited) {
            return new Results(items, Map.of(), Map.of(), null, limited, false, false);
        }
    }

    /**
     * @param lists those which are public right now, best first, of each kind that was asked for
     * @param facets those that were asked for, of works
     * @param without how many works there would be without the choice of each facet
     * @param didYouMean words that find something, when those typed do not
     * @param limited whether the search server was away, so that only titles of works were searched
     * @param partial whether it was too slow for all of it: there may be more, and more to tell of what there is
     * @param changing whether there is more to tell of some in a moment, when the index has followed a change
     */
    public record Apart(
            Map<SubjectKind, Page<FoundItem>> lists,
            Map<Facet, List<FacetValue>> facets,
            Map<Facet, Long> without,
            @Nullable String didYouMean,
            boolean limited,
            boolean partial,
            boolean changing) {
        public Page<FoundItem> list(SubjectKind kind) {
            return lists.getOrDefault(kind, Page.empty(1, 1));
        }

        private static Apart unanswered(Page<FoundItem> works, boolean limited) {
            return new Apart(Map.of(SubjectKind.PRODUCT, works), Map.of(), Map.of(), null, limited, false, false);
        }
    }

    /**
     * Finds nothing without words.
     *
     * @param kinds where to look
     * @param page from 1; there is nothing on pages beyond the last
     * @param size from 1 to {@value Page#LARGEST}
     * @param facets whose values are counted, over all that is found, on this page or not
     * @param language code of the reader's
     */
    public Results find(
            Filters filters, Set<SubjectKind> kinds, int page, int size, Set<Facet> facets, String language) {
        if (filters.query().isEmpty() || kinds.isEmpty()) {
            return Results.unanswered(Page.empty(page, size), false);
        }
        var called = names.current();
        var meant = called.meant(filters);
        try {
            var found = finder.find(meant, kinds, called, page, size, new Extras(facets, true, false));
            var shown = items.publicOnes(found, meant, called, language);
            return new Results(
                    new Page<>(shown.items(), found.total(), page, size),
                    FacetCounts.named(found.counts(), filters, called),
                    found.without(),
                    found.correction(),
                    false,
                    found.partial() || shown.partial(),
                    shown.changing());
        } catch (SearchUnavailable away) {
            var titled = kinds.contains(SubjectKind.PRODUCT)
                    ? titled(filters, page, size)
                    : Page.<FoundItem>empty(page, size);
            return Results.unanswered(titled, true);
        }
    }

    /**
     * The first page of each kind by itself, all found by one question, so that whoever shows them beside one another waits once.
     *
     * @param called the names as they are now
     * @param most how many of each kind; others are not looked for
     * @param facets whose values are counted, over the works that are found
     */
    public Apart apart(
            Filters filters,
            Names.Snapshot called,
            Map<SubjectKind, Integer> most,
            Set<Facet> facets,
            String language) {
        if (filters.query().isEmpty() || most.isEmpty()) {
            return Apart.unanswered(Page.empty(1, Page.LARGEST), false);
        }
        var meant = called.meant(filters);
        try {
            var longest = Collections.max(most.values());
            var found = finder.find(meant, most.keySet(), called, 1, longest, new Extras(facets, true, true))
                    .keeping(most);
            var shown = items.publicOnes(found, meant, called, language);
            var lists = new EnumMap<SubjectKind, Page<FoundItem>>(SubjectKind.class);
            most.forEach((kind, size) -> lists.put(
                    kind,
                    new Page<>(
                            shown.items().stream()
                                    .filter(item -> item.kind() == kind)
                                    .toList(),
                            found.totals().getOrDefault(kind, 0L),
                            1,
                            size)));
            return new Apart(
                    lists,
                    FacetCounts.named(found.counts(), filters, called),
                    found.without(),
                    found.correction(),
                    false,
                    found.partial() || shown.partial(),
                    shown.changing());
        } catch (SearchUnavailable away) {
            return Apart.unanswered(titled(filters, 1, most.getOrDefault(SubjectKind.PRODUCT, 1)), true);
        }
    }

    private Page<FoundItem> titled(Filters filters, int page, int size) {
        var listed = titles.list(filters, page, size);
        return new Page<>(
                listed.items().stream()
                        .map(card -> FoundItems.item(card, null, null, null, List.of()))
                        .toList(),
                listed.total(),
                page,
                size);
    }
}
