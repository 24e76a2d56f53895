package vn.loa.syndication.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Programs of others that read what the portal offers; what needs one is skipped where it is missing, with a warning. */
final class Consumer {
    private Consumer() {}

    /** Skips the test unless this command ends well; fails where {@code LOA_TESTS_REQUIRE} names the program. */
    static void require(String name, String... check) {
        var there = false;
        try {
            var started = new ProcessBuilder(check).redirectErrorStream(true).start();
            started.getInputStream().readAllBytes();
            there = started.waitFor() == 0;
        } catch (IOException missing) {
            there = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!there) {
            var required = System.getenv("LOA_TESTS_REQUIRE");
            if (required != null
                    && Set.copyOf(Arrays.asList(required.split(","))).contains(name)) {
                throw new IllegalStateException(name + " is required and not there");
            }
            System.err.println("WARNING: without " + name + " it is not tested what it makes of the portal's feeds");
        }
        Assumptions.assumeTrue(there, name);
    }

    /** What it says on its standard output. */
    static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        var errors = folder.resolve("errors").toFile();
        var started = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(errors)
                .start();
        var said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!started.waitFor(60, TimeUnit.SECONDS) || started.exitValue() != 0) {
            started.destroyForcibly();
            throw new AssertionError(command.get(0) + " failed: " + java.nio.file.Files.readString(errors.toPath()));
        }
        return said;
    }
}
