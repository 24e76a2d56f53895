package vn.loa.media.transcode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The pictures of a stream that no other one is decoded from: {@code nal_ref_idc} 0 (ITU-T H.264, 7.4.1). A decoder may leave them out, which spares
 * it a good part of its work. Where every second one is such, as most encoders write, the others are enough for half of the rate.
 */
final class NonReferencePictures {
    /** Places in the film that are looked at: encoders keep to their way. */
    private static final int SAMPLES = 3;

    private static final int SAMPLE_SECONDS = 4;
    private static final double ROUNDING = 0.001;

    private NonReferencePictures() {}

    /**
     * Whether those that are left are near enough to each other for a rate, by some seconds at the beginning, in the middle and near the end.
     *
     * @param length of the film, which is much longer than those seconds
     * @throws TranscodingFailed if the film cannot be read
     */
    static boolean areSpare(Encoding encoding, VideoStream source, Duration length, Fraction rate) {
        if (!source.codec().equals("h264")
                || source.interlaced()
                || source.frameRate().value() < 2 * rate.value()) {
            return false;
        }
        var words = new ArrayList<>(List.of("-loglevel", "error", "-of", "csv=print_section=0"));
        words.addAll(Encoding.threads(1));
        words.addAll(List.of(
                "-skip_loop_filter",
                "all",
                "-skip_frame",
                "noref",
                "-select_streams",
                Integer.toString(source.index()),
                "-show_entries",
                "frame=best_effort_timestamp_time",
                "-read_intervals",
                samples(length)));
        words.addAll(encoding.input());
        return isDense(encoding.ffmpeg().look(encoding.work(), words).printed(), rate);
    }

    private static String samples(Duration length) {
        return LongStream.range(0, SAMPLES)
                .map(i -> length.toSeconds() * (2 * i + 1) / (2 * SAMPLES))
                .mapToObj(begin -> begin + "%+" + SAMPLE_SECONDS)
                .collect(Collectors.joining(","));
    }

    /** @param printed one time in seconds a line, in rising order but for what ffprobe writes besides */
    private static boolean isDense(String printed, Fraction rate) {
        var widest = 1 / rate.value() + ROUNDING;
        var times = printed.lines()
                .map(line -> line.replaceAll("[^0-9.].*", ""))
                .filter(line -> !line.isEmpty())
                .mapToDouble(Double::parseDouble)
                .sorted()
                .toArray();
        for (var i = 1; i < times.length; i++) {
            var gap = times[i] - times[i - 1];
            // From one sample to the next it is further than any sample is long.
            if (gap > widest && gap < SAMPLE_SECONDS) {
                return false;
            }
        }
        return times.length >= SAMPLES * SAMPLE_SECONDS * rate.value() / 2;
    }
}
