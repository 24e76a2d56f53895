package vn.loa.subtitles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebVttTest {
    @Test
    void cuesAreReadWithTheirTimesAndLines() {
        var cues =
                parse("WEBVTT\n\n1\n00:01.500 --> 00:04.000\nXin chào\nbà con\n\n01:02:03.004 --> 01:02:04.000\nHết\n");
        assertThat(cues)
                .extracting(
                        TimedText::startMillis,
                        TimedText::endMillis,
                        cue -> cue.text().plain())
                .containsExactly(tuple(1_500L, 4_000L, "Xin chào\nbà con"), tuple(3_723_004L, 3_724_000L, "Hết"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void anyLineEndWillDo(String end) {
        var cues = parse("\ufeffWEBVTT - phụ đề\n\n00:01.000 --> 00:02.000\na\nb\n\n00:02.000 --> 00:03.000\nc"
                .replace("\n", end));
        assertThat(cues).extracting(cue -> cue.text().plain()).containsExactly("a\nb", "c");
    }

    @Test
    void headersRegionsStylesAndNotesAreNoCues() {
        var cues = parse("""
                WEBVTT
                Kind: captions
                Language: vi

                REGION
                id:fred

                STYLE
                ::cue { color: red }

                NOTE
                Viết cho --bà con--

                00:01.000 --> 00:02.000
                Một

                NOTE một dòng

                00:02.000 --> 00:03.000
                Hai
                """);
        assertThat(cues).extracting(cue -> cue.text().plain()).containsExactly("Một", "Hai");
    }

    @Test
    void aCueMayFollowTheHeaderOrAnotherCueWithoutAnEmptyLine() {
        var cues = parse("WEBVTT\n00:01.000 --> 00:02.000\nMột\n00:02.000 --> 00:03.000\nHai\n");
        assertThat(cues).extracting(cue -> cue.text().plain()).containsExactly("Một", "Hai");
    }

    @Test
    void cuesComeInOrderOfTime() {
        var cues = parse(
                "WEBVTT\n\n00:05.000 --> 00:06.000\nsau\n\n00:01.000 --> 00:02.000\nngắn\n\n00:01.000 --> 00:03.000\ndài\n");
        assertThat(cues).extracting(cue -> cue.text().plain()).containsExactly("dài", "ngắn", "sau");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-00:01.000 --> 00:02.000",
                "00:02.000 --> 00:01.000",
                "00:02.000 --> 00:02.000",
                "00:61.000 --> 00:62.000",
                "00:01,000 --> 00:02,000",
                "99:59:59.000 --> 100:00:00.000",
                "00:01.0000 --> 00:02.000",
                "1 --> 2",
                "-->",
                "99999999999999999999:00:00.000 --> 99999999999999999999:00:01.000"
            })
    void aCueWithTimesThatMakeNoSenseIsPassedOver(String timing) {
        var cues = parse("WEBVTT\n\n" + timing + "\nsai\n\n00:07.000 --> 00:08.000\nđúng\n");
        assertThat(cues).extracting(cue -> cue.text().plain()).containsExactly("đúng");
    }

    @Test
    void onlyValidSettingsAreKept() {
        var cues =
                parse("WEBVTT\n\n00:01.000-->00:02.000 line:-1 position:50%,center size:101% align:middle align:start "
                        + "vertical:rl region:fred onclick:alert(1)\nchữ\n");
        assertThat(cues.get(0).settings()).isEqualTo("line:-1 position:50%,center align:start vertical:rl");
    }

    @Test
    void textIsWrittenInNfcAndNothingElseIsChanged() {
        var decomposed = Normalizer.normalize("Tiếng Việt: giảm nghèo", Normalizer.Form.NFD);
        assertThat(text(decomposed).plain()).isEqualTo("Tiếng Việt: giảm nghèo");
    }

    @Test
    void allowedTagsSurviveBalancedAndOthersVanish() {
        var text = text(
                "<v.loud Bà Mai>Nghe <b>rõ<i> chưa</b>?<script>alert(1)</script> <lang hmn>…</lang><00:00:01.500><c.vang.do>!</c>");
        assertThat(text.plain()).isEqualTo("Nghe rõ chưa?alert(1) …!");
        assertThat(text.markup())
                .isEqualTo(
                        "<v.loud Bà Mai>Nghe <b>rõ<i> chưa?alert(1) <lang hmn>…</lang><00:00:01.500><c.vang.do>!</c></i></b></v>");
    }

    @Test
    void rubyTextClosesWithItsRuby() {
        assertThat(text("<ruby>漢<rt>hán</ruby> chữ<rt>x</rt>").markup()).isEqualTo("<ruby>漢<rt>hán</rt></ruby> chữx");
    }

    @Test
    void entitiesAreResolvedAndWrittenBackSafely() {
        var text = text("1 &lt; 2 &amp;&amp; 3 &gt; 2&nbsp;&#39;&agrave;&#x1F600;&lt;script&gt; &unknown; --&gt;");
        assertThat(text.plain()).isEqualTo("1 < 2 && 3 > 2\u00a0'à😀<script> &unknown; -->");
        assertThat(text.markup()).doesNotContain("<").doesNotContain("-->");
    }

    @Test
    void controlCharactersAndTurnsOfDirectionAreDropped() {
        assertThat(text("a\u0007b\u202ec\u2066d&#8238;e\u0085f").plain()).isEqualTo("abcdef");
        assertThat(text("a\0b").plain()).isEqualTo("a\ufffdb");
    }

    @Test
    void whatSaysNothingIsNoCue() {
        assertThat(parse("WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:03.000 --> 00:04.000\n<i> </i>\n"))
                .isEmpty();
    }

    @Test
    void momentsInsideACueAreKept() {
        var text = text("<00:01.500>bà <00:00:01.600>con<1:2>");
        assertThat(text.plain()).isEqualTo("bà con");
        assertThat(text.markup()).isEqualTo("<00:00:01.500>bà <00:00:01.600>con");
    }

    @Test
    void moreMarksThanAnyLetterBearsAreDropped() {
        assertThat(text("a" + "\u0301\u0323".repeat(2_000)).plain()).hasSizeLessThan(40);
        assertThat(text("a<x>\u0301<x>".repeat(10)).plain()).isEqualTo("á".repeat(10));
    }

    @Test
    void nothingIsWrittenIntoTheHeader() {
        var cues = parse("WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000\n\n00:01.000 --> 00:02.000\nchữ\n");
        assertThat(WebVtt.write(cues)).isEqualTo("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nchữ\n");
    }

    @Test
    void lettersOnBothSidesOfAnUnknownTagCompose() {
        assertThat(CueText.parse("&gt;<x>\u0338").markup()).isEqualTo("\u226f");
    }

    @Property
    void whatIsWrittenIsReadBackTheSame(@ForAll("files") String body) {
        var cues = parse("WEBVTT\n\n" + body);
        var written = WebVtt.write(cues);
        assertThat(parse(written)).isEqualTo(cues);
        assertThat(WebVtt.write(parse(written))).isEqualTo(written);
    }

    @Property
    void anyTextIsReadOrRefusedAndNeverBreaksOut(@ForAll String file) {
        try {
            parse("WEBVTT\n" + file).forEach(WebVttTest::assertSafe);
        } catch (SubtitlesRefused refused) {
            assertThat(refused.line()).isPositive();
        }
    }

    @Property
    void cueTextHoldsNoTagsButTheAllowed(@ForAll("cueTexts") String raw) {
        assertSafe(new TimedText(0, 1, "", CueText.parse(raw)));
    }

    private static void assertSafe(TimedText cue) {
        assertThat(cue.endMillis()).isGreaterThan(cue.startMillis());
        var text = cue.text();
        assertThat(text.plain()).isEqualTo(Normalizer.normalize(text.plain(), Normalizer.Form.NFC));
        assertThat(text.markup()).doesNotContain("-->").doesNotContain("\n\n");
        assertThat(text.markup()
                        .replaceAll(
                                "<\\d\\d:\\d\\d:\\d\\d\\.\\d{3}>|</?(b|i|u|c|v|lang|ruby|rt)(\\.[A-Za-z0-9_-]+)*( [^<>]*)?>",
                                ""))
                .doesNotContain("<")
                .doesNotContain(">");
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(
                        "00:01.000 --> 00:02.000\n",
                        "00:00:01.000 --> 01:00:00.500 line:5%,end\n",
                        "00:02.000 --> 00:01.000\n",
                        "\n",
                        "\n\n",
                        "\r\n",
                        "NOTE x\n",
                        "STYLE\n",
                        "<b>",
                        "</b>",
                        "<v Ông Páo>",
                        "<ruby>",
                        "<rt>",
                        "<lang tyz>",
                        "<c.x>",
                        "<00:01.000>",
                        "\u0344",
                        "\u0301".repeat(20),
                        "<",
                        ">",
                        "&",
                        "&lt;",
                        "&#10;",
                        "&#10;&#13;",
                        "-->",
                        "chữ",
                        "e\u0301",
                        "\u0301",
                        "\u0338",
                        "\t",
                        " ",
                        "\u0001",
                        "1\n")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> cueTexts() {
        return Arbitraries.strings()
                .withChars("<>/&;.- bivculangrtyscript\n#103x")
                .ofMaxLength(80);
    }

    private static CueText text(String raw) {
        return parse("WEBVTT\n\n00:01.000 --> 00:02.000\n" + raw + "\n").get(0).text();
    }

    private static List<TimedText> parse(String file) {
        var reading = new Reading(new Warnings());
        WebVtt.read(new TextLines(file), reading);
        return reading.cues();
    }
}
