package vn.loa.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.loa.launcher.LocalFfmpeg;

/**
 * A film in 720p with moving picture and sound, a dub in Tày and subtitles in three languages, which the script of the guide made, sent
 * and published on a portal with sample accounts. Closing it withdraws it.
 *
 * @param page path of its public page
 * @param said what the script told on its way
 */
public record ScriptedFilm(Portal portal, String page, String said) implements AutoCloseable {
    private static final String SCRIPT = "src/readme/publish-a-film";

    /** With a film of a minute and a half, on a machine that has much else to do. */
    private static final Duration LONGEST = Duration.ofMinutes(20);

    /** What the script printed, and what it said besides. */
    public record Run(List<String> printed, String said) {}

    /** Made in a folder of the test. */
    public static ScriptedFilm publish(Portal portal, Path folder, int seconds) throws IOException {
        var run = run(portal, folder, "-s", String.valueOf(seconds));
        assertThat(run.printed()).as(run.said()).isNotEmpty();
        var address = run.printed().get(run.printed().size() - 1);
        return new ScriptedFilm(portal, URI.create(address).getPath(), run.said());
    }

    /** Runs the script with these words; its files stay in the folder. */
    public static Run run(Portal portal, Path folder, String... words) throws IOException {
        var printed = Files.createTempFile(folder, "printed", "");
        var said = Files.createTempFile(folder, "said", "");
        var builder = new ProcessBuilder(SCRIPT).redirectError(said.toFile()).redirectOutput(printed.toFile());
        builder.command().addAll(List.of(words));
        builder.environment().put("LOA_URL", portal.uri("").toString().replaceAll("/$", ""));
        LocalFfmpeg.named()
                .ifPresent(program ->
                        builder.environment().merge("PATH", program.getParent() + ":", (path, own) -> own + path));
        var process = builder.start();
        try {
            var ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
            assertThat(ended)
                    .as("The script goes on and on: %s", Files.readString(said))
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Run(Files.readAllLines(printed), Files.readString(said));
    }

    public String slug() {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        var session = portal.send("POST", "/api/v1/sessions", "{\"username\":\"duyet\",\"password\":\"loa-mau-2025\"}");
        var token = session.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        var answer = portal.send(
                "POST",
                "/api/v1/products/" + slug() + "/transitions",
                "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}",
                "Authorization",
                "Bearer " + token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
