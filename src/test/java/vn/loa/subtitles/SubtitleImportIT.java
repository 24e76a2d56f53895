package vn.loa.subtitles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesPortal;

/** What the sample content's subtitle files became. */
@UsesPortal
class SubtitleImportIT {
    private static final String PRODUCT = "con-bo-cua-nha-ong-pao";

    private record Stored(long cues, String name, String master, String sha256) {}

    @ParameterizedTest
    @ValueSource(strings = {"vi", "hmn", "tyz"})
    void the_file_is_kept_and_players_get_webvtt_of_the_cues(String language, Portal portal) throws Exception {
        var stored = stored(portal, language);
        var sent = Files.readAllBytes(Path.of("src/main/sample/media", PRODUCT, PRODUCT + "." + language + ".vtt"));
        var served = portal.get("/media/%s/%s/%s-%s-subtitles.vtt"
                .formatted(PRODUCT, stored.sha256().substring(0, 16), PRODUCT, language));

        assertThat(stored.name()).isEqualTo(PRODUCT + "." + language + ".vtt");
        assertThat(stored.master()).isEqualTo(sha256(sent));
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(sha256(served.body().getBytes(StandardCharsets.UTF_8))).isEqualTo(stored.sha256());
        assertThat(served.body())
                .isEqualTo(WebVtt.write(SubtitleFile.read(sent, language).cues()));
        assertThat(served.body()).isEqualTo(WebVtt.write(cues(portal, stored.cues())));
    }

    private static Stored stored(Portal portal, String language) throws SQLException {
        try (var connection = portal.database();
                var query = connection.prepareStatement(
                        "select t.subtitle_track, a.original_name, a.master, r.blob from track t"
                                + " join product p on p.id = t.product join media_asset a on a.id = t.asset"
                                + " join rendition r on r.asset = a.id"
                                + " where p.slug = ? and t.language = ? and t.subtitle_track is not null")) {
            query.setString(1, PRODUCT);
            query.setString(2, language);
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                var found = new Stored(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4));
                assertThat(rows.next()).as("another rendition").isFalse();
                return found;
            }
        }
    }

    private static List<TimedText> cues(Portal portal, long track) throws SQLException {
        var cues = new ArrayList<TimedText>();
        try (var connection = portal.database();
                var query = connection.prepareStatement(
                        "select start_millis, end_millis, settings, text, speaker, markup from subtitle_cue"
                                + " where subtitle_track = ? order by position")) {
            query.setLong(1, track);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var markup = rows.getString(6);
                    var text = markup == null
                            ? CueText.plain(rows.getString(4))
                            : new CueText(rows.getString(4), rows.getString(5), markup);
                    cues.add(new TimedText(rows.getLong(1), rows.getLong(2), rows.getString(3), text));
                }
            }
        }
        return cues;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
