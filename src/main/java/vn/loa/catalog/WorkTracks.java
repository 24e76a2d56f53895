package vn.loa.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.loa.common.Repository;
import vn.loa.media.MediaAsset;
import vn.loa.subtitles.Alignment.Span;
import vn.loa.subtitles.Cue;

/** Reads the tracks of one product in whatever state, in a number of statements that does not grow with them. */
@Repository
class WorkTracks {
    @PersistenceContext
    private EntityManager em;

    /** All tracks of a product with their files, in order. Two statements. */
    List<Track> of(Product product) {
        // The assets come first: tracks then find them, with their files, in the persistence context.
        em.createQuery(
                        "select distinct a from MediaAsset a left join fetch a.renditions where a.id in (select t.asset.id"
                                + " from Track t where t.product = :product)",
                        MediaAsset.class)
                .setParameter("product", product)
                .getResultList();
        return em.createQuery(
                        "select t from Track t left join fetch t.cues where t.product = :product order by t.position",
                        Track.class)
                .setParameter("product", product)
                .getResultList();
    }

    /** The first cues of these tracks, by the id of the track, in order of time; so many of each and no more. One statement, or none. */
    Map<Long, List<Cue>> cues(Collection<Long> tracks, int most) {
        return tracks.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select t.id, c from Track t join t.cues s join s.cues c where t.id in :tracks"
                                        // They are kept in order of time.
                                        + " and index(c) < :most order by c.startMillis, t.id",
                                Object[].class)
                        .setParameter("tracks", tracks)
                        .setParameter("most", most)
                        .getResultStream()
                        .collect(Collectors.groupingBy(
                                row -> (Long) row[0], Collectors.mapping(row -> (Cue) row[1], Collectors.toList())));
    }

    /** When the cues of these tracks are shown, by the id of the track, in order of time. One statement, or none. */
    Map<Long, List<Span>> times(Collection<Long> tracks) {
        return tracks.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select t.id, c.startMillis, c.endMillis from Track t join t.cues s join s.cues c where t.id in :tracks"
                                        + " order by t.id, index(c)",
                                Object[].class)
                        .setParameter("tracks", tracks)
                        .getResultStream()
                        .collect(Collectors.groupingBy(
                                row -> (Long) row[0],
                                Collectors.mapping(
                                        row -> new Span((Long) row[1], (Long) row[2]), Collectors.toList())));
    }
}
