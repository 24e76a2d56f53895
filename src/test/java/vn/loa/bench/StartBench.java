package vn.loa.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** How long {@code mvn -Prun} takes until the portal is ready, and how much memory all it started takes when nobody asks for anything. */
@Order(10)
class StartBench {
    /** What a fresh clone does not have, and what none needs. */
    private static final Set<String> NOT_COPIED = Set.of("target", "data", ".git");

    @Test
    void theRunCommandStartsEverything() throws Exception {
        Report report = new Report("start", "mvn -Prun until the portal is ready, Maven repository warm");
        Path folder = Files.createTempDirectory("loa-start");
        try {
            Path project = folder.resolve("loa");
            Folders.copy(Path.of("").toAbsolutePath(), project, NOT_COPIED);
            try (RunCommand run = RunCommand.start(project, folder.resolve("data"))) {
                report.row("from a clean clone, no data", run.secondsUntilReady(), "s", "<= 90 s");
            }
            try (RunCommand run = RunCommand.start(project, folder.resolve("data"))) {
                report.row("built, with data", run.secondsUntilReady(), "s", "<= 40 s");
                memory(run, report);
            }
            try (RunCommand run = RunCommand.start(project, folder.resolve("other-data"))) {
                report.row("built, no data", run.secondsUntilReady(), "s", "<= 40 s");
            }
        } finally {
            Folders.delete(folder);
        }
        report.publish();
    }

    private static void memory(RunCommand run, Report report) throws Exception {
        if (!Memory.isKnownHere()) {
            report.note("This system does not tell how much memory each process takes");
            return;
        }
        run.awaitRest();
        Map<String, Long> bytes = Memory.of(run.process());
        bytes.forEach((part, taken) -> report.row("at rest: " + part, taken / 1e6, "MB"));
        report.row(
                "at rest: all together",
                bytes.values().stream().mapToLong(Long::longValue).sum() / 1e6,
                "MB",
                "<= 1,000 MB");
    }
}
