package vn.loa.bench;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one benchmark found: a table for people on the console and the same as {@code target/bench/<name>.json}. */
final class Report {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("target/bench");

    private final String name;
    private final String title;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private record Row(String what, double value, String unit, String aim) {}

    /**
     * @param name of the file
     * @param title what was measured and how, in one line
     */
    Report(String name, String title) {
        this.name = name;
        this.title = title;
    }

    /** Adds a result that has an aim. @param aim in words, with its unit */
    Report row(String what, double value, String unit, String aim) {
        rows.add(new Row(what, value, unit, aim));
        return this;
    }

    /** Adds a result that has no aim of its own. */
    Report row(String what, double value, String unit) {
        return row(what, value, unit, "");
    }

    /** Adds what the reader must know to judge the results, such as what was missing on this machine. */
    Report note(String sentence) {
        notes.add(sentence);
        return this;
    }

    /** Prints the table and writes the file. */
    void publish() {
        System.out.print(table());
        try {
            Files.createDirectories(FOLDER);
            try (var out = Files.newBufferedWriter(FOLDER.resolve(name + ".json"));
                    var json = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                            .createWriter(out)) {
                json.writeObject(Json.createObjectBuilder()
                        .add("name", name)
                        .add("title", title)
                        .add("processors", Runtime.getRuntime().availableProcessors())
                        .add("java", System.getProperty("java.version"))
                        .add("results", results())
                        .add("notes", Json.createArrayBuilder(notes))
                        .build());
            }
        } catch (IOException e) {
            throw new IllegalStateException("The results of " + name + " cannot be written", e);
        }
    }

    private JsonArrayBuilder results() {
        JsonArrayBuilder results = Json.createArrayBuilder();
        rows.forEach(row -> results.add(Json.createObjectBuilder()
                .add("what", row.what)
                .add("value", row.value)
                .add("unit", row.unit)
                .add("aim", row.aim)));
        return results;
    }

    private String table() {
        int width = rows.stream().mapToInt(row -> row.what.length()).max().orElse(0);
        StringBuilder text = new StringBuilder("\n" + title + "\n");
        rows.forEach(row -> text.append(String.format(
                Locale.ROOT,
                "  %-" + width + "s  %12s %-12s %s%n",
                row.what,
                number(row.value),
                row.unit,
                row.aim.isEmpty() ? "" : "aim " + row.aim)));
        notes.forEach(note -> text.append("  Note: ").append(note).append('\n'));
        return text.append('\n').toString();
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size < 1 ? "%.4f" : "%.2f", value);
    }
}
