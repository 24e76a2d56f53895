package vn.loa.subtitles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.encoding.LegacyText;
import vn.loa.common.encoding.TextEncoding;
import vn.loa.subtitles.SubtitleWarning.Kind;
import vn.loa.subtitles.SubtitlesRefused.Reason;

class SubtitleFileTest {
    private static final String ASS = """
            [Script Info]
            ; Lời bình
            ScriptType: v4.00+

            [V4+ Styles]
            Format: Name, Fontname, Fontsize
            Style: Default,Arial,20

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WEBVTT | 'WEBVTT\n\n00:01.000 --> 00:02.000\nBà con'",
                "SUBRIP | '1\n00:00:01,000 --> 00:00:02,000\nBà con'",
                "SUBRIP | 'WEBVTTX\n\n00:01.000 --> 00:02.000\nBà con'",
                "SBV | '0:00:01.000,0:00:02.000\nBà con'",
                "SUBSTATION | '[Script Info]\n[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00,Bà con'",
                "SUBSTATION | 'Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Bà con'"
            })
    void the_content_tells_the_format(SubtitleFormat format, String text) {
        var file = read(text);
        assertThat(file.format()).isEqualTo(format);
        assertThat(file.cues())
                .extracting(
                        TimedText::startMillis,
                        TimedText::endMillis,
                        cue -> cue.text().plain())
                .containsExactly(tuple(1_000L, 2_000L, "Bà con"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00:00:01,500 --> 00:00:02,250",
                "00:00:01.500 --> 00:00:02.250",
                "00:01,500 --> 00:02,250",
                "0:0:1,500-->0:0:2,250",
                "00:00:01,5 -> 00:00:02,25",
                "00:00:01, 500 -- > 00:00:02, 250",
                "00:00:01,500 –> 00:00:02,250",
                "00:00:01,500 → 00:00:02,250",
                " 00:00:01,500 --> 00:00:02,250  X1:201 X2:516 Y1:397 Y2:423"
            })
    void srt_times_are_read_in_all_the_ways_people_write_them(String times) {
        assertThat(read("1\n" + times + "\nBà con\n").cues())
                .extracting(TimedText::startMillis, TimedText::endMillis, TimedText::settings)
                .containsExactly(tuple(1_500L, 2_250L, ""));
    }

    @Test
    void srt_may_lack_numbers_and_empty_lines_and_have_too_many() {
        var file = read("""


                00:00:01,000 --> 00:00:02,000
                Năm
                1945
                3
                00:00:02,000 --> 00:00:03,000

                Hai

                dòng


