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
     * A picture in the folder of work, whose own sound, if it has one, is left out.
     *
     * @param input options before the file
     * @param output options of what is made of it
     */
    record Video(List<String> input, String file, List<String> output) {
        static Video of(String file) {
            return new Video(List.of(), file, List.of());
        }

        /** A stream of H.264 without any times, whose pictures stand in the order in which they are seen. */
        static Video bare(String file, Fraction rate) {
            return new Video(
                    List.of("-f", "h264", "-framerate", rate.toString()),
                    file,
                    List.of("-bsf:v", "setts=ts=N*%d/(%d*TB)".formatted(rate.denominator(), rate.numerator())));
        }
    }

    /**
     * @param profile that the new file is of
     * @param sound a file in the folder of work
     */
    void join(String profile, Video picture, Optional<String> sound) {
        var name = profile + ".mp4";
        var words = new ArrayList<>(List.of("-loglevel", "warning"));
        words.addAll(picture.input());
        words.addAll(List.of("-i", "file:" + picture.file()));
        sound.ifPresent(file -> words.addAll(List.of("-i", "file:" + file)));
        words.addAll(List.of("-map", "0:v:0"));
        sound.ifPresent(file -> words.addAll(List.of("-map", "1:a:0")));
        words.addAll(Encoding.clean());
        words.addAll(List.of("-c", "copy"));
        words.addAll(picture.output());
        words.addAll(List.of("-movflags", "+faststart", "-f", "mp4", name));
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
