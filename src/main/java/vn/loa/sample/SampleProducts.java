package vn.loa.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.loa.accounts.Actor;
import vn.loa.catalog.Chapters;
import vn.loa.catalog.DivideProduct;
import vn.loa.catalog.Product;
import vn.loa.catalog.ProductContent;
import vn.loa.catalog.ProductEditing;
import vn.loa.catalog.ProductTransitions;
import vn.loa.catalog.Products;
import vn.loa.common.JsonFields;
import vn.loa.common.Jsons;
import vn.loa.common.Slug;

/** Loads the products of the sample content and takes them to where they stand in their lives. */
@ApplicationScoped
class SampleProducts {
    /** What a sample file says beyond the content that editors write. */
    private static final Set<String> BEYOND_CONTENT =
            Set.of("slug", "sample", "state", "publishedAt", "transitionNote", "tracks", "chapters");

    @Inject
    private Products products;

    @Inject
    private ProductEditing editing;

    @Inject
    private ProductTransitions transitions;

    @Inject
    private DivideProduct division;

    @Inject
    private SampleTracks tracks;

    /** Whether it has still to be loaded; what is there already is left alone. */
    boolean isMissing(JsonObject file) {
        return products.find(file.getString("slug")).isEmpty();
    }

    /** One product with its tracks, in one transaction. */
    @Transactional
    public void load(JsonObject file, List<SampleTracks.Kept> kept) {
        var slug = new Slug(file.getString("slug"));
        var fields = new JsonFields(without(file, BEYOND_CONTENT));
        var content = ProductContent.read(fields);
        fields.finish();
        var product = editing.create(slug, content, true, Actor.SAMPLE);
        kept.forEach(track -> tracks.add(product, track));
        if (file.containsKey("chapters")) {
            divide(product, file);
        }
        live(product, file);
    }

    /** Once its tracks are there, whose length chapters must not exceed. */
    private void divide(Product product, JsonObject file) {
        var fields = new JsonFields(
                Jsons.object().add("chapters", file.getJsonArray("chapters")).build());
        var chapters = Chapters.read(fields);
        fields.finish();
        division.divide(product, chapters, Actor.SAMPLE);
    }

    private void live(Product product, JsonObject file) {
        var state = file.getString("state");
        if (state.equals("draft")) {
            return;
        }
        transitions.submit(product, Actor.SAMPLE);
        if (state.equals("in-review")) {
            return;
        }
        transitions.approve(product, Actor.SAMPLE);
        if (state.equals("approved")) {
            return;
        }
        transitions.publish(product, Instant.parse(file.getString("publishedAt")), Actor.SAMPLE);
        if (state.equals("withdrawn")) {
            transitions.withdraw(product, file.getString("transitionNote"), Actor.SAMPLE);
        }
    }

    private static JsonObject without(JsonObject file, Set<String> fields) {
        var rest = Jsons.object();
        file.forEach((field, value) -> {
            if (!fields.contains(field)) {
                rest.add(field, value);
            }
        });
        return rest.build();
    }
}
