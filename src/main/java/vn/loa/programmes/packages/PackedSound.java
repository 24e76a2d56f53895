package vn.loa.programmes.packages;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import vn.loa.common.Jsons;

/**
 * Where a sound lies at a station that has a package.
 *
 * @param product id
 * @param language code
 * @param sha256 of the file
 * @param folder of the package that brought it
 * @param path within that folder
 */
record PackedSound(long product, String language, String sha256, String folder, String path) {
    /** As the text of a JSON array, for {@link #parse}. */
    static String write(Collection<PackedSound> sounds) {
        var array = Jsons.array();
        sounds.forEach(sound -> array.add(Jsons.object()
                .add("product", sound.product())
                .add("language", sound.language())
                .add("sha256", sound.sha256())
                .add("folder", sound.folder())
                .add("path", sound.path())));
        return array.build().toString();
    }

    static List<PackedSound> parse(String json) {
        try (var reader = Jsons.reader(new StringReader(json))) {
            return of(reader.readArray());
        }
    }

    private static List<PackedSound> of(JsonArray array) {
        return array.getValuesAs(JsonObject.class).stream()
                .map(each -> new PackedSound(
                        each.getJsonNumber("product").longValueExact(),
                        each.getString("language"),
                        each.getString("sha256"),
                        each.getString("folder"),
                        each.getString("path")))
                .toList();
    }
}
