package vn.loa.programmes.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntConsumer;
import vn.loa.common.WantOfRoom;
import vn.loa.media.KeepBytes;
import vn.loa.media.MediaStorage;
import vn.loa.programmes.packages.PackageSteps.Turn;

/** What a worker does with a package: writes it beside the media, and brings it among the blobs. */
@ApplicationScoped
class RunPackage {
    private static final Logger LOG = System.getLogger(RunPackage.class.getName());

    /** So often in a row it may fail for reasons that may pass. */
    private static final int HOPELESS = 3;

    /** No package is larger: what it may hold at the most, and what stands beside. */
    private static final long LIMIT = 20L << 30;

    private static final String ENDING = ".zip";
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final Duration BETWEEN_NEWS = Duration.ofSeconds(1);

    @Inject
    private PackageSteps steps;

    @Inject
    private ReleasePackages release;

    @Inject
    private KeepBytes blobs;

    @Inject
    private KeptSounds sounds;

    @Inject
    private MediaStorage storage;

    /**
     * Not within a transaction.
     *
     * @param failures how often in a row it has failed
     * @throws IOException when it should be tried again
     */
    void run(long id, int failures) throws IOException {
        var taken = steps.take(id);
        if (taken.isEmpty()) {
            return;
        }
        var turn = taken.get();
        try {
            make(turn);
        } catch (IOException | RuntimeException e) {
            if (failures < HOPELESS) {
                throw e;
            }
            LOG.log(Level.ERROR, "Package " + id + " cannot be made", e);
            steps.refuse(turn, WantOfRoom.explains(e) ? PackageProblem.NO_ROOM : PackageProblem.BROKEN);
        }
    }

    private void make(Turn turn) throws IOException {
        var file = Files.createDirectories(folder()).resolve(turn.id() + "-" + turn.number() + ENDING);
        try {
            Files.deleteIfExists(file);
            PackageWriter.write(turn.content(), turn.key(), sounds::open, file, news(turn));
            steps.ready(turn, blobs.keep(file, LIMIT));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Path folder() {
        return storage.folder().resolve("packages");
    }

    /** Once in a while. */
    private IntConsumer news(Turn turn) {
        return new IntConsumer() {
            private long last = System.nanoTime();

            @Override
            public void accept(int percent) {
                if (System.nanoTime() - last > BETWEEN_NEWS.toNanos()) {
                    last = System.nanoTime();
                    steps.progress(turn, percent);
                }
            }
        };
    }

    /** Clears away packages that are too old, and what a crash has left of those that were being made. */
    void sweep() {
        release.sweep();
        var before = Instant.now().minus(ABANDONED);
        if (Files.isDirectory(folder())) {
            try (var left = Files.newDirectoryStream(folder(), "*" + ENDING)) {
                for (var file : left) {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                        Files.deleteIfExists(file);
                    }
                }
            } catch (IOException e) {
                LOG.log(Level.WARNING, "What crashes left of packages stays: {0}", e.toString());
            }
        }
    }
}
