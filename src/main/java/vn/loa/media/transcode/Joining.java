package vn.loa.media.transcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts one picture and one sound that are encoded already into one file: nothing is encoded again. */
final class Joining {
    private final Encoding encoding;

    Joining(Encoding encoding) {
        this.encoding = encoding;
    }

    /**
     * @param profile that the new file is of
     * @param picture a file in the folder of work, whose own sound is left out
     * @param sound as picture
     */
    void join(String profile, String picture, Optional<String> sound) {
        var name = profile + ".mp4";
        var words = new ArrayList<>(List.of("-loglevel", "warning", "-i", "file:" + picture));
        sound.ifPresent(file -> words.addAll(List.of("-i", "file:" + file)));
        words.addAll(List.of("-map", "0:v:0"));
        sound.ifPresent(file -> words.addAll(List.of("-map", "1:a:0")));
        words.addAll(Encoding.clean());
        words.addAll(List.of("-c", "copy", "-movflags", "+faststart", "-f", "mp4", name));
        encoding.ffmpeg().forOwnFiles().encode(encoding.work(), encoding.probe().duration(), words, percent -> {});
        encoding.finish(
                name,
                profile,
                encoding.profiles().film().version(),
                "video/mp4",
                new FileMeasure(encoding.ffmpeg()).timed(encoding.work(), name),
                Optional.empty(),
                Optional.empty());
    }
}
