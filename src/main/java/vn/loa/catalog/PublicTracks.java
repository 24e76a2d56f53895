package vn.loa.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Repository;
import vn.loa.subtitles.Cue;

/** What the public hears and reads along, beyond single products. */
@Repository
public class PublicTracks {
    @PersistenceContext
    private EntityManager em;

    /** A run of cues of a track, in order of time. One statement. */
    List<Cue> cues(Track track, int first, int atMost) {
        return em.createQuery(
                        "select c from Track t join t.cues s join s.cues c where t = :track order by c.startMillis",
                        Cue.class)
                .setParameter("track", track)
                .setFirstResult(first)
                .setMaxResults(atMost)
                .getResultList();
    }

    /** How many cues of a track begin before this moment, and how many there are. One statement. */
    long[] countCues(Track track, long beforeMillis) {
        var row = em.createQuery(
                        "select count(c), sum(case when c.startMillis < :moment then 1 else 0 end)"
                                + " from Track t join t.cues s join s.cues c where t = :track",
                        Object[].class)
                .setParameter("track", track)
                .setParameter("moment", beforeMillis)
                .getSingleResult();
        return new long[] {number(row[0]), number(row[1])};
    }

    /** How many public products of these genres can be heard in each language, by its code. One statement, or none. */
    public Map<String, Long> voices(Collection<String> genres) {
        if (genres.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "select t.language, count(distinct p.id) from Track t join t.product p join p.published r"
                                + " where p.publication.online = true and r.genre.code in :genres"
                                + " and t.state = vn.loa.catalog.TrackState.APPROVED"
                                + " and t.kind in (vn.loa.catalog.TrackKind.AUDIO, vn.loa.catalog.TrackKind.VIDEO)"
                                + " group by t.language",
                        Object[].class)
                .setParameter("genres", genres)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> number(row[1])));
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
