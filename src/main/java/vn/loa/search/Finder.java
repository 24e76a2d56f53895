package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.CurrentPriorities;
import vn.loa.catalog.Priority;
import vn.loa.catalog.UrgentProducts.UrgentProduct;
import vn.loa.common.Messages;
import vn.loa.common.Texts;
import vn.loa.editorial.SubjectKind;
import vn.loa.plans.Plans;

/** Finds the ids of works and plans in the index. What is public is for the caller to ask the database. */
@ApplicationScoped
public class Finder {
    /** Where a passage in Vietnamese is looked for: with the diacritics as typed first, then without. */
    private static final List<String> VIETNAMESE =
            List.of("summary", "spoken", "body", "summary_f", "spoken_f", "body_f");

    /** Where one in any other language is. */
    private static final List<String> OTHER = List.of("other", "other_f");

    /** The whole of what it is called. */
    private static final List<String> TITLES = List.of("title", "title_other", "title_f");

    private static final int FEW = 2;
    private static final int SHORT = 3;

    /** Names of topics, places and people: what was found by them alone shows one, for nothing else would tell why. */
    static final String LABELS = "labels";

    @Inject
    private SolrIndex index;

    @Inject
    private Mending mending;

    @Inject
    private Plans plans;

    @Inject
    private CurrentPriorities priorities;

    Finder() {}

    /** To be asked without a container. */
    Finder(SolrIndex index, Mending mending, Plans plans, CurrentPriorities priorities) {
        this.index = index;
        this.mending = mending;
        this.plans = plans;
        this.priorities = priorities;
    }

    /**
     * One page of hits, the best first. The number of a document finds what has to do with that document, and nothing that shares a
     * part of the number. A word typed with diacritics finds what is spelled like it, and nothing that only has its letters. Words that
     * stand nowhere as they were typed are mended if that finds something, in the time that is left; names of places are no mistakes. What they are mended
     * to depends on nothing but themselves.
     *
     * @param kinds none finds nothing
     * @param page from 1; the first of lists that are wanted apart
     * @param size of the page; of the longest of such lists
     * @throws SearchUnavailable when the index cannot be asked
     */
    Found find(Filters filters, Set<SubjectKind> kinds, Names.Snapshot names, int page, int size, Extras extras) {
        if (filters.query().filter(words -> !words.areReadable()).isPresent()) {
            return Found.nothing(extras.facets);
        }
        var lists = extras.apart ? kinds : Set.<SubjectKind>of();
        var inquiry = inquiry(filters, kinds, names, page, size, extras);
        var words = filters.query();
        var number = words.flatMap(DocumentNumber::in);
        if (number.isPresent()) {
            Function<ProductQuery, SolrQuery> named = query -> query.asking(number.get());
            var answer =
                    number.get().beside().isEmpty() ? Optional.of(inquiry.shown(named)) : inquiry.shownIfAny(named);
            if (answer.isPresent()) {
                return read(answer.get(), null, extras.facets, lists);
            }
        }
        Function<ProductQuery, SolrQuery> typed = query -> query.asking(words);
        var answer = inquiry.shown(typed);
        if (words.isEmpty() || filters.asTyped() || isEnough(answer.total(), words.get())) {
            return read(answer, null, extras.facets, lists);
        }
        try {
            return mended(inquiry.total(answer, typed), words.get(), names, inquiry)
                    .map(mended -> read(mended.answer(), mended.correction(), extras.facets, lists))
                    .orElseGet(() -> read(answer, null, extras.facets, lists));
        } catch (SearchUnavailable late) {
            var found = read(answer, null, extras.facets, lists);
            return found.total() > 0 ? found : found.asFarAsAsked();
        }
    }

    private Inquiry inquiry(
            Filters filters, Set<SubjectKind> kinds, Names.Snapshot names, int page, int size, Extras extras) {
        var promises = promises(filters);
        var codes = codes(kinds);
        Supplier<ProductQuery> wanted = () -> {
            var query = ProductQuery.of(filters, codes, promises, names, page, size)
                    .preferring(pressing(Priority.URGENT), pressing(Priority.IMPORTANT));
            if (extras.apart) {
                query.apart(kinds, size);
            }
            if (!extras.facets.isEmpty()) {
                query.withFacets(extras.facets);
            }
            return extras.snippets ? query.withSnippets() : query;
        };
        var everything = EnumSet.allOf(SubjectKind.class);
        var alone = filters.wordsAlone();
        return new Inquiry(
                index,
                wanted,
                most -> ProductQuery.of(alone, codes(everything), null, names, 1, most),
                filters.narrows() || !kinds.containsAll(everything));
    }

