package vn.loa.media.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.media.Measurement;
import vn.loa.media.transcode.Failure.Reason;

/** Measures files that were just made. */
final class FileMeasure {
    private static final Pattern WIDTH = Pattern.compile("(?m)^width=(\\d+)$");
    private static final Pattern HEIGHT = Pattern.compile("(?m)^height=(\\d+)$");
    private static final Pattern DURATION = Pattern.compile("(?m)^duration=([0-9.]+)$");

    private final Ffmpeg ffmpeg;

    FileMeasure(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg.forOwnFiles();
    }

    /** Of a sound or a film. */
    Measurement timed(WorkFolder work, String name) {
        var looked = look(work, name, "stream=width,height:format=duration");
        var seconds = number(DURATION, looked);
        if (seconds == null || seconds <= 0) {
            throw new TranscodingFailed(Reason.CRASHED, "Nothing could be decoded of " + name);
        }
        var duration = Duration.ofMillis(Math.round(seconds * 1000));
        var bitrate = (int) Math.round(size(work, name) * 8 / seconds);
        return new Measurement(bitrate, whole(WIDTH, looked), whole(HEIGHT, looked), duration);
    }

    /** Of a picture. */
    Measurement still(WorkFolder work, String name) {
        var looked = look(work, name, "stream=width,height");
        return new Measurement(null, whole(WIDTH, looked), whole(HEIGHT, looked), null);
    }

    static long size(WorkFolder work, String name) {
        try {
            return Files.size(work.file(name));
        } catch (IOException e) {
            throw new TranscodingFailed(Reason.CRASHED, name + " was not made: " + e);
        }
    }

    private String look(WorkFolder work, String name, String entries) {
        return ffmpeg.look(
                        work,
                        List.of(
                                "-loglevel",
                                "error",
                                "-of",
                                "default=noprint_wrappers=1",
                                "-show_entries",
                                entries,
                                "-i",
                                "file:" + name))
                .printed();
    }

    private static @Nullable Double number(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        return match.find() ? Double.valueOf(match.group(1)) : null;
    }

    private static @Nullable Integer whole(Pattern pattern, String text) {
        var number = number(pattern, text);
        return number == null ? null : number.intValue();
    }
}
