package vn.loa.archive;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.common.Csv;
import vn.loa.testing.Drafts;
import vn.loa.testing.Pdf;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** Bringing many products in at once: from the first look to the report, again and again, by those who may. */
@UsesPortal
class ArchiveIT {
    private static final String PAGE = "/quan-tri/nhap-nhieu";
    private static final String FILES = "/quan-tri/tep-nhap-nhieu";
    private static final String HEAD =
            "Khóa,Thể loại,Năm,Tiêu đề (vi),Tóm tắt (vi),Chủ đề,Địa bàn,Người thực hiện,Tệp\n";
    private static final String SUBTITLES = "1\n00:00:01,000 --> 00:00:03,000\nCon bò của nhà ông Páo\n";

    private final Portal portal;
    private final Staff editor;
    private final PlainForms forms;
    private final String key = "thu-" + UUID.randomUUID();
    private final String title = "Bò nhập " + UUID.randomUUID().toString().substring(0, 8);

    ArchiveIT(Portal portal) {
        this.portal = portal;
        this.editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        this.forms = new PlainForms(portal, editor.cookie());
    }

    @Test
    void anArchiveIsLookedAtThenBroughtInAndTheSameOneChangesNothing() throws Exception {
        var pdf = Pdf.of(key);
        var sheet = HEAD
                + row(
                        key,
                        "Tin bài",
                        "2025",
                        title,
                        "Ngắn",
                        "Sinh kế",
                        "04",
                        "Biên kịch: Lý A Sì",
                        "to-roi/huong-dan.pdf; lời.vi.srt | phụ đề")
                + row(key + "-2", "tin-bai", "hai nghìn", "", "", "không có chủ đề này", "", "", "thieu.mp3")
                + row(key, "tin-bai", "2025", title, "", "", "", "", "")
                + row("#ghi-chu", "", "", "", "", "", "", "", "");
        var archive = zip(Map.of(
                "bang.csv", sheet.getBytes(StandardCharsets.UTF_8),
                "to-roi/huong-dan.pdf", pdf,
                "lời.vi.srt", SUBTITLES.getBytes(StandardCharsets.UTF_8)));

        var run = send("kho.zip", archive);
        var looked = settled(run);

        assertThat(state(run)).isEqualTo("CHECKED");
        assertThat(looked)
                .contains("Nhập 1 dòng")
                .contains("Năm: năm phải là số từ 1945 đến 2200, không phải “hai nghìn”.")
                .contains("Tiêu đề (vi): tiêu đề tiếng Việt phải có")
                .contains("không thấy tệp này trong gói: thieu.mp3.")
                .contains("khóa này đã có ở dòng 2.");
        assertThat(products(title)).as("nothing is written yet").isEmpty();

        carryOut(run);

        assertThat(counts(run)).containsExactlyInAnyOrderEntriesOf(Map.of("DONE", 1, "FAULTY", 2));
        var slug = products(title).get(0);
        assertThat(products(title)).hasSize(1);
        var product = product(slug);
        assertThat(product.getString("state")).isEqualTo("draft");
        assertThat(product.getString("genre")).isEqualTo("tin-bai");
        assertThat(product.getJsonArray("localities").getString(0)).isEqualTo("04");
        assertThat(product.getJsonArray("credits").getJsonObject(0).getString("name"))
                .isEqualTo("Lý A Sì");
        assertThat(tracks(product)).containsExactlyInAnyOrder("document vi attachment", "subtitle vi original");
        assertThat(forms.get(FILES + "/bao-cao/" + run + ".csv").body())
                .startsWith(Csv.MARK)
                .contains("\"" + key + "\",\"" + title + "\",\"Đã nhập (Sản phẩm mới)\"")
                .contains("/quan-tri/san-pham/" + slug);

        var again = send("kho.zip", archive);
        settled(again);
        assertThat(counts(again)).containsExactlyInAnyOrderEntriesOf(Map.of("SAME", 1, "FAULTY", 2));

        var changed = send(
                "kho.csv",
                (HEAD.replace(",Tệp", "") + row(key, "tin-bai", "2024", title, "Dài hơn", "", "04", ""))
                        .getBytes(StandardCharsets.UTF_8));
        settled(changed);
        assertThat(counts(changed)).isEqualTo(Map.of("CHANGED", 1));
        carryOut(changed);
        var rewritten = product(slug);
        assertThat(rewritten.getInt("year")).isEqualTo(2024);
        assertThat(rewritten.getJsonObject("summary").getString("vi")).isEqualTo("Dài hơn");
        assertThat(rewritten.getJsonArray("topics")).as("an empty cell").isEmpty();
        assertThat(tracks(rewritten)).as("a column that is not there").hasSize(2);
        assertThat(products(title)).hasSize(1);
    }

