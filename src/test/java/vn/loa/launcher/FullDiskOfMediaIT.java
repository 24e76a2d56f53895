package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.testing.SmallDisk;
import vn.loa.testing.TusClient;
import vn.loa.testing.Until;

/** The disk with the media of a portal fills up at each step of a file's way: senders are told, nothing half is shown, and all goes on when there is room. */
class FullDiskOfMediaIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** After there is room again nobody need do anything, nor wait for long: half a minute, and the work itself. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private static final int MEGABYTES = 160;

    /** What the portal keeps free whatever is made, in bytes. */
    private static final long RESERVE = 64L << 20;

    @TempDir
    private static Path folder;

    private static SmallDisk disk;
    private static Nodes nodes;

    private boolean isFull;

    @BeforeAll
    static void start() throws Exception {
        disk = SmallDisk.mount(folder.resolve("data/media"), MEGABYTES);
        nodes = Nodes.start(folder, Map.of());
    }

    @AfterAll
    static void stop() throws Exception {
        // Also when the start failed halfway, or there is no disk.
        if (nodes != null) {
            nodes.close();
        }
        if (disk != null) {
            disk.close();
        }
    }

    @AfterEach
    void clear() throws Exception {
        if (isFull) {
            free();
        }
        nodes.disarm();
    }

    @Test
    void whoeverSendsIsToldThatThereIsNoRoomAndGoesOnWhenThereIs() throws Exception {
        Sending file = Sending.recording();
        TusClient client = nodes.newest().client();
        assertNoRoom(client.announce("phim.mp4", (long) MEGABYTES << 20));
        String id = TusClient.id(client.announce("a.wav", 2000));
        assertThat(client.send(id, 0, new byte[1000]).statusCode()).isEqualTo(204);

        fill();
        assertNoRoom(client.announce("a.wav", 1));
        assertNoRoom(client.send(id, 1000, new byte[1000]));
        assertThat(TusClient.offset(client.look(id))).isEqualTo(1000);
        assertThat(nodes.number(
                        "select count(*) from audit_entry where action = 'refuse-upload' and note like 'no-room: %'"))
                .isEqualTo(3);
        nodes.check();

        free();
        assertThat(client.send(id, 1000, new byte[1000]).statusCode()).isEqualTo(204);
        file.to(nodes.newest());
        comesToItsEnd(file);
    }

    /** It is here, and needs no room a second time. */
    @Test
    void aDocumentThatHasComeWhollyIsTakenInThoughTheDiskIsFull() throws Exception {
        Sending file = Sending.document();
        file.upload(nodes.newest());
        fill();

        file.to(nodes.newest());

        told(file, "\"state\":\"ready\"");
        assertThat(files(file)).isOne();
        nodes.check();
    }

    @Test
    void subtitlesThatFindNoRoomAreRefusedInWordsAndTakenWhenThereIs() throws Exception {
        Sending file = Sending.subtitles();
        file.upload(nodes.newest());
        fill();

        HttpResponse<String> answer = file.track(nodes.newest().client());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(507);
        assertThat(answer.body()).contains("\"reason\":\"no-space\"", "hết chỗ chứa");
        nodes.check();

        free();
        file.goesOn(nodes.newest(), nodes.data());
    }

    @Test
    void whatCannotBeEncodedIsNotShownUntilThereIsRoom() throws Exception {
        Sending file = Sending.recording();
        stopsAt("taken-in-stored", file);
        fill();
        nodes.disarm();

        told(file, "\"reason\":\"no-space\"");
        assertThat(track(file)).contains("\"state\":\"processing\"");
        failsTwice(file);
        assertThat(files(file)).isZero();
        nodes.check();

        free();
        comesToItsEnd(file);
    }

    /** Nothing is read and encoded over and over that then finds no room. */
    @Test
    void whatWouldNotFitIsNotBegunUntilThereIsRoom() throws Exception {
        Sending file = Sending.recording();
        stopsAt("taken-in-stored", file);
        disk.fill(RESERVE + (200 << 10));
        isFull = true;
        nodes.disarm();

        told(file, "\"reason\":\"no-space\"");
        assertThat(nodes.number("select count(*) from processing_job j join track t on t.asset = j.asset where t.id = "
                        + id(file) + " and j.percent = 0 and j.detail like '%bytes are needed%'"
                        + " and j.detail not like '% " + RESERVE + " bytes are needed%'"))
                .isOne();
        nodes.check();

        free();
        comesToItsEnd(file);
    }

    @Test
    void whatIsHeardAlreadyStaysWhileTheRestFindsNoRoom() throws Exception {
        Sending file = Sending.recording();
        stopsAt("small-stored", file);
        fill();
        nodes.disarm();

        told(file, "\"reason\":\"no-space\"");
        assertThat(track(file))
                .contains("\"state\":\"ready\"", "\"step\":\"full\"", "-a0.m4a")
                .doesNotContain("-station.mp3");
        nodes.check();

        free();
        comesToItsEnd(file);
    }

    private void stopsAt(String failpoint, Sending file) throws Exception {
        nodes.arm(failpoint);
        file.to(nodes.newest());
        nodes.awaitReached(failpoint);
    }

    private void fill() throws Exception {
        disk.fill(0);
        isFull = true;
    }

    private void free() throws Exception {
        disk.free();
        isFull = false;
    }

    private static void assertNoRoom(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(507);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().allValues("Tus-Resumable")).containsExactly("1.0.0");
    }

    private static void told(Sending file, String words) {
        Until.answer(() -> track(file), answer -> answer.contains(words), PATIENCE);
    }

    /** By itself, and without that it counts against the file. */
    private static void failsTwice(Sending file) throws Exception {
        String job = " from processing_job j join track t on t.asset = j.asset where j.step = 'small' and t.id = "
                + id(file);
        Until.answer(
                () -> nodes.number("select count(*)" + job
                        + " and j.attempt >= 2 and j.state = 'waiting' and j.reason = 'no-space'"),
                failedTwice -> failedTwice == 1,
                PATIENCE);
        assertThat(nodes.number("select max(j.failures)" + job)).isZero();
    }

    private static void comesToItsEnd(Sending file) throws Exception {
        Until.answer(
                () -> track(file),
                answer -> answer.contains("\"state\":\"ready\"") && !answer.contains("\"missing\""),
                SOON);
        file.goesOn(nodes.newest(), nodes.data());
        nodes.check();
    }

    /** How many files can be had of it. */
    private static long files(Sending file) throws Exception {
        return nodes.number(
                "select count(*) from rendition r join track t on t.asset = r.asset where t.id = " + id(file));
    }

    private static String track(Sending file) {
        TusClient client = nodes.newest().client();
        return client.send(client.request(file.location(client)).GET().build()).body();
    }

    private static String id(Sending file) {
        String location = file.location(nodes.newest().client());
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
