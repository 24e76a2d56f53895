package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;
import vn.loa.common.Texts;

/** Finds the seconds, sections and pages at which words stand. What is public is for the caller to ask the database. */
@ApplicationScoped
public class Parts {
    /** Parts a cue from the next in what runs on. */
    static final String NEXT_CUE = "\n";

    private static final int OF_EACH = 3;

    /** Asked for, since those that only lead to the next are left out. */
    private static final int ASKED_OF_EACH = 2 * OF_EACH;

    private static final String RUNS_ON = "runs_on";

    /** Where marked words are the last of one cue and the first of the next. */
    private static final Pattern OVER_BOTH = Pattern.compile(
            Snippet.CLOSE + "[^\\p{L}\\p{N}" + NEXT_CUE + "]*" + NEXT_CUE + "[^\\p{L}\\p{N}]*" + Snippet.OPEN);

    @Inject
    private SolrIndex index;

    Parts() {}

    /** To be asked without a container. */
    Parts(SolrIndex index) {
        this.index = index;
    }

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

    /** @param complete false when the index could not be asked, so that there may be more */
    record Within(Map<Subject, List<Part>> parts, boolean complete) {
        static final Within NOTHING = new Within(Map.of(), true);
    }

    /** @param total of all pages */
    record Listed(long total, List<Part> parts) {}

    /**
     * At most three of each, the best first; none while the index cannot be asked, since whoever asks has found the wholes already.
     *
     * @param wholes none finds nothing
     */
    Within within(Collection<Subject> wholes, Words words, Synonyms synonyms) {
        if (wholes.isEmpty()) {
            return Within.NOTHING;
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
            return new Within(found, true);
        } catch (SearchUnavailable away) {
            return new Within(Map.of(), false);
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

    /**
     * What to show of a part. A cue is also found by what is said after it: it is one to begin at when it has a word itself, or the first words of what
     * ends in the next. Then both are shown, for the half alone tells nobody why.
     *
     * @param passages by field
     * @return empty when nothing begins here
     */
    static Optional<String> passage(Map<String, List<String>> passages) {
        var both = passages.getOrDefault(RUNS_ON, List.of()).stream()
                .filter(text -> text.contains(Snippet.OPEN))
                .findFirst();
        var itself = passages.entrySet().stream()
                .filter(field -> !field.getKey().equals(RUNS_ON))
                .flatMap(field -> field.getValue().stream())
                .filter(text -> text.contains(Snippet.OPEN))
                .findFirst();
        var begun = both.filter(text -> OVER_BOTH.matcher(text).find()
                        || itself.isEmpty() && text.indexOf(Snippet.OPEN) < text.indexOf(NEXT_CUE))
                .map(text -> text.replace(NEXT_CUE, " "));
        return begun.or(() -> itself);
    }

    private static Stream<Part> part(JsonObject document, Map<String, Map<String, List<String>>> passages) {
        var passage = passage(passages.getOrDefault(document.getString("id"), Map.of()));
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
