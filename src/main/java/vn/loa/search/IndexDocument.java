package vn.loa.search;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import org.apache.solr.common.SolrInputDocument;
import vn.loa.common.Texts;

/** Fills a document of the index; see the schema for the meaning of the fields. Not for several threads. */
final class IndexDocument {
    private final SolrInputDocument document = new SolrInputDocument();

    IndexDocument(Subject subject, String slug, String revision) {
        document.setField("id", subject.key());
        document.setField("kind", subject.kind().code());
        document.setField("subject", subject.id());
        document.setField("slug", slug);
        document.setField("revision", revision);
    }

    /** Words; nothing is added when there are none. */
    IndexDocument words(String field, String text) {
        var clean = Snippet.withoutMarkers(text);
        if (!clean.isBlank()) {
            document.addField(field, clean);
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
        codes.stream().distinct().forEach(code -> document.addField(field, code));
        return this;
    }

    IndexDocument code(String field, String code) {
        document.setField(field, code);
        return this;
    }

    IndexDocument number(String field, int number) {
        document.setField(field, number);
        return this;
    }

    IndexDocument moment(String field, Instant moment) {
        document.setField(field, Date.from(moment));
        return this;
    }

    SolrInputDocument build() {
        return document;
    }
}
