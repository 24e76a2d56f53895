package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import vn.loa.media.BlobSweep;
import vn.loa.media.uploads.UploadSweep;

/** Clears away what nobody needs: abandoned uploads, work that a crash left, and a day later blobs that nothing refers to. */
@ApplicationScoped
public class Sweep {
    static final Duration EVERY = Duration.ofHours(1);

    private static final Logger LOG = System.getLogger(Sweep.class.getName());

    @Inject
    private UploadSweep uploads;

    @Inject
    private BlobSweep blobs;

    @Inject
    private ProcessingJobs jobs;

    @Inject
    private ProcessingQueue queue;

    @Inject
    private JobSettings settings;

    /** Once through everything. Any number may run at the same time. */
    public void run() {
        try {
            var ended = uploads.run();
            var folders = sweepWorkFolders();
            var swept = blobs.run();
            if (ended + folders + swept.marked() + swept.deleted() > 0) {
                LOG.log(
                        Level.INFO,
                        "Swept: {0} uploads ended, {1} folders of dead work removed, {2} blobs marked, {3} deleted",
                        ended,
                        folders,
                        swept.marked(),
                        swept.deleted());
            }
            var stuck = jobs.stuck();
            if (stuck > 0) {
                LOG.log(
                        Level.WARNING,
                        "{0} uploads cannot be taken in; they are kept and tried again every hour; table processing_job says why",
                        stuck);
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
