package vn.loa.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.catalog.LanguageMatrix.Cell;
import vn.loa.catalog.LanguageMatrix.Fact;
import vn.loa.catalog.PlanReferences.Promised;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Medium;

class LanguageMatrixTest {
    private static final Language MONG = language("hmn", true);
    private static final LanguageMatrix.Demand SKIT = new LanguageMatrix.Demand(Medium.AUDIO, Promised.NOTHING);

    @Test
    void what_only_holds_the_place_of_a_translation_is_shown_as_such_and_counts_as_nothing_done() {
        var subtitle = cells(
                        List.of(new Fact(
                                1, TrackKind.SUBTITLE, TrackRole.TRANSLATION, "hmn", TrackState.APPROVED, true)),
                        Set.of())
                .get(1);

        assertThat(subtitle.state()).isEqualTo("approved");
        assertThat(subtitle.standsIn()).isTrue();
        assertThat(subtitle.getLook()).as("a word and a colour of its own").isEqualTo("standin");
        assertThat(subtitle.isDone()).isFalse();
    }

    @Test
    void a_cell_says_what_is_approved_and_what_asks_for_work_beside_it() {
        var cells = cells(
                List.of(
                        new Fact(1, TrackKind.SUBTITLE, TrackRole.TRANSLATION, "hmn", TrackState.APPROVED),
                        new Fact(2, TrackKind.SUBTITLE, TrackRole.TRANSLATION, "hmn", TrackState.READY),
                        new Fact(3, TrackKind.TRANSCRIPT, TrackRole.TRANSLATION, "hmn", TrackState.READY),
                        new Fact(6, TrackKind.SUBTITLE, TrackRole.TRANSLATION, "hmn", TrackState.REJECTED),
                        new Fact(4, TrackKind.TRANSCRIPT, TrackRole.TRANSLATION, "hmn", TrackState.REJECTED),
                        new Fact(5, TrackKind.AUDIO, TrackRole.DUB, "vi", TrackState.APPROVED)),
                Set.of());

        assertThat(cells)
                .containsExactly(
                        new Cell("audio", "missing", null, null, null, "optional"),
                        new Cell("subtitle", "approved", 1L, "ready", 2L, "optional"),
                        new Cell("transcript", "ready", 3L, "rejected", 4L, "optional"),
                        new Cell("summary", "written", null, null, null, "optional"));
    }

    @Test
    void a_film_is_the_sound_of_its_own_language_and_a_poster_is_none() {
        assertThat(cells(List.of(new Fact(1, TrackKind.VIDEO, TrackRole.ORIGINAL, "hmn", TrackState.READY)), Set.of())
                        .get(0)
                        .state())
                .isEqualTo("ready");
        assertThat(cells(List.of(new Fact(1, TrackKind.IMAGE, TrackRole.POSTER, "hmn", TrackState.APPROVED)), Set.of())
                        .get(0)
                        .state())
                .isEqualTo("missing");
    }

    @Test
    void subtitles_that_somebody_writes_are_begun_until_there_is_a_track() {
        assertThat(cells(List.of(), Set.of("hmn")).get(1).state()).isEqualTo("begun");
        assertThat(cells(List.of(), Set.of("tyz")).get(1).state()).isEqualTo("missing");
    }

    @Test
    void an_article_needs_neither_sound_nor_subtitles_and_a_skit_needs_sound_but_no_subtitles() {
        assertThat(needs(Medium.TEXT, Promised.NOTHING, "vi")).containsExactly("none", "none", "none", "needed");
        assertThat(needs(Medium.AUDIO, Promised.NOTHING, "vi"))
                .containsExactly("needed", "optional", "optional", "needed");
        assertThat(needs(Medium.AUDIO, Promised.NOTHING, "hmn"))
                .containsExactly("optional", "optional", "optional", "optional");
    }

    @Test
    void what_a_plan_promises_in_a_language_is_needed_in_it_dubbed_or_with_subtitles() {
        assertThat(needs(Medium.AUDIO, new Promised(List.of("vi", "hmn"), false), "hmn"))
                .containsExactly("needed", "optional", "optional", "optional");
        assertThat(needs(Medium.VIDEO, new Promised(List.of("vi", "hmn"), false), "hmn"))
                .containsExactly("needed", "optional", "optional", "optional");
        assertThat(needs(Medium.VIDEO, new Promised(List.of("vi", "hmn"), true), "hmn"))
                .containsExactly("optional", "needed", "optional", "optional");
        assertThat(needs(Medium.VIDEO, Promised.NOTHING, "vi"))
                .containsExactly("needed", "needed", "optional", "needed");
    }

    private static List<String> needs(Medium medium, Promised promised, String language) {
        return LanguageMatrix.of(
                        "mau",
                        Texts.none(),
                        Texts.none(),
                        new LanguageMatrix.Demand(medium, promised),
                        List.of(),
                        Set.of(),
                        List.of(language(language, true)),
                        Set.of())
                .rows()
                .get(0)
                .cells()
                .stream()
                .map(Cell::need)
                .toList();
    }

    @Test
    void only_languages_of_works_have_a_row_and_those_that_one_judges_are_marked() {
        var matrix = LanguageMatrix.of(
                "mau",
                Texts.none(),
                Texts.none(),
                SKIT,
                List.of(),
                Set.of(),
                List.of(MONG, language("en", false), language("tyz", true)),
                Set.of("tyz"));

        assertThat(matrix.rows()).extracting(LanguageMatrix.Row::code).containsExactly("hmn", "tyz");
        assertThat(matrix.rows()).extracting(LanguageMatrix.Row::mine).containsExactly(false, true);
    }

    private static List<Cell> cells(List<Fact> tracks, Set<String> begun) {
        return LanguageMatrix.of(
                        "mau",
                        Texts.none(),
                        Texts.of(Map.of("hmn", "Mẫu")),
                        SKIT,
                        tracks,
                        begun,
                        List.of(MONG),
                        Set.of())
                .rows()
                .get(0)
                .cells();
    }

    private static Language language(String code, boolean isContent) {
        return new Language(
                code, code + "-Latn-VN", code, code, Texts.of(Map.of("vi", code)), null, isContent, false, 1);
    }
}
