package vn.loa.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.testing.Portal;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** Counts statements in the database's own log: what the portal really asked, whoever asked it. */
@UsesPortal
class SqlStatementsIT {
    private static final int MOST = 30;

    private final Portal portal;

    SqlStatementsIT(Portal portal) {
        this.portal = portal;
    }

    @BeforeAll
    static void every_statement_is_logged(Portal portal) throws SQLException {
        set(portal, "all");
    }

    @AfterAll
    static void statements_are_no_longer_logged(Portal portal) throws SQLException {
        set(portal, "none");
    }

    @ParameterizedTest
    @CsvSource({
        "/san-pham, /san-pham?the-loai=to-roi",
        "/san-pham, /san-pham?tieng=tyz",
        "/tim-kiem?q=nghèo, /tim-kiem?q=giao+dịch+việc+làm",
        "/chu-de/thong-tin, /chu-de/binh-dang-gioi",
    })
    void a_longer_list_asks_no_more_statements(String longer, String shorter) {
        var ofLonger = statements(longer);
        var ofShorter = statements(shorter);

        assertThat(ofLonger.size())
                .as("%s%n%s", longer, String.join("\n", ofLonger))
                .isLessThanOrEqualTo(MOST);
        // A short list may find nothing to ask about, for example no posters; it never asks more.
        assertThat(ofShorter.size()).isLessThanOrEqualTo(ofLonger.size());
        assertThat(ofLonger.size() - ofShorter.size())
                .as("%s", String.join("\n", ofLonger))
                .isLessThanOrEqualTo(3);
    }

    @Test
    void a_page_of_two_items_asks_as_many_statements_as_one_of_twenty() {
        var twenty = statements("/api/v1/products?size=20");
        var two = statements("/api/v1/products?size=2");

        assertThat(twenty).hasSameSizeAs(two);
    }

    /** What one making of the page asked; caches notice a change of content within half a second. */
    private List<String> statements(String path) {
        var encoded = URI.create(path).toASCIIString();
        portal.get(encoded);
        return Until.answer(
                () -> {
                    execute("update content_revision set number = number + 1");
                    return asked(encoded);
                },
                lines -> !lines.isEmpty());
    }

    private List<String> asked(String path) {
        var before = marked("before");
        assertThat(portal.get(path).statusCode()).isEqualTo(200);
        var after = marked("after");
        return log().subList(before, after).stream()
                .filter(line -> line.contains(" execute ") || line.contains(" statement: "))
                .filter(line -> !line.contains("search_outbox")
                        && !line.contains("advisory")
                        && !line.contains("content_revision")
                        && !line.contains("/* before")
                        && !line.matches(".*: (BEGIN|COMMIT|ROLLBACK|SELECT 1|)$"))
                .toList();
    }

    /** Writes a mark into the log and answers the number of its line. */
    private int marked(String mark) {
        var text = "/* " + mark + " " + System.nanoTime() + " */";
        execute("select 1 " + text);
        Until.holds(() -> log().stream().anyMatch(line -> line.contains(text)));
        var lines = log();
        for (var i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).contains(text)) {
                return i;
            }
        }
        throw new IllegalStateException("The mark is gone");
    }

    private List<String> log() {
        Path file = portal.data().resolve("log").resolve("postgres.log");
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (var connection = portal.database();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(Portal portal, String which) throws SQLException {
        try (var connection = portal.database();
                var statement = connection.createStatement()) {
            statement.execute("alter system set log_statement = '" + which + "'");
            statement.execute("select pg_reload_conf()");
        }
    }
}
