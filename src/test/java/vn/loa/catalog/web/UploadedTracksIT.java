package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Invariants;
import vn.loa.testing.Pdf;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.Until;
import vn.loa.testing.UploadedFilm;
import vn.loa.testing.UsesPortal;

/** From an upload to a track that is ready or rejected, through the jobs of a running portal. */
@UsesPortal
class UploadedTracksIT {
    /** With one step of the encoding, on a machine that has much else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private static Path folder;

    private Portal portal;
    private Staff editor;
    private Staff publisher;
    private TusClient client;
    private String product;
    private String tracks;

    @BeforeEach
    void publishAWork(Portal started) {
        portal = started;
        editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        client = new TusClient(portal, editor);
        product = Drafts.PRODUCTS + "/" + Drafts.start(editor, "01273");
        tracks = product + "/tracks";
        step(editor, "{\"to\":\"review\"}");
        step(publisher, "{\"to\":\"approved\"}");
        step(publisher, "{\"to\":\"published\"}");
    }

    @AfterEach
    void withdrawIt() {
        step(publisher, "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}");
    }

    @Test
    void aDocumentBecomesATrackThatWaitsForReview() throws Exception {
        var upload = client.upload("tờ rơi.pdf", Pdf.of("đây là tờ rơi"));

        var added = add(upload, "document", "vi", "attachment");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(202);
        var location = added.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(tracks + "/");

        var ready = ready(location);
        assertThat(ready.body()).contains("\"kind\":\"document\"").doesNotContain("percent");
        invariantsHold();
    }

    @Test
    void askingAgainFindsTheSameTrack() {
        var upload = client.upload("a.pdf", Pdf.of("again"));

        var first = add(upload, "document", "vi", "attachment");
        var second = add(upload, "document", "vi", "attachment");

        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
    }

    @Test
    void aDubThatIsShorterThanItsFilmIsToldSo() throws Exception {
        var film = UploadedFilm.made(
                folder.resolve("phim.mp4"), "-f lavfi -i testsrc2=s=160x90:r=10:d=3 -pix_fmt yuv420p");
        var dub = UploadedFilm.made(folder.resolve("tieng.wav"), "-f lavfi -i sine=d=1.5");
        add(client.upload("phim.mp4", Files.readAllBytes(film)), "video", "vi", "original");

        var added = add(client.upload("tieng.wav", Files.readAllBytes(dub)), "audio", "hmn", "dub");

        var location = added.headers().firstValue("Location").orElseThrow();
        var told =
                Until.answer(() -> editor.get(location), answer -> answer.body().contains("\"fit\""), PATIENCE);
        assertThat(told.body())
                .contains(
                        "\"longerSeconds\":-1.5",
                        "\"toleranceSeconds\":0.5",
                        "1.5 seconds shorter",
                        "ngắn hơn phim 1,5 giây");
        // As soon as both are complete; a film without sound has no music that could repeat itself.
        var fitted = Until.answer(
                () -> editor.get(location),
                answer -> !answer.body().contains("\"offset\":\"pending\""),
                Duration.ofMinutes(3));
        assertThat(fitted.body()).contains("\"offset\":\"silent\"", "Phim không có tiếng gốc");
    }

    @Test
    void subtitlesThatGoOnAfterTheFilmHasEndedAreToldSo() throws Exception {
        var tracks = Drafts.PRODUCTS + "/" + Drafts.start(editor) + "/tracks";
        var film = UploadedFilm.made(
                folder.resolve("ngan.mp4"), "-f lavfi -i testsrc2=s=160x90:r=10:d=3 -pix_fmt yuv420p");
        var location = editor.send(
                        "POST",
                        tracks,
                        body(client.upload("ngan.mp4", Files.readAllBytes(film)), "video", "vi", "original"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        Until.answer(
                () -> editor.get(location),
                answer -> answer.body().contains("\"state\":\"ready\""),
                Duration.ofMinutes(3));

        var added = editor.send(
                "POST",
                tracks,
                body(
                        client.upload("phu-de.vtt", text("WEBVTT\n\n00:02.000 --> 00:04.500\nXin chào bà con.\n")),
                        "subtitle",
                        "vi",
                        "original"));

        assertThat(added.body()).contains("1,500 ms after the film has ended", "1.500 ms sau khi phim đã hết");
    }

    @Test
    void aReviewerHearsATrackThatNobodyElseHas() throws Exception {
        var sound = UploadedFilm.made(folder.resolve("nghe-thu.wav"), "-f lavfi -i sine=d=1");
        var added = add(client.upload("nghe-thu.wav", Files.readAllBytes(sound)), "audio", "hmn", "dub");
        var location = added.headers().firstValue("Location").orElseThrow();
        var ready = ready(location);
        var file = Pattern.compile("/media/[^\"]+-a0\\.m4a").matcher(ready.body());
        assertThat(file.find()).as(ready.body()).isTrue();
        var reviewer = Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("hmn"));
        var elsewhere = Staff.make(portal, Set.of(Role.EDITOR), "01393", Set.of());
        var officer = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), null, Set.of());

        var heard = reviewer.get(file.group());
        assertThat(heard.statusCode()).isEqualTo(200);
        assertThat(heard.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(heard.headers().allValues("Vary")).contains("Authorization");
        assertThat(portal.get(file.group(), "Authorization", reviewer.bearer(), "Range", "bytes=0-9")
                        .statusCode())
                .isEqualTo(206);
        for (var answer : List.of(
                portal.get(file.group()),
                elsewhere.get(file.group()),
                officer.get(file.group()),
                portal.get(file.group(), "Authorization", "Bearer wrong"))) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void anIncompleteUploadIs409() {
        var id = TusClient.id(client.announce("a.pdf", 100));

        assertThat(add(id, "document", "vi", "attachment").statusCode()).isEqualTo(409);
    }

    @Test
    void aProgramThatIsCalledAFilmIs415AndLeavesAnEntryInTheAuditTrail() throws Exception {
        var upload = client.upload("phim.mp4", text("MZ this program cannot be run"));

        var answer = add(upload, "video", "vi", "original");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body())
                .contains(
                        "phim.mp4",
                        "\"reason\":\"unknown-type\"",
                        "\"explanation\":{",
                        "Phim nhận các loại MP4",
                        "Films are taken as MP4");
        assertThat(lastAct())
                .startsWith(editor.username() + " refuse-file video vi: ")
                .contains("phim.mp4");
    }

    /** A film to a player, a page to who reads its beginning, an archive to who reads its end. */
    @Test
    void ofAFilmThatIsAlsoAPageAndAnArchiveOnlyTheFilmIsServed() throws Exception {
        var film = Files.readAllBytes(UploadedFilm.made(
                folder.resolve("hai-mat.mp4"),
                "-f lavfi -i testsrc2=s=160x90:r=10:d=2 -f lavfi -i sine=d=2 -pix_fmt yuv420p -c:a aac -shortest"));
        var page = text("<!doctype html><script>alert('POLYGLOT')</script>");
        var all = new ByteArrayOutputStream();
        var type = ByteBuffer.wrap(film).getInt();
        moveSamples(film, 8 + page.length);
        all.write(film, 0, type);
        all.writeBytes(
                ByteBuffer.allocate(8).putInt(8 + page.length).put(text("free")).array());
        all.writeBytes(page);
        all.write(film, type, film.length - type);
        try (var zip = new ZipOutputStream(all)) {
            zip.putNextEntry(new ZipEntry("POLYGLOT.html"));
            zip.write(page);
        }
        for (var name : List.of("hai-mat.html", "hai-mat.docx", "hai-mat.pdf")) {
            assertThat(add(client.upload(name, all.toByteArray()), "document", "vi", "attachment")
                            .statusCode())
                    .as(name)
                    .isEqualTo(415);
        }

        var added = add(client.upload("hai-mat.html", all.toByteArray()), "video", "vi", "original");
        var location = added.headers().firstValue("Location").orElseThrow();
        var complete = Until.answer(
                () -> editor.get(location),
                answer -> answer.body().contains("\"state\":\"ready\"")
                        && !answer.body().contains("\"missing\""),
                PATIENCE);

        var sources = sources(complete.body());
        assertThat(sources).hasSizeGreaterThan(10);
        for (var source : sources) {
            var answer = portal.bytes(HttpRequest.newBuilder(portal.uri(source))
                    .header("Authorization", editor.bearer())
                    .build());
            assertThat(answer.statusCode()).as(source).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(source)
                    .matches(
                            "(video|audio|image)/[a-z0-9.-]+|text/vtt.*|application/(json|vnd.apple.mpegurl|octet-stream)");
            assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1))
                    .as(source)
                    .doesNotContain("POLYGLOT", "<script", "PK\u0003\u0004");
        }
        var id = location.substring(location.lastIndexOf('/') + 1);
        assertThat(number("select count(*) from rendition r join track t on t.asset = r.asset"
                        + " join media_asset a on a.id = r.asset where r.blob = a.master and t.id = " + id))
                .as("files that are the bytes of the editor")
                .isZero();
    }

    /** Lets the index of a film find its samples though something comes before them. */
    private static void moveSamples(byte[] film, int by) {
        var bytes = ByteBuffer.wrap(film);
        var text = new String(film, StandardCharsets.ISO_8859_1);
        for (var box = text.indexOf("stco"); box >= 0; box = text.indexOf("stco", box + 4)) {
            for (var entry = 0; entry < bytes.getInt(box + 8); entry++) {
                var place = box + 12 + 4 * entry;
                bytes.putInt(place, bytes.getInt(place) + by);
            }
        }
    }

    private static List<String> sources(String track) {
        return Pattern.compile("\"(/media/[^\"]+)\"")
                .matcher(track)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private long number(String query) throws SQLException {
        try (var database = portal.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void aProductCanBeChangedWhileAFileIsLookedInto() throws Exception {
        var draft = Drafts.PRODUCTS + "/" + Drafts.start(editor);
        var upload = client.upload("cham.pdf", text("%PDF-1.7 slow"));
        var staged = portal.data().resolve("media/uploads").resolve(upload);
        var aside = Files.move(staged, folder.resolve(upload));
        assertThat(new ProcessBuilder("mkfifo", staged.toString()).start().waitFor())
                .isZero();
        try {
            var adding = CompletableFuture.supplyAsync(
                    () -> editor.send("POST", draft + "/tracks", body(upload, "document", "vi", "attachment")));
            // It is open as soon as the portal reads it, too.
            var pipe = CompletableFuture.supplyAsync(() -> open(staged));
            try (var out = pipe.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                var changed = editor.send("POST", draft + "/transitions", "{\"to\":\"review\"}");
                assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
                out.write(text("fLaC, which is a sound and no document"));
            }
            assertThat(adding.join().statusCode()).isEqualTo(415);
        } finally {
            Files.move(aside, staged, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static OutputStream open(Path pipe) {
        try {
            return new FileOutputStream(pipe.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void subtitlesThatAreSentAsAFilmAreCalledSubtitles() {
        var upload = client.upload("u8.srt", text("1\n00:00:01,000 --> 00:00:03,000\nBà con chú ý\n"));

        var answer = add(upload, "video", "vi", "original");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body())
                .contains("u8.srt is of the kind subtitle", "\"reason\":\"other-kind\"", "Đây là tệp phụ đề")
                .doesNotContain("is not a sound");
    }

    @Test
    void filmsThatAreSentAsSubtitlesAreCalledFilms() {
        var upload = client.upload("phim.mp4", text("\0\0\0\u0018ftypisom\0\0\2\0isommp42\0\0\0\bfree"));

        var answer = add(upload, "subtitle", "vi", "original");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body())
                .contains("phim.mp4 is of the kind video", "\"reason\":\"other-kind\"", "chọn loại “Phim”")
                .doesNotContain("UniKey", "Notepad");
    }

    @Test
    void ofAWrongTrackAllFaultsAreToldAtOnce() {
        var unknown = add("no-such-upload", "audio", "xx", "chorus");
        var unfit = add("no-such-upload", "subtitle", "xx", "dub");

        for (var answer : List.of(unknown, unfit)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body())
                    .contains("\"field\":\"language\"", "is not a language of works: xx", "\"field\":\"role\"");
        }
    }

    @Test
    void olderLettersThatWereSavedAsUnicodeAreNamed() {
        var cue = "1\n00:00:01,000 --> 00:00:03,000\n";

        var few =
                add(client.upload("vai chu.srt", text(cue + "TiÕng ViÖt cã dÊu\n")), "subtitle", "tyz", "translation");

        assertThat(few.statusCode()).as(few.body()).isEqualTo(202);
        assertThat(few.body()).contains("\"code\":\"misread\"", "UniKey");
    }

    @Test
    void warningsOfSubtitlesAreKeptForThoseWhoWorkOnThemAndNotForThePublic() {
        var upload = client.upload(
                "canh bao.srt",
                text("1\n00:00:01,000 --> 00:00:04,000\nBà con\n\n2\n00:00:09,000 --> 00:00:05,000\nNgược\n\n"
                        + "3\n00:00:03,000 --> 00:00:06,000\nChú ý\n"));
        var added = add(upload, "subtitle", "vi", "original");
        var location = added.headers().firstValue("Location").orElseThrow();
        var reviewer = Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("vi"));
        var officer = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), null, Set.of());
        var dropped = "Dòng 6: câu kết thúc trước khi bắt đầu; đã bỏ câu này.";
        assertThat(added.body()).contains(dropped, "hiện cùng lúc với câu", "\"code\":\"ends-before-start\"");

        assertThat(editor.get(location).body()).contains(dropped, "hiện cùng lúc với câu", "it was left out");
        assertThat(reviewer.get(location).body()).contains(dropped, "hiện cùng lúc với câu");
        assertThat(add(upload, "subtitle", "vi", "original").body()).contains(dropped);

        assertThat(Drafts.judge(reviewer, location, "{\"verdict\":\"approved\"}")
                        .statusCode())
                .isEqualTo(200);
        for (var answer : List.of(portal.get(location), officer.get(location))) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("warnings", dropped);
        }
    }

    @Test
    void aDocumentIsNoFilm() {
        assertThat(add(client.upload("a.pdf", Pdf.of("x")), "video", "vi", "original")
                        .statusCode())
                .isEqualTo(415);
    }

    /** What is in it beyond its first pages, its job finds out. */
    @Test
    void anOggFilmIsLetInAsAFilmThoughNobodySaysThatItIsOne() {
        var begins = "OggS\0\2" + "\0".repeat(20) + "\1\52";
        var picture = begins + "\u0080theora\3\2\1" + "\0".repeat(32);
        var sound = begins + "OpusHead\1" + "\0".repeat(33);

        var film = add(
                client.upload("film.ogv", picture.getBytes(StandardCharsets.ISO_8859_1)), "video", "vi", "original");
        var none =
                add(client.upload("film.ogv", sound.getBytes(StandardCharsets.ISO_8859_1)), "video", "vi", "original");

        assertThat(film.statusCode()).as(film.body()).isEqualTo(202);
        assertThat(none.statusCode()).as(none.body()).isEqualTo(415);
    }

    @Test
    void theUploadOfSomebodyElseIsUnknown() {
        var other = new TusClient(portal, Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));
        var upload = other.upload("a.pdf", Pdf.of("of another"));

        var answer = add(upload, "document", "vi", "attachment");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"upload\"");
    }

    @Test
    void subtitlesAreReadAtOnce() {
        var upload = client.upload("phụ đề.srt", text("1\n00:00:01,000 --> 00:00:03,000\nBà con chú ý\n"));

        var answer = add(upload, "subtitle", "vi", "original");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.body()).contains("\"state\":\"ready\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz", "VI", "en"})
    void subtitlesInALanguageThatNoWorkIsInAreRefused(String language) {
        var upload = client.upload("a.srt", text("1\n00:00:01,000 --> 00:00:02,000\nBà con\n"));

        var answer = add(upload, "subtitle", language, "original");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"language\"");
    }

    @Test
    void subtitlesThatCannotBeReadAre422WithTheReason() {
        var upload = client.upload("a.srt", text("không có giờ nào ở đây"));

        var answer = add(upload, "subtitle", "vi", "original");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "\"title\":\"Unprocessable Content\"",
                        "\"reason\":\"unknown-format\"",
                        "Đây không phải tệp phụ đề WebVTT",
                        "This is no WebVTT");
    }

    @Test
    void wrongFieldsAreNamed() {
        var answer = editor.send("POST", tracks, "{\"upload\":\"x\",\"kind\":\"song\",\"colour\":\"red\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"kind\"", "\"language\"", "\"role\"", "\"colour\"");
    }

    @Test
    void onlyWhoHasSignedInSeesHowFarATrackIs() {
        var added = add(client.upload("a.pdf", Pdf.of("seen")), "document", "vi", "attachment");

        assertThat(portal.get(added.headers().firstValue("Location").orElseThrow())
                        .statusCode())
                .isEqualTo(404);
        assertThat(editor.get(tracks + "/999999999").statusCode()).isEqualTo(404);
        assertThat(editor.send("POST", "/api/v1/products/khong-co/tracks", body("0", "document", "vi", "attachment"))
                        .statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> ready(String track) {
        return Until.answer(() -> editor.get(track), answer -> answer.body().contains("\"state\":\"ready\""), PATIENCE);
    }

    private void step(Staff by, String json) {
        var answer = by.send("POST", product + "/transitions", json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> add(String upload, String kind, String language, String role) {
        return editor.send("POST", tracks, body(upload, kind, language, role));
    }

    private static String body(String upload, String kind, String language, String role) {
        return "{\"upload\":\"%s\",\"kind\":\"%s\",\"language\":\"%s\",\"role\":\"%s\"}"
                .formatted(upload, kind, language, role);
    }

    private String lastAct() throws SQLException {
        try (var database = portal.database();
                var statement =
                        database.prepareStatement("select actor || ' ' || action || ' ' || note from audit_entry"
                                + " where subject_slug = ? order by id desc limit 1")) {
            statement.setString(1, product.substring(product.lastIndexOf('/') + 1));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private void invariantsHold() throws Exception {
        assertThat(Files.isDirectory(portal.data().resolve("media"))).isTrue();
        try (var database = portal.database()) {
            Invariants.of(database, portal.data().resolve("media"), editor.username())
                    .check();
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
