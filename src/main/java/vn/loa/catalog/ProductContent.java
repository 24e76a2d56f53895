package vn.loa.catalog;

import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.loa.common.JsonFields;
import vn.loa.common.Jsons;
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

    public static final int LONGEST_TITLE = 300;
    public static final int LONGEST_SUMMARY = 2_000;
    private static final int LONGEST_BODY = 200_000;
    public static final int LONGEST_LINE = 500;
    private static final int MOST = 100;
    static final int FIRST_YEAR = 1945;
    private static final int LAST_YEAR = 2200;

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
        var body = fields.longTexts("body");
        limit(fields, "body", body, LONGEST_BODY);
        return new ProductContent(
                fields.text("genre"),
                title,
                summary,
                sanitised(body),
                few(fields, "topics", fields.textList("topics")),
                few(fields, "audiences", fields.textList("audiences")),
                few(fields, "localities", fields.textList("localities")),
                fields.optionalText("agency").orElse(null),
                year(fields),
                fields.flag("replay"),
                fields.optionalText("deliverable")
                        .map(key -> line(fields, "deliverable", key))
                        .orElse(null),
                few(
                        fields,
                        "credits",
                        fields.objects("credits", credit -> new Credit(line(credit, "role"), line(credit, "name")))),
                few(fields, "consents", fields.objects("consents", ProductContent::readConsent)));
    }

    /** What a revision says. */
    static ProductContent of(ProductRevision revision) {
        var about = ProductDescription.of(revision, null);
        return new ProductContent(
                revision.genre().code(),
                revision.title(),
                revision.summary(),
                revision.body(),
                about.topics(),
                about.audiences(),
                about.localities(),
                about.agency(),
                about.year(),
                about.replay(),
                about.deliverable(),
                revision.credits(),
                revision.consents());
    }

    /** As {@link #read} takes it, without consents: what people have said about themselves is kept once. */
    public JsonObject toJson() {
        var makers = Jsons.array();
        credits.forEach(
                credit -> makers.add(Jsons.object().add("role", credit.role()).add("name", credit.name())));
        var json = Jsons.object()
                .add("genre", genre)
                .add("title", title.toJsonObject())
                .add("summary", summary.toJsonObject())
                .add("body", body.toJsonObject())
                .add("topics", Jsons.array(topics))
                .add("audiences", Jsons.array(audiences))
                .add("localities", Jsons.array(localities))
                .add("year", year)
                .add("replay", replay)
                .add("credits", makers);
        if (agency != null) {
            json.add("agency", agency);
        }
        if (deliverable != null) {
            json.add("deliverable", deliverable);
        }
        return json.build();
    }

    /** Reads what {@link #toJson} wrote. */
    static ProductContent parse(String json) {
        try (var reader = Jsons.reader(new StringReader(json))) {
            return read(new JsonFields(reader.readObject()));
        }
    }

    /** The same with what the people shown have said. */
    public ProductContent with(List<Consent> shown) {
        return like(title, shown);
    }

    /** The same under another title. */
    ProductContent titled(Texts other) {
        return like(other, consents);
    }

    private ProductContent like(Texts other, List<Consent> shown) {
        return new ProductContent(
                genre,
                other,
                summary,
                body,
                topics,
                audiences,
                localities,
                agency,
                year,
                replay,
                deliverable,
                credits,
                shown);
    }

    /** What is written in several languages, by the names of the fields. */
    Map<String, Texts> texts() {
        return Map.of("title", title, "summary", summary, "body", body);
    }

    private static Consent readConsent(JsonFields consent) {
        return new Consent(
                line(consent, "person"),
                line(consent, "scope"),
                consent.optionalDay("givenOn").orElse(null),
                consent.optionalText("document")
                        .map(document -> line(consent, "document", document))
                        .orElse(null),
                consent.optionalDay("withdrawnOn").orElse(null));
    }

    private static int year(JsonFields fields) {
        var year = fields.integer("year");
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            fields.violated("year", "must be from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return year;
    }

    private static String line(JsonFields fields, String field) {
        return line(fields, field, fields.text(field));
    }

    private static String line(JsonFields fields, String field, String text) {
        if (text.length() > LONGEST_LINE) {
            fields.violated(field, "must have at most " + LONGEST_LINE + " characters");
        }
        return text;
    }

    /** No more of them than there may be: each that there is not is asked for by itself. */
    private static <T> List<T> few(JsonFields fields, String field, List<T> all) {
        if (all.size() > MOST) {
            fields.violated(field, "must have at most " + MOST + " entries");
        }
        return all.subList(0, Math.min(MOST, all.size()));
    }

    private static Texts sanitised(Texts body) {
        return body.with(RichText::sanitise);
    }

    private static void limit(JsonFields fields, String field, Texts texts, int longest) {
        texts.asMap().forEach((language, text) -> {
            if (text.length() > longest) {
                fields.violated(field + "." + language, "must have at most " + longest + " characters");
            }
        });
    }
}
