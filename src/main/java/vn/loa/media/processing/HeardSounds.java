package vn.loa.media.processing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Repository;
import vn.loa.media.transcode.Heard;
import vn.loa.media.transcode.Loudness;

/** What was heard in masters, by the hash of each: several steps need it, and listening to an hour takes a minute. */
@Repository
@Transactional
class HeardSounds {
    @PersistenceContext
    private EntityManager em;

    /** Keeps it as long as the master, which is in the store; nothing happens when that is gone by now. */
    void put(String master, Heard sound) {
        var loudness = sound.loudness();
        em.createNativeQuery(
                        "insert into heard_sound (blob, integrated, loudness_range, true_peak, threshold, alone, points, waveform)"
                                + " select sha256, ?2, ?3, ?4, ?5, ?6, ?7, ?8 from blob where sha256 = ?1"
                                + " on conflict (blob) do update set points = excluded.points, waveform = excluded.waveform")
                .setParameter(1, master)
                .setParameter(2, loudness.integrated())
                .setParameter(3, loudness.range())
                .setParameter(4, loudness.truePeak())
                .setParameter(5, loudness.threshold())
                .setParameter(6, sound.alone())
                .setParameter(7, sound.points())
                .setParameter(8, sound.waveform())
                .executeUpdate();
    }

    /** Empty when nobody listened yet. */
    Optional<Heard> of(String master) {
        List<?> found = em.createNativeQuery(
                        "select integrated, loudness_range, true_peak, threshold, alone, points, waveform from heard_sound where blob = ?1")
                .setParameter(1, master)
                .getResultList();
        return found.stream().map(row -> heard((Object[]) row)).findFirst();
    }

    private static Heard heard(Object[] row) {
        return new Heard(
                new Loudness(number(row[0]), number(row[1]), number(row[2]), number(row[3])),
                (Boolean) row[4],
                ((Number) row[5]).intValue(),
                (String) row[6]);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