    /** Of two or three words that only one or two texts have, these may stand far from one another, as any two words do in a long text. */
    private static boolean isEnough(long total, Words words) {
        return total > FEW || total > 0 && words.each().size() > SHORT;
    }

    /** @param total how much has the words as they were typed */
    private Optional<Mending.Mended> mended(long total, Words words, Names.Snapshot names, Inquiry inquiry) {
        if (isEnough(total, words)) {
            return Optional.empty();
        }
        if (total > 0) {
            return mending.readOtherwise(words, total, names.places(), inquiry);
        }
        return names.places().haveUnitCalled(words)
                        || index.ask("/find", ProductQuery.anywhere(words, names.synonyms()))
                                        .total()
                                > 0
                ? Optional.empty()
                : mending.mend(words, names.places(), inquiry);
    }

    private static List<String> codes(Set<SubjectKind> kinds) {
        return kinds.stream().map(SubjectKind::code).toList();
    }

    private List<Long> pressing(Priority level) {
        return priorities.all(level).stream().map(UrgentProduct::id).toList();
    }

    /** The question for what passes the filters, whatever its words. */
    ProductQuery passing(Filters filters, Set<SubjectKind> kinds, Names.Snapshot names) {
        return ProductQuery.of(filters, codes(kinds), promises(filters), names, 1, 0);
    }

    private @Nullable Collection<String> promises(Filters filters) {
        if (filters.plan() == null) {
            return filters.deliverable() == null ? null : List.of(filters.deliverable());
        }
        var promised = plans.promisesOf(filters.plan());
        return filters.deliverable() == null
                ? promised
                : promised.stream().filter(filters.deliverable()::equals).toList();
    }

    private static Found read(
            SolrAnswer answer, @Nullable String correction, Set<Facet> facets, Set<SubjectKind> lists) {
        var passages = answer.passages();
        var hits = answer.documents().stream()
                .flatMap(document -> Subject.parse(document.getString("id")).stream()
                        .map(subject ->
                                hit(subject, document, passages.getOrDefault(document.getString("id"), Map.of()))))
                .toList();
        var totals = new EnumMap<SubjectKind, Long>(SubjectKind.class);
        lists.forEach(kind -> totals.put(kind, answer.totalOf(ProductQuery.ofKind(kind))));
        return new Found(
                answer.total(), totals, hits, counts(answer, facets), ProductQuery.without(answer), correction, false);
    }

    private static Hit hit(Subject subject, JsonObject document, Map<String, List<String>> passages) {
        return new Hit(
                subject,
                document.getString("revision", ""),
                passage(VIETNAMESE, passages),
                passage(OTHER, passages),
                passage(List.of(LABELS), passages),
                TITLES.stream()
                        .flatMap(field -> passages.getOrDefault(field, List.of()).stream())
                        .filter(title -> !title.isBlank())
                        .toList());
    }

