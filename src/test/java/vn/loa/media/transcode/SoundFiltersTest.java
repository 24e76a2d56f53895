package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.loa.media.transcode.SoundFilters.Correction;
import vn.loa.media.transcode.SoundProfiles.Target;

class SoundFiltersTest {
    private static final Target TARGET = new Target(-16, -1.5, 1.2);

    @Test
    void a_sound_whose_peaks_stay_below_the_ceiling_is_only_made_louder() {
        assertThat(normalised(-18, -4.7, Correction.NONE)).isEqualTo("volume=2.00dB");
    }

    @Test
    void a_sound_whose_peaks_would_go_over_the_ceiling_is_limited_at_four_times_the_rate() {
        assertThat(normalised(-18, -4.6, Correction.NONE))
                .startsWith("volume=2.00dB,aresample=192000,alimiter=limit=0.7328:")
                .endsWith(",aresample=48000,aformat=channel_layouts=mono");
    }

    @Test
    void what_listening_taught_counts_when_it_is_told_whether_peaks_go_over() {
        assertThat(normalised(-18, -4.7, new Correction(0.1, 0))).contains("alimiter");
        assertThat(normalised(-18, -4.7, new Correction(0, 0.1))).contains("alimiter");
    }

    @Test
    void silence_is_left_alone() {
        assertThat(normalised(-99, -99, Correction.NONE)).isEqualTo("anull");
    }

    private static String normalised(double integrated, double truePeak, Correction correction) {
        return SoundFilters.normalise(new Loudness(integrated, 3, truePeak, integrated - 10), TARGET, correction);
    }
}
