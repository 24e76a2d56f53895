package vn.loa.programmes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.testing.ProgrammeReceiver;
import vn.loa.testing.ProgrammeReceiver.Request;

/** Against a real server on loopback. */
class RestAdapterTest {
    private final ProgrammeReceiver receiver = new ProgrammeReceiver();
    private final RestAdapter adapter = new RestAdapter(new RestClient(), Clock.systemUTC());

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void the_programme_comes_last_and_sounds_that_are_there_do_not_come_again() throws Exception {
        var first = Shipments.deliver(adapter, Shipments.of(7, "{\"one\":1}"), to(""));
        var second = Shipments.deliver(adapter, Shipments.of(8, "{\"two\":22}"), to(""));

        assertThat(receiver.requests("PUT"))
                .extracting(Request::path)
                .containsExactly(Shipments.SOUND_PATH, Shipments.PROGRAMME_PATH, Shipments.PROGRAMME_PATH);
        assertThat(receiver.files().get(Shipments.SOUND_PATH)).isEqualTo(Shipments.SOUND);
        assertThat(receiver.text(Shipments.PROGRAMME_PATH)).isEqualTo("{\"two\":22}");
        assertThat(first).isEqualTo(Shipments.SOUND.length + 9);
        assertThat(second).isEqualTo(10);
    }

    @Test
    void each_request_says_what_it_is_and_is_signed() throws Exception {
        Shipments.deliver(adapter, Shipments.of(7, "{}"), to(""));

        var programme = receiver.requests("PUT").get(1);
        assertThat(programme.header("Content-Type")).isEqualTo("application/json");
        assertThat(programme.header("Content-Length")).isEqualTo("2");
        assertThat(programme.header("Content-Digest"))
                .isEqualTo("sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:");
        assertThat(programme.header("Idempotency-Key")).isEqualTo("\"01393/2026-W48/7/lich-phat.json\"");
        assertThat(programme.header("Loa-Delivery")).isEqualTo("01393/2026-W48/7");
        assertThat(programme.header("Loa-Revision")).isEqualTo("7");
        assertThat(programme.header("Loa-Priority")).isEqualTo("normal");
        assertThat(programme.header("If-None-Match"))
                .isEqualTo("\"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\"");
        assertThat(receiver.requests("PUT").get(0).header("If-None-Match")).isEqualTo("*");
        assertThat(receiver.requests("PUT")).allMatch(request -> receiver.isSigned(request, Shipments.KEY.getPublic()));
        assertThat(programme.header("Signature-Input")).contains("keyid=\"0123456789abcdef\"", "alg=\"ed25519\"");
        var forged = new Request("DELETE", programme.path(), programme.headers(), programme.body());
        assertThat(receiver.isSigned(forged, Shipments.KEY.getPublic())).isFalse();
    }

