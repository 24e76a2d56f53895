package vn.loa.programmes.delivery;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;

/** A connection to a server of SFTP, whose key is known before anything secret is said. Close it. For one thread. */
final class SftpSession implements AutoCloseable {
    private static final int PORT = 22;
    private static final int CONNECTING = (int) Duration.ofSeconds(10).toMillis();

    /** Without a byte from the other side. */
    private static final int SILENCE = (int) Duration.ofSeconds(30).toMillis();

    private final Session session;
    private final ChannelSftp channel;

    private SftpSession(Session session, ChannelSftp channel) {
        this.session = session;
        this.channel = channel;
    }

    static SftpSession open(Connection to) throws NotDelivered {
        var uri = URI.create(to.address());
        var place = to.hosts().find(uri.getHost()).get(0);
        var known = new PinnedHostKey(to.hostKey());
        try {
            var session = session(to, uri, place, known);
            try {
                session.connect(CONNECTING);
                var channel = (ChannelSftp) session.openChannel("sftp");
                channel.connect(CONNECTING);
                return new SftpSession(session, channel);
            } catch (JSchException | RuntimeException e) {
                session.disconnect();
                throw e;
            }
        } catch (JSchException e) {
            throw told(e, to, known);
        }
    }

    private static Session session(Connection to, URI uri, InetAddress place, PinnedHostKey known)
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
        session.setSocketFactory(new Sockets(place));
        return session;
    }

    /** Connects to the machine that was looked at, whatever its name leads to by then. */
    private record Sockets(InetAddress place) implements SocketFactory {
        @Override
        public Socket createSocket(String host, int port) throws IOException {
            var socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(place, port), CONNECTING);
            } catch (IOException e) {
                socket.close();
                throw e;
            }
            return socket;
        }

        @Override
        public InputStream getInputStream(Socket socket) throws IOException {
            return socket.getInputStream();
        }

        @Override
        public OutputStream getOutputStream(Socket socket) throws IOException {
            return socket.getOutputStream();
        }
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
    }
}
