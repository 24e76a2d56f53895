package vn.loa.common.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import vn.loa.common.Sha256;

/**
 * Answers {@code /openapi} with the description of the API that the build made of our resources: as YAML, or as JSON to who accepts only
 * that or asks for {@code format=JSON} (both as MicroProfile OpenAPI says). A filter, because the application server has a
 * description of its own at this address.
 */
public class ApiDescription extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String PATH = "/openapi";
    private static final int TAG_DIGITS = 32;
    private static final Set<String> METHODS = Set.of("GET", "HEAD");

    private transient Form yaml = new Form(new byte[0], "");
    private transient Form json = yaml;

    private record Form(byte[] bytes, String type) {
        /** Strong, of the bytes. */
        private String tag() {
            return '"' + Sha256.hex(bytes).substring(0, TAG_DIGITS) + '"';
        }
    }

    @Override
    public void init() {
        // RFC 9512 names the type of YAML.
        yaml = read("openapi.yaml", "application/yaml");
        json = read("openapi.json", "application/json");
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        if (!request.getRequestURI().equals(request.getContextPath() + PATH)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!METHODS.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        var form = isJsonWanted(request) ? json : yaml;
        response.setHeader("ETag", form.tag());
        response.setHeader("Cache-Control", "public, max-age=300");
        response.setHeader("Vary", "Accept");
        if (form.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(form.type());
        response.setContentLength(form.bytes().length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(form.bytes());
        }
    }

    private static boolean isJsonWanted(HttpServletRequest request) {
        var format = request.getParameter("format");
        if (format != null) {
            return format.equalsIgnoreCase("json");
        }
        var accepted = Objects.requireNonNullElse(request.getHeader("Accept"), "*/*");
        return accepted.contains("json") && !accepted.contains("yaml");
    }

    private static Form read(String name, String type) {
        try (var stream = ApiDescription.class.getResourceAsStream(name)) {
            return new Form(
                    Objects.requireNonNull(stream, name + " is made by the build")
                            .readAllBytes(),
                    type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
