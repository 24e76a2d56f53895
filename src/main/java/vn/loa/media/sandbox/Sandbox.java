package vn.loa.media.sandbox;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.loa.media.sandbox.ProgramFailed.Fault;

/**
 * What stands before a command so that it can do no harm: a session of its own, niceness, limits, and, where bubblewrap may be used, no
 * network and no file but the program, what it is linked with, one source to read and one folder to write in. The command runs in that folder, where the
 * source is called {@value #SOURCE}. Safe for use by many threads.
 */
public final class Sandbox {
    /** What a foreign file is called where it is read. */
    public static final String SOURCE = "source";

    /** Enough for every encoder's threads, and too few to hurt. */
    private static final int MOST_THREADS = 512;

    /** How far a trial stands back: somebody waits for it. */
    private static final int TRIED = 0;

    private static final int MOST_TRIALS = 3;
    private static final Duration BETWEEN_TRIALS = Duration.ofSeconds(2);

    /** Seconds of processor time between the signal that says why and the end. */
    private static final int AFTER_WARNING = 5;

    /** What the kernel is told of it: of all processes the one to be ended first. */
    private static final String FIRST_TO_GO = "1000";

    /** Where a program sees the folder in which it runs. Nothing that it needs may lie beneath, or it would be hidden. */
    private static final String INSIDE = "/loa-sandbox";

    /** From here on exit codes tell of a signal. */
    private static final int KILLED = 128;

    /** What a machine says that has too much to do, not one that forbids something. */
    private static final Pattern BUSY = Pattern.compile(
            "Resource temporarily unavailable|Cannot allocate memory|Too many open files|[Cc]annot fork");

    /** Where programs and what they are linked with lie; the dynamic linker's cache and Debian's choice of alternatives with them. */
    private static final List<String> SYSTEM =
            List.of("/usr", "/bin", "/lib", "/lib64", "/nix/store", "/etc/ld.so.cache", "/etc/alternatives");

    /** What programs see of the environment: nothing of ours, and fewer arenas, each of which reserves 64 MB of addresses. */
    static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/local/bin:/usr/bin:/bin", "LANG", "C.UTF-8", "MALLOC_ARENA_MAX", "4");

    /**
     * Programs that run here.
     *
     * @param trial one of them, with arguments by which it ends well without having read anything
     * @param readable what they need to read besides the system's own libraries; absolute
     * @param environment what they need to see besides {@link Sandbox#ENVIRONMENT}
     */
    public record Program(List<String> trial, List<Path> readable, Map<String, String> environment) {}

    private final Optional<Path> session;
    private final Optional<Path> parentDeath;
    private final Optional<Path> nice;
    private final Optional<Path> limit;
    private final Optional<Path> expendability;
    private final Optional<Path> isolation;
    private final long memory;
    private final Program program;

    private Sandbox(Executables tools, long memory, Program program, boolean expendable, boolean isolated) {
        this.session = tools.find("setsid");
        this.parentDeath = tools.find("setpriv");
        this.nice = tools.find("nice");
        this.limit = tools.find("prlimit");
        this.expendability = expendable ? tools.find("choom") : Optional.empty();
        this.isolation = isolated ? tools.find("bwrap") : Optional.empty();
        this.memory = memory;
        this.program = program;
    }

    /**
     * The strongest that works here. At a start everything begins at once, so a trial that came to nothing is made again a few times. Bubblewrap and choom may be installed and still forbidden, in containers above all; that is tried once. They are
     * forbidden only where the program does not end well with them and does without.
     *
     * @param memory in bytes: no program is given more addresses
     * @param program those that are run later
     * @throws ProgramFailed if a trial came to no end of its own, or the program does not run at all: nothing has been learnt of this machine
     */
    public static Sandbox strongest(Executables tools, long memory, Program program) throws IOException {
        for (var trials = 1; ; trials++) {
            try {
                return tried(tools, memory, program);
            } catch (ProgramFailed busy) {
                if (trials == MOST_TRIALS) {
                    throw busy;
                }
                LockSupport.parkNanos(BETWEEN_TRIALS.toNanos());
            }
        }
    }

