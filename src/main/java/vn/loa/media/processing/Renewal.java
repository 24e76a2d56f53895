package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import vn.loa.media.MediaAssets;
import vn.loa.media.ProfileVersion;

/** Lets what was encoded by a profile of another version be encoded anew, lazily: a few at a time, after everything that somebody waits for. */
@ApplicationScoped
class Renewal {
    static final Duration EVERY = Duration.ofMinutes(10);

    /** So many assets of each profile are looked at in one go; the others follow when these are done. */
    private static final int BATCH = 50;

    private static final Logger LOG = System.getLogger(Renewal.class.getName());

    @Inject
    private MediaAssets assets;

    @Inject
    private ProcessingQueue queue;

    @Inject
    private ProcessingJobs jobs;

    @Inject
    private EncodingTools tools;

    /** @return how many assets are encoded anew from now on; none while others are, nor on a machine that encodes nothing */
    public int run() {
        if (!tools.areThere() || jobs.isRenewing()) {
            return 0;
        }
        var renewed = assets.profileVersions().stream()
                .filter(made -> tools.encoder().isOutdated(made.profile(), made.version()))
                .mapToInt(this::renew)
                .sum();
        if (renewed > 0) {
            LOG.log(Level.INFO, "{0} assets are encoded anew, because profiles have changed", renewed);
        }
        return renewed;
    }

    /** Those that fail stay behind, and must not hide the others. */
    private int renew(ProfileVersion made) {
        var renewed = 0;
        var ids = assets.madeBy(made, 0, BATCH);
        while (!ids.isEmpty() && renewed == 0) {
            for (var id : ids) {
                renewed += queue.renew(id) ? 1 : 0;
            }
            ids = assets.madeBy(made, ids.get(ids.size() - 1), BATCH);
        }
        return renewed;
    }
}
