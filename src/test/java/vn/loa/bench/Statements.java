package vn.loa.bench;

import java.sql.SQLException;

/** Counts the statements that a portal sends to its database, by the database's own account. */
final class Statements {
    private final Content content;

    Statements(Content content) throws SQLException {
        this.content = content;
        content.execute("create extension if not exists pg_stat_statements");
    }

    /** How many are sent while something is done, without those of transactions and of the portal's own rounds. */
    double during(Samples.Timed done) throws Exception {
        content.ask("select pg_stat_statements_reset()");
        done.run();
        return Double.parseDouble(content.ask("""
                        select coalesce(sum(calls), 0) from pg_stat_statements
                        where query !~* '^ *(begin|commit|rollback|set|show|select \\$1|reset|discard)( |$)'
                        and query !~ 'pg_stat_statements|search_outbox|advisory|content_revision|SCHEDULED'""").get(0));
    }
}
