package vn.loa.media;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Repository;

/** Media playlists of HLS (RFC 8216) by the file that they cut, with a place for its address. That of a long film has a hundred kilobytes. */
@Repository
public class Playlists {
    @PersistenceContext
    private EntityManager em;

    /** Keeps the playlist of a file, whose row is there. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(Blob blob, String text) {
        em.createNativeQuery("insert into playlist (blob, text) values (?1, ?2)"
                        + " on conflict (blob) do update set text = excluded.text")
                .setParameter(1, blob.sha256())
                .setParameter(2, text)
                .executeUpdate();
    }

    /** The playlist of a file; absent when it is played in one piece. */
    @Transactional
    public Optional<String> of(String sha256) {
        List<?> found = em.createNativeQuery("select text from playlist where blob = ?1")
                .setParameter(1, sha256)
                .getResultList();
        return found.stream().map(String::valueOf).findFirst();
    }
}
