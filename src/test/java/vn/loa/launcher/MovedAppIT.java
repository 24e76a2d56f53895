package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.testing.Machine;
import vn.loa.testing.Until;

/** The proxy of docker/ before an app that gets a new container, and with it another address. */
@EnabledIf(value = "isNginxInstalled", disabledReason = "nginx is not installed")
class MovedAppIT {
    static boolean isNginxInstalled() {
        return Machine.hasProgram("nginx", "the proxy of docker/ has not been tested");
    }

    @Test
    void anAppThatMovedIsFoundAtItsNewAddress(@TempDir Path other) throws Exception {
        InetAddress first = InetAddress.getByName("127.0.0.1");
        InetAddress second = InetAddress.getByName("127.0.0.2");
        HttpServer before = app(new InetSocketAddress(first, 0), "before");
        HttpServer after = app(new InetSocketAddress(second, before.getAddress().getPort()), "after");
        try (NameServer names = NameServer.start(first);
                Nginx proxy = Nginx.start(
                        other,
                        "app.test:" + before.getAddress().getPort(),
                        Map.of("LOA_PROXY_RESOLVER", names.address()))) {
            // nginx asks for the address beside its start.
            Until.holds(() -> Http.get(proxy.address() + "/").body().equals("before /"));

            before.stop(0);
            names.move(second);

            Until.holds(() -> Http.get(proxy.address() + "/").status() == 200);
            assertThat(Http.get(proxy.address() + "/san-pham?trang=2").body()).isEqualTo("after /san-pham?trang=2");
        } finally {
            before.stop(0);
            after.stop(0);
        }
    }

    private static HttpServer app(InetSocketAddress address, String answer) throws Exception {
        HttpServer app = HttpServer.create(address, 0);
        app.createContext("/", exchange -> {
            byte[] body = (answer + " " + exchange.getRequestURI()).getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        app.start();
        return app;
    }
}
