package vn.loa.common.web;

import jakarta.json.JsonObject;
import vn.loa.common.JsonFields;
import vn.loa.common.Sha256;

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
        return Sha256.hex(object.toString());
    }
}
