package vn.loa.common.web;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vn.loa.common.JsonFields;

/**
 * What a request of the API carries: one JSON object.
 *
 * @param object without any field that stands twice
 */
public record JsonBody(JsonObject object) {
    /** For reading it strictly. */
    public JsonFields fields() {
        return new JsonFields(object);
    }

    /** SHA-256 of what it says, whatever the white space; in hexadecimal digits. */
    public String digest() {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(object.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
