package vn.loa.common.web;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The description of the API, for tests that compare it with the API. */
record DescribedApi(JsonObject json) {
    /** As the build made it. */
    static DescribedApi ofBuild() {
        try (InputStream stream = ApiDescription.class.getResourceAsStream("openapi.json");
                var reader = Json.createReader(stream)) {
            return new DescribedApi(reader.readObject());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** One method at one path. */
    record Operation(String path, String method, JsonObject json) {
        /** {@code GET /api/v1/plans}. */
        String key() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }

        /** {@code query page}, {@code path slug} … */
        List<String> parameters() {
            return parameterObjects().stream()
                    .map(parameter -> parameter.getString("in") + " " + parameter.getString("name"))
                    .toList();
        }

        List<JsonObject> parameterObjects() {
            return Optional.ofNullable(json.getJsonArray("parameters"))
                    .map(list -> list.getValuesAs(JsonObject.class))
                    .orElse(List.of());
        }

        JsonObject responses() {
            return json.getJsonObject("responses");
        }

        /** Types of the body of a request; none when it has none. */
        List<String> consumed() {
            return Optional.ofNullable(json.getJsonObject("requestBody"))
                    .map(body -> List.copyOf(body.getJsonObject("content").keySet()))
                    .orElse(List.of());
        }

        /** The answer of success. */
        JsonObject success() {
            return responses().entrySet().stream()
                    .filter(response -> response.getKey().startsWith("2"))
                    .findFirst()
                    .orElseThrow()
                    .getValue()
                    .asJsonObject();
        }
    }

    List<Operation> operations() {
        return json.getJsonObject("paths").entrySet().stream()
                .flatMap(path -> path.getValue().asJsonObject().entrySet().stream()
                        .filter(operation -> operation.getKey().matches("get|put|post|delete|options|head|patch"))
                        .map(operation -> new Operation(
                                path.getKey(),
                                operation.getKey(),
                                operation.getValue().asJsonObject())))
                .toList();
    }

    /** Every object and list in it, however deep. */
    Stream<JsonObject> objects() {
        var found = new ArrayList<JsonObject>();
        collect(json, found);
        return found.stream();
    }

    private static void collect(JsonValue value, List<JsonObject> found) {
        if (value instanceof JsonObject object) {
            found.add(object);
            object.values().forEach(inner -> collect(inner, found));
        } else if (value instanceof JsonArray array) {
            array.forEach(inner -> collect(inner, found));
        }
    }

    /** What a reference points to; the schema itself when it is none. */
    JsonObject resolved(JsonObject schema) {
        return schema.containsKey("$ref")
                ? json.getValue(schema.getString("$ref").substring(1)).asJsonObject()
                : schema;
    }

    /** Where an answer says what its schema does not know; empty when it is as described. */
    List<String> strangers(JsonValue answer, JsonObject schema, String where) {
        var real = resolved(schema);
        for (var composed : List.of("oneOf", "anyOf", "allOf")) {
            if (real.containsKey(composed)) {
                return real.getJsonArray(composed).getValuesAs(JsonObject.class).stream()
                        .map(each -> strangers(answer, each, where))
                        .min(java.util.Comparator.comparingInt(List::size))
                        .orElseThrow();
            }
        }
        if (answer instanceof JsonArray array) {
            var items = real.getJsonObject("items");
            return items == null
                    ? List.of(where + " is a list")
                    : array.stream()
                            .flatMap(item -> strangers(item, items, where + "[]").stream())
                            .distinct()
                            .toList();
        }
        if (answer instanceof JsonObject object) {
            return object.entrySet().stream()
                    .flatMap(field -> strangers(field.getKey(), field.getValue(), real, where).stream())
                    .toList();
        }
        var type = answer instanceof JsonString ? "string" : "";
        return type.isEmpty() || real.toString().contains("\"string\"") ? List.of() : List.of(where + " is a string");
    }

    private List<String> strangers(String field, JsonValue value, JsonObject schema, String where) {
        var properties = schema.getJsonObject("properties");
        var schemaOfField = properties != null && properties.containsKey(field)
                ? properties.getJsonObject(field)
                : schema.get("additionalProperties") instanceof JsonObject further ? further : null;
        return schemaOfField == null
                ? List.of(where + "." + field)
                : strangers(value, schemaOfField, where + "." + field);
    }
}
