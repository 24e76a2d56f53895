package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.launcher.LocalFfmpeg;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesPortal;

/** The script that the guide offers does what it says. */
@UsesPortal
class PublishAFilmIT {
    private static final String SCRIPT = "src/readme/publish-a-film";

    /** On a machine that has much else to do. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @TempDir
    private static Path folder;

    private final Portal portal;

    PublishAFilmIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void a_film_with_a_dub_and_three_subtitles_goes_the_whole_way() throws Exception {
        var log = folder.resolve("log");

        var lines = run(log, SCRIPT, "-s", "6").lines().toList();

        var page = URI.create(lines.get(lines.size() - 1)).getPath();
        var slug = page.substring(page.lastIndexOf('/') + 1);
        try {
            assertThat(portal.get(page).statusCode()).isEqualTo(200);
            assertThat(portal.get("/api/v1/products/" + slug).body())
                    .contains("-vi-v1.mp4", "-tyz-v1.mp4", "-tyz-a0.m4a", "-hmn-", "\"subtitle\"");
            var master = portal.get("/media/" + slug + "/hls/tyz/master.m3u8");
            assertThat(master.statusCode()).isEqualTo(200);
            assertThat(master.body())
                    .contains("TYPE=AUDIO", "LANGUAGE=\"tyz-Latn-VN\"", "TYPE=SUBTITLES", "RESOLUTION=1280x720");
            assertThat(Files.readString(log)).doesNotContain("warnings");
        } finally {
            withdraw(slug);
        }
    }

    @Test
    void what_the_portal_refuses_is_told_in_its_own_words() throws Exception {
        var program = Files.writeString(folder.resolve("phim.mp4"), "MZ this program cannot be run");
        var dub = Files.writeString(folder.resolve("tieng.wav"), "nothing");
        var log = folder.resolve("refusal");

        assertThat(run(log, SCRIPT, program.toString(), dub.toString())).isEmpty();

        assertThat(Files.readString(log)).contains("415", "phim.mp4");
    }

    /** What it prints; what it says besides goes to a file. */
    private String run(Path log, String... words) throws Exception {
        var printed = Files.createTempFile(folder, "printed", "");
        var builder = new ProcessBuilder(words).redirectError(log.toFile()).redirectOutput(printed.toFile());
        builder.environment().put("LOA_URL", portal.uri("").toString().replaceAll("/$", ""));
        LocalFfmpeg.named()
                .ifPresent(program ->
                        builder.environment().merge("PATH", program.getParent() + ":", (path, own) -> own + path));
        var process = builder.start();
        try {
            assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS))
                    .as(() -> "The script goes on and on: " + said(log))
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return Files.readString(printed);
    }

    private static String said(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void withdraw(String slug) {
        var session = portal.send("POST", "/api/v1/sessions", "{\"username\":\"duyet\",\"password\":\"loa-mau-2025\"}");
        var token = session.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        var answer = portal.send(
                "POST",
                "/api/v1/products/" + slug + "/transitions",
                "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}",
                "Authorization",
                "Bearer " + token);
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
