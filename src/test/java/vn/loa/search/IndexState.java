package vn.loa.search;

import java.sql.SQLException;
import vn.loa.testing.Portal;
import vn.loa.testing.Until;

/** Looks at, and meddles with, what the index should show. */
final class IndexState {
    private IndexState() {}

    /** Waits until the index shows all that is public. */
    static void awaitAll(Portal portal) {
        Until.holds(() -> waiting(portal) == 0 && found(portal) == publicProducts(portal));
    }

    /** How many products the catalogue finds; less than none while it is limited. */
    static int found(Portal portal) {
        var body = portal.get("/api/v1/products?size=1").body();
        return body.contains("\"limited\":true")
                ? -1
                : Integer.parseInt(body.replaceAll("(?s).*\"total\":(\\d+).*", "$1"));
    }

    static int publicProducts(Portal portal) {
        return number(portal, "select count(*) from product where online");
    }

    static int waiting(Portal portal) {
        return number(portal, "select count(*) from search_outbox where due_at is not null");
    }

    static int number(Portal portal, String query) {
        return Integer.parseInt(text(portal, query));
    }

    static String text(Portal portal, String query) {
        try (var connection = portal.database();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs statements in one transaction, as a change of public content. */
    static void change(Portal portal, String... statements) {
        try (var connection = portal.database();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var each : statements) {
                statement.executeUpdate(each);
            }
            statement.executeUpdate("update content_revision set number = number + 1");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
