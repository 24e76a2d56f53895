package vn.loa.media.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import vn.loa.common.WantOfRoom;
import vn.loa.media.sandbox.Executables;
import vn.loa.media.sandbox.ProcessLimits;
import vn.loa.media.sandbox.ProcessRun;
import vn.loa.media.sandbox.ProgramFailed;
import vn.loa.media.sandbox.ProgramFailed.Fault;
import vn.loa.media.sandbox.Sandbox;

/**
 * Reads documents: PDF, DOCX and ODT with their text, other office files to see that they are harmless. Each is read by a process of its own that has no
 * network, sees no other file and may use little, as far as this machine allows.
 *
 * <p>Safe for use by many threads, of which one at a time is served; the others need not wait here.
 */
@ApplicationScoped
public class DocumentReader {
    private static final Logger LOG = System.getLogger(DocumentReader.class.getName());

    /** Text of 1,000,000 characters takes at most three bytes each; the rest is for what stands around it. */
    private static final long MOST_OUTPUT = 16L << 20;

    /** By processor time, so that a busy machine refuses nothing that an idle one takes. */
    static final ProcessLimits LIMITS = new ProcessLimits(
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofSeconds(60),
            ReaderCommand.ADDRESSES,
            1L << 20,
            MOST_OUTPUT);

    private static final int NICENESS = 10;

    /** As a shell says it: 128 and the number of the signal. */
    private static final int ENDED_BY_SIGXCPU = 128 + 24;

    /** What the program that starts Java says when there is no room for it. */
    private static final String NO_JAVA = "Error: Could not create the Java Virtual Machine.";

    private final Executables tools;
    private final ReaderCommand command;
    private final Path temporaries;
    private final ProcessLimits limits;
    private final Semaphore turn = new Semaphore(1);
    private @Nullable Sandbox sandbox;

    public DocumentReader() {
        this(
                Executables.ofSystem(),
                ReaderCommand.ofThisProcess(),
                Path.of(System.getProperty("java.io.tmpdir")),
                LIMITS);
    }

    /** @param temporaries where each reading has a folder as long as it takes */
    DocumentReader(Executables tools, ReaderCommand command, Path temporaries, ProcessLimits limits) {
        this.tools = tools;
        this.command = command;
        this.temporaries = temporaries;
        this.limits = limits;
    }

    /**
     * What a document says. Takes about a second; a large one takes longer, and interrupting the thread gives up.
     *
     * @param file of any name, which does not matter: what it is, its bytes tell
     * @throws DocumentRefused if nothing can come of it, whoever reads it
     * @throws ProgramFailed if it could not be read here and now: nothing has been learnt of it
     * @throws ReaderBusy if another is being read
     */
    public ReadDocument read(Path file) {
        if (!turn.tryAcquire()) {
            throw new ReaderBusy();
        }
        try {
            var folder = Files.createTempDirectory(temporaries, "loa-document").toRealPath();
            try {
                return read(file.toRealPath(), folder);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw notHandedOver(e);
        } finally {
            turn.release();
        }
    }

    static ProgramFailed notHandedOver(IOException why) {
        return new ProgramFailed(
                WantOfRoom.explains(why) ? Fault.NO_SPACE : Fault.CRASHED,
                "The document cannot be handed over: " + why);
    }

    private ReadDocument read(Path file, Path folder) throws IOException {
        var protection = sandbox();
        var said = new ByteArrayOutputStream();
        var run = protection.start(command.words(Sandbox.SOURCE), folder, file, limits, NICENESS);
        var finished = finished(run, said);
        if (finished.exit() == ENDED_BY_SIGXCPU) {
            throw new DocumentRefused(Refusal.TOO_COMPLEX, "It takes more processor time than " + limits.cpu());
        }
        if (finished.exit() != 0) {
            throw new ProgramFailed(
                    hasBegun(finished) ? Fault.CRASHED : Fault.NOT_STARTED,
                    "exit " + finished.exit() + ": " + String.join(" | ", finished.lines()));
        }
        try {
            return ReadingLines.parse(said.toString(StandardCharsets.UTF_8).lines());
        } catch (IllegalArgumentException e) {
            throw new ProgramFailed(Fault.CRASHED, "What it said makes no sense: " + e.getMessage());
        }
    }

    private static boolean hasBegun(ProcessRun.Finished finished) {
        return finished.hasBegun() && finished.lines().stream().noneMatch(NO_JAVA::equals);
    }

    private static ProcessRun.Finished finished(ProcessRun run, ByteArrayOutputStream said) throws IOException {
        try {
            return run.finish((bytes, length) -> said.write(bytes, 0, length), () -> {});
        } catch (ProgramFailed failed) {
            if (failed.fault() == Fault.FLOODED) {
                throw new DocumentRefused(Refusal.TOO_COMPLEX, "It says more than " + MOST_OUTPUT + " bytes");
            }
            throw failed;
        }
    }

    /** Tried with the first document: a portal that reads none needs none. A trial from which nothing was learnt is made again with the next one. */
    private synchronized Sandbox sandbox() throws IOException {
        var known = sandbox;
        if (known == null) {
            known = tried();
            LOG.log(
                    known.isIsolated() ? Level.INFO : Level.WARNING,
                    "Documents are read by a process of its own, protected by: {0}",
                    known.description());
            sandbox = known;
        }
        return known;
    }

    private Sandbox tried() throws IOException {
        try {
            return Sandbox.strongest(tools, Sandbox.memory(), command.program());
        } catch (ProgramFailed untold) {
            // However a trial failed, no document was there yet.
            throw untold.fault() == Fault.INTERRUPTED ? untold : new ProgramFailed(Fault.NOT_STARTED, untold.detail());
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, "Temporary files stay in " + folder, e);
        }
    }
}
