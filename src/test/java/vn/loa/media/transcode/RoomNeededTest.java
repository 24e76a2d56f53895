package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How much of the disk encoding takes, told before anything is read. */
class RoomNeededTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long MIB = 1L << 20;

    private final RoomNeeded needed = new RoomNeeded(EncodingProfiles.load());

    @Test
    void anHourOfSoundTakesItsBitRatesTimesItsLength() {
        var sound = new Extent(HOUR, 0, 0);

        // 32, 20 and 64 kbit/s, then 128, 32 and 64; and a cover.
        assertThat(needed.small(sound).made()).isBetween(49 * MIB, 54 * MIB);
        assertThat(needed.small(sound).beside()).isZero();
        assertThat(needed.full(sound).made()).isBetween(96 * MIB, 112 * MIB);
    }

    @Test
    void anHourOfFilmTakesGigabytesOfWhichTheSmallestIsASmallPart() {
        var film = new Extent(HOUR, 1920, 1080);

        assertThat(needed.small(film).made()).isBetween(90 * MIB, 110 * MIB);
        assertThat(needed.small(film).beside())
                .as("its picture in parts and as a whole, and its sound")
                .isBetween(75 * MIB, 100 * MIB);
        assertThat(needed.full(film).made()).isBetween(1_900 * MIB, 2_200 * MIB);
        assertThat(needed.full(film).largest()).as("2.5 Mbit/s").isBetween(1_050 * MIB, 1_200 * MIB);
    }

    @Test
    void nothingIsReckonedForWhatWouldBeEnlarged() {
        var large = needed.full(new Extent(HOUR, 1280, 720)).made();
        var small = needed.full(new Extent(HOUR, 854, 480)).made();

        assertThat(large - small)
                .as("2.5 Mbit/s of the rung that only the large one has")
                .isBetween(1_050 * MIB, 1_200 * MIB);
        assertThat(needed.full(new Extent(HOUR, 160, 120)).made()).isPositive();
    }

    @Test
    void aDubTakesTheFilesThatItIsJoinedWithForAsLongAsTheFilmLasts() {
        var dub = needed.dub(new Extent(Duration.ofMinutes(50), 0, 0).fillTo(HOUR));

        assertThat(dub).isEqualTo(needed.dub(new Extent(HOUR, 0, 0)));
        assertThat(dub.made()).isBetween(160 * MIB, 200 * MIB);
        assertThat(dub.beside()).isBetween(130 * MIB, 170 * MIB);
    }

    @Test
    void aPictureTakesLittle() {
        assertThat(needed.small(new Extent(Duration.ZERO, 8000, 6000)).made()).isBetween(MIB, 16 * MIB);
        assertThat(needed.full(new Extent(Duration.ZERO, 8000, 6000)).made()).isZero();
    }
}
