package vn.loa.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.Slug;
import vn.loa.media.Blob;
import vn.loa.media.MediaAsset;
import vn.loa.media.MediaKind;
import vn.loa.media.Rendition;

class QuietSoundTest {
    private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");

    private final Product product = new Product(new Slug("con-bo"), false, NOW);

    @ParameterizedTest
    @ValueSource(doubles = {-30.1, -70, -99})
    void what_is_next_to_silence_after_it_was_made_louder_is_told_with_its_figure(double loudness) {
        var warning = QuietSound.of(sounding(loudness)).orElseThrow();

        assertThat(warning.code()).isEqualTo("nearly-silent");
        assertThat(String.valueOf(warning.explanation()))
                .contains(
                        "gần như không có tiếng",
                        "next to no sound",
                        " -" + (loudness < -70 ? 70 : Math.round(-loudness)) + " LUFS");
    }

    @Test
    void what_is_as_loud_as_others_or_was_not_measured_is_not() {
        assertThat(QuietSound.of(sounding(-16.4))).isEmpty();
        assertThat(QuietSound.of(sounding(null))).isEmpty();
    }

    private Track sounding(Double loudness) {
        var station = new Rendition("station", new Blob("%064x".formatted(1), 1, NOW), "audio/mpeg");
        if (loudness != null) {
            station.sounds(loudness, -3);
        }
        var asset = new MediaAsset(MediaKind.AUDIO, "master", new Blob("%064x".formatted(2), 1, NOW), NOW);
        asset.put(station);
        return product.addTrack(TrackKind.AUDIO, "vi", TrackRole.ORIGINAL, null, asset, null);
    }
}
