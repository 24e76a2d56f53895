package vn.loa.search;

import jakarta.json.JsonObject;
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
    private final Map<String, List<Object>> fields = new LinkedHashMap<>();

    IndexDocument(Subject subject, String slug, String revision) {
        set("id", subject.key());
        set("kind", subject.kind().code());
        set("subject", subject.id());
        set("slug", slug);
        set("revision", revision);
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

    IndexDocument codes(String field, Collection<String> codes) {
        codes.stream().distinct().forEach(code -> add(field, code));
        return this;
    }

    IndexDocument code(String field, String code) {
        set(field, code);
        return this;
    }

    IndexDocument number(String field, int number) {
        set(field, number);
        return this;
    }

    IndexDocument moment(String field, Instant moment) {
        set(field, moment.toString());
        return this;
    }

    JsonObject build() {
        var document = Jsons.object();
        fields.forEach((field, values) -> document.add(field, Jsons.array(values)));
        return document.build();
    }

    private void set(String field, Object value) {
        fields.put(field, new ArrayList<>(List.of(value)));
    }

    private void add(String field, Object value) {
        fields.computeIfAbsent(field, unused -> new ArrayList<>()).add(value);
    }
}
