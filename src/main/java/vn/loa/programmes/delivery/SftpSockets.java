package vn.loa.programmes.delivery;

import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Connects to the machine that was looked at, whatever its name leads to by then, by the first of its addresses that answers; once. Whoever wants may cut the line. */
final class SftpSockets implements SocketFactory {
    private static final int CONNECTING = (int) Duration.ofSeconds(10).toMillis();

    private final List<InetAddress> places;
    private Socket socket = new Socket();
    private boolean cut;

    /** @param places at least one */
    SftpSockets(List<InetAddress> places) {
        this.places = List.copyOf(places);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        IOException refused = null;
        for (var place : places) {
            var tried = begin();
            try {
                tried.connect(new InetSocketAddress(place, port), CONNECTING);
                return tried;
            } catch (IOException e) {
                tried.close();
                // The first is told of: it is the one that anybody else would take.
                if (refused == null) {
                    refused = e;
                } else {
                    refused.addSuppressed(e);
                }
            }
        }
        cut();
        throw Objects.requireNonNull(refused, "there is no address");
    }

    /** One that is not connected. */
    private synchronized Socket begin() throws IOException {
        if (cut) {
            throw new IOException("Somebody has cut the line");
        }
        socket = new Socket();
        return socket;
    }

    synchronized boolean isCut() {
        return cut;
    }

    /** By whomever: whoever waits for the other side goes on at once. */
    synchronized void cut() {
        cut = true;
        try {
            socket.close();
        } catch (IOException e) {
            // There is nothing more to end.
        }
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
