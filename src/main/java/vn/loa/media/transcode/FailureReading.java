package vn.loa.media.transcode;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.media.sandbox.ProcessRun.Finished;
import vn.loa.media.sandbox.Sandbox;
import vn.loa.media.transcode.Failure.Reason;

/** Tells from how ffmpeg ended, and from its last words, whose fault it was. */
final class FailureReading {
    private static final int SIGNAL = 128;
    private static final int SIGXCPU = 24;
    private static final int SIGXFSZ = 25;

    /** How a program says that it could not read what it was given. Such lines begin like this; what is quoted of a file never does. */
    private static final Pattern NOT_HANDED_OVER = Pattern.compile("^file:" + Sandbox.SOURCE
            + ": (?:No such file or directory|Permission denied|Too many open files|Resource temporarily unavailable)");

    /** How ffmpeg shows what a file says of itself, such as its title. */
    private static final Pattern TAG = Pattern.compile("^\\S+ +: ");

    /** How many lines go to the log. */
    private static final int QUOTED = 12;

    /** In the order in which they are looked for: what stands first explains what follows. */
    private static final List<Sign> SIGNS = List.of(
            new Sign("No space left on device|Disk quota exceeded", Reason.NO_SPACE),
            new Sign("File too large|received signal 25", Reason.FLOODED),
            new Sign("received signal 24", Reason.TIMED_OUT),
            new Sign("Number of streams exceeds max_streams", Reason.TOO_MANY_STREAMS),
            new Sign("exceeds specified max pixel count|Picture size \\d+x\\d+ is invalid", Reason.PICTURE_TOO_LARGE),
            new Sign("Codec \\(\\S+\\) not on whitelist", Reason.UNKNOWN_CODEC),
            new Sign("Cannot allocate memory|malloc of size|bad_alloc", Reason.OUT_OF_MEMORY),
            new Sign("moov atom not found|partial file|File ended prematurely", Reason.TRUNCATED),
            new Sign(
                    "Invalid data found|could not find codec parameters|does not contain any stream|Output file is empty",
                    Reason.UNREADABLE));

    private record Sign(Pattern words, Reason reason) {
        Sign(String words, Reason reason) {
            this(Pattern.compile(words, Pattern.CASE_INSENSITIVE), reason);
        }

        boolean isIn(List<String> lines) {
            return lines.stream()
                    .filter(line -> !TAG.matcher(line).find())
                    .anyMatch(line -> words.matcher(line).find());
        }
    }

    private FailureReading() {}

    /**
     * @param otherwise the reason when a program that ended of its own accord gave none that is known
     * @return empty when all went well
     */
    static Optional<Failure> of(Finished finished, Reason otherwise) {
        if (finished.exit() == 0) {
            return Optional.empty();
        }
        var lines = finished.lines();
        var detail = "exit " + finished.exit() + ": "
                + String.join(" | ", lines.subList(Math.max(0, lines.size() - QUOTED), lines.size()));
        return Optional.of(new Failure(reason(finished, otherwise), detail));
    }

    /** Whether its words, although it may have ended well, give a reason. */
    static boolean says(List<String> lines, Reason reason) {
        return SIGNS.stream().filter(sign -> sign.reason() == reason).anyMatch(sign -> sign.isIn(lines));
    }

    private static Reason reason(Finished finished, Reason otherwise) {
        var exit = finished.exit();
        var lines = finished.lines();
        if (exit == SIGNAL + SIGXCPU) {
            return Reason.TIMED_OUT;
        }
        if (exit == SIGNAL + SIGXFSZ) {
            return Reason.FLOODED;
        }
        if (exit > SIGNAL && exit != 255) {
            return Reason.CRASHED;
        }
        if (!finished.hasBegun()) {
            return Reason.NOT_STARTED;
        }
        // Nothing has been learnt of the file: the fault is in this machine.
        if (lines.stream().anyMatch(line -> NOT_HANDED_OVER.matcher(line).find())) {
            return Reason.CRASHED;
        }
        return SIGNS.stream()
                .filter(sign -> sign.isIn(lines))
                .map(Sign::reason)
                .findFirst()
                .orElse(otherwise);
    }
}
