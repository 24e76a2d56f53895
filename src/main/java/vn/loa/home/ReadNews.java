package vn.loa.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.loa.accounts.Actor;
import vn.loa.accounts.Sessions;

/**
 * Since when what others have done is news to somebody: since the visit before this one, and for some days at least, for what was shown once is not read by
 * that; or since they said that they had read it. To sign in anew, on a phone too, changes nothing of it.
 */
@ApplicationScoped
@Transactional
public class ReadNews {
    private static final Duration USUAL_ABSENCE = Duration.ofDays(7);

    /** So long at least it is news. */
    private static final Duration NEW = Duration.ofDays(3);

    @Inject
    private DeskVisits visits;

    @Inject
    private Sessions sessions;

    @Inject
    private Clock clock;

    /** @param marked whether they have said themselves that they have read what was before */
    public record Since(Instant at, boolean marked) {}

    /** Notes that somebody is at their desk, and says since when there is news for them. @param session theirs */
    public Since come(Actor by, long session) {
        var now = clock.instant();
        var visited = visits.note(
                by.name(), sessions.lastHereBefore(by, session).orElseGet(() -> now.minus(USUAL_ABSENCE)), now);
        var days = now.minus(NEW);
        var since = visited.before().isBefore(days) ? visited.before() : days;
        var read = visited.read();
        return read != null && read.isAfter(since) ? new Since(read, true) : new Since(since, false);
    }

    /** They have read what their desk showed at that moment; of what has come since they know nothing. */
    public void read(Actor by, Instant shown) {
        var now = clock.instant();
        visits.read(by.name(), shown.isAfter(now) ? now : shown);
    }

    /** They want to see again what they said they had read. */
    public void unread(Actor by) {
        visits.read(by.name(), null);
    }
}
