package vn.loa.sample;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.loa.common.SchemaMigration;

/**
 * Loads the sample content when the portal starts and {@code loa.sample} says so. Each plan and each product is a transaction of
 * its own and is loaded once: an interrupted load goes on at the next start, and what people changed since is left alone.
 */
@ApplicationScoped
class SampleContent {
    private static final Logger LOG = System.getLogger(SampleContent.class.getName());

    @Inject
    @ConfigProperty(name = "loa.sample", defaultValue = "false")
    private boolean wanted;

    @Inject
    @ConfigProperty(name = "loa.sample.dir")
    private Optional<Path> directory;

    @Inject
    private SampleTaxonomy taxonomy;

    @Inject
    private SampleAccounts accounts;

    @Inject
    private SamplePlans plans;

    @Inject
    private SampleProducts products;

    @Inject
    private SampleTracks tracks;

    @Inject
    private SampleQuestions questions;

    @Inject
    private SampleProgrammes programmes;

    void load(@Observes @Priority(SchemaMigration.FIRST + 200) @Initialized(ApplicationScoped.class) Object start) {
        if (!wanted) {
            accounts.close();
            return;
        }
        var root = directory.orElseThrow(() -> new IllegalStateException(
                "loa.sample is true but loa.sample.dir does not say where the sample content is"));
        if (!Files.isDirectory(root)) {
            throw new IllegalStateException("loa.sample.dir is not a folder: " + root);
        }
        var folder = new SampleFolder(root);
        var began = System.nanoTime();
        taxonomy.load(folder);
        accounts.load(folder);
        folder.all("plans").stream().sorted(SampleContent::earlierFirst).forEach(plans::load);
        folder.all("products").stream()
                .filter(products::isMissing)
                .forEach(product -> products.load(product, tracks.keep(folder, product)));
        folder.all("questions").forEach(questions::load);
        folder.all("programmes").forEach(programmes::load);
        LOG.log(Level.INFO, "Sample content is there after {0} ms", (System.nanoTime() - began) / 1_000_000);
    }

    /** Plans that others name must be there before them, and a plan can only name an earlier document. */
    private static int earlierFirst(jakarta.json.JsonObject one, jakarta.json.JsonObject other) {
        return issued(one).compareTo(issued(other));
    }

    private static String issued(jakarta.json.JsonObject plan) {
        return plan.containsKey("issued") && !plan.isNull("issued")
                ? plan.getJsonObject("issued").getString("date")
                : "9999";
    }
}