    private static Sandbox tried(Executables tools, long memory, Program program) throws IOException {
        var expendable = new Sandbox(tools, memory, program, true, false).runs();
        if (!expendable && !new Sandbox(tools, memory, program, false, false).runs()) {
            throw new ProgramFailed(Fault.NOT_STARTED, program.trial().get(0) + " does not run here and now");
        }
        var isolated = new Sandbox(tools, memory, program, expendable, true);
        return isolated.isIsolated() && isolated.runs()
                ? isolated
                : new Sandbox(tools, memory, program, expendable, false);
    }

    /** Of the machine, in bytes; in a container, what that may use. */
    public static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    private boolean runs() throws IOException {
        var folder = Files.createTempDirectory("loa-sandbox");
        try {
            var limits = ProcessLimits.look();
            var command = command(program.trial(), folder, Optional.empty(), limits, TRIED);
            var finished = start(command, folder, limits, TRIED).finish((bytes, length) -> {}, () -> {});
            if (finished.exit() >= KILLED
                    || finished.lines().stream()
                            .anyMatch(line -> BUSY.matcher(line).find())) {
                throw new ProgramFailed(
                        Fault.NOT_STARTED, "A trial came to nothing: " + String.join(" | ", finished.lines()));
            }
            return finished.exit() == 0;
        } finally {
            Files.delete(folder);
        }
    }

    /** Whether programs have neither network nor other files. */
    public boolean isIsolated() {
        return isolation.isPresent();
    }

    /** For the log of the operator. */
    public String description() {
        return Stream.of(session, parentDeath, nice, expendability, limit, isolation)
                .flatMap(Optional::stream)
                .map(tool -> String.valueOf(tool.getFileName()))
                .reduce((all, tool) -> all + ", " + tool)
                .orElse("none");
    }

    /**
     * Starts a program over a foreign file.
     *
     * @param command an absolute program with its arguments
     * @param folder in which it runs, and where the source is found by its name there
     * @param source absolute
     * @param niceness from 0 to 19: how far it stands back behind other programs
     * @throws ProgramFailed if the folder cannot be made ready, or the program cannot be started
     */
    public ProcessRun start(List<String> command, Path folder, Path source, ProcessLimits limits, int niceness) {
        return start(command(command, folder, source, limits, niceness), folder, limits, niceness);
    }

    private ProcessRun start(List<String> words, Path folder, ProcessLimits limits, int niceness) {
        var environment = new HashMap<>(ENVIRONMENT);
        environment.putAll(program.environment());
        return ProcessRun.of(words, folder, limits, environment, niceness);
    }

    /** The words of that. */
    List<String> command(List<String> command, Path folder, Path source, ProcessLimits limits, int niceness) {
        if (!isIsolated()) {
            link(folder.resolve(SOURCE), source);
        }
        return command(command, folder, Optional.of(source), limits, niceness);
    }

    /** Lets programs that see the whole disk find the source by its name. */
    private static void link(Path link, Path source) {
        if (Files.notExists(link, LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.createSymbolicLink(link, source);
            } catch (IOException e) {
                throw new ProgramFailed(Fault.NO_SPACE, "No link in the folder to work in: " + e);
            }
        }
    }

    private List<String> command(
            List<String> command, Path folder, Optional<Path> source, ProcessLimits limits, int niceness) {
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
        var seconds = limits.cpu().plus(Duration.ofSeconds(1)).toSeconds();
        var words = new ArrayList<>(List.of(
                tool.toString(),
                // Where both limits are the same, the kernel kills without saying why.
                "--cpu=%d:%d".formatted(seconds, seconds + AFTER_WARNING),
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
        var words =
                new ArrayList<>(List.of(tool.toString(), "--unshare-all", "--die-with-parent", "--cap-drop", "ALL"));
        if (session.isEmpty()) {
            // Otherwise it is in one already, and one more would not stand back (Autogroup).
            words.add("--new-session");
        }
        SYSTEM.forEach(path -> words.addAll(List.of("--ro-bind-try", path, path)));
        program.readable().stream()
                .filter(path -> SYSTEM.stream().noneMatch(path::startsWith))
                .forEach(path -> words.addAll(List.of("--ro-bind", path.toString(), path.toString())));
        words.addAll(List.of("--dev", "/dev", "--bind", folder.toString(), INSIDE));
        source.ifPresent(file -> words.addAll(List.of("--ro-bind", file.toString(), INSIDE + "/" + SOURCE)));
        words.addAll(List.of("--chdir", INSIDE, "--"));
        return words;
    }
}
