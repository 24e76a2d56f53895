package vn.loa.syndication.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A site of somebody else, on loopback: another origin than the portal, and by its host name another site, too. */
final class OtherSite implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> pages = new ConcurrentHashMap<>();

    OtherSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            var page = pages.get(exchange.getRequestURI().getPath());
            var body = (page == null ? "" : page).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(page == null ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** Without a slash at the end. */
    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Puts a page there and answers its address. */
    String page(String path, String body) {
        pages.put(path, "<!doctype html><html lang='vi'><title>Trang xã</title><body>" + body);
        return origin() + path;
    }

    /** The same without anything around it. */
    String bare(String path, String whole) {
        pages.put(path, whole);
        return origin() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