                00:00:03,000 --> 00:00:04,000
                Hết
                1945
                """);
        assertThat(said(file)).containsExactly("Năm\n1945", "Hai\ndòng", "Hết\n1945");
        assertThat(file.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<i>Bà</i> con | <i>Bà</i> con",
                "<I>Bà</I> con | <i>Bà</i> con",
                "<font color=\"#ff0\" size=3>Bà</font> con | Bà con",
                "<script>alert(1)</script> | alert(1)",
                "<img src=x onerror=alert(1)>Bà | Bà",
                "1 < 2 và 3 > 2 | 1 &lt; 2 và 3 &gt; 2",
                "<3 bà con | &lt;3 bà con",
                "Tôi & bà <b | Tôi &amp; bà &lt;b",
                "{\\i1}Bà{\\i0} con{không} | Bà con{không}",
                "<b>Bà con | <b>Bà con</b>"
            })
    void html_in_srt_becomes_what_webvtt_allows(String srt, String markup) {
        assertThat(read("1\n00:00:01,000 --> 00:00:02,000\n" + srt)
                        .cues()
                        .get(0)
                        .text()
                        .markup())
                .isEqualTo(markup);
    }

    @ParameterizedTest
    @CsvSource({
        "1,align:left",
        "2,''",
        "3,align:right",
        "5,line:50%",
        "7,line:0 align:left",
        "8,line:0",
        "9,line:0 align:right"
    })
    void a_place_on_the_picture_is_kept(int key, String settings) {
        var srt = read("1\n00:00:01,000 --> 00:00:02,000\n{\\an" + key + "}Bà con");
        assertThat(srt.cues().get(0).settings()).isEqualTo(settings);
        assertThat(said(srt)).containsExactly("Bà con");
        var ass = read(ASS + "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\fs20\\an" + key + "}Bà con");
        assertThat(ass.cues().get(0).settings()).isEqualTo(settings);
    }

    @Test
    void sbv_breaks_lines_in_two_ways() {
        assertThat(said(read("0:00:01.000,0:00:02.000\n1\nBà[br]con\n\n0:00:02.000,0:00:03.000\n5 > 3\n")))
                .containsExactly("1\nBà\ncon", "5 > 3");
    }

    @Test
    void ass_gives_words_and_speakers_without_styles_drawings_and_comments() {
        var file = read(ASS + """
                Comment: 0,0:00:00.00,0:00:09.00,Default,,0,0,0,,Ghi chú
                Dialogue: 0,0:00:01.00,0:00:02.50,Default,Ông Páo,0,0,0,,{\\i1\\c&H00FF&}Con bò, {\\i0}con trâu\\Nvà con ngựa\\nnữa\\h!
                Dialogue: 0,0:00:01.00,0:00:09.00,Default,,0,0,0,,{\\p1}m 0 0 l 100 0 100 100{\\p0}
                Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,{\\p4}m 0 0{\\p0}Chợ {đoạn này nghe lại} <b>& phiên</b>
                [Fonts]
                Dialogue: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,,không phải lời
                """);
        assertThat(said(file)).containsExactly("Con bò, con trâu\nvà con ngựa nữa\u00a0!", "Chợ  <b>& phiên</b>");
        assertThat(file.cues().get(0).text().speaker()).isEqualTo("Ông Páo");
        assertThat(file.cues().get(1).text().speaker()).isNull();
        assertThat(file.cues().get(0).endMillis()).isEqualTo(2_500);
        assertThat(file.warnings()).isEmpty();
    }

    @Test
    void ssa_has_its_columns_in_the_order_of_its_format_line() {
        var file = read("""
                [Script Info]
                [events]
                format: Marked, End, Start, Actor, Text
                dialogue: Marked=0,0:00:02.00,0:00:01.00,Bà Mai,Nghe, rồi kể lại
                """);
        assertThat(said(file)).containsExactly("Nghe, rồi kể lại");
        assertThat(file.cues().get(0).startMillis()).isEqualTo(1_000);
        assertThat(file.cues().get(0).text().speaker()).isEqualTo("Bà Mai");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUBRIP", "SBV", "SUBSTATION", "WEBVTT"})
    void cues_without_sense_are_left_out_with_the_number_of_their_line(String format) {
        var file = read(
                switch (format) {
                    case "SUBRIP" ->
                        "Lạc\n00:00:01,000 --> 00:00:02,000\nMột\n\n-00:00:01,000 --> 00:00:02,000\nâm\n\n00:00:09,000 --> 00:00:02,000\nngược\n\n"
                                + "100:00:00,000 --> 100:00:01,000\nmuộn\n\n00:00:03,000 --> 00:00:04,000\n<i> </i>\n";
                    case "SBV" ->
                        "Lạc\n0:00:01.000,0:00:02.000\nMột\n\n-0:00:01.000,0:00:02.000\nâm\n\n0:00:09.000,0:00:02.000\nngược\n\n"
                                + "100:00:00.000,100:00:01.000\nmuộn\n\n0:00:03.000,0:00:04.000\n<i> </i>\n";
                    case "WEBVTT" ->
                        "WEBVTT\n\n00:01.000 --> 00:02.000\nMột\n-00:01.000 --> 00:02.000\nâm\n\n00:09.000 --> 00:02.000\nngược\n\n"
                                + "100:00:00.000 --> 100:00:01.000\nmuộn\n\n00:03.000 --> 00:04.000\n<i> </i>\n";
                    default ->
                        "[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00,Một\n\nDialogue: -0:00:01.00,0:00:02.00,âm\n\n\nDialogue: 0:00:09.00,0:00:02.00,ngược\n\n\n"
                                + "Dialogue: 100:00:00.00,100:00:01.00,muộn\n\n\nDialogue: 0:00:03.00,0:00:04.00,{\\i1} \n";
                });
        assertThat(said(file)).containsExactly("Một");
        assertThat(file.warnings().stream().filter(w -> w.kind() != Kind.STRAY_TEXT))
                .extracting(SubtitleWarning::kind, SubtitleWarning::place)
                .containsExactly(
                        tuple(Kind.UNREADABLE_TIME, 5),
                        tuple(Kind.ENDS_BEFORE_START, 8),
                        tuple(Kind.TOO_LATE, 11),
                        tuple(Kind.EMPTY, 14));
        if (format.equals("SUBRIP") || format.equals("SBV")) {
            assertThat(file.warnings().get(0)).isEqualTo(SubtitleWarning.line(Kind.STRAY_TEXT, 1));
        }
    }

    @Test
    void cues_out_of_order_are_put_in_order() {
        assertThat(said(read("00:00:05,000 --> 00:00:06,000\nsau\n\n00:00:01,000 --> 00:00:02,000\ntrước\n")))
                .containsExactly("trước", "sau");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1258", "TCVN3", "VNI"})
    void an_old_encoding_comes_out_as_unicode(String encoding) {
        var text =
                "1\r\n00:00:01,000 --> 00:00:03,000\r\nBà con đến nhà văn hóa thôn nghe đài,\r\nrồi về kể lại cho người ở xa được biết.\r\n";
        var file = SubtitleFile.read(
                switch (encoding) {
                    case "windows-1258" -> LegacyText.windows1258(text);
                    case "TCVN3" -> LegacyText.tcvn3(text);
                    case "VNI" -> LegacyText.vni(text);
                    default -> text.getBytes(Charset.forName(encoding));
                },
                "vi");
        assertThat(file.encoding().label()).isEqualTo(encoding);
        assertThat(said(file))
                .containsExactly("Bà con đến nhà văn hóa thôn nghe đài,\nrồi về kể lại cho người ở xa được biết.");
        assertThat(file.warnings())
                .extracting(SubtitleWarning::kind)
                .isEqualTo(file.encoding() == TextEncoding.TCVN3 ? List.of(Kind.CAPITALS) : List.of());
    }

    @Test
    void older_letters_that_were_saved_as_unicode_are_turned_back_or_named() {
        var cue = "1\n00:00:01,000 --> 00:00:09,000\n";
        var windows = Charset.forName("windows-1252");
        var talk = "Bà con đến nhà văn hóa thôn nghe đài,\nrồi về kể lại cho người ở xa được biết.";
        var turned = read(cue + new String(LegacyText.vni(talk), windows));
        assertThat(said(turned)).containsExactly(talk);
        assertThat(turned.warnings()).containsExactly(SubtitleWarning.whole(Kind.REREAD));
        var few = read(cue + "TiÕng ViÖt cã dÊu");
        assertThat(said(few)).containsExactly("TiÕng ViÖt cã dÊu");
        assertThat(few.warnings()).containsExactly(SubtitleWarning.whole(Kind.MISREAD));
    }

    @Test
    void what_cannot_be_read_for_sure_is_refused_with_a_reason_and_a_line() {
        assertRefused("", Reason.EMPTY, 0);
        assertRefused("\n\n", Reason.UNKNOWN_FORMAT, 0);
        assertRefused("Chỉ là một bức thư gửi bà con.", Reason.UNKNOWN_FORMAT, 0);
        assertRefused("{\"cues\": []}", Reason.UNKNOWN_FORMAT, 0);
        assertRefused("WEBVTT\n", Reason.NO_CUE, 0);
        assertRefused("WEBVTT\n\n00:02.000 --> 00:01.000\nngược", Reason.NO_CUE, 3);
        assertRefused("WEBVTT\n\n" + "x".repeat(TextLines.LONGEST + 1), Reason.LINE_TOO_LONG, 3);
        assertRefused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}, Reason.UNKNOWN_FORMAT, 0);
        assertRefused(
                "1\n00:00:01,000 --> 00:00:02,000\nUn café\n".getBytes(StandardCharsets.ISO_8859_1),
                Reason.UNKNOWN_ENCODING,
                0);
        assertRefused(
                new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, 'W', '\n', (byte) 0xff}, Reason.BROKEN_ENCODING, 2);
    }

    @Test
    void nobody_waits_for_files_without_end() {
        assertRefused(new byte[SubtitleFile.MOST_BYTES + 1], Reason.TOO_LARGE, 0);
        assertRefused("x".repeat(SubtitleFile.MOST_BYTES), Reason.LINE_TOO_LONG, 1);
        assertRefused(
                "WEBVTT\n" + "\n00:01.000 --> 00:02.000\nx\n".repeat(Reading.MOST_CUES + 1),
                Reason.TOO_MANY_CUES,
                Reading.MOST_CUES * 3 + 3);
        assertRefused("0:0:1,0-->0:0:2,0\nx\n".repeat(200_000), Reason.TOO_MANY_CUES, Reading.MOST_CUES * 2 + 1);
        assertRefused("0:0:2,0-->0:0:1,0\nx\n".repeat(200_000), Reason.NO_CUE, 1);
    }

    @Test
    @Timeout(value = 5, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_tag_without_an_end_is_read_once_however_talkit_is() {
        var endless = "<" + "a".repeat(TextLines.LONGEST - 2);
        var file = read(("00:00:01,000 --> 00:00:02,000\n" + endless + "\n\n").repeat(10)
                + "00:00:03,000 --> 00:00:04,000\nBà con\n");

        assertThat(said(file)).containsExactly("Bà con");
    }

    @Test
    void a_cue_that_fills_more_than_any_screen_is_left_out() {
        var file = read("00:00:01,000 --> 00:00:02,000\n" + "<".repeat(Reading.LONGEST_CUE)
                + "\n\n00:00:02,000 --> 00:00:03,000\n" + "dòng\n".repeat(10_000)
                + "\n00:00:03,000 --> 00:00:04,000\nBà con\n");
        assertThat(said(file)).containsExactly("Bà con");
        assertThat(file.warnings())
                .containsExactly(
                        SubtitleWarning.line(Kind.TOO_MUCH_TEXT, 1, Reading.LONGEST_CUE),
                        SubtitleWarning.line(Kind.TOO_MUCH_TEXT, 4, Reading.LONGEST_CUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1258"})
    void subtitles_are_known_by_their_beginning_in_any_encoding(String encoding) throws Exception {
        for (var text : List.of(
                "\ufeff1\n00:00:01,000 --> 00:00:02,000\nBa con\n",
                "1\r\n00:00:01,000 --> 00:00:02,000\r\nBa con\r\n",
                "0:00:01.000,0:00:02.000\nBa con\n",
                "\ufeffWEBVTT\n\n00:01.000 --> 00:02.000\nBa con\n")) {
            if (!encoding.startsWith("w") || text.charAt(0) != '\ufeff') {
                assertThat(SubtitleFile.isLike(text.getBytes(encoding)))
                        .as(text)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MZ this program cannot be run",
                "<!doctype html>",
                "Bà con chú ý",
                "#EXTM3U\n#EXTINF:10,\na.ts"
            })
    void what_has_no_times_is_not_like_subtitles(String text) {
        assertThat(SubtitleFile.isLike(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void of_many_warnings_of_a_kind_a_number_is_enough() {
        var file = read("00:00:02,000 --> 00:00:01,000\nx\n".repeat(150) + "00:00:01,000 --> 00:00:02,000\nx\n");
        assertThat(file.warnings()).hasSize(Warnings.MOST_OF_A_KIND + 1);
        assertThat(file.warnings().get(Warnings.MOST_OF_A_KIND)).isEqualTo(SubtitleWarning.whole(Kind.MORE, 50));
    }

    @Test
    void nul_and_turns_of_direction_do_no_harm() {
        assertThat(said(read("00:00:01,000 --> 00:00:02,000\nBà\0 \u202econ\u2069\ufeff\n")))
                .containsExactly("Bà\ufffd con");
    }

    private static List<String> said(SubtitleFile file) {
        return file.cues().stream().map(cue -> cue.text().plain()).toList();
    }

    private static SubtitleFile read(String text) {
        return SubtitleFile.read(text.getBytes(StandardCharsets.UTF_8), "vi");
    }

    private static void assertRefused(String text, Reason reason, int line) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), reason, line);
    }

    private static void assertRefused(byte[] bytes, Reason reason, int line) {
        assertThatExceptionOfType(SubtitlesRefused.class)
                .isThrownBy(() -> SubtitleFile.read(bytes, "vi"))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason))
                .satisfies(refused -> assertThat(refused.line()).isEqualTo(line));
    }
}
