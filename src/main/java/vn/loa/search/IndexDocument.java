package vn.loa.search;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.loa.common.Jsons;
import vn.loa.common.Texts;

/** Fills a document of the index; see the schema for the meaning of the fields. Not for several threads. */
final class IndexDocument {
    /** As Solr calls the documents in one block with this one. */
    private static final String PARTS = "_childDocuments_";

    /** So many characters of text are held in memory and sent together: a few megabytes. */
    static final long ENOUGH_AT_ONCE = 2_000_000;

    private final Map<String, List<Object>> fields = new LinkedHashMap<>();
    private List<IndexDocument> parts = List.of();

    private IndexDocument(String id, String kind, String revision) {
        set("id", id);
        set("kind", kind);
        set("revision", revision);
    }

    IndexDocument(Subject subject, String slug, String revision) {
        this(subject.key(), subject.kind().code(), revision);
        set("subject", subject.id());
        set("slug", slug);
    }

    /**
     * A part of what a subject's document stands for.
     *
     * @param key its own among the parts of this kind
     */
    static IndexDocument part(Subject subject, String revision, PartKind kind, String key) {
        return new IndexDocument(subject.key() + "/" + kind.code() + "/" + key, kind.code(), revision);
    }

    /** Puts parts into one block with this document. */
    IndexDocument holding(List<IndexDocument> held) {
        parts = List.copyOf(held);
        return this;
    }

    /** Of a built one. */
    static String id(JsonObject built) {
        return built.getJsonArray("id").getString(0);
    }

    /** How much text is in a built one, with its parts. */
    static long characters(JsonValue built) {
        return switch (built.getValueType()) {
            case STRING -> ((JsonString) built).getChars().length();
            case ARRAY ->
                built.asJsonArray().stream()
                        .mapToLong(IndexDocument::characters)
                        .sum();
            case OBJECT ->
                built.asJsonObject().values().stream()
                        .mapToLong(IndexDocument::characters)
                        .sum();
            default -> 0;
        };
    }

    /** Words; nothing is added when there are none. */
    IndexDocument words(String field, String text) {
        var clean = Snippet.withoutMarkers(text);
        if (!clean.isBlank()) {
            add(field, clean);
        }
        return this;
    }

    /** The Vietnamese text into one field, the others into another. */
    IndexDocument words(String field, String fieldForOthers, Texts texts) {
        texts.asMap()
                .forEach((language, text) -> words(language.equals(Texts.FALLBACK) ? field : fieldForOthers, text));
        return this;
    }

    /** What something is called: to be found, and, in Vietnamese, to be shown. */
    IndexDocument named(String field, Texts label) {
        return words(field, field, label).words("labels", label.in(Texts.FALLBACK));
    }

    IndexDocument codes(String field, Collection<String> codes) {
        codes.stream().distinct().forEach(code -> add(field, code));
        return this;
    }

    IndexDocument code(String field, String code) {
        set(field, code);
        return this;
    }

    IndexDocument number(String field, long number) {
        set(field, number);
        return this;
    }

    IndexDocument moment(String field, Instant moment) {
        set(field, moment.toString());
        return this;
    }

    JsonObject build() {
        var document = Jsons.object();
        addTraits();
        fields.forEach((field, values) -> document.add(field, Jsons.array(values)));
        if (!parts.isEmpty()) {
            document.add(
                    PARTS, Jsons.array(parts.stream().map(IndexDocument::build).toList()));
        }
        return document.build();
    }

    /** All properties once more in one field, to count them together. */
    private void addTraits() {
        for (var facet : Facet.values()) {
            if (facet.isTrait()) {
                codes(
                        Facet.TRAITS,
                        fields.getOrDefault(facet.field(), List.of()).stream()
                                .map(value -> facet.asTrait() + value)
                                .toList());
            }
        }
    }

    private void set(String field, Object value) {
        fields.put(field, new ArrayList<>(List.of(value)));
    }

    private void add(String field, Object value) {
        fields.computeIfAbsent(field, unused -> new ArrayList<>()).add(value);
    }
}
