package vn.loa.media.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import vn.loa.media.transcode.VideoStream.Transfer;

/**
 * How light of high dynamic range is shown on an ordinary screen, as a table of colours that every ffmpeg can apply. The display's light comes
 * from SMPTE ST 2084 or ARIB STD-B67 (for a display of 1,000 cd/m²); white at 203 cd/m² (ITU-R BT.2408) stays what it is but for the shoulder above
 * it; colours of BT.2020 are brought into BT.709 by ITU-R BT.2087; what is shown follows BT.1886.
 */
final class ToneCurve {
    private static final int POINTS = 33;
    private static final double WHITE = 203;
    private static final double BRIGHTEST = 1000;
    private static final double GAMMA = 2.4;

    private ToneCurve() {}

    /** Of the table, among the files of a work folder. */
    static String file(Transfer transfer) {
        return transfer.name().toLowerCase(Locale.ROOT) + ".cube";
    }

    /** Leaves the table where ffmpeg finds it; nothing for ordinary light. */
    static void write(Transfer transfer, Path folder) throws IOException {
        if (transfer == Transfer.STANDARD) {
            return;
        }
        var text = new StringBuilder("LUT_3D_SIZE ").append(POINTS).append('\n');
        for (var blue = 0; blue < POINTS; blue++) {
            for (var green = 0; green < POINTS; green++) {
                for (var red = 0; red < POINTS; red++) {
                    var shown = shown(transfer, red / (POINTS - 1.0), green / (POINTS - 1.0), blue / (POINTS - 1.0));
                    text.append(String.format(Locale.ROOT, "%.5f %.5f %.5f%n", shown[0], shown[1], shown[2]));
                }
            }
        }
        Files.writeString(folder.resolve(file(transfer)), text);
    }

    /** From numbers of the file to numbers for the screen, all from 0 to 1. */
    static double[] shown(Transfer transfer, double red, double green, double blue) {
        var light = transfer == Transfer.PQ
                ? new double[] {perceptual(red), perceptual(green), perceptual(blue)}
                : hybrid(red, green, blue);
        // BT.2020 to BT.709, linear light.
        var r = 1.6605 * light[0] - 0.5876 * light[1] - 0.0728 * light[2];
        var g = -0.1246 * light[0] + 1.1329 * light[1] - 0.0083 * light[2];
        var b = -0.0182 * light[0] - 0.1006 * light[1] + 1.1187 * light[2];
        // All three by the same factor, so that bright colours keep their hue.
        var most = Math.max(r, Math.max(g, b)) / WHITE;
        var factor = most <= 0 ? 0 : shoulder(most) / most;
        return new double[] {signal(r / WHITE * factor), signal(g / WHITE * factor), signal(b / WHITE * factor)};
    }

    /** SMPTE ST 2084, to cd/m². */
    private static double perceptual(double value) {
        var root = Math.pow(value, 1 / 78.84375);
        return 10_000 * Math.pow(Math.max(root - 0.8359375, 0) / (18.8515625 - 18.6875 * root), 1 / 0.1593017578125);
    }

    /** ARIB STD-B67 with the system gamma of BT.2100, to cd/m². */
    private static double[] hybrid(double red, double green, double blue) {
        var scene = new double[] {scene(red), scene(green), scene(blue)};
        var luminance = 0.2627 * scene[0] + 0.6780 * scene[1] + 0.0593 * scene[2];
        var gain = luminance <= 0 ? 0 : BRIGHTEST * Math.pow(luminance, 0.2);
        return new double[] {scene[0] * gain, scene[1] * gain, scene[2] * gain};
    }

    private static double scene(double value) {
        return value <= 0.5 ? value * value / 3 : (Math.exp((value - 0.55991073) / 0.17883277) + 0.28466892) / 12;
    }

    /** Straight up to three fifths of white, then ever flatter, so that the brightest light reaches white itself. */
    private static double shoulder(double level) {
        var knee = 0.6;
        if (level <= knee) {
            return level;
        }
        var above = (Math.min(level, BRIGHTEST / WHITE) - knee) / (BRIGHTEST / WHITE - knee);
        var slope = (BRIGHTEST / WHITE - knee) / (1 - knee);
        return knee + (1 - knee) * slope * above / (1 + (slope - 1) * above);
    }

    /** The inverse of BT.1886. */
    private static double signal(double level) {
        return Math.pow(Math.max(0, Math.min(1, level)), 1 / GAMMA);
    }
}
