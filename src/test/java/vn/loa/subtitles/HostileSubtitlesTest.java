package vn.loa.subtitles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import vn.loa.common.encoding.LegacyText;

/** Files that nobody would write, made from ones that somebody would. */
class HostileSubtitlesTest {
    private static final String LINES = "Bà con đến nhà văn hóa thôn\nnghe <i>đài</i> & kể lại.";

    private static final String VTT = "WEBVTT\n\nNOTE x\n\n1\n00:01.000 --> 00:02.000 line:0 align:start\n<v Bà Mai>"
            + LINES + "\n\n00:00:03.000 --> 00:00:05.000\n&lt;<00:00:04.000><ruby>a<rt>b</ruby>\n";
    private static final String SRT = "1\n00:00:01,000 --> 00:00:02,000\n{\\an8}" + LINES
            + "\n\n2\n00:00:03,000 --> 00:00:05,000 X1:1\n<font color=red>Hết</font>\n";
    private static final String SBV = "0:00:01.000,0:00:02.000\n" + LINES + "\n\n0:00:03.000,0:00:05.000\nHết[br]rồi\n";
    private static final String ASS =
            "[Script Info]\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
                    + "Dialogue: 0,0:00:01.00,0:00:02.00,D,Bà Mai,0,0,0,,{\\an8\\p1}m 0 0{\\p0}"
                    + LINES.replace("\n", "\\N")
                    + "\nDialogue: 0,0:00:03.00,0:00:05.00,D,,0,0,0,,Hết\n";

    private static final List<String> POISON = List.of(
            "\0",
            "\u202e",
            "\n",
            "\r",
            "\n\n",
            "-->",
            "<script>",
            "<",
            ">",
            "&",
            "&#0;",
            "&#x202e;",
            "{\\p1}",
            "{",
            "}",
            "\\N",
            "99999999999999999999",
            "-1",
            ":",
            "00:00:00,000 --> 99:59:59,999",
            "100:00:00.000 --> 200:00:00.000",
            "Dialogue:",
            "[Events]",
            "\ufeff",
            "\ud800",
            "\u0301".repeat(60));

    @Property(tries = 3_000)
    void whatever_happens_to_a_file_it_is_read_or_refused(@ForAll("mutants") byte[] bytes) {
        for (var language : List.of("vi", "hmn")) {
            try {
                assertSound(SubtitleFile.read(bytes, language));
            } catch (SubtitlesRefused refused) {
                assertThat(refused.line()).isNotNegative();
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    /** What was taken can be written, read back as the same, and proofread. */
    private static void assertSound(SubtitleFile file) {
        var written = WebVtt.write(file.cues());
        var again = SubtitleFile.read(written.getBytes(StandardCharsets.UTF_8), "hmn");
        assertThat(again.cues()).isEqualTo(file.cues());
        assertThat(again.warnings()).isEmpty();
        assertThat(WebVtt.write(again.cues())).isEqualTo(written);
        assertThat(written).isEqualTo(Normalizer.normalize(written, Normalizer.Form.NFC));
        assertThat(file.cues())
                .allSatisfy(cue -> assertThat(new Cue(cue).timed()).isEqualTo(cue));
        Proofreading.of(file.cues(), null);
    }

    @Provide
    Arbitrary<byte[]> mutants() {
        var files = Arbitraries.of(VTT, SRT, SBV, ASS);
        var encodings = Arbitraries.integers().between(0, 5);
        var changes = Arbitraries.integers().between(0, 12);
        var seeds = Arbitraries.longs();
        return Combinators.combine(files, encodings, changes, seeds)
                .as((file, encoding, many, seed) -> mutant(file, encoding, many, new Random(seed)));
    }

    private static byte[] mutant(String file, int encoding, int changes, Random random) {
        var text = new StringBuilder(file);
        for (var i = 0; i < changes; i++) {
            var spans = span(text.length(), random);
            switch (random.nextInt(4)) {
                case 0 -> text.insert(spans.get1(), POISON.get(random.nextInt(POISON.size())));
                case 1 -> text.delete(spans.get1(), spans.get2());
                case 2 -> text.insert(spans.get1(), text.substring(spans.get1(), spans.get2()));
                default -> text.insert(spans.get1().intValue(), (char) random.nextInt(0x3000));
            }
        }
        var bytes = switch (encoding) {
            case 1 -> text.toString().getBytes(StandardCharsets.UTF_16LE);
            case 2 -> text.toString().getBytes(StandardCharsets.UTF_16);
            case 3 -> LegacyText.tcvn3(text.toString());
            case 4 -> LegacyText.vni(text.toString());
            default -> text.toString().getBytes(StandardCharsets.UTF_8);
        };
        if (encoding == 5) {
            for (var i = 0; i < changes; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
        }
        return bytes;
    }

    private static Tuple2<Integer, Integer> span(int length, Random random) {
        var from = length == 0 ? 0 : random.nextInt(length);
        return Tuple.of(from, Math.min(length, from + random.nextInt(40)));
    }
}
