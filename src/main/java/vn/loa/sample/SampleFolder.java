package vn.loa.sample;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import vn.loa.common.Jsons;

/**
 * The files of the sample content, in the shapes that its README describes.
 *
 * @param root the folder that holds taxonomy, plans, products and media
 */
record SampleFolder(Path root) {
    JsonArray taxonomy(String name) {
        return read(root.resolve("taxonomy").resolve(name + ".json"), JsonReader::readArray);
    }

    JsonObject accounts() {
        return read(root.resolve("accounts.json"), JsonReader::readObject);
    }

    /** The objects of all files in a folder, in the order of the files' names. */
    List<JsonObject> all(String folder) {
        try (var files = Files.list(root.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> read(file, JsonReader::readObject))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the sample content in " + folder, e);
        }
    }

    /** A file that the content names, relative to the root. */
    Path file(String name) {
        return root.resolve(name);
    }

    private static <T> T read(Path file, Function<JsonReader, T> read) {
        try (var in = Files.newInputStream(file);
                var reader = Jsons.reader(in)) {
            return read.apply(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the sample file " + file, e);
        }
    }
}
