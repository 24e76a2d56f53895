package vn.loa.home;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlanDrafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Promises;
import vn.loa.testing.Promises.Promise;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** Counts statements in the database's own log: what the portal really asked, whoever asked it. */
@UsesPortal
class SqlStatementsIT {
    /** Taxonomies are read once for each change of content, by whichever request comes first. */
    private static final Pattern ABOUT_ITEMS = Pattern.compile(
            "(?i)\\b(product|product_\\w+|track|media_asset|rendition|blob|subtitle_\\w+|plan|plan_\\w+|deliverable\\w*|question|question_\\w+)\\b");

    private static final int MAKINGS = 5;

    /** Who may have signed in gets no page that was made for others. */
    private static final String[] NOT_FROM_MEMORY = {"Cookie", "__Host-somebody=1"};

    private final Portal portal;

    SqlStatementsIT(Portal portal) {
        this.portal = portal;
    }

    @BeforeAll
    static void every_statement_is_logged(Portal portal) throws SQLException {
        set(portal, "all");
        // The server is told at once, each of its connections a moment later: until then the first statements of a page
        // are missing.
        var counting = new SqlStatementsIT(portal);
        Until.holds(() -> IntStream.range(0, MAKINGS)
                .allMatch(making -> counting.asked("/api/v1/plans?size=1").stream()
                        .anyMatch(line -> line.contains("SELECT COUNT(ID) FROM PLAN"))));
    }

    @AfterAll
    static void statements_are_no_longer_logged(Portal portal) throws SQLException {
        set(portal, "none");
    }

    /** The lists hold up to two dozen items and more: one statement for each would be far above these numbers. */
    @ParameterizedTest
    @CsvSource({
        "/, 16",
        "/san-pham, 8",
        "/san-pham?tieng=tyz&hl=en, 8",
        "/tim-kiem?q=nghèo, 14",
        "/chu-de/thong-tin, 8",
        "/dia-ban/04, 14",
        "/ke-hoach, 8",
        "/ke-hoach/ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025, 22",
        "/san-pham/con-bo-cua-nha-ong-pao, 16",
        "/api/v1/products?size=40, 12",
        "/api/v1/plans, 8",
        "/hoi-dap, 3",
        "/hoi-dap/tieu-pham-tieng-mong-nghe-o-dau, 1",
    })
    void a_page_asks_a_constant_number_of_statements_about_what_it_lists(String path, int most) {
        var asked = statements(path);

        assertThat(asked.size()).as("%s%n%s", path, String.join("\n", asked)).isLessThanOrEqualTo(most);
    }

    /** Of one plan, for a list in which nothing answers a plan does not ask for plans. */
    @Test
    void a_list_of_two_asks_as_many_statements_as_one_of_twenty() {
        var products = "/api/v1/products?plan=ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025&size=";
        assertThat(statements(products + 20)).hasSameSizeAs(statements(products + 2));
    }

    @Test
    void a_list_of_one_plan_asks_as_many_statements_as_one_of_all() {
        assertThat(statements("/api/v1/plans?size=40")).hasSameSizeAs(statements("/api/v1/plans?size=1"));
    }

    @Test
    void the_list_of_plans_at_work_asks_as_many_statements_for_many_as_for_one() {
        var staff = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var subject = Drafts.title();
        PlanDrafts.start(
                staff,
                PlanDrafts.content(subject, "01393")
                        .add("deliverables", Json.createArrayBuilder().add(PlanDrafts.promise(""))));
        String[] cookie = {"Cookie", staff.cookie()};
        var one = statements("/quan-tri/ke-hoach?q=" + subject.substring(subject.lastIndexOf(' ') + 1), cookie);

        assertThat(statements("/quan-tri/ke-hoach", cookie)).hasSameSizeAs(one);
        assertThat(one).as("%s", String.join("\n", one)).hasSizeLessThanOrEqualTo(12);
    }

    /** Somebody who does everything, so that every part of the desk is there. */
    @Test
    void the_desk_asks_as_many_statements_when_much_waits_as_when_little_does() {
        var staff = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn", "tyz"));
        String[] cookie = {"Cookie", staff.cookie()};
        Drafts.addTrack(portal, Drafts.start(staff), "hmn");
        var few = statements("/quan-tri", cookie);

        IntStream.range(0, 6).forEach(each -> Drafts.addTrack(portal, Drafts.start(staff), "hmn"));

        assertThat(statements("/quan-tri", cookie)).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(21);
    }

