package vn.loa.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.testing.Portal;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** The chain that makes changes of the audit trail visible. What is done to it is rolled back. */
@UsesPortal
class AuditSealsIT {
    private static final String ENTRY =
            "insert into audit_entry (at, actor, action, subject_kind, subject_id, subject_slug)"
                    + " values (now(), 'thu', 'try', 'seal', 1, 'thu-niem-phong')";

    private static final Pattern HOLDS =
            Pattern.compile("The audit trail holds: ([0-9]+) entries, seal ([0-9a-f]{64})");

    private final Portal portal;

    AuditSealsIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void everything_that_the_portal_has_done_is_sealed() throws Exception {
        try (var database = portal.database()) {
            assertThat(number(database, "select audit_fault()")).isEmpty();
            assertThat(number(database, "select count(*) from audit_seal").orElseThrow())
                    .isPositive();
        }
    }

    @Test
    void what_is_rolled_back_leaves_no_gap() throws Exception {
        try (var database = portal.database()) {
            database.setAutoCommit(false);
            execute(database, ENTRY);
            database.rollback();
            execute(database, ENTRY);
            execute(database, "set constraints all immediate");

            assertThat(number(database, "select audit_fault()")).isEmpty();
            assertThat(number(database, "select max(number) - count(*) from audit_seal"))
                    .contains(0L);
            database.rollback();
        }
    }

    @Test
    void many_at_once_form_one_chain() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Void> writing = () -> {
                try (var database = portal.database()) {
                    database.setAutoCommit(false);
                    for (var i = 0; i < 10; i++) {
                        execute(database, ENTRY);
                        execute(database, ENTRY);
                        if (i % 3 == 0) {
                            database.rollback();
                        } else {
                            database.commit();
                        }
                    }
                }
                return null;
            };
            for (var done :
                    pool.invokeAll(IntStream.range(0, 4).mapToObj(i -> writing).collect(Collectors.toList()))) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
        try (var database = portal.database()) {
            assertThat(number(database, "select audit_fault()")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'ai khac' where id = %1$d",
                "update audit_entry set note = 'them' where id = %1$d",
                "delete from audit_seal where entry = %1$d; delete from audit_entry where id = %1$d",
                "delete from audit_seal where entry = %2$d; delete from audit_entry where id = %2$d",
                "delete from audit_seal where entry = %1$d",
                "update audit_seal set number = number + 1000000 where entry = %2$d",
                "alter table audit_head disable trigger user; delete from audit_head"
            })
    void who_goes_past_the_portal_is_found_out(String sql) throws Exception {
        try (var database = portal.database()) {
            database.setAutoCommit(false);
            keepOthersOut(database);
            var ids = new ArrayList<Long>();
            for (var i = 0; i < 3; i++) {
                ids.add(number(database, ENTRY + " returning id").orElseThrow());
            }
            execute(database, "set constraints all immediate");
            execute(
                    database,
                    "alter table audit_entry disable trigger user; alter table audit_seal disable trigger user");

            execute(database, sql.formatted(ids.get(1), ids.get(2)));

            assertThat(number(database, "select audit_fault()")).isPresent();
            database.rollback();
        }
    }

    @Test
    void an_entry_without_a_seal_is_found_out() throws Exception {
        try (var database = portal.database()) {
            database.setAutoCommit(false);
            execute(database, "alter table audit_entry disable trigger user");
            execute(database, ENTRY);

            assertThat(number(database, "select audit_fault()")).contains(0L);
            database.rollback();
        }
    }

    @Test
    void nothing_is_done_by_a_trail_without_its_head_which_says_so() throws Exception {
        try (var database = portal.database()) {
            database.setAutoCommit(false);
            keepOthersOut(database);
            execute(database, "alter table audit_head disable trigger user; delete from audit_head");
            execute(database, ENTRY);

            assertThatThrownBy(() -> execute(database, "set constraints all immediate"))
                    .hasMessageContaining("the one row of audit_head, is gone");
            database.rollback();
        }
    }

    /** A minute after the start the portal reads its whole trail. */
    @Test
    void the_log_names_the_last_seal_of_a_trail_that_holds() throws Exception {
        var found = Until.answer(
                        () -> HOLDS.matcher(log()).results().findFirst(), Optional::isPresent, Duration.ofMinutes(3))
                .orElseThrow();

        try (var database = portal.database();
                var sealed = database.prepareStatement("select encode(seal, 'hex') from audit_seal where number = ?")) {
            sealed.setLong(1, Long.parseLong(found.group(1)));
            try (var rows = sealed.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo(found.group(2));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from audit_seal",
                "update audit_seal set number = -number",
                "truncate audit_seal",
                "delete from audit_head",
                "truncate audit_head"
            })
    void seals_are_as_hard_to_change_as_entries(String sql) throws Exception {
        try (var database = portal.database()) {
            assertThatThrownBy(() -> execute(database, sql)).hasMessageContaining("append-only");
        }
    }

    /** Until the end of the transaction. Who has begun an entry holds the table and waits for the head, so the tables come first. */
    private static void keepOthersOut(Connection database) throws SQLException {
        execute(database, "lock table audit_entry, audit_seal in share row exclusive mode");
    }

    /** It is written meanwhile and may end within a letter, which a strict reading would refuse. */
    private String log() throws IOException {
        return new String(Files.readAllBytes(portal.data().resolve("log/portal.log")), StandardCharsets.UTF_8);
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Optional<Long> number(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            var number = rows.getLong(1);
            return rows.wasNull() ? Optional.empty() : Optional.of(number);
        }
    }
}
