package vn.loa.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.launcher.LocalPostgres;
import vn.loa.testing.rig.Rig;

/** How entries of the audit trail are written. */
class AuditTrailIT {
    private static final int DEEDS = 40;

    @TempDir
    private static Path folder;

    private static LocalPostgres postgres;
    private static Rig rig;

    @BeforeAll
    static void start() throws Exception {
        postgres = LocalPostgres.start(folder.resolve("database"));
        rig = Rig.start(postgres.database(), "trail", folder.resolve("data"), Map.of());
    }

    @AfterAll
    static void stop() {
        rig.close();
        postgres.close();
    }

    @Test
    void the_deeds_of_one_transaction_stand_and_are_sealed_in_the_order_in_which_they_were_done() throws Exception {
        var trail = rig.get(AuditTrail.class);
        rig.in(() -> {
            for (var i = 0; i < DEEDS; i++) {
                trail.record("thu", "try-" + i, "order", i, "thu-tu", i % 2 == 0 ? null : "bước " + i);
            }
            return null;
        });

        var found = rig.in(() -> trail.of("order", DEEDS - 1)).get(0);
        assertThat(found.action()).isEqualTo("try-" + (DEEDS - 1));
        assertThat(found.note()).isEqualTo("bước " + (DEEDS - 1));
        assertThat(rig.in(() -> trail.of("order", 0)).get(0).note()).isNull();
        var inOrder = IntStream.range(0, DEEDS).mapToObj(String::valueOf).collect(Collectors.joining(","));
        assertThat(text("select string_agg(cast(subject_id as text), ',' order by id) from audit_entry"
                        + " where subject_kind = 'order'"))
                .isEqualTo(inOrder);
        assertThat(text("select string_agg(cast(e.subject_id as text), ',' order by s.number)"
                        + " from audit_entry e join audit_seal s on s.entry = e.id where e.subject_kind = 'order'"))
                .isEqualTo(inOrder);
        assertThat(text("select audit_fault()")).isNull();
    }

    private static String text(String query) throws Exception {
        try (var connection = rig.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
