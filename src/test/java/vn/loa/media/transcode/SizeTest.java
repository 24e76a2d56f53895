package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.media.transcode.VideoStream.Transfer;

class SizeTest {
    @ParameterizedTest
    @CsvSource({
        "1920, 1080, 720, 1280, 720, true",
        "1080, 1920, 240, 240, 426, true",
        // a wide film has as many columns, though fewer rows
        "1280, 536, 720, 1280, 536, true",
        "960, 720, 720, 960, 720, true",
        "1024, 576, 720, 1024, 576, false",
    })
    void picturesFitIntoTheFrameOfTheirRung(
            int width, int height, int side, int fitWidth, int fitHeight, boolean fills) {
        var picture = picture(width, height);

        assertThat(Size.within(picture, side)).isEqualTo(new Size(fitWidth, fitHeight));
        assertThat(Size.fills(picture, side)).isEqualTo(fills);
    }

    @Property
    void nothingIsEverEnlargedOrOdd(
            @ForAll @IntRange(min = 2, max = 8192) int width,
            @ForAll @IntRange(min = 2, max = 8192) int height,
            @ForAll @IntRange(min = 90, max = 2160) int side) {
        var size = Size.within(picture(width, height), side);

        assertThat(size.width()).isEven().isBetween(2, width + 1);
        assertThat(size.height()).isEven().isBetween(2, height + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "30000, 1001, 30, 30000/1001",
        "60000, 1001, 30, 60000/2002",
        "50, 1, 30, 50/2",
        "25, 1, 12, 12/1",
        "240, 1, 30, 30/1",
        "2, 1, 30, 2/1"
    })
    void fastFilmsAreHalvedWhereThatIsEven(int numerator, int denominator, int most, String rate) {
        var picture = picture(100, 100, new Fraction(numerator, denominator));

        assertThat(PictureFilters.rate(picture, most)).hasToString(rate);
    }

    private static VideoStream picture(int width, int height) {
        return picture(width, height, new Fraction(25, 1));
    }

    private static VideoStream picture(int width, int height, Fraction rate) {
        return new VideoStream(0, "h264", width, height, rate, false, false, "", Transfer.STANDARD);
    }
}
