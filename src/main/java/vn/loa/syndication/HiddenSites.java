package vn.loa.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.accounts.NotPermitted;

/**
 * Sites that the registry of embeds leaves out, since anybody can make one up. They are counted all the same, and whether they may show embeds does not depend
 * on it. Administrators of the whole province say which; others throw {@link NotPermitted}.
 */
@ApplicationScoped
@Transactional
public class HiddenSites {
    @Inject
    private EmbedShowings showings;

    @Inject
    private AuditTrail trail;

    @Inject
    private Clock clock;

    /** @return whether that is a site; nothing is done where it is hidden already */
    public boolean hide(String origin, Actor by) {
        require(by);
        if (SiteOrigin.exactly(origin).filter(origin::equals).isEmpty()) {
            return false;
        }
        var changed = showings.hide(origin, clock.instant(), by.name());
        record(changed, "hide-embed-site", origin, by);
        return true;
    }

    /** Nothing is done where it is not hidden. */
    public void show(String origin, Actor by) {
        require(by);
        var changed = showings.show(origin);
        record(changed, "show-embed-site", origin, by);
    }

    private void record(int changed, String action, String origin, Actor by) {
        if (changed > 0) {
            trail.record(by, action, "site", 1, "nhung", origin);
        }
    }

    private static void require(Actor by) {
        if (!DecideWhoEmbeds.isFor(by)) {
            throw new NotPermitted(by, "say which sites the registry of embeds shows");
        }
    }
}
