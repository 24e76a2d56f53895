package vn.loa.media.transcode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import vn.loa.media.sandbox.Executables;
import vn.loa.media.sandbox.ProcessLimits;
import vn.loa.media.sandbox.ProcessRun.Finished;
import vn.loa.media.sandbox.ProcessRun.Sink;
import vn.loa.media.sandbox.ProgramFailed;
import vn.loa.media.sandbox.Sandbox;
import vn.loa.media.transcode.Failure.Reason;

/** The programs ffmpeg and ffprobe on this machine, and the sandbox they run in. Safe for use by many threads. */
public final class Ffmpeg {
    /** As long as there is this much, nothing that was written can have wanted for room. */
    private static final long LEAST_ROOM = 1L << 20;

    private final Path ffmpeg;
    private final Path ffprobe;
    private final String version;
    private final Sandbox sandbox;
    private final FfmpegSettings settings;

    /** Whether what is read was made here. */
    private final boolean own;

    private Ffmpeg(Path ffmpeg, Path ffprobe, String version, Sandbox sandbox, FfmpegSettings settings, boolean own) {
        this.ffmpeg = ffmpeg;
        this.ffprobe = ffprobe;
        this.version = version;
        this.sandbox = sandbox;
        this.settings = settings;
        this.own = own;
    }

    /** The same for files that we made ourselves: that one of them cannot be read is never the fault of who sent the source. */
    Ffmpeg forOwnFiles() {
        return new Ffmpeg(ffmpeg, ffprobe, version, sandbox, settings, true);
    }

    /**
     * Finds the programs, and tries whether they have what the profiles need and which parts of the sandbox work here.
     *
     * @throws FfmpegMissing with one sentence for the operator when there is none that will do
     */
    public static Ffmpeg find(FfmpegSettings settings) {
        return find(settings, Executables.ofSystem());
    }

    static Ffmpeg find(FfmpegSettings settings, Executables tools) {
        var program = settings.program()
                .map(Path::toAbsolutePath)
                .or(() -> tools.find("ffmpeg"))
                .orElseThrow(() -> new FfmpegMissing(
                        "There is no ffmpeg on this machine; install it, or name one with LOA_FFMPEG."));
        var beside = program.resolveSibling("ffprobe");
        for (var file : List.of(program, beside)) {
            if (!Files.isExecutable(file)) {
                throw new FfmpegMissing(
                        "LOA_FFMPEG must name an ffmpeg with ffprobe beside it, but " + file + " is not a program.");
            }
        }
        try {
            var real = program.toRealPath();
            var version = Capabilities.require(real);
            var sandbox = Sandbox.strongest(tools, Sandbox.memory(), program(real));
            return new Ffmpeg(real, beside.toRealPath(), version, sandbox, settings, false);
        } catch (IOException | ProgramFailed e) {
            throw new FfmpegMissing("The program " + program + " cannot be tried: " + e.getMessage() + ".");
        }
    }

    private static Sandbox.Program program(Path ffmpeg) {
        return new Sandbox.Program(
                List.of(ffmpeg.toString(), "-version"),
                List.of(Objects.requireNonNull(ffmpeg.getParent(), "a program lies in a folder")),
                Map.of());
    }

    /** Such as {@code 5.1.9-0+deb12u1}. */
    public String version() {
        return version;
    }

    /** Whether programs run without network and without other files; where not, limits alone protect. */
    public boolean isIsolated() {
        return sandbox.isIsolated();
    }

    /** What protects the machine from foreign files, for the operator's log. */
    public String protection() {
        return sandbox.description();
    }

    /** How many threads one encoder uses. */
    int threads() {
        return settings.threads();
    }

    /**
     * Asks ffprobe about a file.
     *
     * @throws TranscodingFailed if it could not read the file
     */
    Looked look(WorkFolder work, List<String> arguments) {
        var printed = new ByteArrayOutputStream();
        var lines = run(
                ffprobe,
                work,
                ProcessLimits.look(),
                arguments,
                (bytes, length) -> printed.write(bytes, 0, length),
                () -> {},
                Reason.UNREADABLE);
        return new Looked(printed.toString(StandardCharsets.UTF_8), lines);
    }