    @Test
    void the_other_side_is_told_who_asks() throws Exception {
        adapter.tryOut(to("token-1"));
        adapter.tryOut(Shipments.to(TargetKind.REST, receiver.address(), "loa", "mật khẩu", "", null));

        assertThat(receiver.requests()).extracting(Request::method).containsExactly("OPTIONS", "OPTIONS");
        assertThat(receiver.requests().get(0).header("Authorization")).isEqualTo("Bearer token-1");
        assertThat(receiver.requests().get(1).header("Authorization"))
                .isEqualTo(
                        "Basic " + Base64.getEncoder().encodeToString("loa:mật khẩu".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void what_is_newer_there_is_left_alone_and_what_is_there_already_is_good() throws Exception {
        receiver.answerNext(412, "");
        Shipments.deliver(adapter, Shipments.of(7, "{}"), to(""));
        assertThat(receiver.files()).containsOnlyKeys(Shipments.PROGRAMME_PATH);

        receiver.answerNext(409, "");
        assertThatExceptionOfType(NewerThere.class)
                .isThrownBy(() -> Shipments.deliver(adapter, Shipments.of(6, "{}"), to("")));
    }

    @ParameterizedTest
    @CsvSource({
        "301, REDIRECT",
        "400, NOT_WANTED",
        "401, LOGIN",
        "403, LOGIN",
        "404, NOT_WANTED",
        "408, BUSY",
        "422, NOT_WANTED",
        "429, BUSY",
        "500, SERVER_FAULT",
        "502, SERVER_FAULT",
        "503, BUSY",
        "507, NO_ROOM"
    })
    void each_answer_means_what_the_readme_says(int status, Obstacle why) {
        receiver.answerNext(status, "", "Location", "http://127.0.0.1:1/");

        var refused = refused(to(""));

        assertThat(refused.why()).isEqualTo(why);
        assertThat(refused.detail()).isEqualTo("HTTP " + status);
        assertThat(receiver.files()).isEmpty();
    }

    @Test
    void the_other_side_says_for_how_long_it_wants_to_be_left_alone() {
        receiver.answerNext(503, "", "Retry-After", "120");
        assertThat(refused(to("")).pause()).contains(Duration.ofSeconds(120));
        receiver.answerNext(500, "", "Retry-After", "120");
        assertThat(refused(to("")).pause()).isEmpty();
    }

    @Test
    void what_it_says_is_kept_short_in_one_line_and_without_our_secret() {
        receiver.answerNext(422, "wrong token token-1\r\n" + "x".repeat(100_000), "Content-Type", "text/plain");
        var refused = refused(to("token-1"));
        assertThat(refused.detail()).startsWith("HTTP 422: wrong token … xxx").hasSizeLessThanOrEqualTo(300);

        receiver.answerNext(422, "<html>…</html>", "Content-Type", "text/html");
        assertThat(refused(to("")).detail()).as("no page").isEqualTo("HTTP 422");
    }

    @Test
    void nobody_there_is_told_from_somebody_who_may_not_be_reached() {
        receiver.stop();
        assertThat(refused(to("")).why()).isEqualTo(Obstacle.UNREACHABLE);

        var elsewhere = new Connection(
                TargetKind.REST, receiver.address(), "", "", "", new AllowedHosts(List.of()), Optional.empty());
        assertThat(refused(elsewhere).why()).isEqualTo(Obstacle.FORBIDDEN);
    }

    @Test
    void what_cannot_be_read_here_is_no_fault_of_the_other_side() {
        var sound = Shipments.of(7, "{}").files().get(0);
        var lost = new ShippedFile(sound.path(), sound.type(), sound.bytes(), sound.sha256(), true, () -> {
            throw new IOException("A file that is played is not kept");
        });
        var shipment = new Shipment(
                "01393",
                "2026-W48",
                7,
                false,
                List.of(lost),
                Shipments.of(7, "{}").signer());

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Shipments.deliver(adapter, shipment, to("")))
                .withMessageContaining("not kept");
    }

    @Test
    void who_is_too_slow_is_sent_nothing_more_for_now_and_keeps_what_they_have() throws Exception {
        assertThatExceptionOfType(NotDelivered.class)
                .isThrownBy(() -> Shipments.deliverSlowly(adapter, Shipments.of(7, "{}"), to("")))
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(Obstacle.TIMEOUT));
        assertThat(receiver.files()).containsOnlyKeys(Shipments.SOUND_PATH);

        Shipments.deliver(adapter, Shipments.of(7, "{}"), to(""));

        assertThat(receiver.requests("PUT"))
                .extracting(Request::path)
                .containsExactly(Shipments.SOUND_PATH, Shipments.PROGRAMME_PATH);
    }

    @Test
    void what_is_under_way_gives_way_while_the_other_side_takes_its_time() throws Exception {
        receiver.keepNextWaiting();

        assertThatExceptionOfType(GaveWay.class)
                .isThrownBy(() -> Shipments.deliverPressed(adapter, Shipments.of(7, "{}"), to("")));

        receiver.goOn();
        Shipments.deliver(adapter, Shipments.of(7, "{}"), to(""));
        assertThat(receiver.files()).containsOnlyKeys(Shipments.SOUND_PATH, Shipments.PROGRAMME_PATH);
    }

    @Test
    void a_trial_fails_only_when_nothing_could_be_sent() throws Exception {
        adapter.tryOut(to(""));
        receiver.stop();
        assertThatExceptionOfType(NotDelivered.class).isThrownBy(() -> adapter.tryOut(to("")));
    }

    private NotDelivered refused(Connection to) {
        try {
            Shipments.deliver(adapter, Shipments.of(7, "{}"), to);
        } catch (NotDelivered refused) {
            return refused;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("It was taken");
    }

    private Connection to(String token) {
        return Shipments.to(TargetKind.REST, receiver.address(), "", token, "", null);
    }
}
