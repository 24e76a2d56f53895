package vn.loa.catalog;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.accounts.Actor;
import vn.loa.catalog.LanguageMatrix.Demand;
import vn.loa.catalog.LanguageMatrix.Fact;
import vn.loa.catalog.PlanReferences.Promised;
import vn.loa.common.Repository;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Languages;
import vn.loa.taxonomy.Medium;

/** Reads what works have in which language, in five statements for any number of them. */
@Repository
public class LanguageMatrices {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Languages languages;

    @Inject
    private PlanReferences plans;

    /** Of the products at these addresses, as their newest revisions are, in the order of their addresses; none for none. */
    public List<LanguageMatrix> of(Collection<String> slugs, Actor by) {
        if (slugs.isEmpty()) {
            return List.of();
        }
        var tongues = languages.all();
        var mine = mine(by, tongues);
        var tracks = tracks(slugs).stream().collect(Collectors.groupingBy(Found::slug));
        var begun = begun(slugs).stream().collect(Collectors.groupingBy(Begun::slug));
        var found = em.createQuery(
                        "select p.slug, r.title, r.summary, r.genre.medium, r.deliverable from Product p join p.current r where p.slug in :slugs order by p.slug",
                        Object[].class)
                .setParameter("slugs", slugs)
                .getResultList();
        var promised = plans.languages(found.stream()
                .map(row -> (String) row[4])
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return found.stream()
                .map(row -> LanguageMatrix.of(
                        (String) row[0],
                        (Texts) row[1],
                        (Texts) row[2],
                        new Demand(
                                (Medium) row[3],
                                row[4] == null
                                        ? Promised.NOTHING
                                        : promised.getOrDefault((String) row[4], Promised.NOTHING)),
                        tracks.getOrDefault((String) row[0], List.of()).stream()
                                .map(Found::fact)
                                .toList(),
                        begun.getOrDefault((String) row[0], List.of()).stream()
                                .map(Begun::language)
                                .collect(Collectors.toSet()),
                        tongues,
                        mine))
                .toList();
    }

    static Set<String> mine(Actor by, List<Language> tongues) {
        return tongues.stream().map(Language::code).filter(by::reviews).collect(Collectors.toSet());
    }

    private record Found(String slug, Fact fact) {}

    private List<Found> tracks(Collection<String> slugs) {
        return em.createQuery(
                        "select p.slug, t.id, t.kind, t.role, t.language, t.state, p.sample from Track t join t.product p where p.slug in :slugs"
                                + " order by t.position",
                        Object[].class)
                .setParameter("slugs", slugs)
                .getResultStream()
                .map(row -> new Found(
                        (String) row[0],
                        new Fact(
                                (Long) row[1],
                                (TrackKind) row[2],
                                (TrackRole) row[3],
                                (String) row[4],
                                (TrackState) row[5],
                                (Boolean) row[6] && ((TrackRole) row[3]).isTranslated())))
                .toList();
    }

    private record Begun(String slug, String language) {}

    private List<Begun> begun(Collection<String> slugs) {
        return em.createQuery(
                        "select p.slug, s.language from SubtitleSheet s join s.product p where s.track is null and p.slug in :slugs",
                        Object[].class)
                .setParameter("slugs", slugs)
                .getResultStream()
                .map(row -> new Begun((String) row[0], (String) row[1]))
                .toList();
    }
}
