package vn.loa.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A place at which a test may stop the program, to kill it there. Without the environment variable {@code LOA_FAILPOINTS}, which names a
 * folder and is for tests alone, a place costs the comparison of a constant with null.
 */
public final class Failpoint {
    private static final @Nullable Path FOLDER =
            Optional.ofNullable(System.getenv("LOA_FAILPOINTS")).map(Path::of).orElse(null);

    private Failpoint() {}

    /**
     * Goes on, unless the folder holds a file of this name: then says so by a file {@code name.reached}, and stands still as long as the
     * first file is there.
     */
    public static void pass(String name) {
        if (FOLDER != null && Files.exists(FOLDER.resolve(name))) {
            stop(FOLDER.resolve(name), FOLDER.resolve(name + ".reached"));
        }
    }

    private static void stop(Path armed, Path reached) {
        try {
            Files.writeString(reached, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        while (Files.exists(armed) && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(10_000_000);
        }
    }
}
