package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.catalog.Products;
import vn.loa.editorial.SubjectKind;
import vn.loa.plans.Plans;
import vn.loa.questions.Questions;

/** What the index should hold, read from the database as it is now. */
@ApplicationScoped
public class PublicDocuments {
    /** Begins every revision. To be raised with the fields of the documents: an index of before is then read anew. */
    private static final String FORM = "11:";

    @Inject
    private Products products;

    @Inject
    private Plans plans;

    @Inject
    private Questions questions;

    /**
     * The document of a subject, or nothing when it is not public. In a transaction of its own: a subject that cannot be read
     * spoils no other.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<JsonObject> current(Subject subject) {
        return switch (subject.kind()) {
            case PRODUCT -> product(subject);
            case PLAN -> plan(subject);
            case QUESTION -> question(subject);
        };
    }

    /** The revision of everything public by its id in the index. Three statements. */
    @Transactional
    public Map<String, String> revisions() {
        return keyed(products.publicRevisions(), plans.publicRevisions(), questions.publicRevisions());
    }

    /** How many there are in {@link #revisions()}, without reading of what they are made. Three statements. */
    @Transactional
    public long count() {
        return products.publicOnes() + plans.publicOnes() + questions.publicOnes();
    }

    /** As {@link #revisions()}, of these alone. Three statements at most. */
    @Transactional
    public Map<String, String> revisions(List<Subject> subjects) {
        var works = ids(subjects, SubjectKind.PRODUCT);
        var planned = ids(subjects, SubjectKind.PLAN);
        var asked = ids(subjects, SubjectKind.QUESTION);
        return keyed(
                works.isEmpty() ? Map.of() : products.publicRevisions(works),
                planned.isEmpty() ? Map.of() : plans.publicRevisions(planned),
                asked.isEmpty() ? Map.of() : questions.publicRevisions(asked));
    }

    private static Map<String, String> keyed(
            Map<Long, String> works, Map<Long, String> planned, Map<Long, String> asked) {
        var revisions = new LinkedHashMap<String, String>();
        put(revisions, SubjectKind.PRODUCT, works);
        put(revisions, SubjectKind.PLAN, planned);
        put(revisions, SubjectKind.QUESTION, asked);
        return revisions;
    }

    /** Whether it was read by a portal of today: after a new version all is read anew, which takes longer than a moment. */
    static boolean isOfThisForm(String revision) {
        return revision.startsWith(FORM);
    }

    private static void put(Map<String, String> revisions, SubjectKind kind, Map<Long, String> of) {
        of.forEach((id, revision) -> revisions.put(new Subject(kind, id).key(), FORM + revision));
    }

    private static List<Long> ids(List<Subject> subjects, SubjectKind kind) {
        return subjects.stream()
                .filter(subject -> subject.kind() == kind)
                .map(Subject::id)
                .toList();
    }

    private Optional<JsonObject> product(Subject subject) {
        return products.publicRevision(subject.id())
                .flatMap(revision -> products.withWords(subject.id())
                        .flatMap(product -> product.published()
                                .map(content -> IndexedProduct.of(subject, product, content, FORM + revision))));
    }

    private Optional<JsonObject> question(Subject subject) {
        return Optional.ofNullable(
                        questions.publicRevisions(List.of(subject.id())).get(subject.id()))
                .flatMap(revision -> questions
                        .find(subject.id())
                        .map(question -> IndexedQuestion.of(subject, question, FORM + revision)));
    }

    private Optional<JsonObject> plan(Subject subject) {
        return plans.publicRevision(subject.id())
                .flatMap(revision -> plans.find(subject.id())
                        .flatMap(plan -> plan.published()
                                .map(content -> IndexedPlan.of(subject, plan, content, FORM + revision))));
    }
}
