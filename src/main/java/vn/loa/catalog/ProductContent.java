package vn.loa.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.JsonFields;
import vn.loa.common.RichText;
import vn.loa.common.Texts;

/**
 * Everything an editor writes about a product: the "product body for writing" of the API.
 *
 * @param genre code of a genre
 * @param body formatted text per language, sanitised
 * @param topics codes
 * @param audiences codes
 * @param localities codes, with {@code @validFrom} where one has been reused
 * @param agency code of the issuing agency
 * @param year of production
 * @param replay whether it is an older work used again, not a new production
 * @param deliverable key of the plan deliverable that it fulfils
 */
public record ProductContent(
        String genre,
        Texts title,
        Texts summary,
        Texts body,
        List<String> topics,
        List<String> audiences,
        List<String> localities,
        @Nullable String agency,
        int year,
        boolean replay,
        @Nullable String deliverable,
        List<Credit> credits,
        List<Consent> consents) {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_SUMMARY = 2_000;

    public ProductContent {
        topics = List.copyOf(topics);
        audiences = List.copyOf(audiences);
        localities = List.copyOf(localities);
        credits = List.copyOf(credits);
        consents = List.copyOf(consents);
    }

    /** Reads the fields that can be written; what is wrong is left with the reader, which the caller finishes. */
    public static ProductContent read(JsonFields fields) {
        var title = fields.texts("title");
        if (title.exactly(Texts.FALLBACK).isEmpty()) {
            fields.violated("title.vi", "is required");
        }
        limit(fields, "title", title, LONGEST_TITLE);
        var summary = fields.texts("summary");
        limit(fields, "summary", summary, LONGEST_SUMMARY);
        return new ProductContent(
                fields.text("genre"),
                title,
                summary,
                sanitised(fields.texts("body")),
                fields.textList("topics"),
                fields.textList("audiences"),
                fields.textList("localities"),
                fields.optionalText("agency").orElse(null),
                fields.integer("year"),
                fields.flag("replay"),
                fields.optionalText("deliverable").orElse(null),
                fields.objects("credits", credit -> new Credit(credit.text("role"), credit.text("name"))),
                fields.objects("consents", ProductContent::readConsent));
    }

    private static Consent readConsent(JsonFields consent) {
        return new Consent(
                consent.text("person"),
                consent.text("scope"),
                consent.optionalDay("givenOn").orElse(null),
                consent.optionalText("document").orElse(null),
                consent.optionalDay("withdrawnOn").orElse(null));
    }

    private static Texts sanitised(Texts body) {
        var clean = new java.util.LinkedHashMap<String, String>();
        body.asMap().forEach((language, html) -> clean.put(language, RichText.sanitise(html)));
        return Texts.of(clean);
    }

    private static void limit(JsonFields fields, String field, Texts texts, int longest) {
        texts.asMap().forEach((language, text) -> {
            if (text.length() > longest) {
                fields.violated(field + "." + language, "must have at most " + longest + " characters");
            }
        });
    }
}