    /** Of a place, whose conditions stand in the statements; with deeds of others, plans that wait, and promises. */
    @Test
    void so_does_the_desk_of_somebody_who_is_confined_to_a_place() {
        var place = "01351";
        var plans = IntStream.range(0, 8)
                .mapToObj(each -> "ke-hoach-thu-dem-" + each)
                .toArray(String[]::new);
        Promises.forget(portal, plans);
        var staff = Staff.make(portal, EnumSet.allOf(Role.class), place, Set.of("vi", "hmn", "tyz"));
        var other = Staff.make(portal, Set.of(Role.EDITOR), place, Set.of());
        String[] cookie = {"Cookie", staff.cookie()};
        try {
            Drafts.addTrack(portal, Drafts.start(staff, place), "hmn");
            Drafts.start(other, place);
            Promises.submit(portal, plans[0], place, null);
            Promises.publish(portal, plans[1], place, late(1), soon(1));
            var few = statements("/quan-tri", cookie);

            IntStream.range(0, 5).forEach(each -> {
                Drafts.addTrack(portal, Drafts.start(staff, place), "hmn");
                Drafts.start(other, place);
            });
            Stream.of(plans).skip(2).limit(3).forEach(plan -> Promises.submit(portal, plan, place, null));
            Stream.of(plans)
                    .skip(5)
                    .forEach(plan -> Promises.publish(portal, plan, place, late(2), late(3), soon(2), soon(3)));

            assertThat(statements("/quan-tri", cookie)).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(21);
        } finally {
            Promises.forget(portal, plans);
        }
    }

    private static Promise late(int days) {
        return new Promise("Hứa đã muộn", 2, -days, false, "vi", "tyz");
    }

    private static Promise soon(int days) {
        return new Promise("Hứa sắp đến hạn", 2, days, false, "vi", "tyz");
    }

    @Test
    void the_list_of_products_at_work_asks_as_many_statements_for_many_as_for_one() {
        var staff = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn", "tyz"));
        String[] cookie = {"Cookie", staff.cookie()};
        Drafts.addTrack(portal, Drafts.start(staff), "hmn");
        var few = statements("/quan-tri/san-pham?cua=toi", cookie);

        IntStream.range(0, 6).forEach(each -> Drafts.addTrack(portal, Drafts.start(staff), "hmn"));

        assertThat(statements("/quan-tri/san-pham?cua=toi", cookie))
                .hasSameSizeAs(few)
                .hasSizeLessThanOrEqualTo(14);
    }

    @Test
    void the_page_of_a_product_at_work_asks_as_many_statements_for_many_tracks_as_for_few() {
        var staff = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn", "tyz"));
        String[] cookie = {"Cookie", staff.cookie()};
        var slug = Drafts.start(staff);
        Drafts.addTrack(portal, slug, "hmn");
        var few = statements("/quan-tri/san-pham/" + slug, cookie);

        IntStream.range(0, 6).forEach(each -> Drafts.addTrack(portal, slug, each % 2 == 0 ? "vi" : "tyz"));

        assertThat(statements("/quan-tri/san-pham/" + slug, cookie))
                .hasSameSizeAs(few)
                .hasSizeLessThanOrEqualTo(32);
    }

    @Test
    void the_languages_of_a_plan_ask_as_many_statements_for_many_works_as_for_few() {
        String[] cookie = {
            "Cookie", Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).cookie()
        };
        var few = statements("/quan-tri/ke-hoach/ke-hoach-truyen-thong-giam-ngheo-cao-bang-2022-2025/ngon-ngu", cookie);

        assertThat(statements("/quan-tri/ke-hoach/ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025/ngon-ngu", cookie))
                .hasSameSizeAs(few)
                .hasSizeLessThanOrEqualTo(24);
    }

    /**
     * What one making of the page asked: the least of several, for the portal works in the background too. What one request asks
     * itself is in every one of them.
     */
    private List<String> statements(String path) {
        return statements(path, NOT_FROM_MEMORY);
    }

    private List<String> statements(String path, String... headers) {
        var encoded = URI.create(path).toASCIIString();
        return IntStream.range(0, MAKINGS)
                .mapToObj(making -> asked(encoded, headers))
                .min(Comparator.comparingInt(List::size))
                .filter(lines -> !lines.isEmpty())
                .orElseThrow(() -> new AssertionError(path + " was not made"));
    }

    private List<String> asked(String path) {
        return asked(path, NOT_FROM_MEMORY);
    }

    private List<String> asked(String path, String... headers) {
        var from = log().length();
        assertThat(portal.get(path, headers).statusCode()).isEqualTo(200);
        var mark = "/* asked " + System.nanoTime() + " */";
        execute("select 1 " + mark);
        return Until.answer(() -> linesFrom(from), lines -> lines.stream().anyMatch(line -> line.contains(mark)))
                .stream()
                .filter(line -> line.contains(" execute ") || line.contains(" statement: "))
                .filter(line -> ABOUT_ITEMS.matcher(line).find())
                .toList();
    }

    private List<String> linesFrom(long offset) {
        try (var file = FileChannel.open(log().toPath())) {
            var bytes = ByteBuffer.allocate((int) (file.size() - offset));
            file.read(bytes, offset);
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private File log() {
        return portal.data().resolve("log").resolve("postgres.log").toFile();
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
