package vn.loa.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a database past the application, and changes it so: what no page and no API would do for a test. Each call has a connection
 * of its own while it lasts; those that calls have done with serve the next ones, for a new one costs more than most statements.
 */
public final class Sql {
    private static final int SECONDS_TO_ANSWER = 5;

    private final Supplier<Connection> connections;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    Sql(Supplier<Connection> connections) {
        this.connections = connections;
    }

    /**
     * Runs a statement, or, when there are no values, several with semicolons between, which hold together or not at all.
     *
     * @return how many rows the first of them changed; 0 when it changes none by its kind
     */
    public int execute(String sql, @Nullable Object... values) {
        return run(sql, values, statement -> {
            statement.execute();
            return Math.max(0, statement.getUpdateCount());
        });
    }

    /**
     * Runs a statement that must change something: one that changes nothing would prove nothing.
     *
     * @throws IllegalStateException when it changes no row
     */
    public void change(String sql, @Nullable Object... values) {
        if (execute(sql, values) == 0) {
            throw new IllegalStateException("No row was changed: " + sql);
        }
    }

    /** The first column of the first row; empty when there is no row, or nothing in it. */
    public String single(String query, @Nullable Object... values) {
        var found = column(query, values);
        return found.isEmpty() ? "" : found.get(0);
    }

    /** The same as a number. */
    public long number(String query, @Nullable Object... values) {
        return Long.parseLong(single(query, values));
    }

    /** The first column of all rows; empty where there is nothing in it. */
    public List<String> column(String query, @Nullable Object... values) {
        return run(query, values, statement -> {
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(Objects.requireNonNullElse(rows.getString(1), ""));
                }
                return found;
            }
        });
    }

    private <T> T run(String sql, @Nullable Object[] values, Asked<T> asked) {
        try {
            var database = connection();
            var isGood = false;
            try (var statement = database.prepareStatement(sql)) {
                for (var i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                var answer = asked.of(statement);
                isGood = true;
                return answer;
            } finally {
                if (isGood) {
                    idle.push(database);
                } else {
                    database.close();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** One that is idle and still answers: tests also kill databases. */
    private Connection connection() throws SQLException {
        for (var next = idle.poll(); next != null; next = idle.poll()) {
            if (next.isValid(SECONDS_TO_ANSWER)) {
                return next;
            }
            next.close();
        }
        return connections.get();
    }

    private interface Asked<T> {
        T of(PreparedStatement statement) throws SQLException;
    }
}
