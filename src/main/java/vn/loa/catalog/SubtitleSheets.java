package vn.loa.catalog;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Repository;
import vn.loa.subtitles.TimedText;

/** Subtitles that somebody writes at, and what they said each time. */
@Repository
class SubtitleSheets {
    /** Of one sheet, so that what is saved over and over stays within bounds; the oldest go first. */
    static final int MOST = 100;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** What is written for this track. One statement. */
    Optional<SubtitleSheet> of(Track track) {
        return em.createQuery("select s from SubtitleSheet s where s.track = :track", SubtitleSheet.class)
                .setParameter("track", track)
                .getResultStream()
                .findFirst();
    }

    /** What is written for no track yet. One statement. @param language a code */
    Optional<SubtitleSheet> begun(Product product, String language) {
        return begun(product).stream()
                .filter(sheet -> sheet.language().equals(language))
                .findFirst();
    }

    /** The newest that is written for subtitles in this language. One statement. @param language a code */
    Optional<SubtitleSheet> handedIn(Product product, String language) {
        return em.createQuery(
                        "select s from SubtitleSheet s where s.product = :product and s.language = :language"
                                + " and s.track.kind = vn.loa.catalog.TrackKind.SUBTITLE order by s.id desc",
                        SubtitleSheet.class)
                .setParameter("product", product)
                .setParameter("language", language)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The same in all languages. One statement. */
    List<SubtitleSheet> begun(Product product) {
        return em.createQuery(
                        "select s from SubtitleSheet s where s.product = :product and s.track is null order by s.id",
                        SubtitleSheet.class)
                .setParameter("product", product)
                .getResultList();
    }

    /** Whether something is written for this track that was not handed in. One statement. */
    boolean isUnsent(Track track) {
        return em.createQuery(
                                "select count(s) from SubtitleSheet s where s.track = :track and s.revision <> s.handed",
                                Long.class)
                        .setParameter("track", track)
                        .getSingleResult()
                > 0;
    }

    /** What was written and handed in as this change can be handed in again. A file that was sent in its place was never that. One statement at most. */
    void takeBack(Track change) {
        change.replaces()
                .flatMap(former -> of(change.origin()))
                .filter(sheet -> sheet.isSent(change))
                .ifPresent(SubtitleSheet::takenBack);
    }

    SubtitleSheet begin(Product product, String language, @Nullable Track track) {
        var sheet = new SubtitleSheet(product, language, track);
        em.persist(sheet);
        return sheet;
    }

    /** What it says now. One statement. */
    Optional<SubtitleEdition> latest(SubtitleSheet sheet) {
        return edition(sheet, sheet.revision());
    }

    Optional<SubtitleEdition> edition(SubtitleSheet sheet, int revision) {
        return em.createQuery(
                        "select e from SubtitleEdition e where e.sheet = :sheet and e.revision = :revision",
                        SubtitleEdition.class)
                .setParameter("sheet", sheet)
                .setParameter("revision", revision)
                .getResultStream()
                .findFirst();
    }

    /** Without what it says. @param who name of an account */
    record Saved(int revision, SheetDeed deed, Instant at, String who) {}

    /** All that are remembered, the newest first. One statement. */
    List<Saved> saved(SubtitleSheet sheet) {
        return em.createQuery(
                        "select e.revision, e.deed, e.savedAt, e.savedBy from SubtitleEdition e where e.sheet = :sheet"
                                + " order by e.revision desc",
                        Object[].class)
                .setParameter("sheet", sheet)
                .getResultStream()
                .map(row -> new Saved((int) row[0], (SheetDeed) row[1], (Instant) row[2], (String) row[3]))
                .toList();
    }

    /** Keeps what is said from now on; the sheet counts it. */
    void save(SubtitleSheet sheet, SheetDeed deed, List<TimedText> cues, String by) {
        var now = clock.instant();
        var before = latest(sheet).filter(edition -> edition.goesOn(deed, by, now));
        sheet.saved();
        if (before.isPresent()) {
            before.get().goOn(deed, cues, now);
        } else {
            em.persist(new SubtitleEdition(sheet, deed, cues, by, now));
        }
        em.flush();
        em.createNativeQuery("delete from subtitle_edition where sheet = ?1 and revision <= (select revision from"
                        + " subtitle_edition where sheet = ?1 order by revision desc limit 1 offset ?2)")
                .setParameter(1, sheet.requireId())
                .setParameter(2, MOST)
                .executeUpdate();
    }
}
