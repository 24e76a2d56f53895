package vn.loa.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.loa.testing.Portal;

/** The content of a running portal, changed and asked behind its back through its database. */
final class Content {
    private final Portal portal;

    Content(Portal portal) {
        this.portal = portal;
    }

    /** Makes every page out of date, as a publication does. The portal notices within half a second. */
    void touch() throws SQLException {
        execute("update content_revision set number = number + 1");
    }

    /** Runs one or more statements. */
    void execute(String sql) throws SQLException {
        try (var connection = portal.database();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of all rows. */
    List<String> ask(String sql) throws SQLException {
        try (var connection = portal.database();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
