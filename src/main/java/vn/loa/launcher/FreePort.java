package vn.loa.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks at the ports of this machine. What it finds may have changed a moment later. */
final class FreePort {
    private FreePort() {}

    /** A port of the loopback interface that nobody listens on. */
    static int find() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Refuses the start when the portal could not listen.
     *
     * @throws StartRefused if the port is taken, may not be used, or the address is not one of this machine
     */
    static void require(String bind, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            InetSocketAddress address = new InetSocketAddress(bind, port);
            if (address.isUnresolved()) {
                throw new StartRefused("LOA_BIND names no address of this machine: \"" + bind + "\".");
            }
            socket.setReuseAddress(true);
            socket.bind(address);
        } catch (IOException e) {
            throw new StartRefused(
                    "Port " + port + " of " + bind + " cannot be used (" + e.getMessage()
                            + "): stop the program that listens there or set LOA_PORT.",
                    e);
        }
    }
}
