package vn.loa.media.transcode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.media.transcode.Failure.Reason;

/** A rendition of HLS as ffmpeg writes it: one fragmented file, and a playlist of byte ranges in it. */
final class HlsFile {
    private static final Pattern SEGMENT = Pattern.compile("#EXTINF:([0-9.]+),[^\\n]*\\n#EXT-X-BYTERANGE:(\\d+)@\\d+");
    private static final int HEAD = 4096;
    private static final String AAC_LC = "mp4a.40.2";

    private HlsFile() {}

    /** As the file is called while it is made. */
    static String name(String profile) {
        return profile + ".mp4";
    }

    /** What stands behind the encoder's options. Times below zero are kept, so that picture and sound begin together. */
    static List<String> output(String profile, int segmentSeconds) {
        return List.of(
                "-avoid_negative_ts",
                "disabled",
                "-f",
                "hls",
                "-hls_time",
                Integer.toString(segmentSeconds),
                "-hls_playlist_type",
                "vod",
                "-hls_segment_type",
                "fmp4",
                "-hls_flags",
                "single_file",
                "-hls_segment_filename",
                name(profile),
                profile + ".m3u8");
    }

    /** Reads what was written. */
    static MediaPlaylist read(WorkFolder work, String profile, Optional<Double> frameRate) {
        try {
            var text = Files.readString(work.file(profile + ".m3u8")).replace(name(profile), MediaPlaylist.ADDRESS);
            var peak = 0.0;
            var bytes = 0L;
            var seconds = 0.0;
            for (var segment = SEGMENT.matcher(text); segment.find(); ) {
                var length = Double.parseDouble(segment.group(1));
                var size = Long.parseLong(segment.group(2));
                bytes += size;
                seconds += length;
                // A last stretch of a few frames says little about what a line must carry.
                if (length >= 1 || peak == 0) {
                    peak = Math.max(peak, size * 8 / Math.max(length, 0.1));
                }
            }
            if (seconds == 0) {
                throw new TranscodingFailed(Reason.CRASHED, "The playlist of " + profile + " holds no segment");
            }
            var average = (int) Math.ceil(bytes * 8 / seconds);
            return new MediaPlaylist(
                    text,
                    frameRate.isPresent() ? avc(work.file(name(profile))) : AAC_LC,
                    Math.max(average, (int) Math.ceil(peak)),
                    average,
                    frameRate,
                    frameRate.isPresent() ? Optional.empty() : Optional.of(1));
        } catch (IOException e) {
            throw new TranscodingFailed(Reason.CRASHED, "The playlist of " + profile + " cannot be read: " + e);
        }
    }

    /** RFC 6381 from the decoder configuration (ISO/IEC 14496-15): profile, constraints, level. */
    private static String avc(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        var at = new String(head, StandardCharsets.ISO_8859_1).indexOf("avcC");
        if (at < 0 || at + 8 > head.length) {
            throw new IOException("no decoder configuration");
        }
        return "avc1.%02x%02x%02x".formatted(head[at + 5], head[at + 6], head[at + 7]);
    }
}
