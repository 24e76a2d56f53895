package vn.loa.media.transcode;

import java.util.ArrayList;
import java.util.List;
import vn.loa.media.transcode.FilmProfiles.Picture;

/** Options that make an encoder write pictures as a profile says. */
final class PictureCoding {
    private PictureCoding() {}

    /** @param threads that the encoder uses */
    static List<String> of(Picture profile, int threads) {
        var words = new ArrayList<>(Encoding.clean());
        words.addAll(List.of(
                "-c:v",
                "libx264",
                "-preset",
                profile.preset(),
                "-profile:v",
                profile.h264(),
                "-crf",
                Integer.toString(profile.crf()),
                "-maxrate",
                Integer.toString(profile.bitrate()),
                "-bufsize",
                Integer.toString(profile.bitrate() * 2)));
        words.addAll(Encoding.threads(threads));
        words.addAll(List.of("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"));
        if (!profile.x264().isEmpty()) {
            words.addAll(List.of("-x264-params", profile.x264()));
        }
        return words;
    }
}
