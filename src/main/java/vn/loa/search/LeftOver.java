package vn.loa.search;

import java.util.logging.Level;
import java.util.logging.Logger;

/** An index that is of no use any more. That it cannot be removed keeps nothing from going on. */
final class LeftOver {
    private static final Logger LOG = Logger.getLogger(LeftOver.class.getName());

    private LeftOver() {}

    static void remove(IndexSpace space, String name) {
        try {
            space.remove(name);
        } catch (SearchUnavailable e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> "The index " + name + " is left over and of no use; the next rebuild removes it");
        }
    }
}
