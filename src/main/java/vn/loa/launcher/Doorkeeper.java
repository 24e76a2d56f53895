package vn.loa.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.jar.JarFile;

/**
 * Stands at the port of the portal while the application server starts, and says to everybody that it does: 503, when to come again, and the words of
 * any other outage. The application server itself would answer 404 by then, and 500 while it takes the application in.
 */
final class Doorkeeper implements AutoCloseable {
    /** In seconds. */
    private static final String RETRY_AFTER = "10";

    private static final int THREADS = 4;
    private static final String API = "/api/";
    private static final String PROBLEM = """
            {"type":"about:blank","title":"Service Unavailable","status":503,"detail":"The portal is starting"}""";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "loa-doorkeeper");
        thread.setDaemon(true);
        return thread;
    });
    private final byte[] page;

    private Doorkeeper(HttpServer server, String page) {
        this.server = server;
        this.page = page.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @param war where the words are
     * @throws StartRefused if the port cannot be used
     */
    static Doorkeeper open(String bind, int port, Path war) {
        try {
            Doorkeeper keeper = new Doorkeeper(HttpServer.create(new InetSocketAddress(bind, port), 0), page(war));
            keeper.server.setExecutor(keeper.threads);
            keeper.server.createContext("/", keeper::answer);
            keeper.server.start();
            return keeper;
        } catch (IOException e) {
            throw new StartRefused("Port " + port + " of " + bind + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean isProgram = exchange.getRequestURI().getRawPath().startsWith(API);
            byte[] body = isProgram ? PROBLEM.getBytes(StandardCharsets.UTF_8) : page;
            exchange.getResponseHeaders()
                    .set("Content-Type", isProgram ? "application/problem+json" : "text/html;charset=UTF-8");
            exchange.getResponseHeaders().set("Retry-After", RETRY_AFTER);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders()
                    .set("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
            // Whoever comes again finds the portal, at another connection.
            exchange.getResponseHeaders().set("Connection", "close");
            boolean isBare = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(503, isBare ? -1 : body.length);
            if (!isBare) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static String page(Path war) {
        return """
                <!DOCTYPE html>
                <html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">\
                <title>%s</title><meta name="robots" content="noindex"></head>
                <body><main><h1>%1$s</h1><p>%s</p><section lang="en"><h2>%s</h2><p>%s</p></section></main></body></html>
                """.formatted(
                        text(war, "messages.properties", "title"),
                        text(war, "messages.properties", "text"),
                        text(war, "messages_en.properties", "title"),
                        text(war, "messages_en.properties", "text"));
    }

    private static String text(Path war, String bundle, String what) {
        Properties texts = new Properties();
        try (JarFile archive = new JarFile(war.toFile());
                Reader reader = new InputStreamReader(
                        archive.getInputStream(Objects.requireNonNull(archive.getEntry("WEB-INF/classes/" + bundle))),
                        StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new StartRefused("The application " + war + " cannot be read: " + e.getMessage() + ".", e);
        }
        return texts.getProperty("error.503." + what, "").replace("&", "&amp;").replace("<", "&lt;");
    }

    /** Leaves the port to the portal. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
