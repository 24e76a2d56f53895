package vn.loa.media.transcode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import vn.loa.media.transcode.Failure.Reason;

/** Measures sounds by EBU R128, as they are heard with one channel. */
final class LoudnessMeter {
    /** Samples a second of what is handed on. */
    static final int RATE = 8000;

    private static final double LEAST = -99;

    private final Ffmpeg ffmpeg;

    LoudnessMeter(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Listens to the end.
     *
     * @param input the arguments that name what is read
     * @param stream among all of it, as ffmpeg writes it, such as {@code 0:1}
     * @param samples takes the sound itself, sample by sample of 16 bits, on another thread that has ended when this returns
     */
    Loudness measure(WorkFolder work, List<String> input, String stream, Duration length, IntConsumer samples) {
        return measure(work, input, stream, SoundFilters.MONO, length, samples);
    }

    /** @param mono filters that make one channel of it */
    Loudness measure(
            WorkFolder work, List<String> input, String stream, String mono, Duration length, IntConsumer samples) {
        var words = new ArrayList<>(List.of("-loglevel", "info", "-nostats"));
        words.addAll(input);
        words.addAll(List.of(
                "-filter_complex",
                "[" + stream + "]" + mono + ",asplit[e][w];[e]ebur128=peak=true:framelog=verbose[m];[w]aresample="
                        + RATE + "[s]"));
        words.addAll(List.of("-map", "[m]", "-f", "null", "-"));
        words.addAll(List.of("-map", "[s]", "-c:a", "pcm_s16le", "-f", "s16le", "pipe:1"));
        var lines = ffmpeg.read(work, length, words, new Samples(samples)::take);
        var summary = lines.subList(Math.max(0, indexOfSummary(lines)), lines.size());
        return new Loudness(
                value(summary, "I", "LUFS"),
                value(summary, "LRA", "LU"),
                value(summary, "Peak", "dBFS"),
                value(summary, "Threshold", "LUFS"));
    }

    private static int indexOfSummary(List<String> lines) {
        for (var i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).endsWith("Summary:")) {
                return i;
            }
        }
        return -1;
    }

    /** The first of that name. */
    private static double value(List<String> lines, String name, String unit) {
        var pattern = Pattern.compile(Pattern.quote(name) + ":\\s+(-?inf|nan|-?[0-9.]+) " + unit);
        return lines.stream()
                .map(pattern::matcher)
                .filter(match -> match.matches())
                .map(match -> match.group(1))
                .map(text -> text.endsWith("inf") || text.equals("nan") ? LEAST : Double.parseDouble(text))
                .findFirst()
                .orElseThrow(() -> new TranscodingFailed(
                        Reason.CRASHED, "No " + name + " was measured: " + String.join(" | ", lines)));
    }
}
