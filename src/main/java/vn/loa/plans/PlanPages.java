package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductCard;
import vn.loa.catalog.ProductCards;
import vn.loa.catalog.ProductLists;
import vn.loa.common.Page;
import vn.loa.common.Reading;
import vn.loa.plans.PlanPage.Cited;
import vn.loa.plans.PlanPage.Goal;
import vn.loa.plans.PlanPage.Neighbour;
import vn.loa.plans.PlanPage.Place;
import vn.loa.taxonomy.Agency;
import vn.loa.taxonomy.Medium;

/** Reads what the pages of plans show, in a constant number of statements. */
@ApplicationScoped
@Transactional
@Reading
public class PlanPages {
    /** So many works fit the weight of a plan's page, those of all its deliverables together, the newest first. */
    private static final int MOST_WORKS = 60;

    @Inject
    private Plans plans;

    @Inject
    private Deliverables deliverables;

    @Inject
    private Goals goals;

    @Inject
    private BroadcastCounts broadcasts;

    @Inject
    private ProductLists products;

    @Inject
    private ProductCards cards;

    /** What is at this address. */
    public PlanVisit visit(String slug) {
        var revision = plans.published(slug);
        if (revision.isPresent()) {
            return new PlanVisit.Shown(page(revision.get()));
        }
        return plans.find(slug)
                .filter(plan -> plan.publication().isWithdrawn())
                .<PlanVisit>map(plan -> new PlanVisit.Withdrawn(
                        plan.published().map(PlanRevision::subject).orElse(""),
                        plan.publication().withdrawalReason().orElse("")))
                .orElseGet(PlanVisit.Unknown::new);
    }

    /** The newest document first. */
    public Page<PlanLine> list(int page, int size) {
        var found = plans.newest(page, size);
        return new Page<>(lines(found.items()), found.total(), found.number(), found.size());
    }

    /** Plans for one of these localities, the newest document first. */
    public List<PlanLine> forLocalities(Collection<Long> localities) {
        return lines(plans.forLocalities(localities));
    }

    private List<PlanLine> lines(List<PlanRevision> revisions) {
        var promised = goals.of(revisions);
        return revisions.stream()
                .map(revision -> line(revision, promised.getOrDefault(revision, List.of())))
                .toList();
    }

    private static PlanLine line(PlanRevision revision, List<PlanLine.Goal> goals) {
        return new PlanLine(
                revision.plan().slug(),
                revision.reference().orElse(null),
                revision.symbol().orElse(null),
                revision.kind(),
                issued(revision),
                revision.agency().name(),
                revision.locality().label(),
                revision.subject(),
                revision.summary(),
                goals);
    }

    private PlanPage page(PlanRevision revision) {
        var document = PlanDocument.of(revision);
        var progress = deliverables.progress(revision.deliverables());
        var works = works(revision.deliverables());
        var airings = broadcasts.of(
                revision.deliverables().stream().map(Deliverable::key).toList());
        var promises = document.deliverables().stream()
                .collect(Collectors.toMap(PlanDocument.Promise::id, Function.identity(), (one, other) -> one));
        var shared =
                Terms.shared(document.deliverables().stream().map(Terms::of).toList());
        var promised = revision.deliverables().stream()
                .map(d -> new Goal(
                        of(d, promises),
                        d.genre().label(),
                        d.genre().medium() == Medium.PRINT,
                        Terms.of(of(d, promises)).beyond(shared),
                        of(d, progress),
                        works.getOrDefault(d.key(), List.of()),
                        airings.getOrDefault(d.key(), BroadcastCounts.Airings.none())))
                .toList();
        return new PlanPage(
                document,
                new Place(revision.locality().addressName(), revision.locality().label()),
                revision.agency().name(),
                revision.agency().lastSuccessor().map(Agency::name).orElse(null),
                parent(revision),
                shared,
                promised,
                bases(revision),
                plans.restingOn(revision.plan()).stream()
                        .map(other -> neighbour(other, relation(other, revision.plan())))
                        .toList());
    }

    private static <T> T of(Deliverable deliverable, Map<String, T> byKey) {
        return Objects.requireNonNull(byKey.get(deliverable.key()), "every promise was looked for");
    }

    private Map<String, List<ProductCard>> works(List<Deliverable> promises) {
        var keys = promises.stream().map(Deliverable::key).toList();
        var keyOf = products.deliverablesOf(products.fulfilling(keys, MOST_WORKS));
        return cards.of(List.copyOf(keyOf.keySet())).stream()
                .collect(Collectors.groupingBy(card -> keyOf.getOrDefault(card.id(), "")));
    }

    private static @Nullable Neighbour parent(PlanRevision revision) {
        return revision.parent()
                .filter(parent -> parent.publication().isOnline())
                .flatMap(Plan::published)
                .map(parent -> neighbour(parent, null))
                .orElse(null);
    }

    private static @Nullable String relation(PlanRevision other, Plan plan) {
        return other.legalBases().stream()
                .filter(basis -> basis.plan().filter(plan::equals).isPresent())
                .map(basis -> basis.relation().code())
                .findFirst()
                .orElse(null);
    }

    /** Each document once, for whatever it is cited, with the other plans that cite it. */
    private List<Cited> bases(PlanRevision revision) {
        var ours = revision.legalBases();
        var elsewhere =
                plans.citing(revision).stream().collect(Collectors.groupingBy(basis -> CitedDocument.of(basis, ours)));
        return CitedDocument.among(ours).entrySet().stream()
                .map(cited ->
                        cited(cited.getKey(), cited.getValue(), elsewhere.getOrDefault(cited.getKey(), List.of())))
                .toList();
    }

    private static Cited cited(CitedDocument document, List<LegalBasis> citations, List<LegalBasis> elsewhere) {
        var told = document.told(citations);
        return new Cited(
                told,
                citations.stream()
                        .map(basis -> basis.relation().code())
                        .distinct()
                        .toList(),
                citations.get(0).revision().sections().stream()
                        .filter(section -> section.anchor().equals(told.citedIn()))
                        .map(PlanDocument::part)
                        .findFirst()
                        .orElse(null),
                elsewhere.stream()
                        .map(LegalBasis::revision)
                        .distinct()
                        .map(other -> neighbour(other, null))
                        .toList());
    }

    private static Neighbour neighbour(PlanRevision other, @Nullable String relation) {
        return new Neighbour(
                other.plan().slug(),
                other.reference().orElse(null),
                other.symbol().orElse(null),
                other.subject(),
                other.agency().name(),
                issued(other),
                relation);
    }

    private static PlanDocument.@Nullable Issued issued(PlanRevision revision) {
        return revision.issued()
                .map(date ->
                        new PlanDocument.Issued(date.date(), date.precision().code()))
                .orElse(null);
    }
}
