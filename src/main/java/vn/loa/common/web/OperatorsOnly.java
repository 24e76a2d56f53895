package vn.loa.common.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Keeps the measurements of the server for those who run it: asked from this very machine, not through a proxy, or with the token
 * of the setting {@code loa.metrics.token} as a bearer token. To everyone else the address does not exist.
 */
public class OperatorsOnly extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String BEARER = "Bearer ";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isLocal(request) || hasToken(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static boolean isLocal(HttpServletRequest request) throws IOException {
        return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null;
    }

    private static boolean hasToken(HttpServletRequest request) {
        Optional<String> token = ConfigProvider.getConfig().getOptionalValue("loa.metrics.token", String.class);
        String given = request.getHeader("Authorization");
        return token.isPresent()
                && given != null
                && given.startsWith(BEARER)
                && MessageDigest.isEqual(bytes(given.substring(BEARER.length()).strip()), bytes(token.get()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
