package vn.loa.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks a server whether it is there. */
final class Http {
    private static final int PATIENCE_MILLIS = 10_000;

    private Http() {}

    /**
     * @param status 0 if there was no answer
     * @param body the beginning of the answer's body, or why there was no answer
     */
    record Answer(int status, String body) {}

    static Answer get(String address) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            int status = connection.getResponseCode();
            try (var body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                return new Answer(
                        status, body == null ? "" : new String(body.readNBytes(20_000), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return new Answer(0, String.valueOf(e.getMessage()));
        }
    }
}
