package vn.loa.media;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.loa.common.SchemaMigration;

/**
 * Clears the store of blobs of what no row refers to, a day after that was first seen. The store is believed to be that of this database only
 * while both bear the same name, and only as long as few of its files are unknown: a database that is new, restored or somebody else's must
 * not cost the files that it does not know.
 */
@ApplicationScoped
public class BlobSweep {
    /** How long a blob stays although nothing refers to it: an attempt that is under way may be about to. */
    private static final Duration GRACE = Duration.ofHours(24);

    /** Unknown files that crashes may have left; or one in a hundred of those known, if that is more. */
    public static final int FEW = 50;

    private static final int PART_OF_ALL = 100;
    private static final int AT_MOST = 10_000;
    private static final int BATCH = 1000;
    private static final Logger LOG = System.getLogger(BlobSweep.class.getName());

    @Inject
    private NamedBlobs blobs;

    @Inject
    private FormerRenditions formers;

    @Inject
    private BlobStore store;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "loa.sweep.confirmed", defaultValue = "0")
    private long confirmed;

    void check(@Observes @Priority(SchemaMigration.FIRST + 10) @Initialized(ApplicationScoped.class) Object start) {
        if (confirmed < 0) {
            throw new IllegalStateException(
                    "The setting loa.sweep.confirmed must be a number of files, 0 or more, not " + confirmed);
        }
    }

    /**
     * What a sweep did.
     *
     * @param marked blobs that nothing refers to any more
     * @param deleted blobs to which nothing has referred for a day
     */
    public record Swept(int marked, int deleted) {}

    /** Once through everything. Any number may run at the same time. */
    public Swept run() throws IOException {
        if (!isOurs()) {
            return new Swept(0, 0);
        }
        store.clear();
        adoptOrphans();
        formers.forget();
        return new Swept(blobs.mark(), deleteMarked());
    }

    /** Whether store and database belong together. A store without a name is new, or older than names: it gets ours. */
    private boolean isOurs() throws IOException {
        var ours = blobs.installation();
        var owner = store.owner();
        if (owner.isEmpty()) {
            store.belongTo(ours);
            return true;
        }
        if (!owner.get().equals(ours)) {
            LOG.log(
                    Level.ERROR,
                    "The media are those of installation {0}, this database is of installation {1}: nothing is swept."
                            + " If they do belong together, delete what is named \"installation\" beside the media",
                    owner.get(),
                    ours);
            return false;
        }
        return true;
    }

    /** Files that came into the store without a row being committed. */
    private void adoptOrphans() throws IOException {
        var most = Math.max(confirmed, Math.max(FEW, blobs.count() / PART_OF_ALL));
        var orphans = orphans(most);
        if (orphans.size() > most) {
            LOG.log(
                    Level.ERROR,
                    "More than {0} files of the media are unknown to this database: none of them is swept. If they really are"
                            + " nobody''s, set LOA_SWEEP_CONFIRMED to as many as may go at once; if not, restore the database"
                            + " that knows them",
                    most);
            return;
        }
        for (var orphan : orphans) {
            adopt(orphan);
        }
    }

    /** All of them, or just more than a number. */
    private List<String> orphans(long most) throws IOException {
        var orphans = new ArrayList<String>();
        var names = store.names("", BATCH);
        while (!names.isEmpty() && orphans.size() <= most) {
            orphans.addAll(blobs.unnamed(names));
            names = store.names(names.get(names.size() - 1), BATCH);
        }
        return orphans;
    }

    private void adopt(String orphan) throws IOException {
        var found = store.open(orphan);
        if (found.isPresent()) {
            try (var content = found.get()) {
                blobs.adopt(new StoredBlob(orphan, content.size()));
            }
        }
    }

    private int deleteMarked() {
        var before = clock.instant().minus(GRACE);
        var deleted = 0;
        var failed = 0;
        for (var sha256 : blobs.markedBefore(before, AT_MOST)) {
            try {
                deleted += blobs.delete(sha256, before) ? 1 : 0;
            } catch (UncheckedIOException e) {
                LOG.log(Level.WARNING, "{0}; the others are deleted all the same", e);
                failed++;
            }
            if (failed == FEW) {
                LOG.log(Level.ERROR, "{0} blobs could not be deleted; the rest waits for the next sweep", failed);
                break;
            }
        }
        return deleted;
    }
}
