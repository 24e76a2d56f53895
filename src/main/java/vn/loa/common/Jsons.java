package vn.loa.common;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.spi.JsonProvider;
import java.io.InputStream;
import java.io.Reader;
import java.util.Collection;
import java.util.Map;

/**
 * Makes JSON objects and arrays and reads them, by one provider that was looked up once: {@link jakarta.json.Json} looks through the
 * class path at every call, which took two thirds of the time of a page with facets. For several threads.
 */
public final class Jsons {
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private static final JsonReaderFactory STRICT =
            PROVIDER.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private Jsons() {}

    public static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }

    /** One that begins with what another has. */
    public static JsonObjectBuilder object(JsonObject begin) {
        return PROVIDER.createObjectBuilder(begin);
    }

    public static JsonArrayBuilder array() {
        return PROVIDER.createArrayBuilder();
    }

    /** @param values texts, numbers, or JSON values */
    public static JsonArrayBuilder array(Collection<?> values) {
        return PROVIDER.createArrayBuilder(values);
    }

    /** Close it. */
    public static JsonReader reader(Reader text) {
        return PROVIDER.createReader(text);
    }

    /** Refuses an object with a field that stands twice. Close it. */
    public static JsonReader strictReader(Reader text) {
        return STRICT.createReader(text);
    }

    /** Close it. @param bytes in UTF-8 */
    public static JsonReader reader(InputStream bytes) {
        return PROVIDER.createReader(bytes);
    }
}
