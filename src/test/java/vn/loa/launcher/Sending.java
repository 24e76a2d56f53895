package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.loa.testing.Pdf;
import vn.loa.testing.TusClient;
import vn.loa.testing.Until;

/** One file that an editor's program sends, from wherever it was broken off, until it is a track; or a film, and after it a dub of it. */
final class Sending {
    /** More than becomes safe at once. */
    private static final int LARGE = 20 << 20;

    private static final int SAMPLES_PER_SECOND = 16_000;
    private static final int SECONDS = 3;

    /** Dead workers are missed after four heartbeats, and other builds may use the machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** The film is encoded in two steps, then the dub, then the dub is fitted to the film. */
    private static final Duration LONGEST_OF_DUBBED_FILM = Duration.ofSeconds(25);

    private final @Nullable Sending film;
    private final String name;
    private final String track;
    private final byte[] bytes;
    private volatile @Nullable String upload;

    private Sending(@Nullable Sending film, String name, String track, byte[] bytes) {
        this.film = film;
        this.name = name;
        this.track = track;
        this.bytes = bytes;
    }

    /** Too large to be safe at once; ready as soon as it is taken in. */
    static Sending document() {
        byte[] data = new byte[LARGE];
        new Random().nextBytes(data);
        return new Sending(
                null, "a.pdf", "\"language\":\"vi\",\"kind\":\"document\",\"role\":\"attachment\"", Pdf.around(data));
    }

    /** Subtitles that need a little room. */
    static Sending subtitles() {
        StringBuilder text = new StringBuilder();
        for (int cue = 1; cue <= 2000; cue++) {
            text.append("%d\n%02d:%02d:%02d,000 --> %02d:%02d:%02d,900\nBà con nhớ rửa tay, câu %d.\n\n"
                    .formatted(
                            cue,
                            cue / 1200,
                            cue / 20 % 60,
                            cue * 3 % 60,
                            cue / 1200,
                            cue / 20 % 60,
                            cue * 3 % 60,
                            new Random().nextInt(Integer.MAX_VALUE)));
        }
        return new Sending(
                null,
                "a.srt",
                "\"language\":\"vi\",\"kind\":\"subtitle\",\"role\":\"original\"",
                text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A short tone in noise, of which sounds are made in two steps. */
    static Sending recording() {
        return new Sending(null, "a.wav", "\"language\":\"vi\",\"kind\":\"audio\",\"role\":\"original\"", tone());
    }

    /**
     * A film of a few seconds, and a sound in another language to which it is fitted when both are complete.
     *
     * @param folder in which the film is made
     */
    static Sending dubbedFilm(Path folder) throws Exception {
        byte[] pictures = LocalFfmpeg.made(
                folder.resolve("a.mp4"),
                "-f lavfi -i testsrc2=d=3:s=192x144:r=10 -f lavfi -i anoisesrc=d=3:a=0.1:seed=%d"
                                .formatted(new Random().nextInt(Integer.MAX_VALUE))
                        + " -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac");
        Sending film =
                new Sending(null, "a.mp4", "\"language\":\"vi\",\"kind\":\"video\",\"role\":\"original\"", pictures);
        return new Sending(film, "a.wav", "\"language\":\"hmn\",\"kind\":\"audio\",\"role\":\"dub\"", tone());
    }

    /**
     * A film so long that its small files alone may take minutes, though of this one they take seconds, for nothing is heard in it.
     *
     * @param folder in which it is made
     */
    static Sending longFilm(Path folder) throws Exception {
        byte[] pictures = LocalFfmpeg.made(
                folder.resolve("long.mp4"),
                "-f lavfi -i testsrc2=d=310:s=64x36:r=1 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -metadata title=%d"
                        .formatted(new Random().nextInt(1_000_000)));
        return new Sending(null, "long.mp4", "\"language\":\"vi\",\"kind\":\"video\",\"role\":\"original\"", pictures);
    }

    private static byte[] tone() {
        int samples = SAMPLES_PER_SECOND * SECONDS;
        ByteBuffer wave = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        wave.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples * 2);
        wave.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wave.putShort((short) 1).putShort((short) 1);
        wave.putInt(SAMPLES_PER_SECOND).putInt(SAMPLES_PER_SECOND * 2);
        wave.putShort((short) 2).putShort((short) 16);
        wave.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples * 2);
        Random random = new Random();
        double step = 2 * Math.PI * (200 + random.nextInt(400)) / SAMPLES_PER_SECOND;
        for (int i = 0; i < samples; i++) {
            wave.putShort((short) (8000 * Math.sin(i * step) + random.nextInt(400)));
        }
        return wave.array();
    }

    /** After this time about all that is made of it is there. */
    Duration longest() {
        return film == null ? LONGEST : LONGEST_OF_DUBBED_FILM;
    }

    void to(Node node) {
        if (film != null) {
            film.to(node);
        }
        upload(node);
        assertThat(track(node.client()).statusCode()).isEqualTo(202);
    }

    /** Its bytes alone. */
    void upload(Node node) {
        TusClient client = node.client();
        String id = upload == null ? TusClient.id(client.announce(name, bytes.length)) : upload;
        upload = id;
        int offset = (int) TusClient.offset(client.look(id));
        if (offset < bytes.length) {
            HttpResponse<String> sent = client.send(id, offset, Arrays.copyOfRange(bytes, offset, bytes.length));
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(204);
        }
    }

    /** Goes on, and waits until all that is made of it is there and its bytes are where they belong. */
    void goesOn(Node node, Path data) throws Exception {
        to(node);
        if (film != null) {
            // The job that fits a dub is put together with the last of film and dub.
            film.goesOn(node, data);
        }
        TusClient client = node.client();
        String location = location(client);
        Until.answer(
                () -> client.send(client.request(location).GET().build()).body(),
                answer -> answer.contains("\"state\":\"ready\"") && !answer.contains("\"missing\""),
                PATIENCE);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(data.resolve("media/sha256")
                        .resolve(hash.substring(0, 2))
                        .resolve(hash.substring(2, 4))
                        .resolve(hash))
                .exists();
    }

    /** Takes its tracks away again; a film before what dubs it. */
    void takeAway(Node node) {
        if (film != null) {
            film.takeAway(node);
        }
        TusClient client = node.client();
        assertThat(client.send(client.request(location(client)).DELETE().build())
                        .statusCode())
                .isEqualTo(204);
    }

    /** The address of its track. */
    String location(TusClient client) {
        return track(client).headers().firstValue("Location").orElseThrow();
    }

    /** The same request again names the same track. */
    HttpResponse<String> track(TusClient client) {
        return client.send(client.request(Nodes.TRACKS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"upload\":\"%s\",%s}".formatted(upload, track)))
                .build());
    }
}
