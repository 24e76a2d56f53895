package vn.loa.plans;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.TrackKind;
import vn.loa.catalog.TrackRole;
import vn.loa.catalog.TrackState;
import vn.loa.common.Repository;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;
import vn.loa.editorial.PublicationState;
import vn.loa.plans.DeliverableProgress.LanguageProgress;

/** What has come of the promises of plans. Two statements for any number of them. */
@Repository
public class Deliverables {
    /** What was put away is nobody's work any more. */
    private static final String IN_WORK = " and p.publication.state <> vn.loa.editorial.PublicationState.ARCHIVED";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** The progress of these deliverables by key. */
    public Map<String, DeliverableProgress> progress(Collection<Deliverable> deliverables) {
        if (deliverables.isEmpty()) {
            return Map.of();
        }
        var keys = deliverables.stream().map(Deliverable::key).toList();
        var works = works(keys);
        var versions = versions(keys);
        var today = LocalDate.now(clock.withZone(TimeSource.ZONE));
        var judged = judged(deliverables, works);
        return deliverables.stream()
                .map(d -> progress(d, works, versions, judged.contains(d.revision()) ? today : null))
                .collect(Collectors.toMap(DeliverableProgress::deliverable, Function.identity(), (one, other) -> one));
    }

    /** The plans that can be behind their promises: for one of the sample content, nothing but samples tells nothing. */
    private static Set<PlanRevision> judged(Collection<Deliverable> deliverables, List<Work> works) {
        var really = works.stream()
                .filter(work -> !work.sample())
                .flatMap(work -> Stream.ofNullable(work.published()))
                .collect(Collectors.toSet());
        return deliverables.stream()
                .filter(d -> !d.revision().plan().isSample() || really.contains(d.key()))
                .map(Deliverable::revision)
                .collect(Collectors.toSet());
    }

    /**
     * A work, and what it is said to fulfil: by editors in its working revision, and before the public in the published one.
     *
     * @param published null unless the public sees it
     */
    record Work(long id, @Nullable String current, @Nullable String published, boolean sample) {}

    /** Works that are said to fulfil one of these, in every state, by key. One statement. */
    List<PlanResult.Work> fulfilling(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select r.deliverable, p.slug, r.title, p.publication.state, p.publication.online from Product p"
                                        + " join p.current r where r.deliverable in :keys" + IN_WORK + " order by p.id",
                                Object[].class)
                        .setParameter("keys", keys)
                        .getResultStream()
                        .map(row -> new PlanResult.Work(
                                (String) row[0],
                                (String) row[1],
                                (Texts) row[2],
                                ((PublicationState) row[3]).code(),
                                Boolean.TRUE.equals(row[4])))
                        .toList();
    }

    private List<Work> works(List<String> keys) {
        return em.createQuery(
                        "select p.id, r.deliverable, q.deliverable, p.publication.online, p.sample from Product p join p.current r"
                                + " left join p.published q where (r.deliverable in :keys or q.deliverable in :keys)"
                                + IN_WORK,
                        Object[].class)
                .setParameter("keys", keys)
                .getResultStream()
                .map(row -> new Work(
                        (Long) row[0],
                        (String) row[1],
                        Boolean.TRUE.equals(row[3]) ? (String) row[2] : null,
                        Boolean.TRUE.equals(row[4])))
                .toList();
    }

    record Version(long product, TrackKind kind, TrackRole role, String language, TrackState state) {}

    private List<Version> versions(List<String> keys) {
        return em.createQuery(
                        "select p.id, t.kind, t.role, t.language, t.state from Product p join p.current r"
                                + " left join p.published q join p.tracks t where (r.deliverable in :keys"
                                + " or q.deliverable in :keys) and t.role <> vn.loa.catalog.TrackRole.POSTER"
                                + IN_WORK,
                        Object[].class)
                .setParameter("keys", keys)
                .getResultStream()
                .map(row -> new Version(
                        (Long) row[0], (TrackKind) row[1], (TrackRole) row[2], (String) row[3], (TrackState) row[4]))
                .toList();
    }

    /** @param today null where nothing can be overdue */
    static DeliverableProgress progress(
            Deliverable deliverable, List<Work> works, List<Version> versions, @Nullable LocalDate today) {
        var key = deliverable.key();
        var begun = works.stream()
                .filter(work -> key.equals(work.current()))
                .map(Work::id)
                .collect(Collectors.toSet());
        var published = works.stream()
                .filter(work -> key.equals(work.published()))
                .map(Work::id)
                .collect(Collectors.toSet());
        var samples = works.stream()
                .filter(work -> work.sample() && key.equals(work.published()))
                .map(Work::id)
                .collect(Collectors.toSet());
        var promised = deliverable.quantity().orElse(null);
        var languages = deliverable.languages().stream()
                .map(language -> isOriginal(language, deliverable)
                        ? new LanguageProgress(language, begun.size(), published.size(), published.size(), 0)
                        : inLanguage(
                                language,
                                versions.stream()
                                        .filter(v -> counts(v, deliverable, language))
                                        .toList(),
                                begun,
                                published,
                                samples))
                .toList();
        var isShort = promised != null
                && (published.size() < promised
                        || languages.stream().anyMatch(language -> language.published() < promised));
        var overdue = isShort && today != null && deliverable.isOverOn(today);
        return new DeliverableProgress(
                key, promised, begun.size(), published.size(), samples.size(), overdue, languages);
    }

    /** A work that is not carried over into other languages counts as itself, be it a sound, a paper or a text. */
    private static boolean isOriginal(String language, Deliverable deliverable) {
        return deliverable.adaptation() == Adaptation.NONE
                && deliverable.languages().indexOf(language) == 0;
    }

    /** A dubbed work counts in a language by its sound, a subtitled one by its original sound or by subtitles. */
    private static boolean counts(Version version, Deliverable deliverable, String language) {
        if (!version.language().equals(language)) {
            return false;
        }
        return switch (deliverable.adaptation()) {
            case DUB -> SOUND.contains(version.kind());
            case SUBTITLE ->
                version.kind() == TrackKind.SUBTITLE
                        || (SOUND.contains(version.kind()) && version.role() == TrackRole.ORIGINAL);
            case NONE -> true;
        };
    }

    private static final Set<TrackKind> SOUND = Set.of(TrackKind.AUDIO, TrackKind.VIDEO);

    private static LanguageProgress inLanguage(
            String language, List<Version> versions, Set<Long> begun, Set<Long> published, Set<Long> samples) {
        Predicate<Version> approved = v -> v.state() == TrackState.APPROVED;
        Predicate<Version> isPublic = approved.and(v -> published.contains(v.product()));
        // Sample content has no translators: what it carries over into another language only shows where that goes.
        Predicate<Version> standsIn =
                v -> samples.contains(v.product()) && v.role().isTranslated();
        var real = works(versions, isPublic.and(standsIn.negate()));
        return new LanguageProgress(
                language,
                works(versions, v -> begun.contains(v.product()) && v.state() != TrackState.REJECTED),
                works(versions, approved.and(v -> begun.contains(v.product()))),
                real,
                works(versions, isPublic) - real);
    }

    private static int works(List<Version> versions, Predicate<Version> which) {
        return (int) versions.stream()
                .filter(which)
                .mapToLong(Version::product)
                .distinct()
                .count();
    }
}
