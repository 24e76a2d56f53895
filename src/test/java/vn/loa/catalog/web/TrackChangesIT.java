package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.Drafts.PRODUCTS;
import static vn.loa.testing.Drafts.content;
import static vn.loa.testing.Drafts.object;
import static vn.loa.testing.Drafts.title;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Pdf;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.Until;
import vn.loa.testing.UploadedFilm;
import vn.loa.testing.UsesPortal;

/** What becomes of tracks that are not as they should be, and of the products that they leave. */
@UsesPortal
class TrackChangesIT {
    /** With one step of the encoding, on a machine that has much else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private static Path folder;

    private final Portal portal;
    private final Staff staff;
    private final TusClient client;

    TrackChangesIT(Portal portal) {
        this.portal = portal;
        staff = Staff.make(
                portal, Set.of(Role.EDITOR, Role.LANGUAGE_REVIEWER, Role.PUBLISHER), null, Set.of("vi", "tyz"));
        client = new TusClient(portal, staff);
    }

    @Test
    void an_upload_in_the_wrong_language_is_told_and_can_be_used_again_when_its_track_is_removed() {
        var slug = Drafts.start(staff);
        var upload = client.upload("tờ rơi.pdf", Pdf.of("tờ rơi"));
        var first = add(slug, upload, "document", "vi", "attachment");
        var track = first.headers().firstValue("Location").orElseThrow();
        ready(track);

        assertThat(add(slug, upload, "document", "tyz", "attachment").statusCode())
                .isEqualTo(409);
        assertThat(add(slug, upload, "document", "vi", "attachment").statusCode())
                .isEqualTo(202);

        assertThat(staff.send("DELETE", track, "").statusCode()).isEqualTo(204);
        assertThat(staff.get(track).statusCode()).isEqualTo(404);
        var again = add(slug, upload, "document", "tyz", "attachment");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(202);
        ready(again.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void what_a_track_was_taken_for_is_put_right_until_it_is_approved_and_waits_for_its_own_reviewer() {
        var slug = Drafts.start(staff);
        var track = added(slug, client.upload("hop.pdf", Pdf.of("họp thôn")), "document", "vi", "attachment");
        ready(track);
        assertThat(Drafts.judge(staff, track, "{\"verdict\":\"rejected\",\"note\":\"Đây là tiếng Tày.\"}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(correct(track, "{\"role\":\"dub\"}").statusCode()).isEqualTo(400);
        assertThat(correct(track, "{\"kind\":\"audio\",\"role\":\"original\"}").statusCode())
                .as("its file is none")
                .isEqualTo(400);
        assertThat(correct(track, "{\"language\":\"xx\"}").statusCode()).isEqualTo(400);
        var late = staff.send("PATCH", track, "{\"language\":\"tyz\"}", "If-Match", "\"0\"");
        assertThat(late.statusCode()).as(late.body()).isEqualTo(412);
        var corrected = correct(track, "{\"language\":\"tyz\",\"role\":\"translation\"}");

        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
        var now = object(staff.get(track));
        assertThat(List.of(now.getString("language"), now.getString("role"), now.getString("state")))
                .containsExactly("tyz", "translation", "ready");
        assertThat(now.containsKey("reason")).isFalse();
        assertThat(Drafts.judge(
                                Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("vi")),
                                track,
                                "{\"verdict\":\"approved\"}")
                        .statusCode())
                .as("who reads the language it was taken for")
                .isEqualTo(403);
        assertThat(Drafts.judge(staff, track, "{\"verdict\":\"approved\"}").statusCode())
                .isEqualTo(200);
        assertThat(correct(track, "{\"language\":\"vi\"}").statusCode()).isEqualTo(409);
        var deeds = portal.get("/quan-tri/san-pham/" + slug, "Cookie", staff.cookie());
        assertThat(deeds.body()).contains("Sửa loại, ngôn ngữ hay vai trò của một bản");
    }

    @Test
    void subtitles_of_another_language_than_was_thought_are_written_on_in_their_own() {
        var slug = Drafts.start(staff);
        var track = added(
                slug,
                client.upload("a.srt", "1\n00:00:01,000 --> 00:00:03,000\nMột\n".getBytes(StandardCharsets.UTF_8)),
                "subtitle",
                "vi",
                "original");
        var saved = staff.send(
                "PUT", track + "/cues", "{\"cues\":[{\"start\":1000,\"end\":3000,\"text\":\"Hai\"}]}", "If-Match", "*");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);

        var corrected = correct(track, "{\"kind\":\"transcript\",\"language\":\"tyz\",\"role\":\"translation\"}");

        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
        assertThat(object(staff.get(track)).getString("kind")).isEqualTo("transcript");
        var cues = object(staff.get(track + "/cues"));
        assertThat(cues.getJsonArray("cues").getJsonObject(0).getString("text")).isEqualTo("Hai");
    }

    private HttpResponse<String> correct(String track, String json) {
        return staff.send("PATCH", track, json);
    }

    private String added(String slug, String upload, String kind, String language, String role) {
        var answer = add(slug, upload, kind, language, role);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void a_track_is_removed_after_the_step_that_works_on_it_has_told_what_it_made() throws Exception {
        var slug = Drafts.start(staff);
        var upload = client.upload("a.pdf", Pdf.of("removed"));
        var track = add(slug, upload, "document", "vi", "attachment")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        ready(track);
        var id = track.substring(track.lastIndexOf('/') + 1);

        CompletableFuture<HttpResponse<String>> removed;
        try (var step = portal.database();
                var statement = step.createStatement()) {
            step.setAutoCommit(false);
            statement.execute("select id from processing_job where asset = (select asset from track where id = " + id
                    + ") for update");
            removed = CompletableFuture.supplyAsync(() -> staff.send("DELETE", track, ""));
            Until.answer(() -> removed.isDone() || isAwaited(step), happened -> happened);
            statement.execute(
                    "select id from media_asset where id = (select asset from track where id = " + id + ") for update");
            statement.execute("update track set position = position where id = " + id);
            step.commit();
        }

        assertThat(removed.join().statusCode()).isEqualTo(204);
        assertThat(staff.get(track).statusCode()).isEqualTo(404);
    }

    /** Whether somebody waits for what this connection has locked. */
    private boolean isAwaited(Connection holder) throws SQLException {
        try (var asking = portal.database();
                var statement = asking.prepareStatement(
                        "select count(*) from pg_stat_activity where ? = any (pg_blocking_pids(pid))")) {
            statement.setInt(1, ((PGConnection) holder).getBackendPID());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1) > 0;
            }
        }
    }

    @Test
    void subtitles_are_removed_with_their_cues() {
        var slug = Drafts.start(staff);
        var upload = client.upload(
                "a.srt", "1\n00:00:01,000 --> 00:00:03,000\nBà con chú ý\n".getBytes(StandardCharsets.UTF_8));
        var track = add(slug, upload, "subtitle", "vi", "original")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(staff.send("DELETE", track, "").statusCode()).isEqualTo(204);

        assertThat(staff.get(track).statusCode()).isEqualTo(404);
    }

    @Test
    void an_approved_track_is_not_removed() {
        var slug = Drafts.start(staff);
        var track = PRODUCTS + "/" + slug + "/tracks/" + Drafts.addTrack(portal, slug, "tyz");
        approve(track);

        assertThat(staff.send("DELETE", track, "").statusCode()).isEqualTo(409);
        assertThat(staff.get(track).statusCode()).isEqualTo(200);
        assertThat(staff.send("DELETE", PRODUCTS + "/" + slug + "/tracks/999999999", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_is_no_picture_is_no_poster() {
        var slug = Drafts.start(staff);
        var upload = client.upload("a.pdf", Pdf.of("poster"));

        var answer = add(slug, upload, "document", "vi", "poster");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"role\"");
    }

    @Test
    void an_audio_description_is_refused_as_long_as_nobody_could_hear_it() {
        var slug = Drafts.start(staff);
        var upload = client.upload("mo-ta.mp3", "ID3 mô tả".getBytes(StandardCharsets.UTF_8));

        var answer = add(slug, upload, "description", "vi", "original");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"kind\"").contains("no player offers it: description");
    }

    @Test
    void a_public_work_whose_last_track_is_sent_back_is_withdrawn() {
        var slug = bare();
        var track = PRODUCTS + "/" + slug + "/tracks/" + Drafts.addTrack(portal, slug, "tyz");
        approve(track);
        step(slug, "{\"to\":\"review\"}");
        step(slug, "{\"to\":\"approved\"}");
        step(slug, "{\"to\":\"published\"}");

        reject(track);

        var page = Until.answer(() -> portal.get("/san-pham/" + slug), answer -> answer.statusCode() == 410);
        assertThat(page.body()).contains("Nội dung đang được chỉnh sửa").doesNotContain("Sai một câu");
    }

    @Test
    void what_is_due_but_has_nothing_to_show_any_more_waits_for_its_publisher() throws Exception {
        var slug = bare();
        var track = PRODUCTS + "/" + slug + "/tracks/" + Drafts.addTrack(portal, slug, "tyz");
        approve(track);
        step(slug, "{\"to\":\"review\"}");
        step(slug, "{\"to\":\"approved\"}");
        step(slug, "{\"to\":\"scheduled\",\"at\":\"" + Instant.now().plus(200, ChronoUnit.DAYS) + "\"}");
        reject(track);

        due(slug);

        Until.answer(
                () -> staff.get(PRODUCTS + "/" + slug),
                answer -> object(answer).getString("state").equals("approved"));
        assertThat(portal.get("/san-pham/" + slug).statusCode()).isEqualTo(404);
        assertThat(lastAct(slug)).startsWith("unschedule");
    }

    @Test
    void a_second_film_takes_the_dubs_along_only_when_it_is_approved() throws Exception {
        var slug = bare();
        var film = added(slug, film("phim-1.mp4"), "video", "vi", "original");
        var dub = added(slug, sound("tieng.wav"), "audio", "tyz", "dub");
        Until.answer(() -> films(dub), List.of(asset(film), asset(film))::equals, PATIENCE);
        approve(film);
        approve(dub);
        step(slug, "{\"to\":\"review\"}");
        step(slug, "{\"to\":\"approved\"}");
        step(slug, "{\"to\":\"published\"}");

        var second = added(slug, film("phim-2.mp4"), "video", "vi", "original");
        ready(second);
        assertThat(films(dub)).containsExactly(asset(film), asset(film));
        assertThat(portal.get(PRODUCTS + "/" + slug).body()).contains("-tyz-v0.mp4");

        approve(second);
        assertThat(films(dub)).first().isEqualTo(asset(second));
        Until.answer(
                () -> portal.get(PRODUCTS + "/" + slug),
                answer -> {
                    assertThat(answer.body()).as("at every moment").contains("-tyz-v0.mp4");
                    return films(dub).equals(List.of(asset(second), asset(second)));
                },
                PATIENCE);

        var pictures = Pattern.compile("/media/[^\"]+-tyz-v0\\.mp4")
                .matcher(portal.get(PRODUCTS + "/" + slug).body());
        assertThat(pictures.find()).isTrue();
        change(
                "update media_asset set shown_film = %d where id = (select asset from track where id = ?)"
                        .formatted(asset(film)),
                dub);
        change("update track set state = 'rejected' where id = ?", film);
        assertThat(portal.get(pictures.group()).statusCode())
                .as("pictures of a film that is approved no more")
                .isEqualTo(404);
        step(slug, "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}");
    }

    @Test
    void the_dubs_of_a_film_that_is_removed_or_comes_to_nothing_go_back_to_the_one_that_is_left() throws Exception {
        var slug = bare();
        var film = added(slug, film("phim-3.mp4"), "video", "vi", "original");
        var dub = added(slug, sound("tieng-3.wav"), "audio", "tyz", "dub");
        var second = added(slug, film("phim-4.mp4"), "video", "vi", "original");
        assertThat(films(dub)).first().isEqualTo(asset(second));

        assertThat(staff.send("DELETE", second, "").statusCode()).isEqualTo(204);
        assertThat(films(dub)).first().isEqualTo(asset(film));

        var third = added(slug, film("phim-5.mp4"), "video", "vi", "original");
        assertThat(films(dub)).first().isEqualTo(asset(third));
        ready(third);
        reject(third);
        assertThat(films(dub)).first().isEqualTo(asset(film));

        var broken =
                Files.write(folder.resolve("hong.mp4"), Arrays.copyOf(Files.readAllBytes(film("phim-6.mp4")), 4_000));
        var last = added(slug, broken, "video", "vi", "original");
        Until.answer(() -> staff.get(last), answer -> answer.body().contains("\"state\":\"rejected\""), PATIENCE);
        assertThat(films(dub)).first().isEqualTo(asset(film));
    }

    @Test
    void what_cannot_be_taken_in_for_now_is_said_while_it_is_tried_again() {
        var slug = Drafts.start(staff);
        var upload = client.upload("a.pdf", Pdf.of("trouble"));
        var track = add(slug, upload, "document", "vi", "attachment")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        ready(track);
        // As when ffmpeg was missing three times.
        change("update track set state = 'processing' where id = ?", track);
        change(
                "update processing_job set state = 'waiting', finished_at = null, failures = 3, reason = 'no-encoder'"
                        + " where asset = (select asset from track where id = ?)",
                track);

        JsonObject status;
        try {
            status = object(staff.get(track));
        } finally {
            change(
                    "update processing_job set state = 'done', finished_at = now() where asset = (select asset from track where id = ?)",
                    track);
            change("update track set state = 'ready' where id = ?", track);
        }

        assertThat(status.getString("state")).isEqualTo("processing");
        assertThat(status.getString("reason")).isEqualTo("no-encoder");
        assertThat(status.getJsonObject("explanation").getString("vi")).contains("ffmpeg");
    }

    @Test
    void an_upload_whose_bytes_had_to_make_room_after_its_first_use_is_to_be_sent_again() throws Exception {
        var slug = Drafts.start(staff);
        for (var kind : List.of("document", "subtitle")) {
            var upload = client.upload("a.pdf", Pdf.of(kind));
            var track = add(slug, upload, "document", "vi", "attachment")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            ready(track);
            assertThat(staff.send("DELETE", track, "").statusCode()).isEqualTo(204);
            var bytes = portal.data().resolve("media/uploads").resolve(upload);
            var aside = Files.move(bytes, folder.resolve(upload));

            HttpResponse<String> again;
            try {
                again = add(slug, upload, kind, "vi", kind.equals("document") ? "attachment" : "original");
            } finally {
                Files.move(aside, bytes);
            }

            assertThat(again.statusCode()).as(again.body()).isEqualTo(409);
            assertThat(again.body()).contains("send it again");
        }
    }

    private String bare() {
        var bare = content(title()).remove("body").add("genre", "phim-tai-lieu").build();
        return object(staff.send("POST", PRODUCTS, bare.toString())).getString("slug");
    }

    private HttpResponse<String> add(String slug, String upload, String kind, String language, String role) {
        return staff.send(
                "POST",
                PRODUCTS + "/" + slug + "/tracks",
                "{\"upload\":\"%s\",\"kind\":\"%s\",\"language\":\"%s\",\"role\":\"%s\"}"
                        .formatted(upload, kind, language, role));
    }

    private String added(String slug, Path file, String kind, String language, String role) throws IOException {
        var upload = client.upload(file.getFileName().toString(), Files.readAllBytes(file));
        var answer = add(slug, upload, kind, language, role);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static Path film(String name) throws IOException {
        return UploadedFilm.made(
                folder.resolve(name),
                "-f lavfi -i testsrc2=s=160x90:r=10:d=2 -f lavfi -i sine=f=220:d=2 -pix_fmt yuv420p");
    }

    private static Path sound(String name) throws IOException {
        return UploadedFilm.made(folder.resolve(name), "-f lavfi -i sine=f=330:d=2");
    }

    private void change(String update, String track) {
        try (var database = portal.database();
                var statement = database.prepareStatement(update)) {
            statement.setLong(1, Long.parseLong(track.substring(track.lastIndexOf('/') + 1)));
            assertThat(statement.executeUpdate()).isOne();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long asset(String track) {
        return numbers("select asset from track where id = ?", track).get(0);
    }

    /** Assets: the film that a dub is made for, and the one that it shows; 0 when there is none. */
    private List<Long> films(String dub) {
        return numbers(
                "select coalesce(a.film, 0), coalesce(a.shown_film, 0) from track t join media_asset a on a.id = t.asset where t.id = ?",
                dub);
    }

    private List<Long> numbers(String query, String track) {
        try (var database = portal.database();
                var statement = database.prepareStatement(query)) {
            statement.setLong(1, Long.parseLong(track.substring(track.lastIndexOf('/') + 1)));
            try (var rows = statement.executeQuery()) {
                rows.next();
                var numbers = new ArrayList<Long>();
                for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    numbers.add(rows.getLong(column));
                }
                return numbers;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void ready(String track) {
        Until.answer(() -> staff.get(track), answer -> answer.body().contains("\"state\":\"ready\""), PATIENCE);
    }

    private void approve(String track) {
        done(staff.send("POST", track + "/approval", "{\"verdict\":\"approved\"}"));
    }

    private void reject(String track) {
        done(staff.send("POST", track + "/approval", "{\"verdict\":\"rejected\",\"note\":\"Sai một câu.\"}"));
    }

    private void step(String slug, String json) {
        done(staff.send("POST", PRODUCTS + "/" + slug + "/transitions", json));
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void due(String slug) throws SQLException {
        try (var database = portal.database();
                var statement = database.prepareStatement("update product set scheduled_for = now() where slug = ?")) {
            statement.setString(1, slug);
            assertThat(statement.executeUpdate()).isOne();
        }
    }

    private String lastAct(String slug) throws SQLException {
        try (var database = portal.database();
                var statement = database.prepareStatement(
                        "select action from audit_entry where subject_slug = ? order by id desc limit 1")) {
            statement.setString(1, slug);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
