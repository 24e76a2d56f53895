package vn.loa.search;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * The questions of one search. What its words are read as is decided by questions for all there is, so that every page, filter, order and list of one kind shows
 * a part of the same; only what is found by them then is narrowed as the visitor wants it. Not for several threads.
 */
final class Inquiry {
    /** What was meant is read from the passages of so many, the best. */
    private static final int READ = 20;

    private final SolrIndex index;
    private final Supplier<ProductQuery> wanted;
    private final IntFunction<ProductQuery> everything;
    private final boolean isNarrowed;

    /**
     * @param wanted begins a question for what the visitor wants to see
     * @param everything begins one for the best of all there is, for so many
     * @param isNarrowed whether the visitor wants to see less than all of that
     */
    Inquiry(SolrIndex index, Supplier<ProductQuery> wanted, IntFunction<ProductQuery> everything, boolean isNarrowed) {
        this.index = index;
        this.wanted = wanted;
        this.everything = everything;
        this.isNarrowed = isNarrowed;
    }

    /** What of it the visitor wants to see. */
    SolrAnswer shown(Function<ProductQuery, SolrQuery> asking) {
        return index.ask("/find", asking.apply(wanted.get()));
    }

    /** The same; empty when nothing at all is found, however little the visitor wants to see of it. One more question, where that is nothing. */
    Optional<SolrAnswer> shownIfAny(Function<ProductQuery, SolrQuery> asking) {
        return Optional.of(shown(asking)).filter(shown -> shown.total() > 0 || total(shown, asking) > 0);
    }

    /** How much there is in all. One more question at most. @param shown what the visitor wants to see of it */
    long total(SolrAnswer shown, Function<ProductQuery, SolrQuery> asking) {
        return isNarrowed
                ? index.ask("/find", asking.apply(everything.apply(0))).total()
                : shown.total();
    }

    /** The best of all there is, with passages. */
    SolrAnswer best(Function<ProductQuery, SolrQuery> asking) {
        return index.ask("/find", asking.apply(everything.apply(READ).withSnippets()));
    }
}
