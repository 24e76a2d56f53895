package vn.loa.media.transcode;

import java.util.List;
import vn.loa.common.JsonFields;

/**
 * What is made of single pictures.
 *
 * @param waveformPoints how many points a drawn sound has at most
 */
record PictureProfiles(int version, Posters posters, Storyboard storyboard, int waveformPoints) {

    /**
     * @param percents of a film's length at which candidates are taken
     * @param widths in pixels, smallest first
     * @param avifCrf quality of AVIF, 0 is best and 63 worst
     * @param jpegQuality from 2, best, to 31
     * @param cardWidth the width that cards in lists show
     * @param cardBytes what such a picture weighs at most
     */
    record Posters(
            List<Integer> percents, List<Integer> widths, int avifCrf, int jpegQuality, int cardWidth, int cardBytes) {}

    /**
     * @param width of one small picture, in pixels
     * @param columns of them
     * @param most how many of them
     * @param leastSeconds between two of them
     */
    record Storyboard(int width, int columns, int most, int leastSeconds, int jpegQuality) {}

    static PictureProfiles read(JsonFields fields) {
        var posters = fields.optionalObject("posters", PictureProfiles::posters);
        var storyboard = fields.optionalObject("storyboard", PictureProfiles::storyboard);
        var points =
                fields.optionalObject("waveform", waveform -> EncodingProfiles.within(waveform, "points", 10, 5000));
        if (posters.isEmpty() || storyboard.isEmpty() || points.isEmpty()) {
            fields.violated("posters, storyboard, waveform", "are required");
        }
        return new PictureProfiles(
                fields.integer("version"),
                posters.orElse(new Posters(List.of(), List.of(), 0, 0, 0, 0)),
                storyboard.orElse(new Storyboard(0, 1, 1, 1, 0)),
                points.orElse(0));
    }

    private static Posters posters(JsonFields fields) {
        return new Posters(
                fields.integers("percents"),
                fields.integers("widths"),
                EncodingProfiles.within(fields, "avifCrf", 0, 63),
                EncodingProfiles.within(fields, "jpegQuality", 2, 31),
                fields.integer("cardWidth"),
                EncodingProfiles.within(fields, "cardBytes", 1_000, 100_000));
    }

    private static Storyboard storyboard(JsonFields fields) {
        return new Storyboard(
                EncodingProfiles.within(fields, "width", 40, 400),
                EncodingProfiles.within(fields, "columns", 1, 20),
                EncodingProfiles.within(fields, "most", 1, 400),
                EncodingProfiles.within(fields, "leastSeconds", 1, 60),
                EncodingProfiles.within(fields, "jpegQuality", 2, 31));
    }
}
