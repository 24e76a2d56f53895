package vn.loa.media.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** What tus 1.0.0 promises, over HTTP. */
@UsesPortal
class UploadsIT {
    private Portal portal;
    private TusClient client;
    private Staff editor;

    @BeforeEach
    void signIn(Portal started) {
        portal = started;
        editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        client = new TusClient(portal, editor);
    }

    /** What is announced and never sent would keep room for ten days. */
    @AfterEach
    void forget() throws Exception {
        try (var database = portal.database();
                var statement = database.createStatement()) {
            statement.execute("delete from upload where owner = '" + editor.username() + "'");
        }
    }

    @Test
    void whatIsSpokenIsTold() {
        var answer = portal.send(HttpRequest.newBuilder(portal.uri(TusClient.PATH))
                .method("OPTIONS", BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(header(answer, "Tus-Version")).isEqualTo("1.0.0");
        assertThat(header(answer, "Tus-Extension").split(","))
                .contains("creation", "expiration", "checksum", "termination");
        assertThat(header(answer, "Tus-Checksum-Algorithm")).contains("sha1");
        assertThat(header(answer, "Tus-Max-Size")).isEqualTo("4294967296");
    }

    @Test
    void aFileComesInParts() {
        var bytes = random(300_000);
        var created = client.announce("con-bo.mp3", bytes.length);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(header(created, "Location")).startsWith("/api/v1/uploads/");
        assertThat(header(created, "Upload-Expires"))
                .matches("[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT");
        var id = TusClient.id(created);

        var first = client.send(id, 0, part(bytes, 0, 100_000));
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(TusClient.offset(first)).isEqualTo(100_000);
        assertThat(header(first, "Tus-Resumable")).isEqualTo("1.0.0");

        var look = client.look(id);
        assertThat(look.statusCode()).isEqualTo(200);
        assertThat(TusClient.offset(look)).isEqualTo(100_000);
        assertThat(header(look, "Upload-Length")).isEqualTo("300000");
        assertThat(header(look, "Cache-Control")).isEqualTo("no-store");

        assertThat(client.send(id, 0, bytes).statusCode()).isEqualTo(409);
        assertThat(TusClient.offset(client.send(id, 100_000, part(bytes, 100_000, 300_000))))
                .isEqualTo(300_000);
    }

    @Test
    void aWrongChecksumIs460AndTheRightOneIsTaken() throws Exception {
        var bytes = random(5000);
        var id = TusClient.id(client.announce("a.mp3", bytes.length));

        var wrong = client.send(id, 0, bytes, "Upload-Checksum", "sha1 " + base64(new byte[20]));
        assertThat(wrong.statusCode()).isEqualTo(460);
        assertThat(wrong.body()).contains("\"title\":\"Checksum Mismatch\"", "\"reason\":\"wrong-checksum\"");
        assertThat(TusClient.offset(client.look(id))).isZero();
        assertThat(client.send(id, 0, bytes, "Upload-Checksum", "crc7 AAAA").statusCode())
                .isEqualTo(400);

        var right = client.send(
                id,
                0,
                bytes,
                "Upload-Checksum",
                "sha1 " + base64(MessageDigest.getInstance("SHA-1").digest(bytes)));
        assertThat(right.statusCode()).isEqualTo(204);
    }

    @Test
    void whoHasNotSignedInIs401AndWhoMayNotUploadIs403() {
        var nobody = portal.send(HttpRequest.newBuilder(portal.uri(TusClient.PATH))
                .headers("Tus-Resumable", "1.0.0", "Upload-Length", "10")
                .POST(BodyPublishers.noBody())
                .build());
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().allValues("Tus-Resumable")).containsExactly("1.0.0");

        var reviewer = new TusClient(portal, Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("vi")));
        var refused = reviewer.announce("a.mp3", 10);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().allValues("Tus-Resumable")).containsExactly("1.0.0");
    }

    /** So that a program whose session has ended learns that, and not that it has the wrong address. */
    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "PATCH", "DELETE", "POST", "GET"})
    void whoHasNotSignedInIsToldSoWhateverIsAskedOfAnUpload(String method) {
        var id = TusClient.id(client.announce("a.mp3", 10));
        var address = method.equals("GET") ? TusClient.PATH : TusClient.PATH + "/" + id;

        var nobody = portal.send(HttpRequest.newBuilder(portal.uri(address))
                .headers("Tus-Resumable", "1.0.0", "Upload-Offset", "0", "X-HTTP-Method-Override", "PATCH")
                .header("Content-Type", "application/offset+octet-stream")
                .method(method, BodyPublishers.noBody())
                .build());

        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
        assertThat(nobody.headers().allValues("Tus-Resumable")).containsExactly("1.0.0");
        assertThat(client.look(id).statusCode()).isEqualTo(200);
        assertThat(client.end(id).statusCode()).isEqualTo(204);
    }

    @Test
    void whatIsAnnouncedIsFoundAgainThoughItsFirstBytesWereRefused() {
        var refused = client.send(client.request(TusClient.PATH)
                .header("Upload-Length", "5")
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Checksum", "sha1 " + base64(new byte[20]))
                .POST(BodyPublishers.ofByteArray(random(5)))
                .build());
        assertThat(refused.statusCode()).isEqualTo(460);
        assertThat(refused.headers().allValues("Tus-Resumable")).containsExactly("1.0.0");
        var location = header(refused, "Location");

        assertThat(editor.get(TusClient.PATH).body())
                .contains("\"url\":\"" + location + "\"", "\"length\":5", "\"received\":0", "\"used\":false");
        assertThat(client.end(TusClient.id(refused)).statusCode()).isEqualTo(204);
        assertThat(editor.get(TusClient.PATH).body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void othersFindNothing() {
        var id = TusClient.id(client.announce("a.mp3", 10));
        var other = new TusClient(portal, Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));

        assertThat(other.look(id).statusCode()).isEqualTo(404);
        assertThat(other.send(id, 0, new byte[10]).statusCode()).isEqualTo(404);
        assertThat(other.end(id).statusCode()).isEqualTo(404);
        assertThat(client.look("..%2f..%2fetc%2fpasswd").statusCode()).isIn(400, 404);
        assertThat(client.look("0".repeat(32)).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsTooLargeIs413BeforeAnythingComes() {
        var answer = client.announce("a.mp4", 10L << 30);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(header(answer, "Tus-Max-Size")).isEqualTo("4294967296");
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains(
                        "\"title\":\"Content Too Large\"",
                        "\"reason\":\"too-large\"",
                        "Tệp lớn quá mức cho phép (tối đa 4.096 MB)");
    }

    @Test
    void aLengthOfTwentyDigitsIsTooMuchAndOneThatComesLaterIsNotTaken() {
        var large = client.send(client.request(TusClient.PATH)
                .header("Upload-Length", "18446744073709551616")
                .POST(BodyPublishers.noBody())
                .build());
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("\"reason\":\"too-large\"");

        var later = client.send(client.request(TusClient.PATH)
                .headers("Upload-Length", "10", "Upload-Defer-Length", "1")
                .POST(BodyPublishers.noBody())
                .build());
        assertThat(later.statusCode()).isEqualTo(400);
        assertThat(later.body())
                .contains("Upload-Defer-Length is not taken here", "chương trình gửi kèm tệp")
                .doesNotContain("đổi tên");
    }

    @Test
    void whatIsSaidToBeOfATypeThatIsNeverTakenIs415BeforeAnythingComes() throws Exception {
        for (var type :
                new String[] {"text/html", "image/svg+xml", "application/zip", "video/x-ms-wmv", "video/x-flv"}) {
            var answer = announce(type);

            assertThat(answer.statusCode()).as(type).isEqualTo(415);
            assertThat(answer.body())
                    .contains("\"reason\":\"not-taken\"", type, "Hệ thống không nhận loại tệp này", "MP4");
        }

        assertThat(editor.get(TusClient.PATH).body()).isEqualTo("{\"items\":[]}");
        try (var database = portal.database();
                var statement = database.prepareStatement(
                        "select count(*) from audit_entry where actor = ? and action = 'refuse-upload'")) {
            statement.setString(1, editor.username());
            try (var rows = statement.executeQuery()) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(5);
            }
        }
        assertThat(announce("video/x-camera").statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> announce(String type) {
        return client.send(client.request(TusClient.PATH)
                .headers(
                        "Upload-Length",
                        "10",
                        "Upload-Metadata",
                        "filename " + base64("a".getBytes(StandardCharsets.UTF_8)) + ",filetype "
                                + base64(type.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.noBody())
                .build());
    }

    @Test
    void aFullQuotaIs507() {
        for (var i = 0; i < 4; i++) {
            var answer = client.announce("a.mp4", 4L << 30);
            assertThat(answer.statusCode()).isIn(201, 507);
        }
        var full = client.announce("a.mp4", 4L << 30);
        assertThat(full.statusCode()).isEqualTo(507);
        assertThat(full.body())
                .contains("\"title\":\"Insufficient Storage\"", "\"explanation\":{", "\"vi\":\"")
                .containsPattern("\"reason\":\"(quota-full|no-room)\"");
    }

    @Test
    void anotherVersionIs412() {
        var answer = client.send(client.request(TusClient.PATH)
                .setHeader("Tus-Resumable", "0.2.2")
                .POST(BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(header(answer, "Tus-Version")).isEqualTo("1.0.0");
    }

    @Test
    void nonsenseIs400WithTheReason() {
        assertThat(client.announce("x".repeat(4096), 1).statusCode()).isEqualTo(400);
        for (var length : new String[] {"-1", "abc", ""}) {
            var answer = client.send(client.request(TusClient.PATH)
                    .header("Upload-Length", length)
                    .POST(BodyPublishers.noBody())
                    .build());
            assertThat(answer.statusCode()).as(length).isEqualTo(400);
            assertThat(answer.body()).contains("Upload-Length");
        }
    }

    @Test
    void anUploadThatIsEndedIsGone() {
        var id = client.upload("a.mp3", random(10));

        assertThat(client.end(id).statusCode()).isEqualTo(204);

        assertThat(client.look(id).statusCode()).isEqualTo(404);
        assertThat(portal.data().resolve("media/uploads").resolve(id)).doesNotExist();
    }

    @Test
    void theFirstBytesMayComeWithTheAnnouncement() {
        var bytes = random(1000);
        var answer = client.send(client.request(TusClient.PATH)
                .headers("Upload-Length", "2000", "Content-Type", "application/offset+octet-stream")
                .POST(BodyPublishers.ofByteArray(bytes))
                .build());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(TusClient.offset(answer)).isEqualTo(1000);
        assertThat(TusClient.offset(client.look(TusClient.id(answer)))).isEqualTo(1000);
    }

    @Test
    void whoBreaksOffGoesOnWhereItEnded() throws Exception {
        var bytes = random(1000);
        var id = TusClient.id(client.announce("a.mp3", bytes.length));

        try (var line = begun(id, part(bytes, 0, 400))) {
            line.shutdownOutput();
            assertThat(new String(line.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .as("no incident of ours")
                    .doesNotContain("HTTP/1.1 5");
        }

        assertGoesOn(id, bytes);
    }

    @Test
    void whoFallsSilentDoesNotKeepItselfFromGoingOn() throws Exception {
        var bytes = random(1000);
        var id = TusClient.id(client.announce("a.mp3", bytes.length));

        try (var silent = begun(id, part(bytes, 0, 400))) {
            assertGoesOn(id, bytes);
            assertThat(silent.isClosed()).isFalse();
        }
    }

    /** A line on which only the first bytes of a part have come. */
    private Socket begun(String id, byte[] first) throws IOException {
        var base = portal.uri("/");
        var line = new Socket(base.getHost(), base.getPort());
        var head = "PATCH " + TusClient.PATH + "/" + id + " HTTP/1.1\r\nHost: " + base.getAuthority()
                + "\r\nAuthorization: " + editor.bearer() + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0"
                + "\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: 1000\r\n\r\n";
        line.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        line.getOutputStream().write(first);
        line.getOutputStream().flush();
        return line;
    }

    /** The server waits half a minute for bytes that do not come; what came before is kept then. */
    private void assertGoesOn(String id, byte[] bytes) {
        Until.answer(() -> TusClient.offset(client.look(id)), offset -> offset == 400, Duration.ofMinutes(2));
        var rest = Until.answer(
                () -> client.send(id, 400, part(bytes, 400, bytes.length)),
                answer -> answer.statusCode() != 423,
                Duration.ofMinutes(2));
        assertThat(rest.statusCode()).isEqualTo(204);
        assertThat(TusClient.offset(rest)).isEqualTo(bytes.length);
    }

    @Test
    void aNameIsShownWithoutItsPath() {
        var id = TusClient.id(client.announce("../../etc/phim\u202Egpj.mp4", 1));

        var metadata = header(client.look(id), "Upload-Metadata").split(" ");
        assertThat(new String(Base64.getDecoder().decode(metadata[1]), StandardCharsets.UTF_8))
                .isEqualTo("phimgpj.mp4");
    }

    @Test
    void whatIsRefusedAndWhatIsEndedStandsInTheAuditTrail() throws Exception {
        assertThat(client.announce("phim.mp4", 10L << 30).statusCode()).isEqualTo(413);
        assertThat(client.announce("phim.mp4", -1).statusCode()).isEqualTo(400);
        var id = TusClient.id(client.announce("phim.mp4", 1000));
        assertThat(client.send(id, 0, random(1000), "Upload-Checksum", "sha1 " + base64(new byte[20]))
                        .statusCode())
                .isEqualTo(460);
        assertThat(client.send(id, 7, random(1000)).statusCode()).isEqualTo(409);
        client.send(id, 0, random(400));
        assertThat(client.end(id).statusCode()).isEqualTo(204);

        assertThat(acts())
                .hasSize(4)
                .satisfiesExactly(
                        large -> assertThat(large).startsWith("refuse-upload - too-large: Files of at most "),
                        malformed -> assertThat(malformed).startsWith("refuse-upload - malformed: Upload-Length "),
                        checksum -> assertThat(checksum).startsWith("refuse-upload " + id + " wrong-checksum: "),
                        ended -> assertThat(ended).isEqualTo("end-upload " + id + " phim.mp4, 400 of 1000 bytes"));
    }

    /** What the audit trail says of this editor, oldest first. */
    private List<String> acts() throws SQLException {
        var acts = new ArrayList<String>();
        try (var database = portal.database();
                var statement =
                        database.prepareStatement("select action || ' ' || subject_slug || ' ' || note from audit_entry"
                                + " where actor = ? and subject_kind = 'upload' order by id")) {
            statement.setString(1, editor.username());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    acts.add(rows.getString(1));
                }
            }
        }
        return acts;
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return java.util.Arrays.copyOfRange(bytes, from, to);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