    @Test
    void allThatIsWrongWithALineIsToldAtOnce() throws Exception {
        var head = "Khóa,Thể loại,Năm,Tiêu đề (vi),Chủ đề,Địa bàn,Phát lại,Tệp\n";
        var run = send(
                "kho.csv",
                (head + row(key, "phim lạ", "hai nghìn", title, "chủ đề lạ", "99999", "có lẽ", "thieu.mp3"))
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(settled(run))
                .contains("không có thể loại “phim lạ”")
                .contains("năm phải là số từ 1945 đến 2200, không phải “hai nghìn”")
                .contains("có chủ đề không có trong danh mục")
                .contains("có địa bàn không có trong danh mục")
                .contains("ghi “có” hoặc “không”, không phải “có lẽ”")
                .contains("không thấy tệp này trong gói: thieu.mp3");
        assertThat(portal.sql()
                        .column("select faults::text from archive_line where run = " + run)
                        .toString()
                        .split("\"kind\"", -1))
                .as("each of them once")
                .hasSize(7);
    }

    @Test
    void whoStopsBeforeAnythingIsBroughtInIsToldSo() throws Exception {
        var run = send("kho.csv", sheet(""));
        settled(run);

        var stopped = forms.send(PAGE + "/" + run, "lam", "dung").body();

        assertThat(stopped)
                .contains("Chưa nhập gì vào cổng", "<dt>Chưa nhập</dt>")
                .doesNotContain("Những dòng đã nhập", "<dt>Sản phẩm mới</dt>");
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() {
        assertThat(settled(send("rong.csv", new byte[0]))).contains("Tệp rong.csv rỗng");
    }

    @Test
    void aTitleInEnglishComesInAndGoesOutWithTheSheet() throws Exception {
        assertThat(new String(bytes(FILES + "/mau.csv", editor).body(), StandardCharsets.UTF_8))
                .contains("Tiêu đề (en)", "Tóm tắt (en)");
        var run = send(
                "kho.csv",
                ("Khóa,Thể loại,Năm,Tiêu đề (vi),Tiêu đề (en),Địa bàn\n"
                                + row(key, "tin-bai", "2025", title, "An Ox " + key, "04"))
                        .getBytes(StandardCharsets.UTF_8));
        settled(run);
        carryOut(run);

        assertThat(product(products(title).get(0)).getJsonObject("title").getString("en"))
                .isEqualTo("An Ox " + key);
        assertThat(new String(bytes(FILES + "/san-pham.csv?cua=toi", editor).body(), StandardCharsets.UTF_8))
                .contains("An Ox " + key);
    }

    @Test
    void aLineThatACrashLeftUnfinishedIsFinishedAndNothingIsThereTwice() throws Exception {
        var archive = zip(Map.of(
                "bang.csv",
                (HEAD + row(key, "tin-bai", "2025", title, "", "", "04", "", "a.pdf")).getBytes(StandardCharsets.UTF_8),
                "a.pdf",
                Pdf.of(key)));
        var run = send("kho.zip", archive);
        settled(run);
        carryOut(run);
        var slug = products(title).get(0);

        // As if the worker had died after it had made the product, its upload and its track, before it noted that it
        // was done.
        portal.sql()
                .execute(
                        "update archive_file set track = null where path = 'a.pdf' and product = (select id from product where slug = '"
                                + slug + "')");
        portal.sql()
                .execute("update upload set settled_at = null where id = (select upload from archive_run where id = "
                        + run + ")");
        portal.sql().execute("update archive_line set state = 'NEW' where run = " + run);
        portal.sql().execute("update archive_run set state = 'RUNNING', ended_at = null where id = " + run);
        portal.sql()
                .execute(
                        "insert into scheduled_archive_tasks (task_name, task_instance, execution_time, picked, version)"
                                + " values ('archive', '" + run + ".running', now(), false, 1)");
        Until.answer(() -> state(run), "DONE"::equals);

        assertThat(counts(run)).isEqualTo(Map.of("DONE", 1));
        assertThat(products(title)).hasSize(1);
        assertThat(tracks(product(slug))).hasSize(1);
    }

    @Test
    void oneUploadIsOneRunHoweverOftenItIsSent() {
        var sheet = (HEAD + row(key, "tin-bai", "2025", title, "", "", "04", "", "")).getBytes(StandardCharsets.UTF_8);
        var upload = new TusClient(portal, editor).upload("kho.csv", sheet);

        var first = forms.send(PAGE, "tep", upload).headers().firstValue("Location");
        var second = forms.send(PAGE, "tep", upload).headers().firstValue("Location");

        assertThat(first).isPresent().isEqualTo(second);
    }

    @Test
    void oneKeyInTwoRunsIsOneProductAndWhatWasWrittenSinceTheLookStays() throws Exception {
        var one = sheet("Ngắn");
        var first = send("kho.csv", one);
        settled(first);
        var same = send("kho.csv", one);
        settled(same);
        var other = send("kho.csv", sheet("Dài hơn"));
        settled(other);
        assertThat(counts(other)).isEqualTo(Map.of("NEW", 1));

        carryOut(first);
        carryOut(same);
        carryOut(other);

        assertThat(products(title)).hasSize(1);
        var slug = products(title).get(0);
        assertThat(counts(same)).isEqualTo(Map.of("DONE", 1));
        assertThat(counts(other)).isEqualTo(Map.of("FAILED", 1));
        assertThat(product(slug).getJsonObject("summary").getString("vi")).isEqualTo("Ngắn");

        var late = send("kho.csv", sheet("Muộn"));
        settled(late);
        assertThat(counts(late)).isEqualTo(Map.of("CHANGED", 1));
        portal.sql().execute("update product set version = version + 1 where slug = '" + slug + "'");
        carryOut(late);
        assertThat(counts(late)).isEqualTo(Map.of("FAILED", 1));
        assertThat(forms.get(PAGE + "/" + late).body()).contains("người khác vừa sửa sản phẩm này");
        assertThat(product(slug).getJsonObject("summary").getString("vi")).isEqualTo("Ngắn");
    }

    private byte[] sheet(String summary) {
        return (HEAD + row(key, "tin-bai", "2025", title, summary, "", "04", "", "")).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aWorkerThatWasOvertakenWritesNothingAndTheNextOneFinishes() throws Exception {
        var run = send("kho.csv", sheet(""));
        settled(run);
        try (var database = portal.database()) {
            database.setAutoCommit(false);
            try (var claim = database.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 185))")) {
                claim.setString(1, editor.username() + " " + key);
                claim.execute();
            }
            forms.send(PAGE + "/" + run, "lam", "nhap");
            Until.answer(
                    () -> portal.sql()
                            .column("select count(*) from pg_locks where locktype = 'advisory' and not granted and"
                                    + " classid::bigint = (hashtextextended('" + editor.username() + " " + key
                                    + "', 185) >> 32) & 4294967295 and"
                                    + " objid::bigint = hashtextextended('" + editor.username() + " " + key
                                    + "', 185) & 4294967295")
                            .get(0),
                    "1"::equals);
            // As if another node had taken the archive, because this one was silent for too long.
            portal.sql().execute("update archive_run set attempt = attempt + 1 where id = " + run);
            database.rollback();
        }
        Until.answer(
                () -> portal.sql()
                        .column("select count(*) from scheduled_archive_tasks where task_instance = '" + run
                                + ".running'")
                        .get(0),
                "0"::equals);
        assertThat(counts(run)).isEqualTo(Map.of("NEW", 1));
        assertThat(products(title)).isEmpty();

        portal.sql()
                .execute(
                        "insert into scheduled_archive_tasks (task_name, task_instance, execution_time, picked, version)"
                                + " values ('archive', '" + run + ".running', now(), false, 1)");
        Until.answer(() -> state(run), "DONE"::equals);
        assertThat(counts(run)).isEqualTo(Map.of("DONE", 1));
        assertThat(products(title)).hasSize(1);
    }

    @Test
    void anArchiveThatFailsAgainAndAgainIsRefused() throws Exception {
        portal.sql()
                .execute("create or replace function poison() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'poisoned'; end $$");
        portal.sql()
                .execute("create trigger poison before insert on archive_line for each row when (new.line_key = '" + key
                        + "') execute function poison()");
        try {
            var run = send("kho.csv", sheet(""));
            var task = " from scheduled_archive_tasks where task_instance = '" + run + ".checking' and not picked";
            Until.answer(
                    () -> portal.sql()
                            .column("select count(*)" + task + " and consecutive_failures > 0")
                            .get(0),
                    "1"::equals);
            assertThat(state(run)).isEqualTo("CHECKING");

            portal.sql()
                    .execute(
                            "update scheduled_archive_tasks set consecutive_failures = 5, execution_time = now() where task_instance = '"
                                    + run + ".checking'");
            Until.answer(() -> state(run), "REFUSED"::equals);

            assertThat(forms.get(PAGE + "/" + run).body()).contains("Cổng gặp trục trặc nhiều lần khi xem gói này");
        } finally {
            portal.sql().execute("drop trigger poison on archive_line");
        }
    }

    @Test
    void aFileWithOtherBytesAtTheSamePathTakesThePlaceOfTheOldOne() throws Exception {
        var sheet =
                (HEAD + row(key, "tin-bai", "2025", title, "", "", "04", "", "a.pdf")).getBytes(StandardCharsets.UTF_8);
        var first = send("kho.zip", zip(Map.of("bang.csv", sheet, "a.pdf", Pdf.of(key))));
        settled(first);
        carryOut(first);
        var slug = products(title).get(0);
        var before = product(slug)
                .getJsonArray("tracks")
                .getJsonObject(0)
                .getJsonNumber("id")
                .longValue();

        var second = send("kho.zip", zip(Map.of("bang.csv", sheet, "a.pdf", Pdf.of(key + " sửa"))));
        settled(second);
        assertThat(counts(second)).isEqualTo(Map.of("CHANGED", 1));
        carryOut(second);

        assertThat(product(slug).getJsonArray("tracks").getValuesAs(JsonObject.class))
                .hasSize(2)
                .extracting(track -> track.getInt("replaces", 0))
                .contains((int) before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void whatIsGivenOutAndBroughtInAgainChangesNothing(String form) throws Exception {
        var given = bytes(FILES + "/san-pham." + form + "?dia-ban=04", editor);
        assertThat(given.statusCode()).isEqualTo(200);

        var run = send("san-pham." + form, given.body());
        var page = settled(run);

        assertThat(state(run)).as(page).isEqualTo("CHECKED");
        var counts = counts(run);
        assertThat(counts.keySet()).as(lines(run)).containsExactly("SAME");
        assertThat(counts.get("SAME")).isGreaterThan(20);
    }

    @Test
    void aListIsGivenOutWithItsFilesAndBecomesAnotherProductUnderAnotherKey() throws Exception {
        var run = send(
                "kho.zip",
                zip(Map.of(
                        "bang.csv",
                        (HEAD + row(key, "tin-bai", "2025", title, "=1+1", "", "04", "Biên kịch: A; B\n", "a.pdf"))
                                .getBytes(StandardCharsets.UTF_8),
                        "a.pdf",
                        Pdf.of(key))));
        settled(run);
        carryOut(run);
        Until.answer(() -> tracksReady(products(title).get(0)), Boolean::booleanValue);

        var given = bytes(FILES + "/san-pham.zip?q=" + title.replace("Bò nhập ", ""), editor)
                .body();
        var files = unzip(given);

        assertThat(files.keySet()).hasSize(2).contains("san-pham.xlsx");
        assertThat(files.entrySet().stream().filter(file -> file.getKey().endsWith("a.pdf")))
                .singleElement()
                .satisfies(file -> assertThat(file.getValue()).isEqualTo(Pdf.of(key)));
        assertThat(product(products(title).get(0))
                        .getJsonArray("credits")
                        .getJsonObject(0)
                        .getString("name"))
                .isEqualTo("A; B");
        var same = send("xuat.zip", given);
        settled(same);
        assertThat(counts(same)).isEqualTo(Map.of("SAME", 1));
        var csv = bytes(FILES + "/san-pham.csv?q=" + title.replace("Bò nhập ", ""), editor)
                .body();
        assertThat(new String(csv, StandardCharsets.UTF_8))
                .contains("\"'=1+1\"")
                .contains("\"" + key + "\"");
        var path = files.keySet().stream()
                .filter(name -> name.endsWith("a.pdf"))
                .findFirst()
                .orElseThrow();
        var other = send(
                "khac.zip",
                zip(Map.of(
                        "bang.csv",
                        (HEAD
                                        + row(
                                                key + "-khac",
                                                "tin-bai",
                                                "2025",
                                                title + " khác",
                                                "",
                                                "",
                                                "04",
                                                "",
                                                path + " | document | vi | attachment"))
                                .getBytes(StandardCharsets.UTF_8),
                        path,
                        Pdf.of(key))));
        settled(other);
        carryOut(other);
        assertThat(tracks(product(products(title + " khác").get(0)))).hasSize(1);
    }

    @Test
    void twoEditorsMayHaveTheSameKeysAndTouchNothingOfEachOther() throws Exception {
        var first = send("kho.csv", sheet("Của người thứ nhất"));
        settled(first);
        carryOut(first);
        var ofTheFirst = products(title).get(0);
        var other = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var theirs = new PlainForms(portal, other.cookie());

        var second = send(theirs, other, "kho.csv", sheet("Của người thứ hai"));
        settled(second);
        assertThat(counts(second)).isEqualTo(Map.of("NEW", 1));
        assertThat(theirs.send(PAGE + "/" + second, "lam", "nhap").statusCode()).isEqualTo(200);
        settled(second);

        assertThat(products(title)).hasSize(2);
        assertThat(products(title).stream()
                        .map(slug -> product(slug).getJsonObject("summary").getString("vi")))
                .containsExactlyInAnyOrder("Của người thứ nhất", "Của người thứ hai");
        var given = bytes(FILES + "/san-pham.csv?q=" + title.replace("Bò nhập ", ""), other);
        assertThat(new String(given.body(), StandardCharsets.UTF_8))
                .as("one's own key, and of others the address")
                .contains("\"" + key + "\"")
                .contains("\"'@" + ofTheFirst + "\"");
    }

    @Test
    void whatWasTakenOutAndChangedTakesThePlaceOfWhatItWas() throws Exception {
        var run = send(
                "kho.zip",
                zip(Map.of(
                        "bang.csv",
                        (HEAD + row(key, "tin-bai", "2025", title, "", "", "04", "", "a.pdf"))
                                .getBytes(StandardCharsets.UTF_8),
                        "a.pdf",
                        Pdf.of(key))));
        settled(run);
        carryOut(run);
        var slug = products(title).get(0);
        Until.answer(() -> tracksReady(slug), Boolean::booleanValue);
        var files = unzip(bytes(FILES + "/san-pham.zip?q=" + title.replace("Bò nhập ", ""), editor)
                .body());
        var path = files.keySet().stream()
                .filter(name -> name.endsWith("a.pdf"))
                .findFirst()
                .orElseThrow();
        // As long as it was.
        files.put(path, Pdf.of(key.replace("thu-", "sua-")));
        assertThat(files.get(path)).hasSameSizeAs(Pdf.of(key));

        var changed = send("xuat.zip", zip(files));
        settled(changed);
        assertThat(counts(changed)).isEqualTo(Map.of("CHANGED", 1));
        carryOut(changed);

        assertThat(product(slug).getJsonArray("tracks").getValuesAs(JsonObject.class))
                .hasSize(2)
                .anySatisfy(track -> assertThat(track.getInt("replaces", 0)).isPositive());
    }

    @Test
    void filesThatSomebodyShownHasNotConsentedToAreGivenToNobodyAndWhoTakesTheOthersIsWrittenDown() throws Exception {
        var run = send(
                "kho.zip",
                zip(Map.of(
                        "bang.csv",
                        (HEAD + row(key, "tin-bai", "2025", title, "", "", "04", "", "a.pdf"))
                                .getBytes(StandardCharsets.UTF_8),
                        "a.pdf",
                        Pdf.of(key))));
        settled(run);
        carryOut(run);
        var slug = products(title).get(0);
        Until.answer(() -> tracksReady(slug), Boolean::booleanValue);
        portal.sql()
                .change(
                        "insert into product_consent (revision, position, person, scope, given_on, withdrawn_on)"
                                + " select current_revision, 0, 'Người mẫu', 'hình ảnh', '2025-05-01', '2025-06-01'"
                                + " from product where slug = ?",
                        slug);
        var zip = FILES + "/san-pham.zip?q=" + title.replace("Bò nhập ", "");

        var files = unzip(bytes(zip, editor).body());

        assertThat(files.keySet()).containsExactly("san-pham.xlsx");
        assertThat(portal.sql()
                        .single(
                                "select note from audit_entry where action = 'export-archive' and actor = ?",
                                editor.username()))
                .startsWith("1 works, ");
        try {
            portal.sql()
                    .change(
                            "update blob set size = size + 16000000000 where sha256 in (select a.master from track t"
                                    + " join media_asset a on a.id = t.asset join product p on p.id = t.product where p.slug = ?)",
                            slug);
            var refused = bytes(zip, editor);
            assertThat(refused.statusCode()).isEqualTo(303);
            var list = refused.headers().firstValue("Location").orElseThrow();
            assertThat(forms.get(list).body()).contains("nặng hơn 16.000");
        } finally {
            portal.sql()
                    .change(
                            "update blob set size = size - 16000000000 where sha256 in (select a.master from track t"
                                    + " join media_asset a on a.id = t.asset join product p on p.id = t.product where p.slug = ?)",
                            slug);
        }
    }

    @Test
    void aFileWithoutRoomIsWaitedForAndThenLeftOutWithAWord() throws Exception {
        var archive = zip(Map.of(
                "bang.csv",
                (HEAD + row(key, "tin-bai", "2025", title, "", "", "04", "", "a.pdf")).getBytes(StandardCharsets.UTF_8),
                "a.pdf",
                Pdf.of(key)));
        var run = send("kho.zip", archive);
        settled(run);
        var full = UUID.randomUUID().toString().replace("-", "");
        // As if so much of theirs was on its way that nothing more may come.
        portal.sql()
                .change(
                        "insert into upload (id, owner, name, length, created_at, expires_at)"
                                + " select ?, owner, 'day.mp4', 17179869184 - length - 1, created_at, expires_at"
                                + " from upload where id = (select upload from archive_run where id = ?)",
                        full,
                        run);
        forms.send(PAGE + "/" + run, "lam", "nhap");
        Until.answer(
                () -> portal.sql().single("select waits_since from archive_run where id = " + run),
                since -> !since.isEmpty());
        Until.holds(() -> forms.get(PAGE + "/" + run).body().contains("Đang chờ chỗ cho tệp tiếp theo"));

        portal.sql().change("update archive_run set waits_since = now() - interval '3 hours' where id = " + run);
        portal.sql()
                .execute(
                        "update scheduled_archive_tasks set execution_time = now() where not picked and task_instance = ?",
                        run + ".running");
        settled(run);

        assertThat(counts(run)).isEqualTo(Map.of("FAILED", 1));
        assertThat(forms.get(PAGE + "/" + run).body()).contains("chờ 2 giờ vẫn không có chỗ cho tệp này");
        assertThat(forms.get(PAGE + "/" + run + "?hl=en").body()).contains("there was no room for this file");
        portal.sql().change("delete from upload where id = ?", full);
        var again = send("kho.zip", archive);
        settled(again);
        carryOut(again);
        assertThat(counts(again)).isEqualTo(Map.of("DONE", 1));
        assertThat(products(title)).hasSize(1);
    }

    @Test
    void whyAFileWasRefusedIsSaidInTheLanguageOfWhoeverReadsIt() throws Exception {
        var run = send(
                "kho.zip",
                zip(Map.of(
                        "bang.csv",
                        (HEAD + row(key, "tin-bai", "2025", title, "", "", "04", "", "a.mp3"))
                                .getBytes(StandardCharsets.UTF_8),
                        "a.mp3",
                        Pdf.of(key))));
        settled(run);
        carryOut(run);

        assertThat(counts(run)).isEqualTo(Map.of("FAILED", 1));
        assertThat(forms.get(PAGE + "/" + run).body()).contains("a.mp3: Đây là tệp tài liệu");
        assertThat(forms.get(PAGE + "/" + run + "?hl=en").body()).contains("a.mp3: This is a document");
    }

    @Test
    void anAddressWithoutAProductAndAContentThatThereIsNotAreFaults() throws Exception {
        var run = send(
                "kho.csv",
                (HEAD
                                + row("@" + key, "tin-bai", "2025", title, "", "", "04", "", "")
                                + row(key, "tin-bai", "2025", title, "(giữ nguyên)", "", "04", "", ""))
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(settled(run))
                .contains("không có sản phẩm nào ở địa chỉ này: @" + key)
                .contains("dòng này là sản phẩm mới nên không có gì để giữ nguyên");
        assertThat(counts(run)).isEqualTo(Map.of("FAULTY", 2));
    }

    @Test
    void whoIsConfinedToAPlaceBringsInWhatIsOfThatPlaceAlone() throws Exception {
        var local = Staff.make(portal, Set.of(Role.EDITOR), "01393", Set.of());
        var theirs = new PlainForms(portal, local.cookie());
        var sheet = HEAD
                + row(key, "tin-bai", "2025", title, "", "", "01393", "", "")
                + row(key + "-2", "tin-bai", "2025", title, "", "", "01273", "", "")
                + row("@con-bo-cua-nha-ong-pao", "tieu-pham-phat-thanh", "2025", title, "", "", "01393", "", "");

        var run = send(theirs, local, "kho.csv", sheet.getBytes(StandardCharsets.UTF_8));
        settled(run);

        assertThat(counts(run)).containsExactlyInAnyOrderEntriesOf(Map.of("NEW", 1, "FAULTY", 2));
        assertThat(theirs.get(PAGE + "/" + run).body())
                .contains("bạn không được tạo sản phẩm ở địa bàn này")
                .contains("sản phẩm này nằm ngoài quyền biên tập của bạn");
        assertThat(forms.get(PAGE + "/" + run).statusCode())
                .as("another editor")
                .isEqualTo(404);
        assertThat(forms.get(FILES + "/bao-cao/" + run + ".csv").statusCode()).isEqualTo(404);
        var given = bytes(FILES + "/san-pham.csv", local);
        assertThat(new String(given.body(), StandardCharsets.UTF_8)).doesNotContain("con-bo-cua-nha-ong-pao");
    }

    @Test
    void onlyEditorsBringInAndOnlyTheirOwnUploads() throws Exception {
        for (var role : Set.of(Role.PUBLISHER, Role.LANGUAGE_REVIEWER, Role.ADMINISTRATOR, Role.COMMUNE_OFFICER)) {
            var other = Staff.make(portal, Set.of(role), null, Set.of("vi"));
            assertThat(portal.get(PAGE, "Cookie", other.cookie()).statusCode())
                    .as(role.code())
                    .isEqualTo(403);
        }
        assertThat(portal.get(FILES + "/san-pham.csv").statusCode()).isEqualTo(303);
        var foreign = new TusClient(portal, Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()))
                .upload("kho.csv", HEAD.getBytes(StandardCharsets.UTF_8));
        assertThat(forms.send(PAGE, "tep", foreign).statusCode()).isEqualTo(422);
        assertThat(forms.send(PAGE, "lam", "thu-muc", "ten", "../etc").statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void editorsAndPublishersAreHandedTheFilesOfAListAndOthersAreNot(Role role) {
        var staff = Staff.make(portal, Set.of(role), null, Set.of("vi"));
        var isHanded = role == Role.EDITOR || role == Role.PUBLISHER;
        var isSheet = isHanded || role == Role.LANGUAGE_REVIEWER;

        assertThat(bytes(FILES + "/san-pham.zip?cua=toi", staff).statusCode()).isEqualTo(isHanded ? 200 : 403);
        assertThat(bytes(FILES + "/san-pham.csv?cua=toi", staff).statusCode()).isEqualTo(isSheet ? 200 : 403);
        if (role != Role.COMMUNE_OFFICER) {
            var list =
                    portal.get("/quan-tri/san-pham", "Cookie", staff.cookie()).body();
            assertThat(list.contains("/san-pham.zip")).isEqualTo(isHanded);
            assertThat(list.contains("/san-pham.csv")).isEqualTo(isSheet);
        }
    }

    @Test
    void theBytesOfAnArchiveStayThoughTheyWereSentLongBefore() {
        var upload = new TusClient(portal, editor).upload("kho.csv", HEAD.getBytes(StandardCharsets.UTF_8));
        portal.sql().change("update upload set expires_at = now() + interval '1 minute' where id = ?", upload);

        var begun = forms.send(PAGE, "tep", upload);

        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
        assertThat(portal.sql()
                        .number(
                                "select count(*) from upload where id = ? and expires_at > now() + interval '9 days'",
                                upload))
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeBroughtInAtAllSaysWhyAndWhatToDo() throws Exception {
        assertRefused(
                "kho.zip",
                zip(Map.of("bang.csv", HEAD.getBytes(StandardCharsets.UTF_8), "../a.mp3", new byte[1])),
                "Trong gói có tên tệp không được phép: ../a.mp3.");
        assertRefused("kho.csv", HEAD.getBytes(StandardCharsets.UTF_8), "Bảng không có dòng nào dưới hàng tên cột.");
        assertRefused(
                "kho.csv",
                "Khóa,Ghi\n1,2\n".getBytes(StandardCharsets.UTF_8),
                "Bảng thiếu cột: Thể loại, Năm, Tiêu đề (vi).");
        assertRefused("kho.zip", "PK hỏng".getBytes(StandardCharsets.UTF_8), "Không đọc được gói ZIP");
        assertRefused(
                "phim.mp4",
                new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p', (byte) 0xff, (byte) 0xfe},
                "Tệp phim.mp4 không phải là bảng hay gói ZIP");
        assertRefused("kho.xlsx", new byte[] {1, 2, 3}, "Không đọc được bảng kho.xlsx");
    }

    private void assertRefused(String name, byte[] content, String words) throws Exception {
        var run = send(name, content);
        var page = settled(run);
        assertThat(state(run)).isEqualTo("REFUSED");
        assertThat(page).contains(words);
    }

    @Test
    void rowsAreCountedAsASpreadsheetShowsThemAndFilesThatNoneNamesAreTold() throws Exception {
        var sheet = HEAD
                + row(key, "tin-bai", "2025", title, "Một\nhai\nba", "", "04", "", "a.pdf")
                + "\n"
                + row(key + "-2", "tin-bai", "hai nghìn", title, "", "", "04", "", "");
        var run = send(
                "kho.zip",
                zip(Map.of(
                        "bang.csv",
                        sheet.getBytes(StandardCharsets.UTF_8),
                        "a.pdf",
                        Pdf.of(key),
                        "anh/quên.jpg",
                        new byte[] {1})));

        var looked = settled(run);

        assertThat(looked)
                .contains("Dòng 2", "Dòng 4", "1 tệp không dòng nào nhắc tới", "anh/quên.jpg")
                .doesNotContain("<li>a.pdf</li>", "<li>bang.csv</li>");
        assertThat(forms.get(FILES + "/bao-cao/" + run + ".csv").body())
                .contains("không dòng nào nhắc tới tệp này: anh/quên.jpg");
    }

    @Test
    void theListSaysOfWhatHasNothingToBringInWhatItsPageSays() throws Exception {
        var run = send("kho.csv", (HEAD + row(key, "lạ", "", "", "", "", "", "", "")).getBytes(StandardCharsets.UTF_8));

        assertThat(settled(run)).contains("Đã kiểm tra, không có gì để nhập");
        assertThat(forms.get(PAGE).body())
                .contains("Đã kiểm tra, không có gì để nhập")
                .doesNotContain("chờ bạn cho nhập");
    }

    @Test
    void aPlaceIsNamedWithoutItsMarksAndOneOfSeveralIsAskedFor() throws Exception {
        var twice = "Trùng " + key.substring(key.length() - 6);
        for (var code : List.of("97771", "97772")) {
            portal.sql()
                    .change(
                            "insert into locality (code, name, kind, label, level, parent, valid_from)"
                                    + " select ?, ?, 'xã', cast(? as json), 'commune', id, '2025-07-01' from locality where code = '04'"
                                    + " and valid_to is null on conflict (code, valid_from) do update set name = excluded.name, label = excluded.label",
                            code,
                            twice,
                            "{\"vi\":\"Xã " + twice + "\"}");
        }
        var run = send(
                "kho.csv",
                (HEAD
                                + row(key, "tin-bai", "2025", title, "", "", "tinh cao bang", "", "")
                                + row(key + "-2", "tin-bai", "2025", title, "", "", twice, "", ""))
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(settled(run))
                .contains("nhiều nơi cùng tên này, chưa rõ nơi nào – " + twice + ": ")
                .contains("(97771)", "(97772)");
        portal.sql().change("delete from locality where code in ('97771', '97772')");
        carryOut(run);
        assertThat(product(products(title).get(0)).getJsonArray("localities").getString(0))
                .isEqualTo("04");
    }

    @Test
    void whatPeopleShownHaveSaidComesInWithASheetAndGoesOutWithNone() throws Exception {
        var head = "Khóa,Thể loại,Năm,Tiêu đề (vi),Địa bàn,Người xuất hiện\n";
        var both = "Lý A Sì | hình và tiếng | 12/03/2025 | Giấy số 5\nGiàng Thị Mỷ | ảnh";
        var run = send(
                "kho.csv",
                (head
                                + row(key, "tin-bai", "2025", title, "04", both)
                                + row(key + "-2", "tin-bai", "2025", title, "04", "Lý A Sì"))
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(settled(run)).contains("ghi mỗi người một dòng");
        carryOut(run);
        var slug = products(title).get(0);
        var shown = product(slug).getJsonArray("consents");
        assertThat(shown.getJsonObject(0).getString("person")).isEqualTo("Lý A Sì");
        assertThat(shown.getJsonObject(0).getString("givenOn")).isEqualTo("2025-03-12");
        assertThat(shown.getJsonObject(0).getString("document")).isEqualTo("Giấy số 5");
        assertThat(shown.getJsonObject(1).containsKey("givenOn")).isFalse();

        var given = bytes(FILES + "/san-pham.csv?q=" + title.replace("Bò nhập ", ""), editor);
        assertThat(new String(given.body(), StandardCharsets.UTF_8))
                .contains("(giữ nguyên)")
                .doesNotContain("Giàng Thị Mỷ");
        var again = send("kho.csv", given.body());
        settled(again);
        assertThat(counts(again)).isEqualTo(Map.of("SAME", 1));

        var back = send(
                "kho.csv",
                (head + row(key, "tin-bai", "2025", title, "04", "Lý A Sì | hình | 12/03/2025 | | rút 01/04/2025"))
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(settled(back)).contains("việc rút lại đồng ý phải ghi ở trang sản phẩm");
    }

    @Test
    void chaptersComeInAndGoOutWithTheSheetInEachLanguage() throws Exception {
        var head = "Khóa,Thể loại,Năm,Tiêu đề (vi),Địa bàn,Chương (vi),Chương (hmn)\n";
        var run = send(
                "kho.csv",
                (head
                                + row(key, "tin-bai", "2025", title, "04", "0:00 Mở đầu; 1:30,5 Chăm bò", "1:30,5 Mẫu")
                                + row(key + "-2", "tin-bai", "2025", title, "04", "Mở đầu", "0:10 Mẫu"))
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(settled(run))
                .contains("Chương (vi): ghi mỗi chương một dòng")
                .contains("Chương (hmn): cột Chương (vi) không có chương nào bắt đầu lúc 0:10");
        carryOut(run);
        var slug = products(title).get(0);
        var chapters = product(slug).getJsonArray("chapters");
        assertThat(chapters).hasSize(2);
        assertThat(chapters.getJsonObject(1).getJsonNumber("startSeconds").doubleValue())
                .isEqualTo(90.5);
        assertThat(chapters.getJsonObject(1).getJsonObject("title").getString("hmn"))
                .isEqualTo("Mẫu");

        var given = bytes(FILES + "/san-pham.csv?q=" + title.replace("Bò nhập ", ""), editor);
        assertThat(new String(given.body(), StandardCharsets.UTF_8)).contains("1:30.5 Chăm bò");
        var again = send("kho.csv", given.body());
        settled(again);
        assertThat(counts(again)).isEqualTo(Map.of("SAME", 1));

        var fewer = send(
                "kho.csv",
                ("Khóa,Thể loại,Năm,Tiêu đề (vi),Địa bàn,Chương (vi)\n"
                                + row(key, "tin-bai", "2025", title, "04", "1:30,5 Chăm bò con"))
                        .getBytes(StandardCharsets.UTF_8));
        settled(fewer);
        carryOut(fewer);
        var left = product(slug).getJsonArray("chapters");
        assertThat(left).hasSize(1);
        assertThat(left.getJsonObject(0).getJsonObject("title").getString("hmn"))
                .isEqualTo("Mẫu");
    }

    @Test
    void whatIsStoppedStaysAsItIs() throws Exception {
        var run = send(
                "kho.csv",
                (HEAD + row(key, "tin-bai", "2025", title, "", "", "04", "", "")).getBytes(StandardCharsets.UTF_8));
        settled(run);
        assertThat(forms.send(PAGE + "/" + run, "lam", "dung").body()).contains("Đã dừng.");

        assertThat(state(run)).isEqualTo("STOPPED");
        assertThat(forms.send(PAGE + "/" + run, "lam", "nhap").statusCode()).isEqualTo(422);
        assertThat(products(title)).isEmpty();
    }

    @Test
    void theTemplateExplainsItselfAndIsNoProduct() throws Exception {
        var xlsx = bytes(FILES + "/mau.xlsx", editor).body();
        assertThat(unzip(xlsx).keySet()).contains("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml");
        assertRefused("mau.xlsx", xlsx, "Bảng không có dòng nào dưới hàng tên cột.");
        assertThat(new String(bytes(FILES + "/mau.csv", editor).body(), StandardCharsets.UTF_8))
                .startsWith(Csv.MARK + "\"Khóa\",\"Thể loại\",\"Năm\",\"Tiêu đề (vi)\"")
                .contains("\"#vi-du-001\"");
    }

    private static String row(String... fields) {
        return Csv.row(fields);
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** By its directory, as programs of tables do: what stands before each file there may leave sizes out. */
    private static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = ZipFile.builder().setByteArray(bytes).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                try (var content = zip.getInputStream(entry)) {
                    files.put(entry.getName(), content.readAllBytes());
                }
            }
        }
        return files;
    }

    private long send(String name, byte[] content) {
        return send(forms, editor, name, content);
    }

    private long send(PlainForms theirs, Staff who, String name, byte[] content) {
        var upload = new TusClient(portal, who).upload(name, content);
        var answer = theirs.send(PAGE, "tep", upload);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var location = answer.headers().firstValue("Location").orElseThrow();
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    /** The page once nothing is under way. */
    private String settled(long run) {
        Until.answer(() -> state(run), state -> !state.equals("CHECKING") && !state.equals("RUNNING"));
        return forms.get(PAGE + "/" + run).body();
    }

    private void carryOut(long run) {
        var begun = forms.send(PAGE + "/" + run, "lam", "nhap");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
        settled(run);
        assertThat(state(run)).isEqualTo("DONE");
    }

    private String state(long run) {
        return portal.sql()
                .column("select state from archive_run where id = " + run)
                .get(0);
    }

    private Map<String, Integer> counts(long run) {
        var counts = new LinkedHashMap<String, Integer>();
        portal.sql()
                .column("select state || ' ' || count(*) from archive_line where run = " + run + " group by state")
                .forEach(row -> counts.put(row.split(" ")[0], Integer.valueOf(row.split(" ")[1])));
        return counts;
    }

    private String lines(long run) {
        return String.join(
                "\n",
                portal.sql()
                        .column(
                                "select line_key || ' ' || state || ' ' || faults || ' ' || cells from archive_line where run = "
                                        + run + " and state <> 'SAME' limit 3"));
    }

    private List<String> products(String called) {
        return portal.sql()
                .column("select p.slug from product p join product_revision r on r.id = p.current_revision"
                        + " where cast(r.title as json) ->> 'vi' = '" + called + "'");
    }

    private JsonObject product(String slug) {
        return Drafts.object(editor.get("/api/v1/products/" + slug));
    }

    private static List<String> tracks(JsonObject product) {
        return product.getJsonArray("tracks").getValuesAs(JsonObject.class).stream()
                .map(track ->
                        track.getString("kind") + " " + track.getString("language") + " " + track.getString("role"))
                .toList();
    }

    private boolean tracksReady(String slug) {
        return product(slug).getJsonArray("tracks").getValuesAs(JsonObject.class).stream()
                .noneMatch(track -> track.getString("state").equals("processing"));
    }

    private HttpResponse<byte[]> bytes(String path, Staff who) {
        return portal.bytes(HttpRequest.newBuilder(portal.uri(path))
                .header("Cookie", who.cookie())
                .build());
    }
}
