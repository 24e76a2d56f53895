package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;
import vn.loa.common.Texts;

/** Finds the seconds, sections and pages at which words stand. What is public is for the caller to ask the database. */
@ApplicationScoped
public class Parts {
    private static final int OF_EACH = 3;

    /** Asked for, since those that only lead to the next are left out. */
    private static final int ASKED_OF_EACH = 2 * OF_EACH;

    @Inject
    private SolrIndex index;

    /** @param revision of the content that was indexed */
    record Part(
            Subject whole,
            String revision,
            PartKind kind,
            long place,
            String anchor,
            @Nullable String label,
            String language,
            String passage) {}

    /** @param total of all pages */
    record Listed(long total, List<Part> parts) {}

    /**
     * At most three of each, the best first; nothing while the index cannot be asked, since whoever asks has found the wholes already.
     *
     * @param wholes none finds nothing
     */
    Map<Subject, List<Part>> within(Collection<Subject> wholes, Words words, Synonyms synonyms) {
        if (wholes.isEmpty()) {
            return Map.of();
        }
        try {
            var answer = index.ask(PartQuery.HANDLER, PartQuery.within(wholes, words, synonyms, ASKED_OF_EACH));
            var passages = answer.passages();
            var found = new LinkedHashMap<Subject, List<Part>>();
            answer.groups(PartQuery.WHOLE)
                    .forEach((key, documents) -> Subject.parse(key)
                            .ifPresent(subject -> found.put(
                                    subject,
                                    documents.stream()
                                            .flatMap(document -> part(document, passages))
                                            .limit(OF_EACH)
                                            .toList())));
            found.values().removeIf(List::isEmpty);
            return found;
        } catch (SearchUnavailable away) {
            return Map.of();
        }
    }

    /**
     * Some of the cues with these words, the best first.
     *
     * @param passing what the works of the cues must pass
     * @param start how many come before them
     * @throws SearchUnavailable when the index cannot be asked
     */
    Listed cues(ProductQuery passing, Words words, Synonyms synonyms, long start, int size) {
        var answer = index.ask(PartQuery.HANDLER, PartQuery.cues(passing, words, synonyms, start, size));
        var passages = answer.passages();
        return new Listed(
                answer.total(),
                answer.documents().stream()
                        .flatMap(document -> part(document, passages))
                        .toList());
    }

    /** A cue is also found by what is said after it; without one of the words itself it is none to begin at. */
    private static Stream<Part> part(JsonObject document, Map<String, Map<String, List<String>>> passages) {
        var passage = passages.getOrDefault(document.getString("id"), Map.of()).values().stream()
                .flatMap(List::stream)
                .filter(text -> text.contains(Snippet.OPEN))
                .findFirst();
        return Stream.of(Subject.parse(document.getString(PartQuery.WHOLE, "")))
                .flatMap(Optional::stream)
                .flatMap(whole -> passage.stream()
                        .map(text -> new Part(
                                whole,
                                document.getString("revision", ""),
                                Coded.of(PartKind.class, document.getString("kind")),
                                document.getJsonNumber("place").longValue(),
                                document.getString("anchor", ""),
                                document.getString("label", null),
                                document.getString("tongue", Texts.FALLBACK),
                                text)));
    }
}
