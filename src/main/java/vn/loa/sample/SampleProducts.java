package vn.loa.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import vn.loa.catalog.Products;

/** Loads the products of the sample content. */
@ApplicationScoped
class SampleProducts {
    @Inject
    private Products products;

    @Inject
    private SampleTracks tracks;

    @Inject
    private SampleProduct product;

    /** One product with its tracks; one that is there already is left alone. */
    void load(SampleFolder folder, JsonObject file) {
        if (products.find(file.getString("slug")).isEmpty()) {
            var rows = (JsonArray) file.getOrDefault("tracks", JsonValue.EMPTY_JSON_ARRAY);
            product.make(
                    file,
                    rows.getValuesAs(JsonObject.class).stream()
                            .map(row -> tracks.keep(folder, row))
                            .toList());
        }
    }
}
