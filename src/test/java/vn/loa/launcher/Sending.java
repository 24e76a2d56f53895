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
import vn.loa.testing.TusClient;
import vn.loa.testing.Until;

/** One file that an editor's program sends, from wherever it was broken off, until it is a track. */
final class Sending {
    /** More than becomes safe at once. */
    private static final int LARGE = 20 << 20;

    private static final int SAMPLES_PER_SECOND = 16_000;
    private static final int SECONDS = 3;

    /** Dead workers are missed after four heartbeats, and other builds may use the machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String name;
    private final String track;
    private final byte[] bytes;
    private volatile @Nullable String upload;

    private Sending(String name, String track, byte[] bytes) {
        this.name = name;
        this.track = track;
        this.bytes = bytes;
    }

    /** Too large to be safe at once; ready as soon as it is taken in. */
    static Sending document() {
        byte[] bytes = new byte[LARGE];
        new Random().nextBytes(bytes);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return new Sending("a.pdf", "\"kind\":\"document\",\"role\":\"attachment\"", bytes);
    }

    /** A short tone in noise, of which sounds are made in two steps. */
    static Sending recording() {
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
        return new Sending("a.wav", "\"kind\":\"audio\",\"role\":\"original\"", wave.array());
    }

    void to(Node node) {
        TusClient client = node.client();
        String id = upload == null ? TusClient.id(client.announce(name, bytes.length)) : upload;
        upload = id;
        int offset = (int) TusClient.offset(client.look(id));
        if (offset < bytes.length) {
            HttpResponse<String> sent = client.send(id, offset, Arrays.copyOfRange(bytes, offset, bytes.length));
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(204);
        }
        assertThat(track(client).statusCode()).isEqualTo(202);
    }

    /** Goes on, and waits until all that is made of it is there and its bytes are where they belong; its track. */
    String goesOn(Node node, Path data) throws Exception {
        to(node);
        TusClient client = node.client();
        String location = track(client).headers().firstValue("Location").orElseThrow();
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
        return location;
    }

    /** The same request again names the same track. */
    private HttpResponse<String> track(TusClient client) {
        return client.send(client.request(Nodes.TRACKS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"upload\":\"%s\",\"language\":\"vi\",%s}".formatted(upload, track)))
                .build());
    }
}
