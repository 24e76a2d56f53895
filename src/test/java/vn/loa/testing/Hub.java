package vn.loa.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A WebSub hub on loopback that the portal of the tests tells of its changes, and that may be out of order for a while. */
public final class Hub {
    private static final Hub SHARED = new Hub();

    private final HttpServer server;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Consumer<String> then = feed -> {};

    public Hub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var fails = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (!fails) {
                Stream.of(form.split("&"))
                        .filter(pair -> pair.startsWith("hub.url="))
                        .map(pair -> URLDecoder.decode(pair.substring("hub.url=".length()), StandardCharsets.UTF_8))
                        .peek(told::add)
                        .forEach(then);
            }
            exchange.sendResponseHeaders(fails ? 503 : form.startsWith("hub.mode=publish&") ? 204 : 400, -1);
            exchange.close();
        });
        server.start();
    }

    /** That of the portal that all tests share. */
    public static Hub shared() {
        return SHARED;
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hub";
    }

    /** The feeds that it has been told of, in order. */
    public List<String> told() {
        return List.copyOf(told);
    }

    /** Forgets what it was told, and takes the next so many calls for nothing. */
    public void begin(int failing) {
        told.clear();
        failures.set(failing);
    }

    /** What it does with each feed that it is told of, before it answers; it keeps nothing back from {@link #told()}. */
    public void whenTold(Consumer<String> does) {
        then = does;
    }

    /** How many calls it will still take for nothing. */
    public int failing() {
        return failures.get();
    }
}
