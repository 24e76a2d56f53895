package vn.loa.media.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.ObjectStorage;
import vn.loa.testing.ObjectStoragePortal;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.Until;

/** From an object storage; in the end from one that has gone. */
@ExtendWith(ObjectStoragePortal.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MediaFromObjectStorageIT extends MediaAnswers {
    /** More than there are threads that read from the storage. */
    private static final int SLEEPERS = 80;

    @Test
    void noMediaLiesOnTheDiskOfThePortal(Portal portal) throws Exception {
        try (var files = Files.walk(portal.data().resolve("media"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(portal.get("/health/ready").body()).contains("storage").doesNotContain("DOWN");
    }

    @Test
    void clientsThatTakeNothingHoldUpNobody(Portal portal) throws Exception {
        var sound = addressOf(portal, "audio/");
        var sleepers = new ArrayList<Socket>();
        try {
            for (var i = 0; i < SLEEPERS; i++) {
                sleepers.add(ask(portal, sound));
            }
            assertThat(portal.get("/").statusCode()).isEqualTo(200);
            var answer = get(portal, "Range", "bytes=70000-79999");
            assertThat(answer.statusCode()).isEqualTo(206);
            assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(whole, 70_000, 80_000));
            var expected = portal.bytes(
                            HttpRequest.newBuilder(portal.uri(sound)).build())
                    .body();
            for (var sleeper : sleepers.subList(0, 5)) {
                assertThat(bodyOf(sleeper.getInputStream())).isEqualTo(expected);
            }
        } finally {
            for (var sleeper : sleepers) {
                sleeper.close();
            }
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void withoutTheStorageMediaIsUnavailableAndPagesGoOn(Portal portal, ObjectStorage storage) throws Exception {
        storage.close();

        for (var range : new String[] {"bytes=100-199", "bytes=0-0,500-", "none"}) {
            var answer = get(portal, "Range", range);
            assertThat(answer.statusCode()).as(range).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(field(answer, "Cache-Control")).isEqualTo("no-store");
        }
        assertThat(portal.get("/san-pham").statusCode()).isEqualTo(200);
        var kept = subtitles(portal);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(503);
        assertThat(kept.headers().firstValue("Retry-After")).isPresent();
        Until.answer(() -> log(portal), said -> said.contains("The media storage does not do its work"));
        assertThat(log(portal)).contains("Cannot keep a.srt").doesNotContain("The database does not answer");
        var health = portal.get("/health/ready");
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body())
                .contains("storage", "bucket " + ObjectStorage.BUCKET)
                .doesNotContain("khóa bí mật");
    }

    /** It is written meanwhile and may end within a letter, which a strict reading would refuse. */
    private static String log(Portal portal) throws IOException {
        return new String(Files.readAllBytes(portal.data().resolve("log/portal.log")), StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> subtitles(Portal portal) {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var upload = new TusClient(portal, editor)
                .upload("a.srt", "1\n00:00:01,000 --> 00:00:03,000\nBà con chú ý\n".getBytes(StandardCharsets.UTF_8));
        return editor.send(
                "POST",
                Drafts.PRODUCTS + "/" + Drafts.start(editor) + "/tracks",
                "{\"upload\":\"%s\",\"kind\":\"subtitle\",\"language\":\"vi\",\"role\":\"original\"}"
                        .formatted(upload));
    }

    private static Socket ask(Portal portal, String address) throws IOException {
        var uri = portal.uri(address);
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new java.net.InetSocketAddress(uri.getHost(), uri.getPort()));
        var request = "GET " + uri.getRawPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                + "\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static byte[] bodyOf(InputStream answer) throws IOException {
        var all = answer.readAllBytes();
        var head = new String(all, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
        return Arrays.copyOfRange(all, head + 4, all.length);
    }
}
