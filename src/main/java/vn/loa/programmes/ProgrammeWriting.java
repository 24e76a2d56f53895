package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.editorial.ContentRevision;

/** Writes down each change of a programme: a new edition, an entry in the audit trail, and news for whoever shows it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ProgrammeWriting {
    private static final String SUBJECT = "programme";

    @Inject
    private Programmes programmes;

    @Inject
    private AuditTrail audit;

    @Inject
    private ContentRevision content;

    @Inject
    private Event<ProgrammeChanged> changes;

    @Inject
    private Clock clock;

    /** Another edition, which is worked on from now on, made from the one that was. */
    ProgrammeEdition write(Programme programme, Schedule schedule, String reason, Actor by, @Nullable String note) {
        return write(programme, programme.edition() == 0 ? null : programme.edition(), schedule, reason, by, note);
    }

    /** The same, made from another edition. @param from number of what it takes to take it back; null where that is not possible */
    ProgrammeEdition write(
            Programme programme,
            @Nullable Integer from,
            Schedule schedule,
            String reason,
            Actor by,
            @Nullable String note) {
        var newest = programmes.newest(programme);
        var edition = new ProgrammeEdition(programme, newest + 1, from, schedule, reason, by.name(), clock.instant());
        programmes.add(edition);
        programme.workOn(edition.number());
        programmes.flush();
        programmes.forget(programme, edition.number());
        record(programme, reason + "-programme", by, note);
        return edition;
    }

    /** Everybody sees an edition from now on. */
    void show(Programme programme, int edition, Actor by) {
        programme.show(edition);
        record(programme, "publish-programme", by, null);
        told();
        changed(programme, false);
    }

    void hide(Programme programme, Actor by) {
        programme.hide();
        record(programme, "hide-programme", by, null);
        told();
        changed(programme, false);
    }

    /** Others are told that everybody sees something else; after {@link #told}, in whose order they take their locks. @param urgent whether something was put in that cannot wait */
    void changed(Programme programme, boolean urgent) {
        changes.fire(new ProgrammeChanged(programme.station().requireId(), programme.week(), urgent));
    }

    /** The same of a station whose slots are others: of all weeks of it that everybody sees, from this one on. */
    void changed(Station station) {
        var now = Week.now(clock);
        programmes
                .shown(List.of(station.requireId()), now)
                .forEach(each -> changes.fire(new ProgrammeChanged(each.station(), each.week(), false)));
    }

    void record(Programme programme, String action, Actor by, @Nullable String note) {
        audit.record(
                by,
                action,
                SUBJECT,
                programme.requireId(),
                programme.station().locality().addressName() + " "
                        + programme.week().code(),
                note);
    }

    /** Pages in memory are out of date. */
    void told() {
        programmes.flush();
        content.advance();
    }
}
