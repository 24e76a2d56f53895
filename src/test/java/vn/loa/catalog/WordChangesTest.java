package vn.loa.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.catalog.WordChanges.Run;

class WordChangesTest {
    @ParameterizedTest
    @CsvSource({
        "nuôi bò ở bản,nuôi dê ở bản,'nuôi [-bò][+dê] ở bản'",
        "'',một câu,'[+một câu]'",
        "một câu,'','[-một câu]'",
        "như nhau,như nhau,như nhau",
        "nhà nghèo,nhà không nghèo,'nhà [+không ]nghèo'",
        "a b c d,b c d e,'[-a ]b c d[+ e]'"
    })
    void what_was_added_and_removed_is_told_word_by_word(String before, String after, String told) {
        assertThat(marked(before, after)).isEqualTo(told);
    }

    @Test
    void both_texts_stand_whole_in_what_is_told_also_when_they_are_too_long_to_be_compared() {
        var before = "cũ ".repeat(3_000);
        var after = "mới ".repeat(3_000);

        var runs = WordChanges.between(before, after);

        assertThat(runs.stream().filter(run -> !run.isAdded()).map(Run::text).collect(Collectors.joining()))
                .isEqualTo(before);
        assertThat(runs.stream().filter(run -> !run.isRemoved()).map(Run::text).collect(Collectors.joining()))
                .isEqualTo(after);
    }

    private static String marked(String before, String after) {
        return WordChanges.between(before, after).stream()
                .map(run -> run.isAdded()
                        ? "[+" + run.text() + "]"
                        : run.isRemoved() ? "[-" + run.text() + "]" : run.text())
                .collect(Collectors.joining());
    }
}
