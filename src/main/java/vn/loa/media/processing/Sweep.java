package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import vn.loa.media.BlobStore;
import vn.loa.media.NamedBlobs;
import vn.loa.media.StoredBlob;
import vn.loa.media.uploads.UploadSweep;

/** Clears away what nobody needs: abandoned uploads, work that a crash left, and a day later blobs that nothing refers to. */
@ApplicationScoped
public class Sweep {
    static final Duration EVERY = Duration.ofHours(1);

    /** How long a blob stays although nothing refers to it: an attempt that is under way may be about to. */
    private static final Duration GRACE = Duration.ofHours(24);

    private static final int AT_MOST = 10_000;
    private static final int BATCH = 1000;
    private static final Logger LOG = System.getLogger(Sweep.class.getName());

    @Inject
    private UploadSweep uploads;

    @Inject
    private NamedBlobs blobs;

    @Inject
    private BlobStore store;

    @Inject
    private ProcessingJobs jobs;

    @Inject
    private ProcessingQueue queue;

    @Inject
    private JobSettings settings;

    @Inject
    private Clock clock;

    /** Once through everything. Any number may run at the same time. */
    public void run() {
        try {
            var ended = uploads.run();
            var folders = sweepWorkFolders();
            adoptOrphans();
            var marked = blobs.mark();
            var deleted = deleteMarked();
            if (ended + folders + marked + deleted > 0) {
                LOG.log(
                        Level.INFO,
                        "Swept: {0} uploads ended, {1} folders of dead work removed, {2} blobs marked, {3} deleted",
                        ended,
                        folders,
                        marked,
                        deleted);
            }
            var recalled = queue.recall();
            if (recalled > 0) {
                LOG.log(Level.WARNING, "{0} processing jobs were not with the scheduler and are again", recalled);
            }
            var dead = jobs.dead();
            if (dead > 0) {
                LOG.log(Level.WARNING, "{0} processing jobs are dead; table processing_job says why", dead);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot sweep", e);
        }
    }

    /** Files that came into the store without a row being committed. */
    private void adoptOrphans() throws IOException {
        var names = store.names("", BATCH);
        while (!names.isEmpty()) {
            for (var orphan : blobs.unnamed(names)) {
                adopt(orphan);
            }
            names = store.names(names.get(names.size() - 1), BATCH);
        }
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
        for (var sha256 : blobs.markedBefore(before, AT_MOST)) {
            deleted += blobs.delete(sha256, before) ? 1 : 0;
        }
        return deleted;
    }

    private int sweepWorkFolders() throws IOException {
        if (!Files.isDirectory(settings.workFolders())) {
            return 0;
        }
        var removed = 0;
        try (var folders = Files.newDirectoryStream(settings.workFolders())) {
            for (var folder : folders) {
                if (!jobs.isUnderWay(String.valueOf(folder.getFileName()))) {
                    removed += remove(folder);
                }
            }
        }
        return removed;
    }

    private static int remove(Path folder) throws IOException {
        WorkFolder.deleteAll(folder);
        return 1;
    }
}
