package vn.loa.home.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * A response whose body is held back until it is whole; its status and fields go on at once. What cannot be held back (an error page,
 * a redirection, a body that is too large) goes on to the response behind.
 */
final class CapturedResponse extends HttpServletResponseWrapper {
    private static final int LARGEST = 4 << 20;

    private final Body body = new Body();
    private @Nullable PrintWriter writer;
    private boolean streamed;
    private boolean handedOn;
    private boolean cookieSet;
    private int error;
    private @Nullable String errorMessage;

    CapturedResponse(HttpServletResponse response) {
        super(response);
    }

    /** Whether the whole answer is here and nothing has gone on but status and fields. */
    boolean isWhole() {
        if (writer != null) {
            writer.flush();
        }
        return !handedOn && error == 0;
    }

    /** The status of an error that the container shall show a page for; 0 without one. */
    int error() {
        return error;
    }

    /** Lets the container show the page for the error. */
    void handOnError() throws IOException {
        handedOn = true;
        if (errorMessage == null) {
            super.sendError(error);
        } else {
            super.sendError(error, errorMessage);
        }
    }

    boolean isCookieSet() {
        return cookieSet || containsHeader("Set-Cookie");
    }

    byte[] body() {
        return body.held.toByteArray();
    }

    @Override
    public ServletOutputStream getOutputStream() {
        if (writer != null) {
            throw new IllegalStateException("The answer is written as characters already");
        }
        streamed = true;
        return body;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (streamed) {
            throw new IllegalStateException("The answer is written as bytes already");
        }
        var known = writer;
        if (known == null) {
            known = new PrintWriter(new OutputStreamWriter(body, getCharacterEncoding()));
            writer = known;
        }
        return known;
    }

    @Override
    public void sendError(int status) {
        sendError(status, null);
    }

    @Override
    public void sendError(int status, @Nullable String message) {
        if (isCommitted()) {
            throw new IllegalStateException("The answer is on its way already");
        }
        error = status;
        errorMessage = message;
        body.held.reset();
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        handedOn = true;
        super.sendRedirect(location);
    }

    @Override
    public void addCookie(Cookie cookie) {
        cookieSet = true;
        super.addCookie(cookie);
    }

    @Override
    public boolean isCommitted() {
        return handedOn || error != 0;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (handedOn) {
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        if (isCommitted()) {
            throw new IllegalStateException("The answer is on its way already");
        }
        body.held.reset();
        writer = null;
        streamed = false;
    }

    @Override
    public void reset() {
        resetBuffer();
        super.reset();
    }

    @Override
    public void setBufferSize(int size) {
        // Everything is held.
    }

    @Override
    public int getBufferSize() {
        return LARGEST;
    }

    @Override
    public void setContentLength(int length) {
        // Said when the body is whole, and of the encoding that is sent.
    }

    @Override
    public void setContentLengthLong(long length) {
        // As above.
    }

    /** Holds bytes as long as they are not too many. */
    private final class Body extends ServletOutputStream {
        private final ByteArrayOutputStream held = new ByteArrayOutputStream(32 * 1024);

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!handedOn && error == 0 && held.size() + length > LARGEST) {
                handedOn = true;
                held.writeTo(getResponse().getOutputStream());
                held.reset();
            }
            if (handedOn) {
                getResponse().getOutputStream().write(bytes, offset, length);
            } else if (error == 0) {
                held.write(bytes, offset, length);
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("This answer is not written in the background");
        }
    }
}
