package vn.loa.media.transcode;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.media.Measurement;

/** Single pictures of a film: candidates for its poster, and the storyboard. */
final class FilmStills {
    private final Encoding encoding;
    private final Fraction rate;
    private final PictureProfiles profiles;
    private final StoryboardSheet sheet;

    /**
     * @param size of the pictures that are handed over
     * @param rate of them
     */
    FilmStills(Encoding encoding, Size size, Fraction rate) {
        this.encoding = encoding;
        this.rate = rate;
        this.profiles = encoding.profiles().pictures();
        this.sheet =
                StoryboardSheet.of(profiles.storyboard(), size, encoding.probe().duration());
    }

    /** Lets a run that decodes the film leave pictures; {@link #finish} them afterwards. */
    void addTo(Graph graph, String forPosters, String forStoryboard) {
        var chosen = profiles.posters().percents().stream()
                .map(percent -> "eq(n\\," + frame(percent) + ")")
                .collect(Collectors.joining("+"));
        graph.output(List.of(
                "-map",
                graph.chain(forPosters, "select=" + chosen),
                "-fps_mode",
                "passthrough",
                "-c:v",
                "png",
                "-f",
                "image2",
                "candidate-%d.png"));
        var words = new ArrayList<>(List.of("-map", graph.chain(forStoryboard, sheet.filters())));
        words.addAll(Encoding.clean());
        words.addAll(List.of("-frames:v", "1", "-c:v", "mjpeg", "-pix_fmt", "yuvj420p"));
        words.addAll(List.of("-q:v", Integer.toString(profiles.storyboard().jpegQuality())));
        words.addAll(List.of("-f", "image2", "-update", "1", "storyboard.jpg"));
        graph.output(words);
    }

    private long frame(int percent) {
        return (long) (encoding.probe().duration().toMillis() * rate.value() * percent / 100_000);
    }

    /** Finishes all of them. A film whose picture ends before its sound may have fewer candidates. */
    void finish() {
        var pictures = new PictureEncoding(encoding);
        var percents = profiles.posters().percents();
        for (var i = 0; i < percents.size(); i++) {
            var candidate = "candidate-" + (i + 1) + ".png";
            if (Files.exists(encoding.work().file(candidate))) {
                pictures.sizes(candidate, PictureNames.poster(percents.get(i)));
            }
        }
        encoding.finish(
                "storyboard.jpg",
                PictureNames.STORYBOARD,
                profiles.version(),
                "image/jpeg",
                new Measurement(
                        null,
                        sheet.size().width() * sheet.columns(),
                        sheet.size().height() * sheet.rows(),
                        null),
                Optional.empty(),
                Optional.empty());
        encoding.finishText("storyboard.vtt", PictureNames.STORYBOARD, profiles.version(), "text/vtt", sheet.webVtt());
    }
}
