package vn.loa.media.transcode;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.media.Measurement;

/** Single pictures of a film: candidates for its poster, and the storyboard. */
final class FilmStills {
    private static final String CANDIDATE = "candidate-%d.png";
    private static final String PIECE = "piece-%d.png";

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

    /**
     * Lets a run that decodes the film leave pictures; {@link #finish} them afterwards. ffmpeg says nothing of how far it is before each of its
     * files has begun, so both series begin with the film's first picture, and the sheet is put together later.
     */
    void addTo(Graph graph, String forPosters, String forStoryboard) {
        var chosen = profiles.posters().percents().stream()
                .map(percent -> "+eq(n\\," + frame(percent) + ")")
                .collect(Collectors.joining());
        series(graph, forPosters, "select=eq(n\\,0)" + chosen, CANDIDATE);
        series(graph, forStoryboard, sheet.choice(), PIECE);
    }

    private static void series(Graph graph, String from, String filters, String names) {
        var words = new ArrayList<>(List.of("-map", graph.chain(from, filters), "-fps_mode", "passthrough"));
        words.addAll(Encoding.clean());
        words.addAll(List.of("-c:v", "png", "-f", "image2", names));
        graph.output(words);
    }

    /** Never the first, which is there anyway. */
    private long frame(int percent) {
        return Math.max(1, (long) (encoding.probe().duration().toMillis() * rate.value() * percent / 100_000));
    }

    /** Finishes all of them. A film whose picture ends before its sound may have fewer candidates. */
    void finish() {
        var pictures = new PictureEncoding(encoding);
        var percents = profiles.posters().percents();
        for (var i = 0; i < percents.size(); i++) {
            var candidate = CANDIDATE.formatted(i + 2);
            if (Files.exists(encoding.work().file(candidate))) {
                pictures.sizes(candidate, PictureNames.poster(percents.get(i)));
            }
        }
        putTogether();
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

    private void putTogether() {
        var words = new ArrayList<>(List.of("-loglevel", "warning", "-f", "image2", "-start_number", "1"));
        words.addAll(List.of(
                "-i",
                "file:" + PIECE,
                "-vf",
                sheet.layout() + ",scale=out_color_matrix=bt601:out_range=pc,format=yuvj420p"));
        words.addAll(Encoding.clean());
        words.addAll(List.of("-frames:v", "1", "-c:v", "mjpeg"));
        words.addAll(List.of("-q:v", Integer.toString(profiles.storyboard().jpegQuality())));
        words.addAll(List.of("-f", "image2", "-update", "1", "storyboard.jpg"));
        encoding.ffmpeg().forOwnFiles().encode(encoding.work(), encoding.probe().duration(), words, percent -> {});
    }
}
