package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.loa.catalog.Track;
import vn.loa.catalog.TrackKind;
import vn.loa.catalog.TrackRole;
import vn.loa.editorial.SubjectKind;
import vn.loa.media.Excerpt;
import vn.loa.media.MediaAsset;
import vn.loa.subtitles.Cue;
import vn.loa.subtitles.CueText;
import vn.loa.subtitles.SubtitleTrack;
import vn.loa.subtitles.TimedText;

class IndexedPartsTest {
    private static final Subject WORK = new Subject(SubjectKind.PRODUCT, 1);

    @Test
    void a_long_track_leaves_room_for_the_cues_of_every_other_language() {
        var tracks = List.of(subtitles("vi", 12_000, "Câu"), subtitles("en", 40, "Line"), subtitles("tyz", 40, "Gằm"));

        var held = built(IndexedParts.cues(WORK, "1", tracks));

        assertThat(held).filteredOn(part -> tongue(part).equals("vi")).hasSize(10_000);
        assertThat(held).filteredOn(part -> tongue(part).equals("en")).hasSize(40);
        assertThat(held).filteredOn(part -> tongue(part).equals("tyz")).hasSize(40);
    }

    @Test
    void all_cues_of_a_work_together_are_bounded_and_each_language_has_its_share() {
        var much = "x".repeat(1_000);
        var tracks = Stream.of("vi", "en", "tyz", "hmn")
                .map(language -> subtitles(language, 3_000, much))
                .toList();

        var held = built(IndexedParts.cues(WORK, "1", tracks));

        assertThat(held.stream()
                        .map(part -> part.getJsonArray(tongue(part).equals("vi") ? "said" : "said_other"))
                        .mapToLong(IndexDocument::characters)
                        .sum())
                .isBetween(3_500_000L, 4_000_000L);
        assertThat(held.stream().map(IndexedPartsTest::tongue).distinct()).hasSize(4);
        assertThat(IndexedParts.spokenWords(tracks))
                .hasSize(4)
                .allSatisfy((language, text) -> assertThat(text).hasSizeBetween(900_000, 1_100_000));
    }

    @Test
    void all_documents_of_a_work_together_are_bounded_and_each_has_its_share() {
        var page = "x".repeat(100_000);
        var tracks = IntStream.range(0, 5)
                .mapToObj(each -> document(
                        "vi",
                        IntStream.rangeClosed(1, 20)
                                .mapToObj(number -> new Excerpt(number, page))
                                .toList()))
                .toList();

        assertThat(IndexedParts.texts(tracks, Imprint.of(List.of()))).hasSize(5 * 8);
        assertThat(IndexedParts.texts(tracks.subList(0, 1), Imprint.of(List.of())))
                .hasSize(20);
    }

    @Test
    void what_subtitles_say_otherwise_than_a_transcript_is_found_and_what_both_say_is_found_once() {
        var transcript = said(TrackKind.TRANSCRIPT, "Bà con ơi!", "Con bò này khoẻ.", "Vâng.");
        var subtitles = said(TrackKind.SUBTITLE, "bà con ơi", "Con trâu này khoẻ.", "Chào nhé.", "Vâng.");

        var held = built(IndexedParts.cues(WORK, "1", List.of(subtitles, transcript)));

        assertThat(held)
                .extracting(part -> part.getJsonArray("said").getString(0))
                .containsExactly("Bà con ơi!", "Con bò này khoẻ.", "Vâng.", "Con trâu này khoẻ.", "Chào nhé.", "Vâng.");
        assertThat(held).extracting(IndexDocument::id).doesNotHaveDuplicates();
        assertThat(IndexedParts.spokenWords(List.of(subtitles, transcript)))
                .containsExactly(
                        Map.entry("vi", "Bà con ơi! Con bò này khoẻ. Vâng. Con trâu này khoẻ. Chào nhé. Vâng."));
    }

    /** A line each ten seconds. */
    private static Track said(TrackKind kind, String... lines) {
        var cues = IntStream.range(0, lines.length)
                .mapToObj(each ->
                        new Cue(new TimedText(each * 10_000L, each * 10_000L + 2_000, "", CueText.plain(lines[each]))))
                .toList();
        return new Written(kind, "vi") {
            @Override
            public Optional<SubtitleTrack> cues() {
                return Optional.of(new SubtitleTrack("vi", cues, List.of()));
            }
        };
    }

    private static List<JsonObject> built(List<IndexDocument> parts) {
        return parts.stream().map(IndexDocument::build).toList();
    }

    private static String tongue(JsonObject part) {
        return part.getJsonArray("tongue").getString(0);
    }

    private static Track subtitles(String language, int number, String text) {
        var cues = IntStream.range(0, number)
                .mapToObj(each -> new Cue(new TimedText(each * 1_000L, each * 1_000L + 900, "", CueText.plain(text))))
                .toList();
        return new Written(TrackKind.SUBTITLE, language) {
            @Override
            public Optional<SubtitleTrack> cues() {
                return Optional.of(new SubtitleTrack(language, cues, List.of()));
            }
        };
    }

    private static Track document(String language, List<Excerpt> excerpts) {
        var asset = new MediaAsset() {
            @Override
            public List<Excerpt> excerpts() {
                return excerpts;
            }
        };
        return new Written(TrackKind.DOCUMENT, language) {
            @Override
            public Optional<MediaAsset> asset() {
                return Optional.of(asset);
            }
        };
    }

    private static class Written extends Track {
        private final TrackKind kind;
        private final String language;

        Written(TrackKind kind, String language) {
            this.kind = kind;
            this.language = language;
        }

        @Override
        public TrackKind kind() {
            return kind;
        }

        @Override
        public String language() {
            return language;
        }

        @Override
        public TrackRole role() {
            return TrackRole.ORIGINAL;
        }

        @Override
        public boolean standsIn() {
            return false;
        }
    }
}
