package vn.loa.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Actor;
import vn.loa.accounts.Role;
import vn.loa.common.Slug;
import vn.loa.common.Texts;
import vn.loa.media.Blob;
import vn.loa.media.MediaAsset;
import vn.loa.media.MediaKind;
import vn.loa.media.Rendition;
import vn.loa.taxonomy.Language;

class CaptionsTest {
    private static final Instant NOW = Instant.parse("2025-05-22T01:00:00Z");
    private static final Actor REVIEWER =
            new Actor("ngonngu", Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("vi", "hmn"), false);

    private final Product product = new Product(new Slug("con-bo"), false, NOW);

    @Test
    void aFilmNeedsSubtitlesInTheLanguageInWhichItIsSpoken() {
        approved(TrackKind.VIDEO, "vi", TrackRole.ORIGINAL, "video/mp4", "audio/mp4");
        assertThat(Captions.missing(product)).containsExactly("vi");

        approved(TrackKind.SUBTITLE, "hmn", TrackRole.TRANSLATION, "text/vtt");
        assertThat(Captions.missing(product)).as("in another language").containsExactly("vi");

        approved(TrackKind.TRANSCRIPT, "vi", TrackRole.ORIGINAL, "text/vtt");
        assertThat(Captions.missing(product)).as("not beside the picture").containsExactly("vi");

        approved(TrackKind.SUBTITLE, "vi", TrackRole.ORIGINAL, "text/vtt");
        assertThat(Captions.missing(product)).isEmpty();
    }

    @Test
    void subtitlesThatAreNotApprovedAreNone() {
        approved(TrackKind.VIDEO, "vi", TrackRole.ORIGINAL, "video/mp4", "audio/mp4");
        track(TrackKind.SUBTITLE, "vi", TrackRole.ORIGINAL, "text/vtt");

        assertThat(Captions.missing(product)).containsExactly("vi");
    }

    @Test
    void aDubIsOneMoreLanguageInWhichAFilmIsSpoken() {
        approved(TrackKind.VIDEO, "vi", TrackRole.ORIGINAL, "video/mp4", "audio/mp4");
        approved(TrackKind.SUBTITLE, "vi", TrackRole.ORIGINAL, "text/vtt");
        var dub = track(TrackKind.AUDIO, "hmn", TrackRole.DUB, "audio/mp4");
        assertThat(Captions.missing(product)).as("nobody hears it yet").isEmpty();

        dub.approve(REVIEWER, NOW);
        assertThat(Captions.missing(product)).containsExactly("hmn");
    }

    @Test
    void whatIsOnlySeenOrOnlyHeardNeedsNone() {
        approved(TrackKind.AUDIO, "vi", TrackRole.ORIGINAL, "audio/mp4");
        approved(TrackKind.AUDIO, "hmn", TrackRole.DUB, "audio/mp4");
        assertThat(Captions.missing(product)).as("a skit").isEmpty();

        var silent = new Product(new Slug("phim-cam"), false, NOW);
        add(silent, TrackKind.VIDEO, "vi", TrackRole.ORIGINAL, "video/mp4").approve(REVIEWER, NOW);
        assertThat(Captions.missing(silent)).as("a silent film").isEmpty();
    }

    @Test
    void theWarningNamesTheLanguage() {
        var mong = new Language(
                "hmn",
                "hmn-Latn-VN",
                "hmn",
                "Mông",
                Texts.of(java.util.Map.of("vi", "Tiếng Mông", "en", "Hmong")),
                null,
                true,
                true,
                2);

        var warning = Captions.warning(mong);

        assertThat(warning.code()).isEqualTo("no-captions");
        assertThat(warning.explanation().in("vi")).startsWith("Phim có lời nói bằng tiếng Mông nhưng chưa có phụ đề");
        assertThat(warning.explanation().in("en")).startsWith("The film is spoken in Hmong, but");
    }

    private void approved(TrackKind kind, String language, TrackRole role, String... types) {
        track(kind, language, role, types).approve(REVIEWER, NOW);
    }

    private Track track(TrackKind kind, String language, TrackRole role, String... types) {
        return add(product, kind, language, role, types);
    }

    private static Track add(Product to, TrackKind kind, String language, TrackRole role, String... types) {
        var blob = new Blob("0".repeat(64), 1, NOW);
        var asset = new MediaAsset(MediaKind.VIDEO, "phim.mp4", blob, NOW);
        List.of(types).forEach(type -> asset.put(new Rendition(type, blob, type)));
        return to.addTrack(kind, language, role, null, asset, null);
    }
}
