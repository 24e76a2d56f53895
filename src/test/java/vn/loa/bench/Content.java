package vn.loa.bench;

import java.util.List;
import vn.loa.testing.Portal;

/** The content of a running portal, changed and asked behind its back through its database. */
final class Content {
    private final Portal portal;

    Content(Portal portal) {
        this.portal = portal;
    }

    /** Makes every page out of date, as a publication does. The portal notices within half a second. */
    void touch() {
        execute("update content_revision set number = number + 1");
    }

    /** Runs one or more statements. */
    void execute(String sql) {
        portal.sql().execute(sql);
    }

    /** The first column of all rows. */
    List<String> ask(String sql) {
        return portal.sql().column(sql);
    }
}
