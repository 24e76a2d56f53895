package vn.loa.programmes.delivery;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.Session;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A connection to a server of SFTP, whose key is known before anything secret is said. Close it. For one thread. */
final class SftpSession implements AutoCloseable {
    private static final int PORT = 22;
    private static final int CONNECTING = (int) Duration.ofSeconds(10).toMillis();

    /** Without a byte from the other side. */
    private static final int SILENCE = (int) Duration.ofSeconds(30).toMillis();

    private final Session session;
    private final ChannelSftp channel;
    private final SftpSockets sockets;

    private SftpSession(Session session, ChannelSftp channel, SftpSockets sockets) {
        this.session = session;
        this.channel = channel;
        this.sockets = sockets;
    }

    /** @param pace when it is over, the line is cut, whatever is waited for */
    static SftpSession open(Connection to, Pace pace) throws NotDelivered {
        var uri = URI.create(to.address());
        var known = new PinnedHostKey(to.hostKey());
        var sockets = new SftpSockets(to.hosts().find(uri.getHost()));
        try {
            var session = session(to, uri, sockets, known);
            try {
                watch(sockets, pace);
                session.connect(CONNECTING);
                var channel = (ChannelSftp) session.openChannel("sftp");
                channel.connect(CONNECTING);
                return new SftpSession(session, channel, sockets);
            } catch (JSchException | RuntimeException e) {
                sockets.cut();
                session.disconnect();
                throw e;
            }
        } catch (JSchException e) {
            throw pace.isOver() ? new NotDelivered(Obstacle.TIMEOUT, "", e) : told(e, to, known);
        }
    }

    /** A server that says a little now and then is never silent, so somebody else looks at the clock. */
    private static void watch(SftpSockets sockets, Pace pace) {
        if (sockets.isCut()) {
            return;
        }
        var left = pace.left();
        if (left.isNegative() || left.isZero()) {
            sockets.cut();
            return;
        }
        CompletableFuture.delayedExecutor(left.toNanos(), TimeUnit.NANOSECONDS, Runnable::run)
                .execute(() -> watch(sockets, pace));
    }

    private static Session session(Connection to, URI uri, SftpSockets sockets, PinnedHostKey known)
            throws JSchException {
        var jsch = new JSch();
        jsch.setHostKeyRepository(known);
        var byKey = SecretKind.isPrivateKey(to.secret());
        if (byKey) {
            jsch.addIdentity("loa", to.secret().getBytes(StandardCharsets.UTF_8), null, null);
        }
        var session = jsch.getSession(to.username(), uri.getHost(), uri.getPort() < 0 ? PORT : uri.getPort());
        if (!byKey) {
            session.setPassword(to.secret().getBytes(StandardCharsets.UTF_8));
        }
        var settings = new Properties();
        settings.setProperty("StrictHostKeyChecking", "yes");
        settings.setProperty("PreferredAuthentications", byKey ? "publickey" : "password,keyboard-interactive");
        session.setConfig(settings);
        session.setTimeout(SILENCE);
        session.setDaemonThread(true);
        session.setSocketFactory(sockets);
        return session;
    }

    private static NotDelivered told(JSchException e, Connection to, PinnedHostKey known) {
        if (e instanceof JSchHostKeyException) {
            return new NotDelivered(
                    to.hostKey().isEmpty() ? Obstacle.NEW_HOST_KEY : Obstacle.OTHER_HOST_KEY, known.seen(), e);
        }
        var said = String.valueOf(e.getMessage());
        if (said.startsWith("Auth ") || said.startsWith("USERAUTH") || said.startsWith("Too many authentication")) {
            return new NotDelivered(Obstacle.LOGIN, "", e);
        }
        return e.getCause() instanceof SocketTimeoutException || said.contains("timeout")
                ? new NotDelivered(Obstacle.TIMEOUT, "", e)
                : new NotDelivered(Obstacle.UNREACHABLE, said, e);
    }

    ChannelSftp files() {
        return channel;
    }

    @Override
    public void close() {
        channel.disconnect();
        session.disconnect();
        sockets.cut();
    }
}
