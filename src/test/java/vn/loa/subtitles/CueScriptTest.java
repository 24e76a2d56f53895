package vn.loa.subtitles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.InvalidInput;
import vn.loa.common.JsonFields;
import vn.loa.common.Jsons;
import vn.loa.common.Violation;
import vn.loa.subtitles.SubtitleWarning.Kind;

class CueScriptTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bà con chú ý",
                "hai\ndòng",
                "<v Chị Mẫu>Nước sạch</v>",
                "<i>nghiêng</i> và <b>đậm</b>",
                "giá < 5 & > 3",
                "a <= b <3 c",
                "Tom & Jerry &nbsp; &amp;",
                "&lt;b>không phải thẻ",
                "chờ <00:00:01.500>đã",
                ""
            })
    void what_is_typed_stands_in_the_field_again(String typed) {
        assertThat(CueText.ofTyped(typed).typed()).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({
        "giá < 5 & lên, giá < 5 & lên",
        "<i>nghiêng</i>, nghiêng",
        "<xấu>hai</xấu>, <xấu>hai</xấu>",
        "&lt;b>chữ, <b>chữ",
    })
    void what_is_no_tag_is_words(String typed, String shown) {
        assertThat(CueText.ofTyped(typed).plain()).isEqualTo(shown);
    }

    @Test
    void what_is_kept_is_read_as_the_same() {
        var cues = List.of(
                new TimedText(0, 1000, "line:0 align:start", CueText.ofTyped("<i>Một</i> & hai")),
                new TimedText(1000, 2000, "", CueText.plain("")));

        assertThat(CueScript.parse(CueScript.write(cues).toString())).isEqualTo(cues);
    }

    @Test
    void cues_come_in_order_of_time_whatever_the_order_in_which_they_were_sent() {
        assertThat(read("""
                {"cues":[{"start":2000,"end":3000,"text":"hai"},{"start":0,"end":1000,"text":"một"},{"start":0,"end":1500}]}""")).extracting(cue -> cue.text().plain()).containsExactly("", "một", "hai");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|cues",
                "{\"cues\":[{\"start\":-1,\"end\":5}]}|cues[0].start",
                "{\"cues\":[{\"start\":5,\"end\":5}]}|cues[0].end",
                "{\"cues\":[{\"start\":5,\"end\":360000000}]}|cues[0].end",
                "{\"cues\":[{\"start\":1000000000500,\"end\":1000000002000}]}|cues[0].end",
                "{\"cues\":[{\"start\":5}]}|cues[0].end",
                "{\"cues\":[{\"start\":0,\"end\":9,\"settings\":\"line:0 foo:1\"}]}|cues[0].settings",
                "{\"cues\":[{\"start\":0,\"end\":9,\"words\":\"a\"}]}|cues[0].words",
            })
    void what_is_wrong_is_named(String json, String field) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(InvalidInput.class)
                .extracting(wrong -> ((InvalidInput) wrong).violations(), list(Violation.class))
                .extracting(Violation::field)
                .containsExactly(field);
    }

    @Test
    void a_cue_that_says_nothing_yet_is_not_warned_about_and_the_others_keep_their_numbers() {
        var cues = read("""
                {"cues":[{"start":0,"end":3000},{"start":3000,"end":6000,"text":"một"},{"start":5000,"end":8000,"text":"hai"},
                {"start":9000,"end":11000}]}""");

        var warnings = CueScript.proofread(cues, Duration.ofSeconds(60));

        assertThat(warnings).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(Kind.OVERLAP);
            assertThat(warning.place()).isEqualTo(3);
            assertThat(warning.figures().get(0)).isEqualTo(2);
        });
        assertThat(CueScript.said(cues)).hasSize(2);
    }

    @Test
    void a_file_of_subrip_holds_what_its_players_know() {
        var cues = List.of(
                new TimedText(500, 3_661_042, "line:0", CueText.ofTyped("<v Chị Mẫu><i>Một</i> < hai</v>")),
                new TimedText(4_000_000, 4_001_000, "", CueText.plain("Ba")));

        var file = SubtitleFormat.SUBRIP.write(cues);

        assertThat(file)
                .isEqualTo("1\n00:00:00,500 --> 01:01:01,042\n<i>Một</i> < hai\n\n"
                        + "2\n01:06:40,000 --> 01:06:41,000\nBa\n\n");
    }

    private static List<TimedText> read(String json) {
        try (var reader = Jsons.reader(new StringReader(json))) {
            var fields = new JsonFields(reader.readObject());
            var cues = CueScript.read(fields);
            fields.finish();
            return cues;
        }
    }
}
