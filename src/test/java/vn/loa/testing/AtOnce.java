package vn.loa.testing;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Lets several do something at the same moment: all have read the row before any of them writes it. */
public final class AtOnce {
    private AtOnce() {}

    /**
     * Holds a row until all of them wait.
     *
     * @param row a query that finds it, without a semicolon
     */
    public static <T> List<T> all(Portal portal, String row, List<Supplier<T>> deeds) throws SQLException {
        try (var holder = portal.database();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(row + " for no key update");
            var answers = deeds.stream().map(CompletableFuture::supplyAsync).toList();
            Until.holds(() -> portal.sql()
                            .number(
                                    "select count(*) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0")
                    >= deeds.size());
            holder.commit();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }
}