    /**
     * @param printed as it was asked
     * @param lines that it had to say besides
     */
    record Looked(String printed, List<String> lines) {}

    /**
     * Runs ffmpeg, whose standard output is data.
     *
     * @param length of what is read, by which its time is limited
     * @return the last lines it said
     * @throws TranscodingFailed if it failed
     */
    List<String> read(WorkFolder work, Duration length, List<String> arguments, Sink output) {
        return run(ffmpeg, work, encoding(length), arguments, output, () -> {}, Reason.CRASHED);
    }

    /**
     * Runs ffmpeg, which says how far it is.
     *
     * @param length of what is read
     * @param reached is told the percentage whenever it grew, on this thread
     * @return how long the longest output is
     * @throws TranscodingFailed if it failed
     */
    Duration encode(WorkFolder work, Duration length, List<String> arguments, IntConsumer reached) {
        var position = new Position(length);
        var words = new ArrayList<>(List.of("-progress", "pipe:1", "-nostats"));
        words.addAll(arguments);
        run(
                ffmpeg,
                work,
                encoding(length),
                words,
                position::take,
                () -> position.risen().ifPresent(reached),
                Reason.CRASHED);
        return position.time();
    }

    /**
     * Reads a source to its end without decoding it; its size limits the time.
     *
     * @param most the longest that is of interest
     */
    Counted count(WorkFolder work, Duration most, List<String> arguments) {
        var position = new Position(most);
        var words = new ArrayList<>(List.of("-progress", "pipe:1", "-nostats"));
        words.addAll(arguments);
        var lines = run(
                ffmpeg,
                work,
                FfmpegLimits.counting(work.source().size(), settings.silence()),
                words,
                position::take,
                () -> {},
                Reason.UNREADABLE);
        if (FailureReading.says(lines, Reason.TOO_MANY_STREAMS)) {
            // Streams that begin in the middle take pictures of the others with them, and ffmpeg ends well.
            throw new TranscodingFailed(Reason.TOO_MANY_STREAMS, String.join(" | ", lines));
        }
        return new Counted(position.time(), position.frames(), FailureReading.says(lines, Reason.TRUNCATED));
    }

    /**
     * @param length of the content that is there
     * @param frames of the picture
     * @param isTruncated whether the end is missing
     */
    record Counted(Duration length, long frames, boolean isTruncated) {}

    private ProcessLimits encoding(Duration length) {
        return FfmpegLimits.encoding(length, settings.threads(), settings.silence());
    }

    private List<String> run(
            Path program,
            WorkFolder work,
            ProcessLimits limits,
            List<String> arguments,
            Sink output,
            Runnable beat,
            Reason otherwise) {
        var words = new ArrayList<>(
                List.of(program.toString(), "-hide_banner", "-max_alloc", Long.toString(Demuxer.MOST_ALLOCATED)));
        if (program.equals(ffmpeg)) {
            words.addAll(List.of("-nostdin", "-y"));
        }
        words.addAll(arguments);
        var finished = run(words, work, limits, output, beat);
        FailureReading.of(finished, otherwise).ifPresent(failure -> {
            throw new TranscodingFailed(own ? failure.ofOwnFile() : failure);
        });
        requireRoom(work, finished.lines());
        return finished.lines();
    }

    /** ffmpeg ends well when the disk was full at the end of a file, and of the files of HLS it says nothing at all: they may be cut short. */
    private static void requireRoom(WorkFolder work, List<String> lines) {
        if (FailureReading.says(lines, Reason.NO_SPACE) || work.room() < LEAST_ROOM) {
            throw new TranscodingFailed(
                    Reason.NO_SPACE, "It ended well, but on a full disk: " + String.join(" | ", lines));
        }
    }

    private Finished run(List<String> words, WorkFolder work, ProcessLimits limits, Sink output, Runnable beat) {
        try {
            return sandbox.start(words, work.path(), work.source().file(), limits, settings.niceness())
                    .finish(output, beat);
        } catch (ProgramFailed e) {
            throw new TranscodingFailed(Failure.of(e));
        }
    }
}
