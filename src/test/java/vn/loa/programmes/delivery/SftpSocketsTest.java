package vn.loa.programmes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On loopback, where only one address answers. */
class SftpSocketsTest {
    @Test
    void an_address_that_does_not_answer_leaves_it_to_the_next() throws Exception {
        try (var server = new ServerSocket(0, 1, place("127.0.0.1"))) {
            var sockets = new SftpSockets(List.of(place("127.0.0.2"), place("127.0.0.1")));
            try (var connected = sockets.createSocket("dai.example", server.getLocalPort())) {
                assertThat(connected.getInetAddress()).isEqualTo(place("127.0.0.1"));
                assertThat(sockets.isCut()).isFalse();
                sockets.cut();
                assertThat(connected.isClosed()).isTrue();
            }
        }
    }

    @Test
    void where_no_address_answers_the_first_is_told_of() throws Exception {
        int free;
        try (var server = new ServerSocket(0, 1, place("127.0.0.1"))) {
            free = server.getLocalPort();
        }
        var sockets = new SftpSockets(List.of(place("127.0.0.1"), place("127.0.0.2")));

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> sockets.createSocket("dai.example", free))
                .satisfies(refused -> assertThat(refused.getSuppressed()).hasSize(1));
        assertThat(sockets.isCut()).isTrue();
    }

    @Test
    void a_line_that_was_cut_is_not_connected_again() throws Exception {
        var sockets = new SftpSockets(List.of(place("127.0.0.1")));
        sockets.cut();

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> sockets.createSocket("dai.example", 1));
    }

    private static InetAddress place(String address) throws IOException {
        return InetAddress.getByName(address);
    }
}
