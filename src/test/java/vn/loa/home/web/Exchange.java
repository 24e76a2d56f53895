package vn.loa.home.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** One request and what came of it, without a server. */
final class Exchange {
    private final Map<String, String> asked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, List<String>> answered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Map<String, Object> line = new HashMap<>();
    private int status = 200;
    private int error;

    private Exchange(String method, String address) {
        var question = address.indexOf('?');
        line.put("getMethod", method);
        line.put("getServletPath", question < 0 ? address : address.substring(0, question));
        line.put("getQueryString", question < 0 ? null : address.substring(question + 1));
    }

    static Exchange get(String address) {
        return new Exchange("GET", address);
    }

    static Exchange head(String address) {
        return new Exchange("HEAD", address);
    }

    static Exchange post(String address) {
        return new Exchange("POST", address);
    }

    Exchange with(String name, String value) {
        asked.put(name, value);
        return this;
    }

    int status() {
        return status;
    }

    /** Of an error that the container would show a page for. */
    int error() {
        return error;
    }

    String header(String name) {
        var values = answered.get(name);
        return values == null ? "" : String.join(", ", values);
    }

    String text() {
        var bytes = body.toByteArray();
        try {
            return new String(
                    header("Content-Encoding").equals("gzip")
                            ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes()
                            : bytes,
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                Exchange.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeader" -> asked.get((String) arguments[0]);
                    case "getPathInfo", "getSession" -> null;
                    default -> {
                        if (!line.containsKey(method.getName())) {
                            throw new UnsupportedOperationException(method.getName());
                        }
                        yield line.get(method.getName());
                    }
                });
    }

    HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                Exchange.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> answer(method.getName(), arguments));
    }

    private Object answer(String call, Object[] arguments) {
        return switch (call) {
            case "getStatus" -> status;
            case "setStatus" -> {
                status = (Integer) arguments[0];
                yield null;
            }
            case "sendError" -> {
                error = (Integer) arguments[0];
                yield null;
            }
            case "setDateHeader" -> answered.put((String) arguments[0], List.of(arguments[1].toString()));
            case "setHeader" -> answered.put((String) arguments[0], List.of((String) arguments[1]));
            case "addHeader" ->
                answered.merge(
                        (String) arguments[0],
                        List.of((String) arguments[1]),
                        (old, more) -> List.of(String.join(", ", old), String.join(", ", more)));
            case "containsHeader" -> answered.containsKey((String) arguments[0]);
            case "getHeader" -> answered.containsKey((String) arguments[0]) ? header((String) arguments[0]) : null;
            case "getHeaders" -> answered.getOrDefault((String) arguments[0], List.of());
            case "getHeaderNames" -> List.copyOf(answered.keySet());
            case "setContentType" -> answered.put("Content-Type", List.of((String) arguments[0]));
            case "getContentType" -> answered.containsKey("Content-Type") ? header("Content-Type") : null;
            case "getCharacterEncoding" -> "UTF-8";
            case "setContentLength" -> answered.put("Content-Length", List.of(arguments[0].toString()));
            case "getOutputStream" -> stream();
            case "getWriter" -> new PrintWriter(body, true, StandardCharsets.UTF_8);
            case "isCommitted" -> false;
            case "reset" -> {
                answered.clear();
                status = 200;
                yield null;
            }
            default -> throw new UnsupportedOperationException(call);
        };
    }

    private ServletOutputStream stream() {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                body.write(b);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
