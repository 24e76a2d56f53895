package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.common.JsonFields;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Languages;

/** Reads what an editor writes about a product, so that everything that is wrong with it is told at once: languages that there are not, too. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class ReadContent {
    /** Whoever writes more languages than there are knows by then. */
    private static final int MOST_TOLD = 20;

    @Inject
    private Languages languages;

    /** What is wrong is left with the reader, which the caller finishes. */
    public ProductContent from(JsonFields fields) {
        var content = ProductContent.read(fields);
        var known = languages.all().stream().map(Language::code).collect(Collectors.toSet());
        note(fields, "title", content.title(), known);
        note(fields, "summary", content.summary(), known);
        note(fields, "body", content.body(), known);
        return content;
    }

    private static void note(JsonFields fields, String field, Texts texts, Set<String> known) {
        texts.languages().stream()
                .filter(language -> !known.contains(language))
                .limit(MOST_TOLD)
                .forEach(language -> fields.violated(field + "." + language, "is not in a known language"));
    }
}
