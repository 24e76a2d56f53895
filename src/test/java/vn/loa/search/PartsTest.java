package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.loa.editorial.SubjectKind;

class PartsTest {
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final String SAID = "said";
    private static final String RUNS_ON = "runs_on";

    @Test
    void what_begins_in_a_cue_and_ends_in_the_next_is_shown_with_both() {
        assertThat(passage(null, "thẻ [bảo] [hiểm]\n[y] [tế] miễn phí"))
                .isEqualTo("thẻ [bảo] [hiểm] [y] [tế] miễn phí");
        assertThat(passage("vay [vốn],", "vay [vốn],\n[mua] bò")).isEqualTo("vay [vốn], [mua] bò");
    }

    @Test
    void what_is_whole_in_a_cue_is_shown_by_itself() {
        assertThat(passage("[vay] [vốn] mua bò", "[vay] [vốn] mua bò\nrồi [vay] nữa"))
                .isEqualTo("[vay] [vốn] mua bò");
        assertThat(passage("[vay] [vốn]", null)).isEqualTo("[vay] [vốn]");
    }

    @Test
    void nothing_begins_in_a_cue_that_is_only_followed_by_the_words() {
        assertThat(passage(null, "kinh tế khá lên\nthẻ [bảo] [hiểm]")).isNull();
        assertThat(passage("kinh tế", "kinh tế\nkhá lên")).isNull();
        assertThat(Parts.passage(Map.of())).isEmpty();
    }

    @Test
    void the_lines_of_a_section_stay_apart() {
        assertThat(passage("Mục [tiêu]\nGiảm nghèo", null)).isEqualTo("Mục [tiêu]\nGiảm nghèo");
    }

    @Test
    void that_the_index_could_not_be_asked_is_not_taken_for_nothing() {
        var away = new SearchSettings(URI.create("http://127.0.0.1:9/solr/loa"), false, SHORT, SHORT, SHORT);
        var works = List.of(new Subject(SubjectKind.PRODUCT, 1));
        var words = Words.of("vay vốn").orElseThrow();

        var found = new Parts(new SolrIndex(away)).within(works, words, Synonyms.none());

        assertThat(found.parts()).isEmpty();
        assertThat(found.complete()).isFalse();
        assertThat(new Parts(new SolrIndex(away))
                        .within(List.of(), words, Synonyms.none())
                        .complete())
                .isTrue();
    }

    /** Marks are written as brackets. */
    private static String passage(String said, String runsOn) {
        var passages = new HashMap<String, List<String>>();
        if (said != null) {
            passages.put(SAID, List.of(marked(said)));
        }
        if (runsOn != null) {
            passages.put(RUNS_ON, List.of(marked(runsOn)));
        }
        return Parts.passage(passages)
                .map(text -> text.replace(Snippet.OPEN, "[").replace(Snippet.CLOSE, "]"))
                .orElse(null);
    }

    private static String marked(String text) {
        return text.replace("[", Snippet.OPEN).replace("]", Snippet.CLOSE);
    }
}
