package vn.loa.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.loa.common.Colour;

class PodcastCoverTest {
    private static final Colour GREEN = Colour.of("1f5a3c");
    private static final int MIDDLE = PodcastCover.SIDE / 2;

    @Test
    void a_cover_is_a_square_that_apple_takes_and_light_enough_for_a_slow_line() throws IOException {
        var png = PodcastCover.draw(GREEN, null);
        var cover = ImageIO.read(new ByteArrayInputStream(png));

        assertThat(cover.getWidth()).isEqualTo(cover.getHeight()).isBetween(1400, 3000);
        assertThat(cover.getColorModel().hasAlpha()).isFalse();
        assertThat(cover.getRGB(5, 5)).isEqualTo(new Color(0x1f5a3c).getRGB());
        assertThat(png.length).isLessThan(100_000);
    }

    @Test
    void it_shows_the_emblem_of_the_portal_where_there_is_one_and_paper_where_that_is_transparent() throws IOException {
        var own = new BufferedImage(512, 512, BufferedImage.TYPE_INT_ARGB);
        for (var x = 200; x < 312; x++) {
            for (var y = 200; y < 312; y++) {
                own.setRGB(x, y, Color.BLUE.getRGB());
            }
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(own, "png", out);
        var cover = ImageIO.read(new ByteArrayInputStream(PodcastCover.draw(GREEN, out.toByteArray())));

        assertThat(cover.getRGB(MIDDLE, MIDDLE)).isEqualTo(Color.BLUE.getRGB());
        assertThat(cover.getRGB(MIDDLE, 300)).isEqualTo(new Color(0xfaf5e9).getRGB());
        var usual = ImageIO.read(new ByteArrayInputStream(PodcastCover.draw(GREEN, null)));
        assertThat(usual.getRGB(MIDDLE, MIDDLE)).isEqualTo(new Color(0xe6a01c).getRGB());
    }
}
