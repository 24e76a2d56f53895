package vn.loa.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** A system on loopback that is sent programmes as README describes it, and that may be out of order, or away, for a while. */
public final class ProgrammeReceiver implements AutoCloseable {
    private static final Pattern COMPONENT = Pattern.compile("\"([^\"]+)\"");

    private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Deque<Answer> next = new ArrayDeque<>();
    private final int port;
    private HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicReference<CountDownLatch> held = new AtomicReference<>(new CountDownLatch(0));
    private volatile CountDownLatch hold = new CountDownLatch(0);

    /** What came. @param path from the root @param headers by their names in small letters */
    public record Request(String method, String path, Map<String, String> headers, byte[] body) {
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private record Answer(int status, String body, String... headers) {}

    public ProgrammeReceiver() {
        server = started(0);
        port = server.getAddress().getPort();
    }

    private HttpServer started(int wanted) {
        try {
            var made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            made.createContext("/", this::answer);
            made.setExecutor(threads);
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + port + "/nhan";
    }

    /** What it has, by paths below its address. */
    public Map<String, byte[]> files() {
        return files;
    }

    public String text(String path) {
        return new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
    }

    /** What came, in order. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public List<Request> requests(String method) {
        return requests.stream().filter(each -> each.method().equals(method)).toList();
    }

    /** Answers the next PUT that is not answered otherwise so, and takes nothing. @param headers names and values in turn */
    public synchronized void answerNext(int status, String body, String... headers) {
        next.add(new Answer(status, body, headers));
    }

    /** The next PUT, and no other, is answered when {@link #goOn} is called. */
    public void keepNextWaiting() {
        hold = new CountDownLatch(1);
        held.set(hold);
    }

    public void goOn() {
        hold.countDown();
    }

    /** Nobody answers any more. */
    public void stop() {
        server.stop(0);
    }

    /** It is there again, at the same address. */
    public void start() {
        server = started(port);
    }

    /** Forgets everything. */
    public synchronized void clear() {
        files.clear();
        requests.clear();
        next.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        var body = exchange.getRequestBody().readAllBytes();
        var path = exchange.getRequestURI().getPath().replaceFirst("^/nhan/?", "");
        requests.add(new Request(exchange.getRequestMethod(), path, headers, body));
        switch (exchange.getRequestMethod()) {
            case "HEAD" -> {
                var there = files.get(path);
                if (there != null) {
                    exchange.getResponseHeaders().set("Content-Length", Integer.toString(there.length));
                }
                exchange.sendResponseHeaders(there == null ? 404 : 200, -1);
            }
            case "PUT" -> {
                await();
                put(exchange, path, body);
            }
            default -> exchange.sendResponseHeaders(204, -1);
        }
        exchange.close();
    }

    private void await() throws IOException {
        try {
            held.getAndSet(new CountDownLatch(0)).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Nobody answers any more", e);
        }
    }

    private synchronized void put(HttpExchange exchange, String path, byte[] body) throws IOException {
        var otherwise = next.poll();
        if (otherwise == null) {
            files.put(path, body);
            exchange.sendResponseHeaders(201, -1);
            return;
        }
        for (var i = 0; i < otherwise.headers().length; i += 2) {
            exchange.getResponseHeaders().set(otherwise.headers()[i], otherwise.headers()[i + 1]);
        }
        var said = otherwise.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(otherwise.status(), said.length == 0 ? -1 : said.length);
        exchange.getResponseBody().write(said);
    }

    /** Whether what signs a request (RFC 9421) fits this key and all of the request. */
    public boolean isSigned(Request request, PublicKey key) {
        try {
            var input = request.header("Signature-Input").replaceFirst("^loa=", "");
            var values = new HashMap<>(request.headers());
            values.put("@method", request.method());
            values.put("@target-uri", address() + "/" + request.path());
            var base = new StringBuilder();
            var names = COMPONENT.matcher(input.substring(0, input.indexOf(')')));
            while (names.find()) {
                base.append('"')
                        .append(names.group(1))
                        .append("\": ")
                        .append(values.get(names.group(1)))
                        .append('\n');
            }
            base.append("\"@signature-params\": ").append(input);
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(base.toString().getBytes(StandardCharsets.UTF_8));
            return signature.verify(
                    Base64.getDecoder().decode(request.header("Signature").replaceAll("^loa=:|:$", "")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
        threads.shutdownNow();
    }
}
