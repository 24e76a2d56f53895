package vn.loa.administration.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import vn.loa.common.Followed;
import vn.loa.common.Seldom;

/** Reads what is followed, each for itself: what cannot be read hides nothing of the others. Remembers that something is another until pages have been told. For several threads. */
final class Following {
    private static final Logger LOG = System.getLogger(Following.class.getName());

    private final Seldom complaint = new Seldom();
    private boolean isOther;

    /** @return whether all could be read */
    synchronized boolean read(Iterable<? extends Followed> all) {
        var isWhole = true;
        for (var each : all) {
            try {
                isOther |= each.follow();
            } catch (RuntimeException failure) {
                isWhole = false;
                LOG.log(
                        complaint.isDue() ? Level.WARNING : Level.DEBUG,
                        "What holds by now could not be read; what was read last holds on this node, and the next round tries again",
                        failure);
            }
        }
        return isWhole;
    }

    /** Does what is to be done when something is another than it was; what fails is to be done again. */
    synchronized void ifOther(Runnable act) {
        if (isOther) {
            act.run();
            isOther = false;
        }
    }
}
