package vn.loa.media.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands before a command so that it can do no harm: a session of its own, niceness, limits, and, where bubblewrap may be used, no
 * network and no file but the program, what it is linked with, one source to read and one folder to write in. The command runs in that folder, where the
 * source is called {@value #SOURCE}.
 */
final class Sandbox {
    /** What a foreign file is called where it is read. */
    static final String SOURCE = "source";

    /** Enough for every encoder's threads, and too few to hurt. */
    private static final int MOST_THREADS = 512;

    /** What the kernel is told of it: of all processes the one to be ended first. */
    private static final String FIRST_TO_GO = "1000";

    private static final String INSIDE = "/work";

    /** Where programs and what they are linked with lie; the dynamic linker's cache and Debian's choice of alternatives with them. */
    private static final List<String> SYSTEM =
            List.of("/usr", "/bin", "/lib", "/lib64", "/nix/store", "/etc/ld.so.cache", "/etc/alternatives");

    /** What programs see of the environment: nothing of ours, and fewer arenas, each of which reserves 64 MB of addresses. */
    static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/local/bin:/usr/bin:/bin", "LANG", "C.UTF-8", "MALLOC_ARENA_MAX", "4");

    private final Optional<Path> session;
    private final Optional<Path> parentDeath;
    private final Optional<Path> nice;
    private final Optional<Path> limit;
    private final Optional<Path> expendability;
    private final Optional<Path> isolation;
    private final int niceness;
    private final long memory;
    private final Path programs;

    private Sandbox(Executables tools, int niceness, long memory, Path programs, boolean expendable, boolean isolated) {
        this.session = tools.find("setsid");
        this.parentDeath = tools.find("setpriv");
        this.nice = tools.find("nice");
        this.limit = tools.find("prlimit");
        this.expendability = expendable ? tools.find("choom") : Optional.empty();
        this.isolation = isolated ? tools.find("bwrap") : Optional.empty();
        this.niceness = niceness;
        this.memory = memory;
        this.programs = programs;
    }

    /**
     * The strongest that works here. Bubblewrap and choom may be installed and still forbidden, in containers above all; that is tried once.
     *
     * @param memory of the machine, or of the container, in bytes: no program is given more addresses
     * @param program one of those that are run later, all of which lie in its folder
     */
    static Sandbox strongest(Executables tools, int niceness, long memory, Path program) throws IOException {
        var programs = Objects.requireNonNull(program.getParent(), "a program lies in a folder");
        var expendable = new Sandbox(tools, niceness, memory, programs, true, false).runs(program);
        var isolated = new Sandbox(tools, niceness, memory, programs, expendable, true);
        return isolated.isIsolated() && isolated.runs(program)
                ? isolated
                : new Sandbox(tools, niceness, memory, programs, expendable, false);
    }

    private boolean runs(Path program) throws IOException {
        var folder = Files.createTempDirectory("loa-sandbox");
        try {
            var command =
                    command(List.of(program.toString(), "-version"), folder, Optional.empty(), ProcessLimits.look());
            ProcessRun.of(command, folder, ProcessLimits.look()).finish();
            return true;
        } catch (TranscodingFailed forbidden) {
            return false;
        } finally {
            Files.delete(folder);
        }
    }

    /** Whether programs have neither network nor other files. */
    boolean isIsolated() {
        return isolation.isPresent();
    }

    /** For the log of the operator. */
    String description() {
        return Stream.of(session, parentDeath, nice, expendability, limit, isolation)
                .flatMap(Optional::stream)
                .map(tool -> String.valueOf(tool.getFileName()))
                .reduce((all, tool) -> all + ", " + tool)
                .orElse("none");
    }

    /** @param command an absolute program with its arguments, which runs in the folder */
    List<String> command(List<String> command, WorkFolder work, ProcessLimits limits) {
        if (!isIsolated()) {
            work.linkSource();
        }
        return command(command, work.path(), Optional.of(work.source().file()), limits);
    }

    private List<String> command(List<String> command, Path folder, Optional<Path> source, ProcessLimits limits) {
        var whole = new ArrayList<String>();
        session.ifPresent(tool -> whole.add(tool.toString()));
        // If the portal dies, nobody else ends what it started. Bubblewrap sees to that itself.
        parentDeath
                .filter(tool -> !isIsolated())
                .ifPresent(tool -> whole.addAll(List.of(tool.toString(), "--pdeathsig", "KILL", "--no-new-privs")));
        nice.ifPresent(tool -> whole.addAll(List.of(tool.toString(), "-n", Integer.toString(niceness))));
        // Where memory ends, the kernel takes what can be tried again, not the portal. Outside, because it is told by
        // way of /proc.
        expendability.ifPresent(tool -> whole.addAll(List.of(tool.toString(), "-n", FIRST_TO_GO, "--")));
        isolation.ifPresent(tool -> whole.addAll(isolated(tool, folder, source)));
        // Inside, because the number of processes is counted for each name space of users.
        limit.ifPresent(tool -> whole.addAll(limited(tool, limits)));
        whole.addAll(command);
        return whole;
    }

    private List<String> limited(Path tool, ProcessLimits limits) {
        var words = new ArrayList<>(List.of(
                tool.toString(),
                "--cpu=" + limits.cpu().plus(Duration.ofSeconds(1)).toSeconds(),
                "--as=" + Math.min(limits.memory(), memory),
                "--fsize=" + limits.fileSize(),
                "--core=0",
                "--nofile=256"));
        if (isIsolated()) {
            // Elsewhere it would count what else the same account runs, the portal's own threads included.
            words.add("--nproc=" + MOST_THREADS);
        }
        words.add("--");
        return words;
    }

    private List<String> isolated(Path tool, Path folder, Optional<Path> source) {
        var words = new ArrayList<>(
                List.of(tool.toString(), "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"));
        SYSTEM.forEach(path -> words.addAll(List.of("--ro-bind-try", path, path)));
        if (SYSTEM.stream().noneMatch(programs::startsWith)) {
            words.addAll(List.of("--ro-bind", programs.toString(), programs.toString()));
        }
        words.addAll(List.of("--dev", "/dev", "--bind", folder.toString(), INSIDE));
        source.ifPresent(file -> words.addAll(List.of("--ro-bind", file.toString(), INSIDE + "/" + SOURCE)));
        words.addAll(List.of("--chdir", INSIDE, "--"));
        return words;
    }
}
