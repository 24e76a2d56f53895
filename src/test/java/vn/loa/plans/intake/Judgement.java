package vn.loa.plans.intake;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a person found in one of the official plans that Loa was built for, written down by reading it. The plans themselves are not part of the project:
 * {@code -Dloa.bench.seeds} names the folder where they lie, without it they are looked for beside the project.
 */
public record Judgement(JsonObject facts) {
    private static final Path SEEDS = Path.of(System.getProperty("loa.bench.seeds", "../shared/seeds"));

    public static List<Judgement> all() {
        try (InputStream in = Judgement.class.getResourceAsStream("judgements.json");
                var json = Json.createReader(in)) {
            return json.readArray().getValuesAs(JsonObject.class).stream()
                    .map(Judgement::new)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the file with the text. */
    public String seed() {
        return facts.getString("seed");
    }

    /** Of the plan in the sample content. */
    public String plan() {
        return facts.getString("plan");
    }

    /** Empty where the plans are not at hand. */
    public Optional<String> text() {
        Path file = SEEDS.resolve(seed());
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it cannot be had, in words for who runs the tests. */
    public static String whereFrom() {
        return "The official plans are not in " + SEEDS.toAbsolutePath().normalize()
                + "; name their folder with -Dloa.bench.seeds";
    }

    Optional<String> text(String field) {
        return text(facts, field);
    }

    static Optional<String> text(JsonObject object, String field) {
        JsonValue value = object.get(field);
        return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    static Optional<JsonObject> object(JsonObject object, String field) {
        JsonValue value = object.get(field);
        return value instanceof JsonObject inner ? Optional.of(inner) : Optional.empty();
    }

    List<JsonObject> list(String field) {
        return facts.getJsonArray(field).getValuesAs(JsonObject.class);
    }
}
