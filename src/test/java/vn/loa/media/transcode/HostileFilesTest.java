package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.loa.media.FileFormat;
import vn.loa.testing.Machine;

/** Files that ask for other files or for the network, whatever they are taken for: they get neither. */
class HostileFilesTest extends UsesFfmpeg {
    private static final String SECRET = "CANARY-7f3a91c4-never-to-be-seen";

    private final AtomicInteger connections = new AtomicInteger();
    private ServerSocket listener;
    private Path canary;

    @BeforeEach
    void listen() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(() -> {
            while (!listener.isClosed()) {
                try {
                    listener.accept().close();
                    connections.incrementAndGet();
                } catch (IOException closed) {
                    return;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        canary = Files.writeString(folder.resolve("canary.txt"), SECRET);
    }

    @AfterEach
    void nobodyCalled() throws IOException {
        listener.close();
        assertThat(connections).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource(
            value = FileFormat.class,
            names = {"MP4", "MP3", "MATROSKA"})
    void whatReadsNothingElseMakesNothingOfPlaylistsAndScripts(FileFormat takenFor) throws Exception {
        for (var text : hostileTexts()) {
            var source = new Source(Files.writeString(folder.resolve("hostile"), text), takenFor);

            var outcome = probed(source);

            // A reader may resynchronise and find nothing; it must not find anything from elsewhere.
            outcome.fold(probe -> probe, failure -> {
                assertThat(failure.isData()).as(takenFor + ": " + failure).isTrue();
                assertThat(failure.detail()).doesNotContain(SECRET);
                return failure;
            });
        }
    }

    @Test
    void aFilmThatRefersToAnotherFileIsNotFollowed() throws Exception {
        var secret = made(FileFormat.MP4, "secret.mp4", "-f lavfi -i testsrc2=d=2:s=320x180 -c:v mpeg4");
        var film = new String(Files.readAllBytes(secret.file()), StandardCharsets.ISO_8859_1);
        // A data reference with a place instead of "in this very file".
        var place = ("url \0\0\0\0" + secret.file() + "\0");
        var self = "\0\0\0\u000curl \0\0\0\u0001";
        assertThat(film).contains(self);
        var external = film.replace(self, size(place) + place);
        var source = new Source(
                Files.write(folder.resolve("external.mp4"), external.getBytes(StandardCharsets.ISO_8859_1)),
                FileFormat.MP4);

        probed(source)
                .fold(probe -> probe, failure -> assertThat(failure.isData()).isTrue());
    }

    private static String size(String box) {
        var length = box.length() + 4;
        return new String(new char[] {0, 0, (char) (length >> 8), (char) (length & 0xff)});
    }

    @Test
    void whatRunsInTheSandboxSeesNeitherOtherFilesNorTheNetwork() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Machine.has(ffmpeg().isIsolated(), "bubblewrap", "the sandbox of ffmpeg has not been tested"),
                "bubblewrap may not be used here");
        var source = made(FileFormat.MP4, "film.mp4", "-f lavfi -i testsrc2=d=1:s=320x180 -c:v mpeg4");
        try (var work = WorkFolder.in(empty("work"), source)) {
            // Even without our own options, as if ffmpeg had been taken over.
            for (var input : List.of(
                    canary.toString(),
                    "http://127.0.0.1:" + listener.getLocalPort() + "/",
                    "/etc/passwd",
                    "/proc/1/environ")) {
                var outcome = attempt(work, input);
                assertThat(outcome).isNotEmpty().doesNotContain(SECRET).doesNotContain("root:");
            }
        }
    }

    private static String attempt(WorkFolder work, String input) {
        try {
            ffmpeg().encode(
                            work,
                            java.time.Duration.ofSeconds(1),
                            List.of("-f", "data", "-i", input, "-map", "0", "-c", "copy", "-f", "data", "copied"),
                            percent -> {});
            return Files.readString(work.file("copied"));
        } catch (TranscodingFailed refused) {
            return refused.failure().detail();
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<String> hostileTexts() {
        var http = "http://127.0.0.1:" + listener.getLocalPort() + "/";
        return Stream.of(canary.toString(), "file:" + canary, http, "concat:" + canary + "|" + canary)
                .flatMap(place -> Stream.of(
                        "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10.0,\n" + place + "\n#EXT-X-ENDLIST\n",
                        "#EXTM3U\n#EXT-X-MAP:URI=\"" + place + "\"\n#EXTINF:10,\n" + place + "\n",
                        "ffconcat version 1.0\nfile '" + place + "'\n",
                        "<svg xmlns='http://www.w3.org/2000/svg'><image href='" + place + "'/></svg>",
                        "<?xml version='1.0'?><MPD xmlns='urn:mpeg:dash:schema:mpd:2011'><Period><AdaptationSet><BaseURL>"
                                + place + "</BaseURL></AdaptationSet></Period></MPD>"))
                .toList();
    }
}
