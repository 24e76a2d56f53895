package vn.loa.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource({
        "'a\nb\rc', a b c",
        "'a\r\nSet-Cookie: b\r\n', a Set-Cookie: b",
        "a\u202Eb, ab",
        "'\u202AC:\\phim.mp4\u202C', C:\\phim.mp4",
        "\u2067con\u2069 bò, con bò",
        "'Nhà\u2028ông\u0085Páo', Nhà ông Páo",
        "'\u0000\u0007\u007FTiếng\tTày ', Tiếng Tày",
        "'\u00A0', ''",
    })
    void aLineIsWhatIsSeenOfIt(String written, String line) {
        assertThat(PlainText.line(written)).isEqualTo(line);
    }

    @Test
    void paragraphsKeepTheirLines() {
        assertThat(PlainText.lines("một\r\nhai\rba\u2029\n\tbốn\u202e")).isEqualTo("một\nhai\nba\n\n\tbốn");
    }

    @Property
    void nothingThatIsNotSeenIsLeftAndNothingThatIsSeenIsLost(@ForAll("written") String text) {
        var line = PlainText.line(text);
        var lines = PlainText.lines(text);

        assertThat(line).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
        assertThat(lines.replace("\n", "").replace("\t", ""))
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
        assertThat(seen(line)).isEqualTo(seen(text)).isEqualTo(seen(lines));
        assertThat(PlainText.line(line)).isEqualTo(line);
        assertThat(PlainText.lines(lines)).isEqualTo(lines);
    }

    /** Any characters, and those that matter more often than by chance. */
    @Provide
    Arbitrary<String> written() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, Arbitraries.strings().ofMaxLength(5)),
                        net.jqwik.api.Tuple.of(
                                2,
                                Arbitraries.of(
                                        "\r\n",
                                        "\r",
                                        "\n",
                                        "\t",
                                        " ",
                                        "\u202a",
                                        "\u202e",
                                        "\u2066",
                                        "\u2069",
                                        "\u200b",
                                        "\u0000",
                                        "\u0085",
                                        "\u2028",
                                        "\ud800",
                                        "\udc00",
                                        "\ud83d\udc68",
                                        "ế",
                                        "bản")))
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    private static String seen(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Character.isISOControl(c))
                .filter(c -> "\u115f\u1160\u3164\uffa0\u2800".indexOf(c) < 0)
                .filter(c -> switch (Character.getType(c)) {
                    case Character.FORMAT, Character.SURROGATE -> false;
                    default -> true;
                })
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
