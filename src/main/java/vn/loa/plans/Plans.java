package vn.loa.plans;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.PlanReferences.Promised;
import vn.loa.common.Fetch;
import vn.loa.common.NamedLocks;
import vn.loa.common.Page;
import vn.loa.common.Repository;
import vn.loa.common.Slug;
import vn.loa.common.Texts;
import vn.loa.common.Titled;

/** All plans, public or not. */
@Repository
public class Plans {
    private static final String REVISIONS =
            "select p.id, r.number from Plan p join p.published r where p.publication.online = true";

    /** What stands in the place of a plan in addresses of the API and of the back office. */
    private static final Set<String> RESERVED = Set.of("import", "moi");

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private NamedLocks locks;

    public Optional<Plan> find(String slug) {
        return em.createQuery("select p from Plan p where p.slug = :slug", Plan.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    /** The same, for who changes it: whoever does so at the same moment is waited for, and read. Nothing of it was read before in the transaction that is running. */
    Optional<Plan> lock(String slug) {
        return em
                .createQuery("select p from Plan p where p.slug = :slug", Plan.class)
                .setParameter("slug", slug)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    public Optional<Plan> find(long id) {
        return Optional.ofNullable(em.find(Plan.class, id));
    }

    /**
     * The published revision of the public plan at this address, with its agency and who has taken over from that, its locality and parent. One statement; each
     * collection of it is one more when it is read, and those of its deliverables three more for all of them.
     */
    public Optional<PlanRevision> published(String slug) {
        return withAll(
                "select r from PlanRevision r where r.plan.slug = :slug and r.plan.publication.online = true"
                        + " and r.plan.published = r",
                slug,
                Fetch.JOIN);
    }

    /**
     * The newest revision of the plan at this address, public or not, with what {@link #published} has. As many statements, however much the plan promises and
     * names, unless the revision has been read before in the running transaction.
     */
    Optional<PlanRevision> newest(String slug) {
        return withAll(
                "select r from PlanRevision r where r.plan.slug = :slug and r.plan.current = r", slug, Fetch.LEFT_JOIN);
    }

    /** The same of the revision that the public sees, or saw last. */
    Optional<PlanRevision> shown(String slug) {
        return withAll(
                "select r from PlanRevision r where r.plan.slug = :slug and r.plan.published = r",
                slug,
                Fetch.LEFT_JOIN);
    }

    private Optional<PlanRevision> withAll(String query, String slug, String joinOfAgency) {
        return em.createQuery(query, PlanRevision.class)
                .setParameter("slug", slug)
                .setHint(Fetch.JOIN, "r.plan")
                .setHint(joinOfAgency, "r.agency")
                .setHint(Fetch.LEFT_JOIN, "r.agency.successor")
                .setHint(Fetch.JOIN, "r.locality")
                .setHint(Fetch.LEFT_JOIN, "r.parent")
                .setHint(Fetch.BATCH_TYPE, Fetch.IN)
                .setHint(Fetch.BATCH, "r.legalBases")
                .setHint(Fetch.BATCH, "r.legalBases.plan")
                .setHint(Fetch.BATCH, "r.deliverables")
                .setHint(Fetch.BATCH, "r.deliverables.genre")
                .setHint(Fetch.BATCH, "r.deliverables.languages")
                .setHint(Fetch.BATCH, "r.deliverables.channels")
                .setHint(Fetch.BATCH, "r.deliverables.supportingUnits")
                .getResultStream()
                .findFirst();
    }

    /** Stores a new plan, which still lacks its first revision; the caller adds it in the same transaction. */
    void add(Plan plan) {
        em.persist(plan);
        em.flush();
    }

    void flush() {
        em.flush();
    }

    /** Counts a plan as changed now though only what belongs to it is, so that its version tells. */
    void touch(Plan plan) {
        plan.publication().rewritten(clock.instant());
        em.lock(plan, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        em.flush();
    }

    /** The first of {@code base}, {@code base-2}, {@code base-3} … that is no address yet; nobody else gets it while this transaction runs. */
    Slug free(Slug base) {
        locks.await("plan " + base);
        var number = RESERVED.contains(base.value()) ? 2 : 1;
        var free = number == 1 ? base : base.numbered(number);
        while (find(free.value()).isPresent()) {
            number++;
            free = base.numbered(number);
        }
        return free;
    }

    /** @param words number and subject */
    record Name(String slug, String words) {}

    /** What public plans are called, the newest first. One statement. */
    List<Name> names() {
        return em.createQuery(
                        "select p.slug, r.documentNumber, r.symbol, r.subject from Plan p join p.published r"
                                + " where p.publication.online = true order by p.id desc",
                        Object[].class)
                .setMaxResults(1_000)
                .getResultStream()
                .map(row -> new Name(
                        (String) row[0],
                        (row[1] == null ? "" : row[1] + (row[2] == null ? "" : "/" + row[2]) + " ") + row[3]))
                .toList();
    }

    /** A revision with its plan. */
    record Called(Plan plan, Name name) {}

    /** What plans at these addresses are called by now, public or not. One statement. */
    List<Called> called(Collection<String> slugs) {
        return among(
                        slugs,
                        "select r from PlanRevision r join fetch r.plan where r.plan.current = r and r.plan.slug in :these",
                        PlanRevision.class)
                .stream()
                .map(revision -> new Called(
                        revision.plan(),
                        new Name(
                                revision.plan().slug(),
                                revision.reference().map(cited -> cited + " ").orElse("") + revision.subject())))
                .toList();
    }

    /** The newest revisions of plans that bear one of these references, such as {@code 159/KH-UBND}, each with its plan. One statement. */
    List<PlanRevision> referredToAs(Collection<String> references) {
        return among(
                references,
                "select r from PlanRevision r join fetch r.plan where r.plan.current = r"
                        + " and concat(r.documentNumber, '/', r.symbol) in :these",
                PlanRevision.class);
    }

    /** The newest and the published revisions of other plans under this number and symbol, but for those put away; each with its plan. One statement. */
    List<PlanRevision> alsoNumbered(PlanRevision revision) {
        return em.createQuery(
                        "select r from PlanRevision r join fetch r.plan p where (p.current = r or p.published = r) and p <> :plan"
                                + " and p.publication.state <> vn.loa.editorial.PublicationState.ARCHIVED"
                                + " and r.documentNumber = :number and r.symbol = :symbol order by p.id, r.number desc",
                        PlanRevision.class)
                .setParameter("plan", revision.plan())
                .setParameter("number", revision.documentNumber().orElse(""))
                .setParameter("symbol", revision.symbol().orElse(""))
                .getResultList();
    }

    /** Those of these keys that a plan other than this one promises something by. One statement. */
    Set<String> promisedElsewhere(@Nullable Plan plan, Collection<String> keys) {
        if (plan == null) {
            return promised(keys);
        }
        return keys.isEmpty()
                ? Set.of()
                : Set.copyOf(em.createQuery(
                                "select distinct d.key from Deliverable d where d.key in :keys and d.revision.plan <> :plan",
                                String.class)
                        .setParameter("keys", keys)
                        .setParameter("plan", plan)
                        .getResultList());
    }

    /** Public plans with their agency and locality, the newest document first. Two statements. */
    public Page<PlanRevision> newest(int page, int size) {
        var total = em.createQuery("select count(p) from Plan p where p.publication.online = true", Long.class)
                .getSingleResult();
        var revisions = em.createQuery(
                        "select r from PlanRevision r join fetch r.plan join fetch r.agency join fetch r.locality"
                                + " where r.plan.publication.online = true and r.plan.published = r"
                                + " order by r.issued.date desc nulls last, r.periodTo desc nulls last, r.plan.id desc",
                        PlanRevision.class)
                .setFirstResult(Math.multiplyExact(page - 1, size))
                .setMaxResults(size)
                .getResultList();
        return new Page<>(revisions, total, page, size);
    }

    /** The published revisions of public plans for one of these localities, the newest document first. */
    public List<PlanRevision> forLocalities(Collection<Long> localities) {
        return among(
                localities,
                "select r from PlanRevision r join fetch r.plan join fetch r.agency"
                        + " join fetch r.locality where r.plan.publication.online = true"
                        + " and r.plan.published = r and r.locality.id in :these"
                        + " order by r.issued.date desc nulls last, r.periodTo desc nulls last, r.plan.id desc",
                PlanRevision.class);
    }

    /** Whether there is a deliverable with this key, in whatever revision. */
    public boolean isPromised(String key) {
        return !em.createQuery("select d.key from Deliverable d where d.key = :key", String.class)
                .setParameter("key", key)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Those of these keys with which there is a deliverable, in whatever revision. One statement, and none for none. */
    Set<String> promised(Collection<String> keys) {
        return Set.copyOf(among(keys, "select distinct d.key from Deliverable d where d.key in :these", String.class));
    }

    /** In which languages these are promised by the newest revisions of their plans, by key. One statement, and none for none. */
    Map<String, Promised> promisedLanguages(Collection<String> keys) {
        var found = new LinkedHashMap<String, Promised>();
        among(
                        keys,
                        "select distinct d from Deliverable d left join fetch d.languages where d.revision.plan.current = d.revision"
                                + " and d.key in :these",
                        Deliverable.class)
                .forEach(one -> found.putIfAbsent(
                        one.key(), new Promised(one.languages(), one.adaptation() == Adaptation.SUBTITLE)));
        return found;
    }

    /** Keys of deliverables of public plans that all of these words are found with; see {@link vn.loa.catalog.PlanReferences#search}. One statement, or none. */
    List<String> deliverablesWith(String words, int most) {
        if (words.isBlank()) {
            return List.of();
        }
        List<?> keys = em.createNativeQuery(
                        "select d.key from deliverable d join plan_revision r on r.id = d.revision join plan p on p.published_revision = r.id"
                                + " where p.online and folded_titles(d.title) || '|' || folded_titles(cast(json_build_object('q',"
                                + " concat_ws(' ', r.document_number, r.symbol, r.subject)) as text)) like all (array(select '%' || word || '%'"
                                + " from string_to_table(folded_titles(cast(json_build_object('q', cast(?1 as text)) as text)), ' ') as word))"
                                + " order by p.published_at desc, d.position limit ?2")
                .setParameter(1, words)
                .setParameter(2, most)
                .getResultList();
        return keys.stream().map(String.class::cast).toList();
    }

    /** The deliverables with these keys, of public plans, each with its revision and plan. */
    public List<Deliverable> publicDeliverables(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select d from Deliverable d where d.key in :keys"
                                        + " and d.revision.plan.publication.online = true"
                                        + " and d.revision.plan.published = d.revision",
                                Deliverable.class)
                        .setParameter("keys", keys)
                        .setHint(Fetch.JOIN, "d.revision")
                        .setHint(Fetch.JOIN, "d.revision.plan")
                        .getResultList();
    }

    /** Those of these that are public, in no order. One statement, or none. */
    public List<Titled> titles(Collection<Long> ids) {
        return among(
                        ids,
                        "select p.id, p.slug, r.subject from Plan p join p.published r"
                                + " where p.publication.online = true and p.id in :these",
                        Object[].class)
                .stream()
                .map(row -> new Titled((Long) row[0], (String) row[1], Texts.of(Texts.FALLBACK, (String) row[2])))
                .toList();
    }

    /** The published revisions of those of these plans which are public, each with its plan; in no order. One statement. */
    public List<PlanRevision> publicOnes(Collection<Long> ids) {
        return among(
                ids,
                "select r from PlanRevision r join fetch r.plan"
                        + " where r.plan.publication.online = true and r.plan.published = r"
                        + " and r.plan.id in :these",
                PlanRevision.class);
    }

    /** The keys of what a public plan promises; empty when there is no such plan. One statement. */
    public List<String> promisesOf(String slug) {
        if (!Slug.isSlug(slug)) {
            return List.of();
        }
        return em.createQuery(
                        "select d.key from Deliverable d join d.revision r join r.plan p"
                                + " where p.slug = :slug and p.publication.online = true and p.published = r",
                        String.class)
                .setParameter("slug", slug)
                .getResultList();
    }

    /** Public plans that name this plan among their legal bases or as the plan they detail, by date of issue. */
    public List<PlanRevision> restingOn(Plan plan) {
        return em.createQuery(
                        "select distinct r from PlanRevision r join fetch r.plan join fetch r.agency"
                                + " left join fetch r.legalBases"
                                + " where r.plan.publication.online = true and r.plan.published = r and (r.parent = :plan"
                                + " or exists (select b from LegalBasis b where b.revision = r and b.plan = :plan))"
                                + " order by r.issued.date",
                        PlanRevision.class)
                .setParameter("plan", plan)
                .setHint(Fetch.BATCH_TYPE, Fetch.IN)
                .setHint(Fetch.BATCH, "r.legalBases")
                .setHint(Fetch.BATCH, "r.legalBases.plan")
                .getResultList();
    }

    /** What these revisions promise, in order, with the languages asked for. One statement. */
    public List<Deliverable> deliverablesOf(Collection<PlanRevision> revisions) {
        return among(
                revisions,
                "select distinct d from Deliverable d join fetch d.genre left join fetch d.languages"
                        + " where d.revision in :these order by d.position",
                Deliverable.class);
    }

    /**
     * What other public plans cite under numbers that this plan cites too, with those plans. Documents of one number need not be
     * the same: {@link CitedDocument} tells.
     */
    public List<LegalBasis> citing(PlanRevision revision) {
        var cited = revision.legalBases().stream().map(LegalBasis::reference).toList();
        return cited.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select b from LegalBasis b join b.revision r join r.plan p"
                                        + " where b.reference in :cited and r <> :revision"
                                        + " and p.publication.online = true and p.published = r"
                                        + " order by r.issued.date, b.position",
                                LegalBasis.class)
                        .setHint(Fetch.JOIN, "b.revision.plan")
                        .setHint(Fetch.JOIN, "b.revision.agency")
                        .setParameter("cited", cited)
                        .setParameter("revision", revision)
                        .getResultList();
    }

    /** What a query finds that asks for {@code :these}; nothing, and without being asked, when there are none. */
    private <T> List<T> among(Collection<?> these, String query, Class<T> type) {
        return these.isEmpty()
                ? List.of()
                : em.createQuery(query, type).setParameter("these", these).getResultList();
    }

    /** The number of the published wording of every public plan, by the plan's id. One statement. */
    public Map<Long, String> publicRevisions() {
        return revisions(em.createQuery(REVISIONS + " order by p.id", Object[].class));
    }

    /** How many {@link #publicRevisions()} there are. One statement. */
    public long publicOnes() {
        return em.createQuery(
                        "select count(p) from Plan p where p.publication.online = true and p.published is not null",
                        Long.class)
                .getSingleResult();
    }

    /** Those of {@link #publicRevisions()} that these have. One statement. */
    public Map<Long, String> publicRevisions(List<Long> ids) {
        return revisions(
                em.createQuery(REVISIONS + " and p.id in :ids", Object[].class).setParameter("ids", ids));
    }

    /** One of {@link #publicRevisions}; empty when the plan is not public. */
    public Optional<String> publicRevision(long id) {
        return revisions(em.createQuery(REVISIONS + " and p.id = :id", Object[].class)
                        .setParameter("id", id))
                .values()
                .stream()
                .findFirst();
    }

    private static Map<Long, String> revisions(TypedQuery<Object[]> query) {
        var revisions = new LinkedHashMap<Long, String>();
        query.getResultStream().forEach(row -> revisions.put((Long) row[0], String.valueOf(row[1])));
        return revisions;
    }
}