    private static @Nullable String passage(List<String> fields, Map<String, List<String>> passages) {
        return fields.stream()
                .flatMap(field ->
                        Optional.ofNullable(passages.get(field)).stream().flatMap(List::stream))
                .filter(passage -> !passage.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static Map<Facet, List<Count>> counts(SolrAnswer answer, Set<Facet> facets) {
        var counts = new EnumMap<Facet, List<Count>>(Facet.class);
        facets.forEach(facet -> counts.put(facet, ProductQuery.counts(answer, facet)));
        return counts;
    }

    /**
     * What to bring besides the hits.
     *
     * @param facets whose values are counted
     * @param apart whether each kind is wanted in a list of its own, all of them by one question; facets count works alone then
     */
    record Extras(Set<Facet> facets, boolean snippets, boolean apart) {}

    /**
     * @param totals how many there are of each kind; empty unless they were wanted apart
     * @param hits the best first; of lists that were wanted apart, each as long as the longest may be
     * @param counts empty unless asked for
     * @param without how much there would be without the choice of each facet; empty unless facets were asked for
     * @param correction words that were really found; null when those typed were
     * @param partial whether there was no time to mend the words, so that more might be found
     */
    record Found(
            long total,
            Map<SubjectKind, Long> totals,
            List<Hit> hits,
            Map<Facet, List<Count>> counts,
            Map<Facet, Long> without,
            @Nullable String correction,
            boolean partial) {
        static Found nothing(Set<Facet> facets) {
            var counts = new EnumMap<Facet, List<Count>>(Facet.class);
            facets.forEach(facet -> counts.put(facet, List.of()));
            return new Found(0, Map.of(), List.of(), counts, Map.of(), null, false);
        }

        /** With no more hits of each kind than so many. */
        Found keeping(Map<SubjectKind, Integer> most) {
            var kept = new EnumMap<SubjectKind, Integer>(SubjectKind.class);
            var shown = new ArrayList<Hit>();
            for (var hit : hits) {
                var kind = hit.subject.kind();
                var before = kept.getOrDefault(kind, 0);
                if (before < most.getOrDefault(kind, 0)) {
                    kept.put(kind, before + 1);
                    shown.add(hit);
                }
            }
            return new Found(total, totals, shown, counts, without, correction, partial);
        }

        private Found asFarAsAsked() {
            return new Found(total, totals, hits, counts, without, correction, true);
        }

        Stream<Subject> subjects(SubjectKind kind) {
            return hits.stream().map(Hit::subject).filter(subject -> subject.kind() == kind);
        }
    }

    /**
     * @param revision of the content that was indexed
     * @param vietnamese passage with the found words marked; null when none in Vietnamese has them
     * @param other one in another language, whichever
     * @param label what something is called that it belongs to, in Vietnamese; null when none of these has them
     * @param titles its own in all languages that have them
     */
    record Hit(
            Subject subject,
            String revision,
            @Nullable String vietnamese,
            @Nullable String other,
            @Nullable String label,
            List<String> titles) {
        boolean isQuoted() {
            return vietnamese != null || other != null || label != null || !titles.isEmpty();
        }

        /** This title with the found words marked; empty when none of them stands in it. */
        Optional<String> marked(String title) {
            return titles.stream()
                    .filter(found -> Snippet.withoutMarkers(found).equals(title))
                    .findFirst()
                    .map(Snippet::marked);
        }

        /**
         * What to show when neither a passage nor the title tells why it was found: what it is about, and for whom or where.
         *
         * @param known texts of the subject
         */
        Optional<Snippet> belonging(Texts known, Names.Snapshot names) {
            return Optional.ofNullable(label).map(named -> {
                var summary = known.asMap().getOrDefault(Texts.FALLBACK, "").strip();
                var why = names.facetCalled(Snippet.withoutMarkers(named).strip())
                        .map(facet -> Messages.in(Texts.FALLBACK).text("found.belongs." + facet.field()) + " ")
                        .orElse("");
                return new Snippet(
                        Snippet.marked((summary.isEmpty() ? "" : summary + " ") + why + named.strip()), Texts.FALLBACK);
            });
        }

        /** A title in a language that the reader does not read, where that alone is why it was found. @param title in all languages */
        Optional<Snippet> called(Texts title) {
            return title.asMap().entrySet().stream()
                    .flatMap(each -> marked(each.getValue()).map(marked -> new Snippet(marked, each.getKey())).stream())
                    .findFirst();
        }

        /** Whether the label is that of a place. */
        boolean isOfPlace(Names.Snapshot names) {
            return Optional.ofNullable(label)
                    .flatMap(named ->
                            names.facetCalled(Snippet.withoutMarkers(named).strip()))
                    .filter(Facet.LOCALITY::equals)
                    .isPresent();
        }

        /**
         * What may be quoted to whoever reads this language: a passage in it, else one in Vietnamese, never one in a third.
         *
         * @param known texts of the subject; of another passage nobody knows the language
         */
        Optional<Snippet> snippetFor(String language, Texts known) {
            if (!language.equals(Texts.FALLBACK)
                    && other != null
                    && Snippet.isFrom(known.asMap().get(language), other)) {
                return Optional.of(new Snippet(Snippet.html(other), language));
            }
            return Optional.ofNullable(vietnamese).map(passage -> new Snippet(Snippet.html(passage), Texts.FALLBACK));
        }
    }

    /**
     * How many documents have a value.
     *
     * @param value by the index's name of it
     * @param more how many there would be besides what is there, were it chosen too
     */
    record Count(String value, long number, long more) {
        /** While nothing of its facet is chosen. */
        Count(String value, long number) {
            this(value, number, number);
        }
    }
}
