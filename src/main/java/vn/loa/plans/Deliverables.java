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
import vn.loa.catalog.TrackKind;
import vn.loa.catalog.TrackRole;
import vn.loa.catalog.TrackState;
import vn.loa.common.Repository;
import vn.loa.common.TimeSource;
import vn.loa.plans.DeliverableProgress.LanguageProgress;

/** What has come of the promises of plans. Two statements for any number of them. */
@Repository
public class Deliverables {
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
        return deliverables.stream()
                .map(d -> progress(
                        d, works.getOrDefault(d.key(), List.of()), versions.getOrDefault(d.key(), List.of()), today))
                .collect(Collectors.toMap(DeliverableProgress::deliverable, Function.identity(), (one, other) -> one));
    }

    private record Works(boolean online, int count) {}

    private Map<String, List<Works>> works(List<String> keys) {
        return em.createQuery(
                        "select r.deliverable, p.publication.online, count(p) from Product p join p.current r"
                                + " where r.deliverable in :keys group by r.deliverable, p.publication.online",
                        Object[].class)
                .setParameter("keys", keys)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        Collectors.mapping(row -> new Works((Boolean) row[1], count(row[2])), Collectors.toList())));
    }

    private record Version(
            long product, boolean online, TrackKind kind, TrackRole role, String language, TrackState state) {}

    private Map<String, List<Version>> versions(List<String> keys) {
        return em.createQuery(
                        "select r.deliverable, p.id, p.publication.online, t.kind, t.role, t.language, t.state"
                                + " from Product p join p.current r join p.tracks t where r.deliverable in :keys"
                                + " and t.role <> vn.loa.catalog.TrackRole.POSTER",
                        Object[].class)
                .setParameter("keys", keys)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0], Collectors.mapping(Deliverables::version, Collectors.toList())));
    }

    private static Version version(Object[] row) {
        return new Version(
                (Long) row[1], (Boolean) row[2], (TrackKind) row[3], (TrackRole) row[4], (String) row[5], (TrackState)
                        row[6]);
    }

    private static DeliverableProgress progress(
            Deliverable deliverable, List<Works> works, List<Version> versions, LocalDate today) {
        var begun = works.stream().mapToInt(Works::count).sum();
        var published =
                works.stream().filter(Works::online).mapToInt(Works::count).sum();
        var promised = deliverable.quantity().orElse(null);
        var overdue = promised != null
                && published < promised
                && deliverable.deadline().filter(today::isAfter).isPresent();
        var languages = deliverable.languages().stream()
                .map(language -> isOriginal(language, deliverable)
                        ? new LanguageProgress(language, begun, published, published)
                        : inLanguage(
                                language,
                                versions.stream()
                                        .filter(v -> counts(v, deliverable, language))
                                        .toList()))
                .toList();
        return new DeliverableProgress(deliverable.key(), promised, begun, published, overdue, languages);
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

    private static LanguageProgress inLanguage(String language, List<Version> versions) {
        Predicate<Version> approved = v -> v.state() == TrackState.APPROVED;
        return new LanguageProgress(
                language,
                works(versions, v -> v.state() != TrackState.REJECTED),
                works(versions, approved),
                works(versions, approved.and(Version::online)));
    }

    private static int works(List<Version> versions, Predicate<Version> which) {
        return (int) versions.stream()
                .filter(which)
                .mapToLong(Version::product)
                .distinct()
                .count();
    }

    private static int count(Object number) {
        return ((Number) number).intValue();
    }
}
