package vn.loa.media.transcode;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import vn.loa.media.transcode.Failure.Reason;
import vn.loa.media.transcode.ProcessRun.Sink;

/** The programs ffmpeg and ffprobe on this machine, and the sandbox they run in. Safe for use by many threads. */
public final class Ffmpeg {
    private final Path ffmpeg;
    private final Path ffprobe;
    private final String version;
    private final Sandbox sandbox;
    private final int threads;

    private Ffmpeg(Path ffmpeg, Path ffprobe, String version, Sandbox sandbox, int threads) {
        this.ffmpeg = ffmpeg;
        this.ffprobe = ffprobe;
        this.version = version;
        this.sandbox = sandbox;
        this.threads = threads;
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
            var sandbox = Sandbox.strongest(tools, settings.niceness(), memory(), real);
            return new Ffmpeg(real, beside.toRealPath(), version, sandbox, settings.threads());
        } catch (IOException e) {
            throw new FfmpegMissing("The program " + program + " cannot be tried: " + e.getMessage() + ".");
        }
    }

    /** Of the machine; in a container, what that may use. */
    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
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
        return threads;
    }

    /**
     * Asks ffprobe about the source of a folder or about one of our own files.
     *
     * @param otherwise what it means when it cannot read the file: nobody else is to blame for our own
     * @throws TranscodingFailed if it could not
     */
    Looked look(WorkFolder work, List<String> arguments, Reason otherwise) {
        var printed = new ByteArrayOutputStream();
        var lines = run(
                ffprobe,
                work,
                ProcessLimits.look(),
                arguments,
                (bytes, length) -> printed.write(bytes, 0, length),
                () -> {},
                otherwise);
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
        return run(ffmpeg, work, ProcessLimits.encoding(length, threads), arguments, output, () -> {}, Reason.CRASHED);
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
                ProcessLimits.encoding(length, threads),
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
                ProcessLimits.counting(work.source().size()),
                words,
                position::take,
                () -> {},
                Reason.UNREADABLE);
        return new Counted(position.time(), position.frames(), FailureReading.says(lines, Reason.TRUNCATED));
    }

    /**
     * @param length of the content that is there
     * @param frames of the picture
     * @param isTruncated whether the end is missing
     */
    record Counted(Duration length, long frames, boolean isTruncated) {}

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
        var command = sandbox.command(words, work, limits);
        var finished = ProcessRun.of(command, work.path(), limits).finish(output, beat);
        FailureReading.of(finished, otherwise).ifPresent(failure -> {
            throw new TranscodingFailed(failure.reason(), failure.detail());
        });
        return finished.lines();
    }
}
