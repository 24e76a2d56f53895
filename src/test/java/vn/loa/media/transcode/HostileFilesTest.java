package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.media.FileFormat;
import vn.loa.testing.Machine;

/** Files that ask for other files or for the network, whatever they are taken for: they get neither. */
class HostileFilesTest extends UsesFfmpeg {
    private static final String SECRET = "CANARY-7f3a91c4-never-to-be-seen";

    private final AtomicInteger connections = new AtomicInteger();
    private ServerSocket listener;
    private Path canary;

    /** As on a machine that forbids bubblewrap. */
    private Ffmpeg unfenced;

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
        unfenced = withTools(tool("bwrap", "exit 1"));
        assertThat(unfenced.isIsolated()).isFalse();
    }

    @AfterEach
    void nobodyCalled() throws IOException {
        listener.close();
        assertThat(connections).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void whatReadsNothingElseMakesNothingOfPlaylistsAndScripts(FileFormat takenFor, boolean fenced) throws Exception {
        var secret = made(FileFormat.MP4, "secret.ts", "-f lavfi -i testsrc2=d=2:s=320x180 -c:v mpeg2video");
        for (var text : hostileTexts(secret.file())) {
            var source = new Source(Files.writeString(folder.resolve("hostile"), text), takenFor);

            var failure = failed(probed(source, fenced));

            assertThat(failure.isData()).as(takenFor + ": " + failure).isTrue();
            assertThat(failure.detail()).doesNotContain(SECRET);
        }
    }

    /** Where bubblewrap is, nothing else is there to be read: so all is tried without it, too, and most without it alone. */
    static Stream<Arguments> readers() {
        return Stream.concat(
                Stream.of(FileFormat.MP4, FileFormat.MP3, FileFormat.MATROSKA)
                        .flatMap(format -> Stream.of(Arguments.of(format, true), Arguments.of(format, false))),
                Stream.of(FileFormat.AVI, FileFormat.AIFF, FileFormat.MPEG_PS, FileFormat.MPEG_TS)
                        .map(format -> Arguments.of(format, false)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFilmThatRefersToAnotherFileIsNotFollowed(boolean fenced) throws Exception {
        var secret = made(FileFormat.MP4, "secret.mp4", "-f lavfi -i testsrc2=d=2:s=320x180 -c:v mpeg4");
        var film = Files.readAllBytes(secret.file());
        var source = new Source(
                Files.write(folder.resolve("external.mp4"), withPicturesOf(secret.file(), film)), FileFormat.MP4);

        assertThat(failed(probed(source, fenced)).isData()).isTrue();
    }

    /** The same film without its pictures, which lie in another file: by an alias, the only kind of reference that ffmpeg can follow. */
    private static byte[] withPicturesOf(Path other, byte[] film) {
        var text = new String(film, StandardCharsets.ISO_8859_1);
        var self = "\0\0\0\u000curl \0\0\0\u0001";
        var at = text.indexOf(self);
        assertThat(at).isPositive();
        var path = other.toString() + (other.toString().length() % 2 == 0 ? "" : "\0");
        var alias = "alis" + "\0".repeat(4 + 10 + 1 + 27 + 12 + 1 + 63 + 16 + 4 + 16) + "\0\u0002" + two(path.length())
                + path;
        var entry = "\0\0" + two(alias.length() + 4) + alias;
        var whole = text.substring(0, at) + entry + text.substring(at + self.length());
        var bytes = whole.getBytes(StandardCharsets.ISO_8859_1);
        for (var box : List.of("moov", "trak", "mdia", "minf", "dinf", "dref")) {
            var size = text.lastIndexOf(box, at) - 4;
            var buffer = ByteBuffer.wrap(bytes);
            buffer.putInt(size, buffer.getInt(size) + entry.length() - self.length());
        }
        Arrays.fill(bytes, text.indexOf("mdat") + 4, text.lastIndexOf("moov") - 4, (byte) 0);
        return bytes;
    }

    private static String two(int number) {
        return new String(new char[] {(char) (number >> 8), (char) (number & 0xff)});
    }

    /** AVI may hold a whole file as its subtitles, and a reader might follow what that says. */
    @Test
    void aPlaylistWithinAFilmIsNotFollowed() throws Exception {
        var secret = made(FileFormat.MPEG_TS, "secret.ts", "-f lavfi -i testsrc2=d=2:s=320x180 -c:v mpeg2video");
        for (var text : hostileTexts(secret.file())) {
            var source = new Source(Files.write(folder.resolve("hostile"), filmWithin(text)), FileFormat.AVI);

            var failure = failed(probed(source, false));

            assertThat(failure.isData()).as(failure.toString()).isTrue();
            assertThat(failure.detail()).doesNotContain(SECRET);
        }
    }

    /** An AVI of one stream of subtitles, which holds a file. */
    private static byte[] filmWithin(String text) {
        var content = text.getBytes(StandardCharsets.UTF_8);
        var packet = little(17 + content.length + 64)
                .put("GAB2\0".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 2)
                .putInt(2)
                .putShort((short) 0)
                .putShort((short) 4)
                .putInt(content.length)
                .put(content);
        var header = little(56).putInt(40_000).position(24).putInt(1).rewind();
        var stream = little(56).put("txts".getBytes(StandardCharsets.ISO_8859_1));
        stream.position(20).putInt(1).putInt(1).putInt(0).putInt(1).rewind();
        var streams = list("strl", chunk("strh", stream), chunk("strf", little(0)));
        return chunk(
                        "RIFF",
                        joined(
                                ByteBuffer.wrap("AVI ".getBytes(StandardCharsets.ISO_8859_1)),
                                list("hdrl", chunk("avih", header), streams),
                                list("movi", chunk("00tx", packet.rewind()))))
                .array();
    }

    private static ByteBuffer list(String name, ByteBuffer... chunks) {
        return chunk("LIST", joined(ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1)), joined(chunks)));
    }

    private static ByteBuffer chunk(String name, ByteBuffer content) {
        return joined(
                ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1)),
                little(4).putInt(content.capacity()).rewind(),
                content);
    }

    private static ByteBuffer joined(ByteBuffer... parts) {
        var all = little(Arrays.stream(parts).mapToInt(ByteBuffer::capacity).sum());
        Arrays.stream(parts).forEach(part -> all.put(part.duplicate().rewind()));
        return all.rewind();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What ffmpeg cannot read is the file's fault, whatever of it is broken; what it can read is a film or a sound. */
    @ParameterizedTest
    @CsvSource({
        "AVI, a.avi, -c:v mjpeg -c:a pcm_s16le",
        "AIFF, a.aiff, -vn -c:a pcm_s16be",
        "MPEG_PS, a.mpg, -c:v mpeg1video -c:a mp2",
        "MPEG_TS, a.ts, -c:v mpeg2video -c:a mp2",
    })
    void aFileWhoseBytesAreBrokenIsReadOrRefused(FileFormat format, String name, String coding) throws Exception {
        var whole = Files.readAllBytes(
                made(format, name, "-f lavfi -i testsrc2=d=1:s=160x90:r=25 -f lavfi -i sine=d=1 " + coding)
                        .file());
        var random = new Random(20_251_126);
        for (var i = 0; i < 12; i++) {
            var bytes = whole.clone();
            for (var broken = 0; broken < 1 << i; broken++) {
                // Most of what says how long something is stands at the beginning.
                bytes[random.nextInt(i % 2 == 0 ? Math.min(bytes.length, 4096) : bytes.length)] =
                        (byte) random.nextInt();
            }
            var source = new Source(Files.write(folder.resolve("broken"), bytes), format);

            var fault = probed(source).fold(probe -> Optional.<Failure>empty(), Optional::of);

            assertThat(fault.filter(failure -> !failure.isData()))
                    .as("%s, %d", format, i)
                    .isEmpty();
        }
    }

    @Test
    void aPlaylistThatIsFollowedNeverthelessDoesNotReachTheNetwork() throws Exception {
        var text = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nhttp://127.0.0.1:" + listener.getLocalPort()
                + "/a.ts\n#EXT-X-ENDLIST\n";
        var source = new Source(Files.writeString(folder.resolve("hostile"), text), FileFormat.MP3);
        // As if the wrong reader had been pinned: only the list of protocols stands between.
        var words = Demuxer.input(source, SourceLimits.USUAL).stream()
                .map(word -> word.equals("mp3") ? "hls" : word)
                .toList();
        assertThat(words).contains("hls");

        try (var work = WorkFolder.in(empty("work"), source)) {
            assertThatThrownBy(() -> unfenced.look(work, words)).isInstanceOf(TranscodingFailed.class);
        }
    }

    private Outcome<Probe> probed(Source source, boolean fenced) throws IOException {
        return fenced ? probed(source) : new Prober(unfenced, SourceLimits.USUAL).probe(source, empty("probing"));
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
                var outcome = attempt(ffmpeg(), work, input);
                assertThat(outcome).isNotEmpty().doesNotContain(SECRET).doesNotContain("root:");
            }
            // Where nothing else keeps it from doing so, the same words do read the file.
            assertThat(attempt(unfenced, work, canary.toString())).contains(SECRET);
        }
    }

    private static String attempt(Ffmpeg ffmpeg, WorkFolder work, String input) {
        try {
            ffmpeg.encode(
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

    /** @param secret a film that a playlist can name */
    private List<String> hostileTexts(Path secret) {
        var http = "http://127.0.0.1:" + listener.getLocalPort() + "/";
        return Stream.of(
                        secret.toString(),
                        "file:" + secret,
                        canary.toString(),
                        "file:" + canary,
                        http,
                        "concat:" + canary + "|" + canary)
                .flatMap(place -> Stream.of(
                        "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10.0,\n" + place
                                + "\n#EXT-X-ENDLIST\n",
                        "#EXTM3U\n#EXT-X-MAP:URI=\"" + place + "\"\n#EXTINF:10,\n" + place + "\n",
                        "ffconcat version 1.0\nfile '" + place + "'\n",
                        "<svg xmlns='http://www.w3.org/2000/svg'><image href='" + place + "'/></svg>",
                        "<?xml version='1.0'?><MPD xmlns='urn:mpeg:dash:schema:mpd:2011'><Period><AdaptationSet><BaseURL>"
                                + place + "</BaseURL></AdaptationSet></Period></MPD>"))
                .toList();
    }
}
