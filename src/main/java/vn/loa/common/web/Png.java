package vn.loa.common.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers with a picture that was made here. Opened by itself it does nothing. */
public final class Png {
    private Png() {}

    /** To everybody, for ever: its address names its bytes. Other sites may show it, and programs do, beside what they read in a feed. */
    public static void sendForEver(byte[] png, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        send(png, response);
    }

    /** To whom its caller lets see it, and as long as that says. */
    public static void send(byte[] png, HttpServletResponse response) throws IOException {
        SecurityHeaders.isNoDocument(response);
        response.setContentType("image/png");
        response.setContentLength(png.length);
        response.getOutputStream().write(png);
    }
}
