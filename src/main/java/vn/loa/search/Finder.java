package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Jsons;
import vn.loa.editorial.SubjectKind;
import vn.loa.plans.Plans;

/** Finds the ids of works and plans in the index. What is public is for the caller to ask the database. */
@ApplicationScoped
public class Finder {
    /** Where a passage is looked for: with the diacritics as typed first, then without. */
    private static final List<String> PASSAGES =
            List.of("summary", "spoken", "body", "other", "summary_f", "spoken_f", "body_f", "other_f");

    @Inject
    private SolrIndex index;

    @Inject
    private Plans plans;

    /**
     * One page of hits, the best first. The number of a document finds what has to do with that document, and nothing that shares a
     * part of the number. When nothing at all is found, words that stand nowhere may differ by one letter.
     *
     * @param kinds none finds nothing
     * @param page from 1
     * @throws SearchUnavailable when the index cannot be asked
     */
    Found find(Filters filters, Set<SubjectKind> kinds, Names.Snapshot names, int page, int size, Extras extras) {
        var promises = promises(filters);
        var codes = kinds.stream().map(SubjectKind::code).toList();
        Supplier<ProductQuery> narrowed = () -> {
            var query = ProductQuery.of(filters, codes, promises, names, page, size);
            if (!extras.facets.isEmpty()) {
                query.withFacets(extras.facets);
            }
            return extras.snippets ? query.withSnippets() : query;
        };
        var words = filters.query();
        var number = words.flatMap(DocumentNumber::in);
        if (number.isPresent()) {
            var named = index.ask("/find", narrowed.get().asking(number.get()));
            if (named.total() > 0 || number.get().beside().isEmpty()) {
                return read(named, null, extras.facets);
            }
        }
        var query = narrowed.get();
        var answer = index.ask("/find", query.asking(words.map(Words::literal).orElse("")));
        if (answer.total() == 0 && words.isPresent()) {
            var mistyped = unknown(words.get());
            if (!mistyped.isEmpty()) {
                answer = index.ask("/find", query.asking(words.get().withSlipsIn(mistyped)));
                return read(answer, Correction.of(words.get(), passages(answer)).orElse(null), extras.facets);
            }
        }
        return read(answer, null, extras.facets);
    }

    /** Those words, long enough to hold a slip, that no document contains. */
    private List<String> unknown(Words words) {
        var suspects = words.each().stream().filter(Words::mayHoldSlip).toList();
        if (suspects.isEmpty()) {
            return List.of();
        }
        var query = new SolrQuery().set("q", "*:*").set("rows", 0);
        var counted = Jsons.object();
        for (var i = 0; i < suspects.size(); i++) {
            // The word travels as a parameter of its own, where nothing in it is syntax.
            query.set("word" + i, suspects.get(i));
            counted.add("word" + i, Jsons.object().add("type", "query").add("q", "{!field f=all_f v=$word" + i + "}"));
        }
        var answer = index.ask("/find", query.set("json.facet", counted.build().toString()));
        return IntStream.range(0, suspects.size())
                .filter(i -> answer.matches("word" + i) == 0)
                .mapToObj(suspects::get)
                .toList();
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

    private static List<String> passages(SolrAnswer answer) {
        return answer.passages().values().stream()
                .flatMap(fields -> fields.values().stream())
                .flatMap(List::stream)
                .toList();
    }

    private static Found read(SolrAnswer answer, @Nullable String correction, Set<Facet> facets) {
        var passages = answer.passages();
        var hits = answer.documents().stream()
                .flatMap(document -> Subject.parse(document.getString("id")).stream()
                        .map(subject -> new Hit(
                                subject,
                                document.getString("revision", ""),
                                snippet(passages.getOrDefault(document.getString("id"), Map.of())))))
                .toList();
        return new Found(answer.total(), hits, counts(answer, facets), correction);
    }

    private static @Nullable String snippet(Map<String, List<String>> passages) {
        return PASSAGES.stream()
                .flatMap(field ->
                        Optional.ofNullable(passages.get(field)).stream().flatMap(List::stream))
                .filter(passage -> !passage.isBlank())
                .findFirst()
                .map(Snippet::html)
                .orElse(null);
    }

    private static Map<Facet, List<Count>> counts(SolrAnswer answer, Set<Facet> facets) {
        var counts = new EnumMap<Facet, List<Count>>(Facet.class);
        facets.forEach(facet -> counts.put(facet, answer.counts(facet.field()).toList()));
        return counts;
    }

    /** What to bring besides the hits. @param facets whose values are counted */
    record Extras(Set<Facet> facets, boolean snippets) {}

    /**
     * @param counts empty unless asked for
     * @param correction words that were really found; null when those typed were
     */
    record Found(
            long total,
            List<Hit> hits,
            Map<Facet, List<Count>> counts,
            @Nullable String correction) {
        Stream<Subject> subjects(SubjectKind kind) {
            return hits.stream().map(Hit::subject).filter(subject -> subject.kind() == kind);
        }
    }

    /**
     * @param revision of the content that was indexed
     * @param snippet HTML; null when the words stand only in the title
     */
    record Hit(Subject subject, String revision, @Nullable String snippet) {}

    /** How many documents have a value, by the index's name of it. */
    record Count(String value, long number) {}
}
