package vn.loa.programmes.playout;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Fetch;
import vn.loa.common.Repository;
import vn.loa.taxonomy.Locality;

/** The browsers that are paired with stations, and the codes by which others may be. */
@Repository
public class PlayoutPlayers {
    @PersistenceContext
    private EntityManager em;

    void offer(String digest, long place, String by, Instant now, Instant expires) {
        em.createNativeQuery(
                        "insert into playout_code (digest, locality, made_at, made_by, expires_at) values (?, ?, ?, ?, ?)")
                .setParameter(1, digest)
                .setParameter(2, place)
                .setParameter(3, Timestamp.from(now))
                .setParameter(4, by)
                .setParameter(5, Timestamp.from(expires))
                .executeUpdate();
    }

    /** Takes a code away that is good for a commune; of several who show it at once, one is told who made it. Old ones are forgotten. */
    Optional<String> take(String digest, long place, Instant now) {
        em.createNativeQuery("delete from playout_code where expires_at <= ?")
                .setParameter(1, Timestamp.from(now))
                .executeUpdate();
        List<?> makers = em.createNativeQuery(
                        "select made_by from playout_code where digest = ? and locality = ? for update")
                .setParameter(1, digest)
                .setParameter(2, place)
                .getResultList();
        em.createNativeQuery("delete from playout_code where digest = ? and locality = ?")
                .setParameter(1, digest)
                .setParameter(2, place)
                .executeUpdate();
        return makers.stream().findFirst().map(String::valueOf);
    }

    /** With its commune. One statement. */
    Optional<PlayoutPlayer> find(String digest) {
        return em.createQuery("select p from PlayoutPlayer p where p.digest = :digest", PlayoutPlayer.class)
                .setParameter("digest", digest)
                .setHint(Fetch.JOIN, "p.locality")
                .getResultStream()
                .findFirst();
    }

    Optional<PlayoutPlayer> find(long id) {
        return em.createQuery("select p from PlayoutPlayer p where p.id = :id", PlayoutPlayer.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Those of a commune that may write, the newest first. One statement. */
    public List<PlayoutPlayer> of(Locality place) {
        return em.createQuery(
                        "select p from PlayoutPlayer p where p.locality = :place and p.revokedAt is null order by p.id desc",
                        PlayoutPlayer.class)
                .setParameter("place", place)
                .getResultList();
    }

    /** Notes past the version that it was heard of; does nothing when that was noted after {@code notedBefore}. */
    void seen(long id, Instant now, Instant notedBefore) {
        em.createNativeQuery("update playout_player set seen_at = ? where id = ? and (seen_at is null or seen_at < ?)")
                .setParameter(1, Timestamp.from(now))
                .setParameter(2, id)
                .setParameter(3, Timestamp.from(notedBefore))
                .executeUpdate();
    }

    /** Stores it and gives it its id. */
    void add(PlayoutPlayer added) {
        em.persist(added);
        em.flush();
    }
}
