package vn.loa.programmes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.testing.SftpReceiver;

/** Against a real server on loopback. */
class SftpAdapterTest {
    private final SftpAdapter adapter = new SftpAdapter();

    @TempDir
    private Path folder;

    private SftpReceiver receiver;

    @BeforeEach
    void start() {
        receiver = new SftpReceiver(folder);
    }

    @AfterEach
    void stop() throws IOException {
        receiver.close();
    }

    @Test
    void files_are_whole_and_nothing_else_is_left() throws Exception {
        Shipments.deliver(adapter, Shipments.of(1, "{\"one\":1}"), to("/loa/xa", SftpReceiver.PASSWORD));
        var again = Shipments.deliver(adapter, Shipments.of(2, "{}"), to("/loa/xa", SftpReceiver.PASSWORD));

        assertThat(files())
                .containsExactlyInAnyOrder("loa/xa/" + Shipments.SOUND_PATH, "loa/xa/" + Shipments.PROGRAMME_PATH);
        assertThat(folder.resolve("loa/xa").resolve(Shipments.SOUND_PATH)).hasBinaryContent(Shipments.SOUND);
        assertThat(folder.resolve("loa/xa").resolve(Shipments.PROGRAMME_PATH)).hasContent("{}");
        assertThat(again).as("the sound is there already").isEqualTo(2);
    }

    @Test
    void without_a_folder_it_is_where_the_login_leads() throws Exception {
        Shipments.deliver(adapter, Shipments.of(1, "{}"), to("", SftpReceiver.PASSWORD));

        assertThat(files()).contains(Shipments.PROGRAMME_PATH);
    }

    @Test
    void a_server_that_nobody_knows_is_told_nothing_and_its_key_is_shown_to_somebody() {
        var unknown = Shipments.to(
                TargetKind.SFTP, receiver.address("/loa"), SftpReceiver.USER, SftpReceiver.PASSWORD, "", null);

        var refused = refused(unknown);

        assertThat(refused.why()).isEqualTo(Obstacle.NEW_HOST_KEY);
        assertThat(refused.seenHostKey()).isEqualTo(receiver.fingerprint());
    }

    @Test
    void a_server_with_another_key_than_before_is_told_nothing() throws Exception {
        var before = to("/loa", SftpReceiver.PASSWORD);
        receiver.replaceHostKey();

        var refused = refused(before);

        assertThat(refused.why()).isEqualTo(Obstacle.OTHER_HOST_KEY);
        assertThat(refused.seenHostKey()).isEqualTo(receiver.fingerprint()).isNotEqualTo(before.hostKey());
        assertThat(files()).isEmpty();
    }

    @Test
    void a_private_key_opens_it_as_a_password_does() throws Exception {
        var ours = KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256);
        var line = new ByteArrayOutputStream();
        ours.writePublicKey(line, "");
        receiver.trust(line.toString(StandardCharsets.UTF_8));

        Shipments.deliver(adapter, Shipments.of(1, "{}"), to("/loa", file(ours)));

        assertThat(files()).contains("loa/" + Shipments.PROGRAMME_PATH);
        var others = KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256);
        assertThat(refused(to("/loa", file(others))).why()).isEqualTo(Obstacle.LOGIN);
    }

    @Test
    void who_is_not_let_in_is_told_from_nobody_there() throws Exception {
        var to = to("/loa", SftpReceiver.PASSWORD);
        assertThat(refused(to("/loa", "another")).why()).isEqualTo(Obstacle.LOGIN);

        receiver.close();
        assertThat(refused(to).why()).isEqualTo(Obstacle.UNREACHABLE);
    }

    @Test
    void who_is_too_slow_is_sent_nothing_more_for_now() throws Exception {
        assertThatExceptionOfType(NotDelivered.class)
                .isThrownBy(() ->
                        Shipments.deliverSlowly(adapter, Shipments.of(7, "{}"), to("/loa", SftpReceiver.PASSWORD)))
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(Obstacle.TIMEOUT));
        assertThat(files()).containsExactly("loa/" + Shipments.SOUND_PATH);
    }

    @Test
    void what_is_under_way_gives_way_in_the_middle_of_a_file_and_leaves_no_half_of_it() throws Exception {
        assertThatExceptionOfType(GaveWay.class)
                .isThrownBy(() ->
                        Shipments.deliverPressed(adapter, Shipments.of(7, "{}"), to("/loa", SftpReceiver.PASSWORD)));
        assertThat(files()).isEmpty();

        Shipments.deliver(adapter, Shipments.of(7, "{}"), to("/loa", SftpReceiver.PASSWORD));

        assertThat(files()).hasSize(2);
    }

    @Test
    void a_server_that_drips_is_left_in_the_middle_of_a_word() throws Exception {
        try (var dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var talk = new Thread(() -> drip(dripping));
            talk.start();
            var to = Shipments.to(
                    TargetKind.SFTP,
                    "sftp://127.0.0.1:" + dripping.getLocalPort() + "/loa",
                    SftpReceiver.USER,
                    SftpReceiver.PASSWORD,
                    "",
                    null);
            var shipment = Shipments.of(7, "{}");

            assertThatExceptionOfType(NotDelivered.class)
                    .isThrownBy(() -> adapter.deliver(
                            shipment, to, bytes -> {}, new Pace(Duration.ofMillis(100), System::nanoTime)))
                    .satisfies(refused -> assertThat(refused.why()).isEqualTo(Obstacle.TIMEOUT));
            talk.join();
        }
    }

    /** Lines of a greeting, until nobody listens any more. */
    private static void drip(ServerSocket server) {
        try (var socket = server.accept();
                var out = socket.getOutputStream()) {
            for (var i = 0; i < 10_000_000; i++) {
                out.write("x\n".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException nobodyListens) {
            // As it should be.
        }
    }

    @Test
    void a_file_that_cannot_get_its_name_is_told_of_as_the_server_tells_it() {
        var full = new SftpException(ChannelSftp.SSH_FX_FAILURE, "no space left on device");
        var server = new ChannelSftp() {
            @Override
            public void rename(String from, String to) throws SftpException {
                throw full;
            }

            @Override
            public SftpATTRS stat(String path) throws SftpException {
                throw new SftpException(ChannelSftp.SSH_FX_NO_SUCH_FILE, "No such file");
            }
        };

        assertThatExceptionOfType(SftpException.class)
                .isThrownBy(() -> SftpAdapter.rename(".loa-a", "a", server))
                .isSameAs(full);
    }

    @Test
    void a_trial_leaves_nothing() throws Exception {
        adapter.tryOut(to("/loa", SftpReceiver.PASSWORD));

        assertThat(files()).isEmpty();
    }

    private Connection to(String path, String secret) {
        return Shipments.to(
                TargetKind.SFTP, receiver.address(path), SftpReceiver.USER, secret, receiver.fingerprint(), null);
    }

    /** As ssh-keygen writes it. */
    private static String file(KeyPair pair) throws JSchException {
        var file = new ByteArrayOutputStream();
        pair.writeOpenSSHv1PrivateKey(file, null);
        return file.toString(StandardCharsets.UTF_8);
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

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }
}
