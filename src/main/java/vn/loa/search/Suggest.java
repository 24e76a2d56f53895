package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import vn.loa.catalog.ProductLists;
import vn.loa.common.Titled;
import vn.loa.editorial.SubjectKind;
import vn.loa.plans.Plans;
import vn.loa.questions.Questions;

/** Offers titles, topics, places and languages while one types, with or without diacritics. Four statements and one question to the search server at most. */
@ApplicationScoped
public class Suggest {
    static final int MOST = 10;
    private static final int MOST_PLACES = 4;

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
     * @param kind {@code topic}, {@code locality}, {@code language}, {@code product}, {@code plan} or {@code question}
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
        var suggestions = new ArrayList<>(places(words, language));
        try {
            suggestions.addAll(titles(words, language, MOST - suggestions.size()));
            return new Completion(suggestions, false);
        } catch (SearchUnavailable away) {
            return new Completion(suggestions, true);
        }
    }

    /** At most four topics, places and languages with a word that begins like each of these. One statement. */
    public List<Suggestion> places(Words words, String language) {
        return names.current().places().like(words, language, MOST_PLACES);
    }

    private List<Suggestion> titles(Words words, String language, int atMost) {
        var answer =
                index.ask("/suggest", new SolrQuery().set("q", words.literal()).set("rows", atMost));
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
