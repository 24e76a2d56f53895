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

/** What the index should hold, read from the database as it is now. */
@ApplicationScoped
public class PublicDocuments {
    /** Begins every revision. To be raised with the fields of the documents: an index of before is then read anew. */
    private static final String FORM = "6:";

    @Inject
    private Products products;

    @Inject
    private Plans plans;

    /**
     * The document of a subject, or nothing when it is not public. In a transaction of its own: a subject that cannot be read
     * spoils no other.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<JsonObject> current(Subject subject) {
        return switch (subject.kind()) {
            case PRODUCT -> product(subject);
            case PLAN -> plan(subject);
            case QUESTION -> Optional.empty();
        };
    }

    /** The revision of everything public by its id in the index. Two statements. */
    @Transactional
    public Map<String, String> revisions() {
        return keyed(products.publicRevisions(), plans.publicRevisions());
    }

    /** As {@link #revisions()}, of these alone. Two statements at most. */
    @Transactional
    public Map<String, String> revisions(List<Subject> subjects) {
        var works = ids(subjects, SubjectKind.PRODUCT);
        var planned = ids(subjects, SubjectKind.PLAN);
        return keyed(
                works.isEmpty() ? Map.of() : products.publicRevisions(works),
                planned.isEmpty() ? Map.of() : plans.publicRevisions(planned));
    }

    private static Map<String, String> keyed(Map<Long, String> works, Map<Long, String> planned) {
        var revisions = new LinkedHashMap<String, String>();
        works.forEach((id, revision) -> revisions.put(new Subject(SubjectKind.PRODUCT, id).key(), FORM + revision));
        planned.forEach((id, revision) -> revisions.put(new Subject(SubjectKind.PLAN, id).key(), FORM + revision));
        return revisions;
    }

    private static List<Long> ids(List<Subject> subjects, SubjectKind kind) {
        return subjects.stream()
                .filter(subject -> subject.kind() == kind)
                .map(Subject::id)
                .toList();
    }

    private Optional<JsonObject> product(Subject subject) {
        return products.publicRevision(subject.id())
                .flatMap(revision -> products.find(subject.id())
                        .flatMap(product -> product.published()
                                .map(content -> IndexedProduct.of(subject, product, content, FORM + revision))));
    }

    private Optional<JsonObject> plan(Subject subject) {
        return plans.publicRevision(subject.id())
                .flatMap(revision -> plans.find(subject.id())
                        .flatMap(plan -> plan.published()
                                .map(content -> IndexedPlan.of(subject, plan, content, FORM + revision))));
    }
}
