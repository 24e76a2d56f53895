package vn.loa.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Role;
import vn.loa.launcher.LocalFfmpeg;

/**
 * A film of a few seconds with sound in Vietnamese, dubs in Mông and Tày and Vietnamese subtitles, which went the whole way: made by
 * ffmpeg, uploaded, encoded by the jobs of the portal, reviewed and published. Closing it withdraws it.
 */
public final class UploadedFilm implements AutoCloseable {
    public static final int SECONDS = 8;

    private static final String SUBTITLES = "1\n00:00:01,000 --> 00:00:03,500\nBà con chú ý\n";
    /** Three of each file, and one that fits each dub to the film. */
    private static final int STEPS_OF_THREE_FILES = 11;

    /** With one step of the encoding, on a machine that has much else to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Portal portal;
    private final Staff editor;
    private final Staff reviewer;
    private final Staff publisher;
    private final String slug;
    private String picture = "";
    private @Nullable HttpResponse<String> published;
    private boolean withdrawn;

    private UploadedFilm(Portal portal) {
        this.portal = portal;
        editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        reviewer = Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("vi", "hmn", "tyz"));
        publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        var content = Drafts.content(Drafts.title())
                .remove("body")
                .add("genre", "phim-tai-lieu")
                .build();
        slug = Drafts.object(done(editor.send("POST", Drafts.PRODUCTS, content.toString())))
                .getString("slug");
    }

    /** Made in a folder of the test. */
    public static UploadedFilm in(Portal portal, Path folder) throws IOException {
        var film = new UploadedFilm(portal);
        var tracks = List.of(
                film.add(picture(folder), "video", "vi", "original"),
                film.add(sound(folder, 330), "audio", "hmn", "dub"),
                film.add(sound(folder, 550), "audio", "tyz", "dub"),
                film.add("a.srt", SUBTITLES.getBytes(StandardCharsets.UTF_8), "subtitle", "vi", "original"));
        film.picture = tracks.get(0);
        // On a busy machine a step may take longer than anything may take to answer: it is enough that something goes
        // on.
        for (var percent = 0L; percent < STEPS_OF_THREE_FILES * 100; ) {
            var before = percent;
            percent = Until.answer(film::percent, now -> now > before, PATIENCE);
        }
        film.step(film.editor, "{\"to\":\"review\"}");
        film.step(film.publisher, "{\"to\":\"approved\"}");
        tracks.forEach(track -> done(Drafts.judge(film.reviewer, track, "{\"verdict\":\"approved\"}")));
        film.published = film.step(film.publisher, "{\"to\":\"published\"}");
        return film;
    }

    /** What its publisher was answered. */
    public HttpResponse<String> published() {
        return Objects.requireNonNull(published);
    }

    /** It as its editor sees it. */
    public HttpResponse<String> product() {
        return done(editor.get(Drafts.PRODUCTS + "/" + slug));
    }

    public String slug() {
        return slug;
    }

    /** A reviewer sends the film itself back, with the Vietnamese sound that belongs to it. */
    public void rejectPicture() {
        done(reviewer.send("POST", picture + "/approval", "{\"verdict\":\"rejected\",\"note\":\"Sai cảnh quay.\"}"));
    }

    public void withdraw() {
        step(publisher, "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}");
        withdrawn = true;
    }

    @Override
    public void close() {
        if (!withdrawn) {
            withdraw();
        }
    }

    private static Path picture(Path folder) throws IOException {
        return made(
                folder.resolve("phim.mp4"),
                "-f lavfi -i testsrc2=s=640x360:r=25:d=%1$d -f lavfi -i sine=f=220:d=%1$d -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac -shortest"
                        .formatted(SECONDS));
    }

    private static Path sound(Path folder, int hertz) throws IOException {
        return made(folder.resolve("tieng-" + hertz + ".flac"), "-f lavfi -i sine=f=%d:d=%d".formatted(hertz, SECONDS));
    }

    /** A file that ffmpeg makes; words are separated by single spaces. */
    public static Path made(Path file, String arguments) throws IOException {
        var said = run("ffmpeg -nostdin -v error -y " + arguments + " " + file);
        assertThat(file).as(said).isNotEmptyFile();
        return file;
    }

    /** Runs a program; what it said. Words are separated by single spaces. */
    public static String run(String command) throws IOException {
        var words = LocalFfmpeg.command(List.of(command.split(" ")));
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String add(Path file, String kind, String language, String role) throws IOException {
        return add(file.getFileName().toString(), Files.readAllBytes(file), kind, language, role);
    }

    /** The address of the new track. */
    private String add(String name, byte[] bytes, String kind, String language, String role) {
        var upload = new TusClient(portal, editor).upload(name, bytes);
        var added = done(editor.send(
                "POST",
                Drafts.PRODUCTS + "/" + slug + "/tracks",
                "{\"upload\":\"%s\",\"kind\":\"%s\",\"language\":\"%s\",\"role\":\"%s\"}"
                        .formatted(upload, kind, language, role)));
        return added.headers().firstValue("Location").orElseThrow();
    }

    /** Of all steps together: a hundred for each. */
    private long percent() throws SQLException {
        try (var database = portal.database();
                var statement = database.prepareStatement(
                        "select coalesce(sum(case j.state when 'done' then 100 else least(j.percent, 99) end), 0)"
                                + " from processing_job j join track t on t.asset = j.asset"
                                + " join product p on p.id = t.product where p.slug = ?")) {
            statement.setString(1, slug);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private HttpResponse<String> step(Staff by, String json) {
        return done(by.send("POST", Drafts.PRODUCTS + "/" + slug + "/transitions", json));
    }

    private static HttpResponse<String> done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer;
    }
}
