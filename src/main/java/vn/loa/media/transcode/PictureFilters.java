package vn.loa.media.transcode;

import java.util.ArrayList;
import vn.loa.media.transcode.VideoStream.Transfer;

/** Pieces of ffmpeg's filter graphs for pictures. ffmpeg has turned them by then as the file asks. */
final class PictureFilters {
    private static final int HIGH_DEFINITION = 720;

    private PictureFilters() {}

    /** Even steps in time from zero on, interlaced pictures made whole. */
    static String steady(VideoStream picture, Fraction rate) {
        return (picture.interlaced() ? "bwdif=mode=send_frame," : "") + "fps=fps=" + rate + ":start_time=0";
    }

    /** Square pixels, eight bits, BT.709, the light of an ordinary screen. */
    static String plain(VideoStream picture, Size size) {
        var parts = new ArrayList<String>();
        var scale = "scale=" + size.width() + ":" + size.height() + ":flags=bicubic:in_color_matrix=" + matrix(picture);
        if (picture.transfer() == Transfer.STANDARD) {
            parts.add(scale + ":out_color_matrix=bt709:out_range=tv");
        } else {
            parts.add(scale + ",format=gbrp12");
            parts.add("lut3d=file=" + ToneCurve.file(picture.transfer()) + ":interp=tetrahedral");
            parts.add("scale=out_color_matrix=bt709:out_range=tv");
        }
        parts.add("format=yuv420p");
        parts.add("setsar=1");
        return String.join(",", parts);
    }

    /** From a plain picture to a smaller one. */
    static String smaller(Size size) {
        return "scale=" + size.width() + ":" + size.height() + ":flags=bicubic";
    }

    /** How many pictures a second: as they come, or half of it when they come too fast. */
    static Fraction rate(VideoStream picture, int most) {
        var rate = picture.frameRate();
        if (rate.value() <= most) {
            return rate;
        }
        var half = new Fraction(rate.numerator(), rate.denominator() * 2);
        return half.value() <= most && half.value() > most * 2 / 3.0 ? half : new Fraction(most, 1);
    }

    /** Files that do not say are what their size suggests. */
    private static String matrix(VideoStream picture) {
        return switch (picture.matrix()) {
            case "bt709" -> "bt709";
            case "smpte170m", "bt470bg" -> "bt601";
            case "bt2020nc", "bt2020c" -> "bt2020";
            default -> Math.min(picture.width(), picture.height()) >= HIGH_DEFINITION ? "bt709" : "bt601";
        };
    }
}
