package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.loa.launcher.FalseFfmpeg.Behaviour;
import vn.loa.testing.Until;

/**
 * An encoder that hangs, floods or crashes: its jobs are tried again, in the end given up, and editors are told why. No good file is called bad for
 * it, and each can be tried again when the encoder works. One that cannot be started is waited for.
 */
class FalseEncoderIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** As the retries promise. */
    private static final int MOST_FAILURES = 5;

    private static final int MOST_FAILURES_TAKING_IN = 8;

    @TempDir
    private static Path folder;

    private static FalseFfmpeg ffmpeg;
    private static Nodes nodes;

    private final Sending file = Sending.recording();

    @BeforeAll
    static void start() throws Exception {
        ffmpeg = FalseFfmpeg.in(folder.resolve("programs"));
        nodes = Nodes.start(folder, Map.of("LOA_FFMPEG", ffmpeg.path().toString(), "LOA_FFMPEG_SILENCE_SECONDS", "2"));
    }

    @AfterAll
    static void stop() {
        // Also when the start failed halfway.
        if (nodes != null) {
            nodes.close();
        }
    }

    @AfterEach
    void work() throws Exception {
        ffmpeg.now(Behaviour.WORKS);
        nodes.disarm();
    }

    @ParameterizedTest
    @CsvSource({"HANGS, timed-out, took too long", "FLOODS, flooded, too much data", "CRASHES, crashed, ended abruptly"
    })
    void whatComesToNothingBeforeAnythingIsHeardIsTriedAgainThenGivenUpAndToldUntilSomebodyAsks(
            Behaviour behaviour, String reason, String explanation) throws Exception {
        sentUntil("taken-in-stored");
        ffmpeg.now(behaviour);
        nodes.disarm();

        String failed = told("\"reason\":\"" + reason + "\"");
        assertThat(failed).contains("\"state\":\"processing\"", explanation);
        String rejected = hurriedUntil("\"state\":\"rejected\"");

        assertThat(rejected).contains("\"reason\":\"" + reason + "\"", explanation, "\"retry\":true");
        assertThat(job("small", "attempt")).isEqualTo(MOST_FAILURES);
        assertThat(nodes.number("select count(*) from processing_job j join track t on t.asset = j.asset"
                        + " where j.state = 'dead' and t.id = " + id()))
                .isOne();
        assertThat(nodes.number(
                        "select count(*) from rendition r join track t on t.asset = r.asset where t.id = " + id()))
                .isZero();
        assertThat(nodes.number(
                        "select count(*) from audit_entry where action = 'reject-track' and note = '" + reason + "'"))
                .isPositive();
        nodes.check();

        ffmpeg.now(Behaviour.WORKS);
        again();
        goesOn();
    }

    /** Nothing has been learnt of the file, however often it was tried. */
    @ParameterizedTest
    @EnumSource(
            value = Behaviour.class,
            names = {"CANNOT_RUN", "HAS_NO_SANDBOX"})
    void whatCannotBeStartedCountsAgainstNoFileAndTheWorkGoesOnAfterIt(Behaviour behaviour) throws Exception {
        sentUntil("taken-in-stored");
        ffmpeg.now(behaviour);
        nodes.disarm();

        String failed = told("\"reason\":\"not-started\"");
        assertThat(failed).contains("\"state\":\"processing\"", "is overloaded");
        Until.answer(
                () -> {
                    nodes.hurry();
                    return job("small", "attempt");
                },
                attempts -> attempts > MOST_FAILURES,
                PATIENCE);
        assertThat(job("small", "failures")).isZero();
        assertThat(track()).contains("\"state\":\"processing\"");
        nodes.check();

        ffmpeg.now(Behaviour.WORKS);
        goesOn();
    }

    @Test
    void whatComesToNothingAfterTheFirstSoundIsToldAndTheSoundStays() throws Exception {
        sentUntil("small-stored");
        ffmpeg.now(Behaviour.CRASHES);
        nodes.disarm();

        String dead = hurriedUntil("\"state\":\"dead\"");

        assertThat(dead)
                .contains(
                        "\"state\":\"ready\"",
                        "\"step\":\"full\"",
                        "\"reason\":\"crashed\"",
                        "ended abruptly",
                        "-a0.m4a");
        assertThat(job("full", "attempt")).isEqualTo(MOST_FAILURES);
        nodes.check();

        ffmpeg.now(Behaviour.WORKS);
        again();
        goesOn();
    }

    /** It may be the only copy: what could not be looked at is here as long as its upload, and becomes something when the encoder works. */
    @Test
    void whatCannotBeLookedAtIsGivenUpInTheEndAndItsBytesStay() throws Exception {
        ffmpeg.now(Behaviour.CRASHES);
        file.to(nodes.newest());

        String rejected = hurriedUntil("\"state\":\"rejected\"");

        assertThat(rejected)
                .contains("\"reason\":\"crashed\"", "ended abruptly")
                .doesNotContain("\"retry\"");
        assertThat(job("take-in", "attempt")).isEqualTo(MOST_FAILURES_TAKING_IN);
        assertThat(nodes.number("select count(*) from upload u join track t on t.asset = u.asset"
                        + " where u.settled_at is null and t.id = " + id()))
                .isOne();
        nodes.check();

        ffmpeg.now(Behaviour.WORKS);
        file.takeAway(nodes.newest());
        file.to(nodes.newest());
        goesOn();
    }

    @Test
    void howFarAFileIsIsSeenWhileItIsEncoded() throws Exception {
        ffmpeg.now(Behaviour.TARRIES);
        file.to(nodes.newest());

        // The tenth and a quarter of the way make it ready; A0 is over half of the quarter.
        int seen = Until.answer(this::percent, percent -> percent > 24, PATIENCE);
        assertThat(seen).isLessThan(100);
        assertThat(Until.answer(this::percent, percent -> percent > seen, PATIENCE))
                .isLessThan(100);

        ffmpeg.now(Behaviour.WORKS);
        goesOn();
        assertThat(track()).doesNotContain("percent", "retry");
    }

    private void sentUntil(String failpoint) throws Exception {
        nodes.arm(failpoint);
        file.to(nodes.newest());
        nodes.awaitReached(failpoint);
    }

    private void goesOn() throws Exception {
        Until.answer(
                () -> {
                    nodes.hurry();
                    return track();
                },
                answer -> answer.contains("\"state\":\"ready\"") && !answer.contains("\"missing\""),
                PATIENCE);
        file.goesOn(nodes.newest(), nodes.data());
        nodes.check();
    }

    private void again() {
        var client = nodes.newest().client();
        var answer = client.send(client.request(file.location(client) + "/processing")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.body()).doesNotContain("\"state\":\"rejected\"", "\"state\":\"dead\"");
    }

    private String told(String words) {
        return Until.answer(this::track, answer -> answer.contains(words), PATIENCE);
    }

    private String hurriedUntil(String words) {
        return Until.answer(
                () -> {
                    nodes.hurry();
                    return track();
                },
                answer -> answer.contains(words),
                PATIENCE);
    }

    private int percent() {
        try (var reader = Json.createReader(new StringReader(track()))) {
            return reader.readObject().getInt("percent", 0);
        }
    }

    private String track() {
        var client = nodes.newest().client();
        return client.send(client.request(file.location(client)).GET().build()).body();
    }

    private String id() {
        String location = file.location(nodes.newest().client());
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private long job(String step, String column) throws Exception {
        return nodes.number(
                "select coalesce(max(j." + column + "), 0) from processing_job j join track t on t.asset = j.asset"
                        + " where j.step = '" + step + "' and t.id = " + id());
    }
}
