package vn.loa.subtitles;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import vn.loa.common.Repository;

/** Subtitles and transcripts with their cues. */
@Repository
@Transactional
public class SubtitleTracks {
    @PersistenceContext
    private EntityManager em;

    public Optional<SubtitleTrack> find(long id) {
        return Optional.ofNullable(em.find(SubtitleTrack.class, id));
    }

    public void add(SubtitleTrack track) {
        em.persist(track);
        em.flush();
    }
}
