package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.catalog.ProductLists;
import vn.loa.common.Titled;
import vn.loa.editorial.SubjectKind;
import vn.loa.plans.Plans;
import vn.loa.questions.Questions;

/** Offers titles, topics, places, languages and usual words while one types, with or without diacritics. Five statements and one question to the search server at most. */
@ApplicationScoped
public class Suggest {
    static final int MOST = 10;
    private static final int MOST_PLACES = 4;
    private static final int MOST_USUAL = 2;

    @Inject
    private SolrIndex index;

    @Inject
    private Names names;

    @Inject
    private ProductLists products;

    @Inject
    private Plans plans;

    @Inject
    private Questions questions;

    /**
     * @param kind {@code topic}, {@code locality}, {@code language}, {@code words}, {@code product}, {@code plan} or {@code question}
     * @param url address within the portal, from the root
     */
    public record Suggestion(String text, String kind, String url) {}

    /** @param limited whether the search server was away, so that titles are missing */
    public record Completion(List<Suggestion> suggestions, boolean limited) {
        public static final Completion NONE = new Completion(List.of(), false);
    }

    /** At most ten; topics and places first. While the search server is away, these alone. */
    public Completion complete(Words words, String language) {
        if (!words.areReadable()) {
            return Completion.NONE;
        }
        var called = names.current();
        var suggestions = new ArrayList<>(places(words, called, language));
        usual(words, called.places(), language).stream()
                .filter(usual -> suggestions.stream().noneMatch(place -> place.url.equals(usual.url)))
                .limit(MOST_USUAL)
                .forEach(suggestions::add);
        try {
            suggestions.addAll(titles(words, language, MOST - suggestions.size()));
            return new Completion(suggestions, false);
        } catch (SearchUnavailable away) {
            return new Completion(suggestions, true);
        }
    }

    /** At most four topics, places and languages with a word that begins like each of these; a language that was named comes first. No statement. */
    public List<Suggestion> places(Words words, Names.Snapshot called, String language) {
        var like = called.places().like(words, language, MOST_PLACES);
        return called.tongues().in(words).stream()
                .map(mention -> inLanguage(mention, called, language))
                .flatMap(first -> Stream.concat(
                                Stream.of(first), like.stream().filter(place -> !place.url.equals(first.url)))
                        .limit(MOST_PLACES))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), offered -> offered.isEmpty() ? like : List.copyOf(offered)));
    }

    /** Usual words that begin so, and what abbreviations stand for: the topic that is called so, else a search for it. */
    private static List<Suggestion> usual(Words words, PlaceNames called, String language) {
        return BuiltInSynonyms.beginningWith(words).stream()
                .map(term -> called.like(new Words(term), language, 1).stream()
                        .findFirst()
                        .orElseGet(() -> new Suggestion(
                                term,
                                "words",
                                "/tim-kiem?" + Filters.WORDS + "=" + URLEncoder.encode(term, StandardCharsets.UTF_8))))
                .toList();
    }

    /** What is in the language, of all that has the words beside its name. */
    private static Suggestion inLanguage(Tongues.Mention mention, Names.Snapshot called, String language) {
        var filter = Facet.LANGUAGE.pageParameter() + "=" + mention.code();
        var name = called.label(Facet.LANGUAGE, mention.code()).in(language);
        return mention.beside()
                .map(words -> new Suggestion(
                        name + ": " + words.text(),
                        "language",
                        "/tim-kiem?" + Filters.WORDS + "=" + URLEncoder.encode(words.text(), StandardCharsets.UTF_8)
                                + "&" + filter))
                .orElseGet(() -> new Suggestion(name, "language", "/san-pham?" + filter));
    }

    private List<Suggestion> titles(Words words, String language, int atMost) {
        var answer = index.ask(
                "/suggest",
                BareNumber.in(words)
                        .map(number -> number.into(new SolrQuery())
                                .set("defType", "lucene")
                                .set("q", "{!lucene q.op=OR v=$numbered}"))
                        .orElseGet(() -> new SolrQuery().set("q", words.literal()))
                        .set("rows", atMost));
        var subjects =
                answer.ids().stream().flatMap(id -> Subject.parse(id).stream()).toList();
        var found = new HashMap<Subject, Suggestion>();
        for (var kind : SubjectKind.values()) {
            titled(kind, idsOf(subjects, kind))
                    .forEach(titled -> found.put(
                            new Subject(kind, titled.id()),
                            new Suggestion(titled.title().in(language), kind.code(), folder(kind) + titled.slug())));
        }
        return subjects.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private List<Titled> titled(SubjectKind kind, List<Long> ids) {
        return switch (kind) {
            case PRODUCT -> products.titles(ids);
            case PLAN -> plans.titles(ids);
            case QUESTION -> questions.titles(ids);
        };
    }

    private static String folder(SubjectKind kind) {
        return switch (kind) {
            case PRODUCT -> "/san-pham/";
            case PLAN -> "/ke-hoach/";
            case QUESTION -> "/hoi-dap/";
        };
    }

    private static List<Long> idsOf(List<Subject> subjects, SubjectKind kind) {
        return subjects.stream()
                .filter(subject -> subject.kind() == kind)
                .map(Subject::id)
                .toList();
    }
}
