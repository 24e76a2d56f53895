package vn.loa.subtitles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.subtitles.Alignment.Span;

class AlignmentTest {
    /** Starts and ends, by turns. */
    private static List<Span> spans(long... times) {
        return IntStream.range(0, times.length / 2)
                .mapToObj(i -> new Span(times[i * 2], times[i * 2 + 1]))
                .toList();
    }

    @Test
    void a_cue_stands_for_the_sentence_whose_times_it_has_although_others_are_said_at_once() {
        var vietnamese = spans(0, 3_000, 1_000, 4_000, 2_500, 6_000);

        var all = Alignment.of(vietnamese, vietnamese);
        var second = Alignment.of(vietnamese, spans(1_000, 4_000));

        assertThat(all.sourcesOf(0)).containsExactly(0);
        assertThat(all.sourcesOf(1)).containsExactly(1);
        assertThat(all.sourcesOf(2)).containsExactly(2);
        assertThat(all.untranslated()).isEmpty();
        assertThat(second.sourcesOf(0)).containsExactly(1);
        assertThat(second.untranslated()).containsExactly(0, 2);
    }

    @Test
    void a_cue_whose_times_were_changed_keeps_the_sentence_with_which_it_begins_or_in_whose_place_it_is() {
        var vietnamese = spans(0, 3_000, 1_000, 4_000, 5_000, 8_000);

        var shortened = Alignment.of(vietnamese, spans(0, 3_000, 1_000, 2_000));
        var moved = Alignment.of(vietnamese, spans(0, 3_000, 1_200, 4_200, 5_000, 8_000));

        assertThat(shortened.sourcesOf(1)).containsExactly(1);
        assertThat(moved.sourcesOf(1)).containsExactly(1);
    }

    @Test
    void two_at_the_same_time_stand_for_one_sentence_each() {
        var both = spans(0, 2_000, 0, 2_000);

        var one = Alignment.of(both, spans(0, 2_000));

        assertThat(Alignment.of(both, both).sourcesOf(1)).containsExactly(1);
        assertThat(one.untranslated()).containsExactly(1);
    }

    @Test
    void what_was_joined_or_divided_or_timed_anew_goes_by_what_is_said_while_it_is_shown() {
        var vietnamese = spans(1_000, 3_000, 3_000, 5_000, 6_000, 10_000);

        var joined = Alignment.of(vietnamese, spans(900, 5_100, 6_000, 8_000, 8_000, 10_000));

        assertThat(joined.sourcesOf(0)).containsExactly(0, 1);
        assertThat(joined.untranslated()).isEmpty();
        assertThat(Alignment.of(vietnamese, spans(1_000, 5_000)).untranslated())
                .as("joined with the next, beginning as it did")
                .containsExactly(2);
        assertThat(Alignment.of(vietnamese, spans(11_000, 12_000)).untranslated())
                .containsExactly(0, 1, 2);
        assertThat(Alignment.of(vietnamese, List.of()).untranslated()).hasSize(3);
        assertThat(Alignment.of(List.of(), vietnamese).sourcesOf(0)).isEmpty();
    }

    @Test
    void thousands_of_cues_are_aligned_in_one_go() {
        var many = IntStream.range(0, 20_000)
                .mapToObj(i -> new Span(i * 1_000L, i * 1_000L + 900))
                .toList();
        var shifted = many.stream()
                .map(span -> new Span(span.start() + 100, span.end() + 100))
                .skip(1)
                .toList();

        assertThat(Alignment.of(many, shifted).untranslated()).containsExactly(0);
    }
}
