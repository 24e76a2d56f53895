package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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

    @Inject
    private Clock clock;

    /** Once through everything; what fails does not keep the rest. Any number may run at the same time. */
    public void run() {
        attempt("find lost jobs", this::recall);
        attempt("end uploads", () -> report("uploads ended", uploads.run()));
        attempt("remove dead work", () -> report("folders of dead work removed", sweepWorkFolders()));
        attempt("clear the store", () -> {
            var swept = blobs.run();
            report("blobs marked", swept.marked());
            report("blobs deleted", swept.deleted());
        });
        attempt("look at the jobs", this::warn);
    }

    private interface Act {
        void perform() throws IOException;
    }

    private static void attempt(String what, Act act) {
        try {
            act.perform();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "Cannot " + what + "; it is tried again within the hour", e);
        }
    }

    private static void report(String what, int number) {
        if (number > 0) {
            LOG.log(Level.INFO, "Swept: {0} {1}", number, what);
        }
    }

    private void recall() {
        var recalled = queue.recall();
        if (recalled > 0) {
            LOG.log(Level.WARNING, "{0} processing jobs were not with the scheduler and are again", recalled);
        }
    }

    private void warn() {
        var stuck = jobs.stuck(clock.instant().minus(EVERY));
        if (stuck > 0) {
            LOG.log(
                    Level.WARNING,
                    "{0} processing jobs have been tried again for more than an hour, and go on; table processing_job says why",
                    stuck);
        }
        var dead = jobs.dead();
        if (dead > 0) {
            LOG.log(Level.WARNING, "{0} processing jobs are dead; table processing_job says why", dead);
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
