package vn.loa.media.transcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Draws a foreign picture anew as the emblem of a portal: as PNG, where it lets the ground through it goes on doing so, and nothing of the file is left but what is seen. */
final class EmblemEncoding {
    static final int VERSION = 1;
    private static final String TYPE = "image/png";
    private static final String SQUARE = ",pad=%d:%1$d:(ow-iw)/2:(oh-ih)/2:color=0x00000000";

    /** Heights in pixels, twice as many as are shown and fewer; beside them, how wide it may be. */
    private static final List<Integer> HEIGHTS = List.of(88, 66, 44);

    private static final int WIDER = 5;

    /** In bytes: it stands on each page. */
    private static final long HEAVIEST = 12_000;

    /** Sides of the square that browsers show beside the name of a page: the largest that is light enough, and the last always is. */
    private static final List<Integer> ICONS = List.of(48, 32, 24, 16);

    /** In bytes: it is fetched with each first page. */
    private static final long HEAVIEST_ICON = 2_000;

    private static final List<Integer> SQUARES = List.of(192, 512);

    private final Encoding encoding;
    private final VideoStream picture;

    EmblemEncoding(Encoding encoding) {
        this.encoding = encoding;
        this.picture = encoding.probe().picture().orElseThrow();
    }

    /** For pages as {@code page.png} and {@code icon.png}, in a square of so many pixels as {@code square-192.png} and {@code square-512.png}. */
    void draw() {
        for (var side : SQUARES) {
            draw("square-" + side, side, side, String.format(SQUARE, side));
            finish("square-" + side);
        }
        for (var side : ICONS) {
            draw("icon", side, side, String.format(SQUARE, side));
            if (isWithin("icon.png", HEAVIEST_ICON)) {
                break;
            }
        }
        finish("icon");
        for (var height : HEIGHTS) {
            draw("page", height * WIDER, height, "");
            if (isWithin("page.png", HEAVIEST)) {
                break;
            }
        }
        finish("page");
    }

    private boolean isWithin(String file, long bytes) {
        return FileMeasure.size(encoding.work(), file) <= bytes;
    }

    private void draw(String name, int mostWide, int mostHigh, String more) {
        var scale = Math.min(mostWide / (double) picture.width(), mostHigh / (double) picture.height());
        var graph = new Graph();
        var filters = "format=rgba,scale=%d:%d:flags=lanczos,setsar=1%s"
                .formatted(pixels(picture.width() * scale), pixels(picture.height() * scale), more);
        var words = new ArrayList<>(List.of("-map", graph.chain("[0:" + picture.index() + "]", filters)));
        words.addAll(Encoding.clean());
        words.addAll(List.of(
                "-frames:v", "1", "-c:v", "png", "-pred", "mixed", "-f", "image2", "-update", "1", name + ".png"));
        graph.output(words);
        encoding.run(graph, 0, 0);
    }

    private static int pixels(double share) {
        return Math.max(1, (int) Math.round(share));
    }

    private void finish(String name) {
        var measured = new FileMeasure(encoding.ffmpeg()).still(encoding.work(), name + ".png");
        Objects.requireNonNull(measured.width(), "a picture has a width");
        encoding.finish(name + ".png", name, VERSION, TYPE, measured, Optional.empty(), Optional.empty());
    }
}
