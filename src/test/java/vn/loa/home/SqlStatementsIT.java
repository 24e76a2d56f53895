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
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.common.Csv;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Week;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlainForms;
import vn.loa.testing.PlanDrafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Promises;
import vn.loa.testing.Promises.Promise;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
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
        "/api/v1/suggest?q=gi, 3",
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

    /** Of a draft, and of what is worked on beside what the public has: then the page says what differs. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_page_of_a_plan_at_work_asks_as_many_statements_for_many_promises_as_for_few(boolean isPublic) {
        var staff = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of());
        String[] cookie = {"Cookie", staff.cookie()};
        var pages = IntStream.of(1, 9)
                .mapToObj(number -> {
                    var promises = Json.createArrayBuilder();
                    IntStream.range(0, number)
                            .forEach(each -> promises.add(PlanDrafts.promise("")
                                    .add("channels", Json.createArrayBuilder().add("Đài " + each))
                                    .add(
                                            "supportingUnits",
                                            Json.createArrayBuilder().add("Xã " + each))));
                    return PlanDrafts.start(staff, PlanDrafts.content("01393").add("deliverables", promises));
                })
                .toList();
        if (isPublic) {
            pages.forEach(page -> PlanDrafts.move(staff, page, "review", "approved", "published", "draft"));
        }
        try {
            var few = statements("/quan-tri/ke-hoach/" + pages.get(0), cookie);

            assertThat(statements("/quan-tri/ke-hoach/" + pages.get(1), cookie))
                    .hasSameSizeAs(few)
                    .hasSizeLessThanOrEqualTo(isPublic ? 36 : 28);
        } finally {
            if (isPublic) {
                pages.forEach(page -> PlanDrafts.move(staff, page, "withdrawn"));
            }
        }
    }

    /** Somebody who does everything, so that every part of the desk is there. */
    @Test
    void the_desk_asks_as_many_statements_when_much_waits_as_when_little_does() {
        var staff = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn", "tyz"));
        String[] cookie = {"Cookie", staff.cookie()};
        Drafts.addTrack(portal, Drafts.start(staff), "hmn");
        var few = statements("/quan-tri", cookie);

        IntStream.range(0, 6).forEach(each -> Drafts.addTrack(portal, Drafts.start(staff), "hmn"));

        assertThat(statements("/quan-tri", cookie)).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(31);
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

            assertThat(statements("/quan-tri", cookie)).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(31);
        } finally {
            Promises.forget(portal, plans);
        }
    }

    /** But for whoever asks, and who they are. */
    private static final Pattern OF_COMMUNE = Pattern.compile(
            "(?i)^(?!.*\\b(access_token|audit_entry)\\b).*\\b(station|programme\\w*|"
                    + "broadcast\\w*|playout_\\w+|report_filing|station_package|commune_site|embed_showing|locality|product|product_\\w+|track|rendition)\\b");

    /** Two hundred stations ask each minute. */
    @Test
    void what_a_station_plays_in_seven_days_asks_as_many_statements_as_one_day() {
        var monday = Week.of(LocalDate.now(TimeSource.ZONE)).monday();
        var days = "/api/v1/programmes/01393?from=" + monday + "&to=";

        var many = statements(OF_COMMUNE, days + monday.plusDays(6), NOT_FROM_MEMORY);
        assertThat(many)
                .as("%s", String.join("\n", many))
                .hasSameSizeAs(statements(OF_COMMUNE, days + monday, NOT_FROM_MEMORY))
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void the_first_page_of_an_officer_asks_at_most_twenty_statements_however_much_waits() {
        var few = statements(OF_COMMUNE, "/quan-tri", "Cookie", officer("01768", 1));
        var many = statements(OF_COMMUNE, "/quan-tri", "Cookie", officer("01774", 6));

        assertThat(many).as("%s", String.join("\n", many)).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(20);
    }

    /** Of a commune with so many things planned on each day of last week, and as many embeds on its site. */
    private String officer(String commune, int items) {
        var staff = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), commune, Set.of());
        var slots = IntStream.rangeClosed(1, 7)
                .mapToObj("{\"day\":%d,\"begins\":\"05:00\",\"ends\":\"08:00\"}"::formatted)
                .collect(Collectors.joining(","));
        portal.sql()
                .execute(
                        "insert into station (locality, settings) select id, '{\"slots\":[" + slots
                                + "],\"holidays\":[],\"genres\":[],\"onlyThese\":false,\"order\":\"newest\",\"repeatDays\":0,\"shares\":[]}'"
                                + " from locality where code = ? and valid_to is null",
                        commune);
        var site = "https://sql-xa-" + commune + ".example";
        portal.sql()
                .execute(
                        "insert into commune_site (locality, origin, set_at, set_by) select id, ?, now(), 'sql-thu'"
                                + " from locality where code = ? and valid_to is null",
                        site,
                        commune);
        portal.sql()
                .execute(
                        "insert into embed_showing (day, slug, origin, times) select current_date - 10, 'sql-xa-' ||"
                                + " i, ?, 1 from generate_series(1, ?) i",
                        site,
                        items);
        var week = Week.of(LocalDate.now(TimeSource.ZONE)).plus(-1);
        var planned = week.days().stream()
                .flatMap(day -> IntStream.range(0, items)
                        .mapToObj(i ->
                                "{\"at\":\"%sT05:%02d:00\",\"product\":\"con-bo-cua-nha-ong-pao\",\"language\":\"vi\"}"
                                        .formatted(day, 8 * i)))
                .collect(Collectors.joining(","));
        var written = staff.send(
                "PUT",
                "/api/v1/programmes/" + commune,
                "{\"week\":\"" + week.code() + "\",\"publish\":true,\"items\":[" + planned + "]}",
                "If-Match",
                "\"0\"");
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        return staff.cookie();
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
                .hasSizeLessThanOrEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "zip"})
    void a_list_of_products_at_work_is_given_out_by_as_many_statements_for_many_as_for_one(String form) {
        var staff = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn", "tyz"));
        String[] cookie = {"Cookie", staff.cookie()};
        var given = "/quan-tri/tep-nhap-nhieu/san-pham." + form + "?cua=toi";
        Drafts.addTrack(portal, Drafts.start(staff), "hmn");
        var few = statements(given, cookie);

        IntStream.range(0, 6).forEach(each -> {
            var slug = Drafts.start(staff);
            Drafts.addTrack(portal, slug, "hmn");
            Drafts.addTrack(portal, slug, "tyz");
        });

        var many = statements(given, cookie);
        assertThat(many)
                .as("%s", String.join("\n", many))
                .hasSameSizeAs(few)
                .hasSizeLessThanOrEqualTo(form.equals("csv") ? 14 : 26);
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
                .hasSizeLessThanOrEqualTo(34);
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

    /** Of what a look at a sheet asks, that which nothing in the background asks. */
    private static final Pattern OF_LINES = Pattern.compile(
            "(?i)\\b(archive_key|archive_file|archive_line|product_consent|locality where \\(code in)\\b");

    @Test
    void a_look_at_a_sheet_asks_as_many_statements_for_forty_lines_as_for_four() {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var few = look(editor, 4);
        assertThat(look(editor, 40)).hasSameSizeAs(few).isNotEmpty();

        // These are about products that there are.
        var forms = new PlainForms(portal, editor.cookie());
        var run = portal.sql().single("select max(id) from archive_run where owner = ?", editor.username());
        assertThat(forms.send("/quan-tri/nhap-nhieu/" + run, "lam", "nhap").statusCode())
                .isEqualTo(200);
        Until.holds(() -> portal.sql()
                .single("select state from archive_run where id = ?", Long.valueOf(run))
                .equals("DONE"));
        var known = look(editor, 4);
        assertThat(look(editor, 40)).hasSameSizeAs(known).hasSizeGreaterThan(few.size());
    }

    private List<String> look(Staff editor, int lines) {
        var sheet = new StringBuilder("Khóa,Thể loại,Năm,Tiêu đề (vi),Chủ đề,Địa bàn\n");
        IntStream.range(0, lines)
                .forEach(each -> sheet.append(
                        Csv.row("dong-" + each, "tin-bai", "2025", "Dòng thứ " + each, "thong-tin", "01393")));
        var upload =
                new TusClient(portal, editor).upload("kho.csv", sheet.toString().getBytes(StandardCharsets.UTF_8));
        var from = log().length();
        assertThat(new PlainForms(portal, editor.cookie())
                        .send("/quan-tri/nhap-nhieu", "tep", upload)
                        .statusCode())
                .isEqualTo(303);
        Until.holds(() -> portal.sql()
                .single("select state from archive_run where upload = ?", upload)
                .equals("CHECKED"));
        var mark = "/* looked " + System.nanoTime() + " */";
        portal.sql().execute("select 1 " + mark);
        return Until.answer(() -> linesFrom(from), all -> all.stream().anyMatch(line -> line.contains(mark))).stream()
                .filter(line -> line.contains(" execute "))
                .filter(line -> OF_LINES.matcher(line).find())
                .toList();
    }

    /** What the index alone reads of all cues and documents of a work. */
    private static final Pattern OF_WORDS = Pattern.compile("(?i)\\b(subtitle_cue|subtitle_track|document_excerpt)\\b");

    private static final String READ_WORK = "sql-thu-muc-luc";

    private static final String ADD_WORK = """
        with p as (insert into product (slug, sample, state, online, published_at, changed_at)
                   select '%1$s', false, state, false, timestamptz '2019-01-01', now() from product where online limit 1 returning id),
             r as (insert into product_revision (product, number, title, summary, body, genre, production_year, replay)
                   select id, 1, '{"vi":"Đếm câu lệnh"}', '{}', '{}', 'tin-bai', 2019, false from p)
        select id from p;
        update product p set online = true, current_revision = r.id, published_revision = r.id
          from product_revision r where r.product = p.id and p.slug = '%1$s';
        """.formatted(READ_WORK);

    /** A transcript of two cues and a document of two pages. */
    private static final String ADD_WORDS = """
        with p as (select id from product where slug = '%1$s'),
             s as (insert into subtitle_track (language) values ('%2$s') returning id),
             c as (insert into subtitle_cue (subtitle_track, position, start_millis, end_millis, text)
                   select s.id, n, n * 4000, n * 4000 + 3000, 'Câu ' || n from s, generate_series(0, 1) n),
             a as (insert into media_asset (kind, original_name, state, reason, created_at)
                   values ('document', 'sql-thu-doc.pdf', 'rejected', 'encrypted', now()) returning id),
             e as (insert into document_excerpt (asset, position, page, text) select a.id, n, n + 1, 'Trang ' || n from a, generate_series(0, 1) n)
        insert into track (product, position, kind, language, role, state, reviewer, reviewed_at, asset, subtitle_track)
          select p.id, 0, 'transcript', '%2$s', 'original', 'approved', 'sql-thu', now(), a.id, s.id from p, a, s
          union all
          select p.id, 1, 'document', '%2$s', 'attachment', 'approved', 'sql-thu', now(), a.id, null from p, a;
        """;

    private static final String REMOVE_WORK = """
        update product set online = false, current_revision = null, published_revision = null where slug = '%1$s';
        create temp table gone on commit drop as
          select t.id, t.asset, t.subtitle_track from track t join product p on p.id = t.product where p.slug = '%1$s';
        delete from track where id in (select id from gone);
        delete from subtitle_cue where subtitle_track in (select subtitle_track from gone);
        delete from subtitle_track where id in (select subtitle_track from gone);
        delete from media_asset where id in (select asset from gone);
        insert into search_outbox (kind, subject) select 'product', id from product where slug = '%1$s';
        delete from product_revision r using product p where r.product = p.id and p.slug = '%1$s';
        delete from product where slug = '%1$s';
        update content_revision set number = number + 1;
        """.formatted(READ_WORK);

    @Test
    void the_index_reads_a_work_of_many_tracks_and_documents_in_as_many_statements_as_one_of_few() {
        // What is taken in asks for the same: the files of the sample right after the start, and what other tests have
        // sent. What
        // has failed there, and waits long for its next attempt, does not.
        Until.answer(
                () -> portal.sql()
                        .single(
                                "select count(*) from processing_job where state = 'running' or state = 'waiting' and failures = 0"),
                "0"::equals,
                Duration.ofMinutes(5));
        portal.sql().execute(ADD_WORK);
        try {
            portal.sql().execute(ADD_WORDS.formatted(READ_WORK, "vi"));
            var few = read();
            Stream.of("en", "hmn", "tyz", "hmn", "tyz", "hmn")
                    .forEach(language -> portal.sql().execute(ADD_WORDS.formatted(READ_WORK, language)));

            assertThat(read()).hasSameSizeAs(few).isNotEmpty();
        } finally {
            portal.sql().execute("begin;" + REMOVE_WORK + "commit;");
        }
    }

    /** What is asked while the index takes the work in: the least of several, as for pages. */
    private List<String> read() {
        return IntStream.range(0, MAKINGS)
                .mapToObj(making -> {
                    var from = log().length();
                    portal.sql()
                            .execute("insert into search_outbox (kind, subject) select 'product', id from product where"
                                    + " slug = '"
                                    + READ_WORK + "'");
                    Until.holds(() -> portal.sql()
                            .single("select count(*) from search_outbox o join product p on p.id = o.subject"
                                    + " where o.kind = 'product' and p.slug = '" + READ_WORK + "'")
                            .equals("0"));
                    return askedSince(from, OF_WORDS);
                })
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    /** What the portal does in the background asks for these, too, and never for one of them by name. */
    private static final String OF_OFFICE =
            "(?i)\\b(agency|channel\\w*|topic|audience|genre|locality\\w*|language|interface_text|account\\w*|audit_entry|question\\w*|synonym_group|embed_showing|processing_job|media_asset)\\b";

    /** Lists of the office besides products and plans: what they hold, as rows that can be made in any number and taken away again. */
    private enum OfficeList {
        AGENCIES(
                "/quan-tri/co-quan",
                "insert into agency (code, name) select 'sql-thu-' || i, '{\"vi\":\"Cơ quan thử ' || i || '\"}' from"
                        + " generate_series(%d, %d) i",
                "delete from agency where code like 'sql-thu-%'"),
        CHANNELS(
                "/quan-tri/kenh",
                "insert into channel (kind, name, address) select 'portal', '{\"vi\":\"Kênh thử ' || i || '\"}',"
                        + " 'https://sql-thu.example/' || i from generate_series(%d, %d) i",
                "delete from channel where address like 'https://sql-thu.%'"),
        TOPICS(
                "/quan-tri/chu-de",
                "insert into topic (code, label, icon, position) select 'sql-thu-' || i, '{\"vi\":\"Chủ đề thử ' || i"
                        + " || '\"}', 'tin', 900 + i from generate_series(%d, %d) i",
                "delete from topic where code like 'sql-thu-%'"),
        AUDIENCES(
                "/quan-tri/doi-tuong",
                "insert into audience (code, label, position) select 'sql-thu-' || i, '{\"vi\":\"Đối tượng thử ' || i"
                        + " || '\"}', 900 + i from generate_series(%d, %d) i",
                "delete from audience where code like 'sql-thu-%'"),
        LANGUAGES(
                "/quan-tri/ngon-ngu",
                "insert into language (code, bcp47, media_code, endonym, label, content, interface, position) select"
                        + " 'q' || chr(96 + i / 26 + 1) || chr(97 + i %% 26), 'x-sql-thu' || i, 'qaa', 'Thử',"
                        + " '{\"vi\":\"Tiếng thử\"}', false, false, 900 + i from generate_series(%d, %d) i",
                "delete from language where bcp47 like 'x-sql-thu%'"),
        UNITS(
                "/quan-tri/dia-ban?q=Donvisqlthu",
                "insert into locality (code, name, kind, label, level, valid_from) select '97' || (1000 + i),"
                        + " 'Donvisqlthu ' || i, 'Xã', '{\"vi\":\"Xã Donvisqlthu ' || i || '\"}', 'commune', '2025-07-01'"
                        + " from generate_series(%d, %d) i",
                "delete from locality where code like '971%' and name like 'Donvisqlthu%'"),
        TEXTS(
                "/quan-tri/loi-van?tieng=tyz&muc=all",
                "insert into interface_text (language, key, text, changed_by, changed_at) select 'tyz', 'sql-thu-' ||"
                        + " i, 'Mẫu', 'sql-thu', now() from generate_series(%d, %d) i",
                "delete from interface_text where changed_by = 'sql-thu'"),
        PEOPLE(
                "/quan-tri/nguoi-dung?q=sql-thu&vai-tro=editor&trang-thai=awaited&dia-ban=04",
                "with made as (insert into account (username, display_name, password_hash, locality, enabled, awaited,"
                        + " sample, created_at) select 'sql-thu-' || i, 'Người thử', 'PBKDF2WithHmacSHA256:1:AA==:AA==',"
                        + " (select max(id) from locality where code = '04'), true, true, false, now() from"
                        + " generate_series(%d, %d) i returning id), links as (insert into password_link (account, digest,"
                        + " created_at, expires_at) select id, md5('sql-thu-' || id) || md5(id::text), now(), now() +"
                        + " interval '1 hour' from made) insert into account_role select id, 'EDITOR' from made",
                "delete from account where username like 'sql-thu-%'"),
        AUDIT(
                "/quan-tri/nhat-ky?nguoi=sql-thu",
                "insert into audit_entry (at, actor, action, subject_kind, subject_id, subject_slug) select now(),"
                        + " 'sql-thu', 'create', 'product', i, 'sql-thu-' || i from generate_series(%d, %d) i",
                ""),
        QUESTIONS(
                "/quan-tri/hoi-dap?trang-thai=closed",
                "insert into question (code_digest, state, received_at, changed_at, online, publishable, sample)"
                        + " select 'sql-thu-' || i, 'CLOSED', now(), now(), false, false, false from generate_series(%d,"
                        + " %d) i",
                "delete from question where code_digest like 'sql-thu-%'"),
        SYNONYMS(
                "/quan-tri/tu-dong-nghia",
                "insert into synonym_group (terms, changed_at) select 'sqlthu' || i || ', sqlthux' || i, now() from"
                        + " generate_series(%d, %d) i",
                "delete from synonym_group where terms like 'sqlthu%'"),
        SEARCHES(
                "/quan-tri/luot-tim?tuan=2020-W45",
                "insert into search_term select '2020-11-02', 'sqlthu' || i, i, 1 from generate_series(%d, %d) i",
                "delete from search_term where term like 'sqlthu%'"),
        SITES(
                "/quan-tri/nhung",
                "insert into embed_showing (day, slug, origin, times) select current_date, 'danh-sach',"
                        + " 'https://sql-thu-' || i || '.example', 1 from generate_series(%d, %d) i",
                "delete from embed_showing where origin like 'https://sql-thu-%'"),
        EMBEDS(
                "/quan-tri/nhung?xem=san-pham",
                "insert into embed_showing (day, slug, origin, times) select current_date, 'danh-sach/q=sql-thu-' || i, 'https://sql-thu-x.example', 1"
                        + " from generate_series(%d, %d) i",
                "delete from embed_showing where origin like 'https://sql-thu-%'"),
        JOBS(
                "/quan-tri/cong-viec?trang-thai=refused",
                "with asset as (insert into media_asset (kind, original_name, state, reason, created_at) select"
                        + " 'document', 'sql-thu.pdf', 'rejected', 'encrypted', now() from generate_series(%d, %d) i"
                        + " returning id) insert into processing_job (asset, step, state, created_at, finished_at) select"
                        + " id, 'take-in', 'refused', now(), now() from asset",
                "with gone as (delete from processing_job where asset in (select id from media_asset where"
                        + " original_name = 'sql-thu.pdf') returning asset) delete from media_asset where original_name ="
                        + " 'sql-thu.pdf'");

        private final String path;
        private final String adding;
        private final String removing;

        OfficeList(String path, String adding, String removing) {
            this.path = path;
            this.adding = adding;
            this.removing = removing;
        }
    }

    @ParameterizedTest
    @EnumSource(OfficeList.class)
    void a_list_of_the_office_asks_as_many_statements_for_fifty_as_for_five(OfficeList list) {
        var staff = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn", "tyz"));
        String[] cookie = {"Cookie", staff.cookie()};
        var all = Pattern.compile(OF_OFFICE);
        try {
            portal.sql().execute(list.adding.formatted(1, 5));
            var few = statements(all, list.path, cookie);
            portal.sql().execute(list.adding.formatted(6, 50));

            assertThat(statements(all, list.path, cookie)).hasSameSizeAs(few).isNotEmpty();
        } finally {
            // The audit trail is kept.
            if (!list.removing.isEmpty()) {
                portal.sql().execute(list.removing);
            }
            portal.sql().execute("update content_revision set number = number + 1");
        }
    }

    /**
     * What one making of the page asked: the least of several, for the portal works in the background too. What one request asks
     * itself is in every one of them; where two in a row asked the same, word for word, nothing else has asked anything.
     */
    private List<String> statements(String path) {
        return statements(path, NOT_FROM_MEMORY);
    }

    private List<String> statements(String path, String... headers) {
        return statements(ABOUT_ITEMS, path, headers);
    }

    private List<String> statements(Pattern about, String path, String... headers) {
        var encoded = URI.create(path).toASCIIString();
        var least = asked(about, encoded, headers);
        var last = least;
        for (var making = 1; making < MAKINGS; making++) {
            var next = asked(about, encoded, headers);
            least = next.size() < least.size() ? next : least;
            if (words(next).equals(words(last)) && next.size() == least.size()) {
                break;
            }
            last = next;
        }
        assertThat(least).as(path + " was not made").isNotEmpty();
        return least;
    }

    /** Without when and by which connection they were asked. */
    private static List<String> words(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst("^.*? (?:execute [^:]*|statement): ", ""))
                .toList();
    }

    private List<String> asked(String path) {
        return asked(ABOUT_ITEMS, path, NOT_FROM_MEMORY);
    }

    private List<String> asked(Pattern about, String path, String... headers) {
        var from = log().length();
        assertThat(portal.get(path, headers).statusCode()).isEqualTo(200);
        return askedSince(from, about);
    }

    private List<String> askedSince(long from, Pattern about) {
        var mark = "/* asked " + System.nanoTime() + " */";
        portal.sql().execute("select 1 " + mark);
        return Until.answer(() -> linesFrom(from), lines -> lines.stream().anyMatch(line -> line.contains(mark)))
                .stream()
                .filter(line -> line.contains(" execute ") || line.contains(" statement: "))
                .filter(line -> about.matcher(line).find())
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

    private static void set(Portal portal, String which) throws SQLException {
        try (var connection = portal.database();
                var statement = connection.createStatement()) {
            statement.execute("alter system set log_statement = '" + which + "'");
            statement.execute("select pg_reload_conf()");
        }
    }
}
