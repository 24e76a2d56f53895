package vn.loa.media.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.testing.GeneratedFilm;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesPortal;

/** Phones that take what they asked for a little at a time. */
@UsesPortal
class SlowReadersIT {
    private static final int FILM = 32 << 20;
    private static final int READERS = 300;
    private static final int PATIENCE = 30_000;

    @Test
    void hundredsOfSlowReadersLeaveThePortalItsMemory(Portal portal) throws Exception {
        try (var film = GeneratedFilm.in(portal, FILM)) {
            var readers = new ArrayList<Socket>();
            try {
                for (var i = 0; i < READERS; i++) {
                    readers.add(ask(portal, film.path()));
                }
                assertThat(statuses(readers)).contains("200").allMatch(status -> status.matches("200|503"));
                assertThat(portal.get("/san-pham?t=" + System.nanoTime()).statusCode())
                        .isEqualTo(200);
                assertThat(readToTheEnd(readers.get(0).getInputStream())).isGreaterThanOrEqualTo(FILM);
            } finally {
                for (var reader : readers) {
                    reader.close();
                }
            }
        }
    }

    /** As little as the system allows waits on this side. */
    private static Socket ask(Portal portal, String path) throws IOException {
        var address = URI.create(portal.baseUrl());
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(PATIENCE);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        var request =
                "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(path, address.getAuthority());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static List<String> statuses(List<Socket> readers) throws IOException {
        var statuses = new ArrayList<String>();
        for (var reader : readers) {
            var begin =
                    new String(reader.getInputStream().readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
            statuses.add(begin.substring(begin.indexOf(' ') + 1));
        }
        return statuses;
    }

    private static long readToTheEnd(InputStream in) throws IOException {
        return in.transferTo(java.io.OutputStream.nullOutputStream());
    }
}
