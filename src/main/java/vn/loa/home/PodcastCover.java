package vn.loa.home;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Colour;

/**
 * Draws the picture by which programs for podcasts show the portal: a square without anything transparent, as large as Apple asks for ("Show cover": 1400 to 3000
 * pixels, RGB). With the emblem that the portal has, or the one that it comes with; in its colour. No words: programs set the name beside it.
 */
final class PodcastCover {
    /** In pixels, of each side. */
    static final int SIDE = 1400;

    private static final int EMBLEM = 896;
    private static final int BAND = 84;
    private static final Color PAPER = new Color(0xfaf5e9);
    private static final Color RED = new Color(0xb32632);
    private static final Color SAFFRON = new Color(0xe6a01c);
    private static final Color INDIGO = new Color(0x151c49);

    /** Of the drawing that stands beside the name on pages. */
    private static final double UNITS = 48;

    private PodcastCover() {}

    /** @param bar colour of the head of pages @param emblem as PNG that we have drawn; null for the one that comes with the portal @return PNG */
    static byte[] draw(Colour bar, byte @Nullable [] emblem) {
        var cover = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var pen = cover.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            pen.setColor(PAPER);
            pen.fillRect(0, 0, SIDE, SIDE);
            pen.setColor(new Color(bar.red(), bar.green(), bar.blue()));
            pen.fillRect(0, 0, SIDE, BAND);
            pen.fillRect(0, SIDE - BAND, SIDE, BAND);
            var edge = (SIDE - EMBLEM) / 2;
            if (emblem == null) {
                pen.translate(edge, edge);
                pen.scale(EMBLEM / UNITS, EMBLEM / UNITS);
                loudspeaker(pen);
            } else {
                pen.drawImage(read(emblem), edge, edge, EMBLEM, EMBLEM, null);
            }
        } finally {
            pen.dispose();
        }
        return written(cover);
    }

    /** As on pages: a lozenge of brocade with a loudspeaker in it. */
    private static void loudspeaker(Graphics2D pen) {
        lozenge(pen, RED, 23);
        lozenge(pen, PAPER, 17.5);
        lozenge(pen, INDIGO, 14.5);
        pen.setColor(SAFFRON);
        var horn = new Path2D.Double();
        horn.moveTo(15, 21.8);
        horn.lineTo(19.5, 21.8);
        horn.lineTo(27, 17.2);
        horn.lineTo(27, 30.8);
        horn.lineTo(19.5, 26.2);
        horn.lineTo(15, 26.2);
        horn.closePath();
        pen.fill(horn);
        pen.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(wave(30, 20.5, 2.6, 7));
        pen.draw(wave(32.6, 17.5, 5, 13));
    }

    private static void lozenge(Graphics2D pen, Color colour, double reach) {
        var middle = UNITS / 2;
        var lozenge = new Path2D.Double();
        lozenge.moveTo(middle, middle - reach);
        lozenge.lineTo(middle + reach, middle);
        lozenge.lineTo(middle, middle + reach);
        lozenge.lineTo(middle - reach, middle);
        lozenge.closePath();
        pen.setColor(colour);
        pen.fill(lozenge);
    }

    private static Path2D wave(double x, double y, double depth, double height) {
        var wave = new Path2D.Double();
        wave.moveTo(x, y);
        wave.quadTo(x + depth, y + height / 2, x, y + height);
        return wave;
    }

    private static BufferedImage read(byte[] png) {
        try {
            return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] written(BufferedImage cover) {
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(cover, "png", stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
