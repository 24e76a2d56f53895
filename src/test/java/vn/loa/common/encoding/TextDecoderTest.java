package vn.loa.common.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {
    private static final String SENTENCE =
            "Bà con đến nhà văn hóa thôn nghe đài, rồi về kể lại cho người ở xa được biết.";

    @Test
    void every_accented_letter_of_tcvn3_is_read() {
        assertThat(LegacyText.SMALL).hasSize(67);
        assertThat(Tcvn3.decode(LegacyText.tcvn3(LegacyText.SMALL))).isEqualTo(LegacyText.SMALL);
        assertThat(Tcvn3.decode(LegacyText.tcvn3("Ă Â Ê Ô Ơ Ư Đ"))).isEqualTo("Ă Â Ê Ô Ơ Ư Đ");
    }

    @Test
    void what_tcvn3_has_no_letter_for_stays_visible_as_lost() {
        assertThat(Tcvn3.decode(new byte[] {'a', (byte) 0xc0, (byte) 0xff, (byte) 0x93}))
                .isEqualTo("a\ufffd\ufffd“");
    }

    @ParameterizedTest
    @CsvSource({
        "VIÖT NAM, VIỆT NAM",
        "Nghe ViÖt Nam, Nghe Việt Nam",
        "Tõ Lµo Cai, Từ Lào Cai",
        "§¶NG Bé, ĐẢNG Bộ",
        "xãm UBND, xóm UBND"
    })
    void a_word_in_capitals_was_set_in_a_capital_font(String latin, String text) {
        assertThat(Tcvn3.decode(latin.getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(text);
    }

    @Test
    void every_accented_letter_of_vni_is_read_in_both_cases() {
        var both = LegacyText.SMALL + LegacyText.SMALL.toUpperCase(Locale.ROOT);
        assertThat(both).hasSize(134);
        assertThat(Vni.decode(LegacyText.vni(both))).isEqualTo(both);
        assertThat(Vni.decode(latin("AÙ Aù aÙ"))).isEqualTo("Á Á á");
    }

    @Test
    void signs_that_mark_nothing_stay_themselves_in_vni() {
        assertThat(Vni.decode(latin("kù “bø” …"))).isEqualTo("kù “bø” …");
    }

    @Test
    void every_accented_letter_of_windows_1258_is_composed() {
        var both = LegacyText.SMALL + LegacyText.SMALL.toUpperCase(Locale.ROOT);
        var padded = String.join(" ", both.split("")) + " " + (SENTENCE + " ").repeat(60);
        assertThat(TextDecoder.decode(LegacyText.windows1258(padded), "vi"))
                .isEqualTo(new Decoding.Read(TextEncoding.WINDOWS_1258, padded));
    }

    static Stream<Path> samples() throws IOException {
        try (var files = Files.walk(Path.of("src/main/sample/media"))) {
            return files.filter(f -> f.toString().endsWith(".vi.vtt")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void each_vietnamese_sample_is_told_from_its_bytes_in_every_encoding(Path sample) throws IOException {
        var text = Files.readString(sample);
        assertThat(TextDecoder.decode(text.getBytes(StandardCharsets.UTF_8), "vi"))
                .isEqualTo(new Decoding.Read(TextEncoding.UTF_8, text));
        assertThat(TextDecoder.decode(LegacyText.windows1258(text), "vi"))
                .isEqualTo(new Decoding.Read(TextEncoding.WINDOWS_1258, text));
        assertThat(TextDecoder.decode(LegacyText.vni(text), "vi")).isEqualTo(new Decoding.Read(TextEncoding.VNI, text));
        assertThat(TextDecoder.decode(LegacyText.tcvn3(text), "vi"))
                .isInstanceOfSatisfying(Decoding.Read.class, read -> {
                    assertThat(read.encoding()).isEqualTo(TextEncoding.TCVN3);
                    assertThat(read.text()).isEqualToIgnoringCase(text);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcvn3", "vni", "1258"})
    void one_sentence_is_enough(String encoding) {
        var bytes = switch (encoding) {
            case "tcvn3" -> LegacyText.tcvn3(SENTENCE);
            case "vni" -> LegacyText.vni(SENTENCE);
            default -> LegacyText.windows1258(SENTENCE);
        };
        assertThat(TextDecoder.decode(bytes, "vi"))
                .isInstanceOfSatisfying(
                        Decoding.Read.class, read -> assertThat(read.text()).isEqualTo(SENTENCE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hmn", "tyz", "en", ""})
    void text_of_any_language_is_read_when_many_words_are_spelled_as_vietnamese(String language) {
        for (var bytes :
                List.of(LegacyText.tcvn3(SENTENCE), LegacyText.vni(SENTENCE), LegacyText.windows1258(SENTENCE))) {
            assertThat(TextDecoder.decode(bytes, language))
                    .isInstanceOfSatisfying(
                            Decoding.Read.class, read -> assertThat(read.text()).isEqualTo(SENTENCE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hmn", "tyz", "en", ""})
    void a_few_words_tell_nothing_unless_they_are_said_to_be_vietnamese(String language) {
        var few = "Tiếng Việt có dấu, tiếng Việt có dấu, tiếng Việt có dấu, tiếng Việt có dấu.";
        for (var bytes : List.of(LegacyText.tcvn3(few), LegacyText.vni(few), LegacyText.windows1258(few))) {
            assertThat(TextDecoder.decode(bytes, language)).isEqualTo(new Decoding.Unsure());
            assertThat(TextDecoder.decode(bytes, "vi")).isInstanceOf(Decoding.Read.class);
        }
    }

    static Stream<String> western() {
        return Stream.of(
                "L’été dernier, à la fête du marché, les élèves ont chanté très tard; après, nous étions déjà là où "
                        + "l’on préparait le thé, et même le bébé né en février était réveillé. Ça ira, dès demain.",
                "È già tardi, sì, però più tardi è là che si va; né tu né lui. È così, ma già lunedì è più facile. "
                        + "C’è, c’è! Là, lì, giù, sì, è già tutto là, e può darsi che sarà la verità della città.",
                "Über die Brücke führt täglich ein früher Zug; schöne Mädchen grüßen, größere Jungen hören Töne. "
                        + "Für wäre könnte würde müßte Füße, Äpfel, Öl, spät, nötig, fünf, zwölf, natürlich.",
                "¿Qué más? Él está aquí, sí; tú también estás allí. Mañana el niño y la niña irán al café, ¿no? "
                        + "Así será: después habrá música, público, árboles, corazón, razón, día, río y país.",
                "Não há lição sem atenção; a mãe já está lá, à mão, e o avô também é são. Três vezes você não quis "
                        + "pão, então só há água, café, chá, maçã, feijão, coração, situação, à noite até amanhã.",
                "På gården står en gammal häst; där är också får, höns och två små grisar. Jag går åt öster, så får "
                        + "du gå före. Måndag är nära, även om året är långt, och båten når ön först på lördag.");
    }

    @ParameterizedTest
    @MethodSource("western")
    void the_languages_of_western_europe_are_never_taken_for_vietnamese(String text) {
        for (var language : List.of("vi", "tyz", "en")) {
            assertThat(TextDecoder.decode(latin(text), language)).isEqualTo(new Decoding.Unsure());
            assertRead(text.getBytes(StandardCharsets.UTF_8), language, TextEncoding.UTF_8, text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "tyz"})
    void older_text_that_was_saved_as_unicode_letter_by_letter_is_turned_back(String language) {
        var text = "♪ " + SENTENCE + " ♪";
        for (var older : List.of(LegacyText.tcvn3(SENTENCE), LegacyText.vni(SENTENCE))) {
            var seen = "♪ " + new String(older, Charset.forName("windows-1252")) + " ♪";
            for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
                assertThat(TextDecoder.decode(("\ufeff" + seen).getBytes(charset), language))
                        .isInstanceOfSatisfying(Decoding.Read.class, read -> {
                            assertThat(read.text()).isEqualTo(text);
                            assertThat(read.turn()).isEqualTo(Decoding.Turn.TURNED_BACK);
                        });
            }
        }
    }

    @Test
    void a_few_such_words_are_left_alone_and_named() {
        assertThat(TextDecoder.decode("TiÕng ViÖt cã dÊu".getBytes(StandardCharsets.UTF_8), "tyz"))
                .isEqualTo(new Decoding.Read(TextEncoding.UTF_8, "TiÕng ViÖt cã dÊu", Decoding.Turn.SUSPECTED));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_samples_misread_are_turned_back(Path sample) {
        var text = read(sample);
        var seen = new String(LegacyText.vni(text), Charset.forName("windows-1252"));
        assertThat(TextDecoder.decode(seen.getBytes(StandardCharsets.UTF_8), "vi"))
                .isEqualTo(new Decoding.Read(TextEncoding.VNI, text, Decoding.Turn.TURNED_BACK));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "là",
                "caf\u00e9",
                "na\u00efve fa\u00e7ade caf\u00e9 \u00e9lan",
                "Stra\u00dfe \u00fcber M\u00fcnchen sch\u00f6n"
            })
    void little_or_foreign_text_is_not_guessed_at(String text) {
        assertThat(TextDecoder.decode(latin(text), "vi")).isEqualTo(new Decoding.Unsure());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "hmn", "tyz"})
    void unicode_is_never_converted(String language) {
        var text = "1\n00:00:01,000 --> 00:00:02,000\nTiếng Việt, TiÕng ViÖt, Tieáng Vieät\n";
        assertRead(text.getBytes(StandardCharsets.UTF_8), language, TextEncoding.UTF_8, text);
        assertRead(("\ufeff" + text).getBytes(StandardCharsets.UTF_8), language, TextEncoding.UTF_8, text);
        assertRead(text.getBytes(StandardCharsets.UTF_16LE), language, TextEncoding.UTF_16LE, text);
        assertRead(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE), language, TextEncoding.UTF_16LE, text);
        assertRead(text.getBytes(StandardCharsets.UTF_16BE), language, TextEncoding.UTF_16BE, text);
        assertRead(("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE), language, TextEncoding.UTF_16BE, text);
    }

    @Test
    void decomposed_unicode_stays_as_it_is_for_others_to_compose() {
        var text = Normalizer.normalize(SENTENCE, Normalizer.Form.NFD);
        assertRead(text.getBytes(StandardCharsets.UTF_8), "vi", TextEncoding.UTF_8, text);
    }

    @Test
    void damaged_unicode_is_named_with_its_line_and_not_taken_for_something_older() {
        var bytes = (SENTENCE + "\n" + SENTENCE + "\n" + SENTENCE).getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length / 2] = (byte) 0xff;
        assertThat(TextDecoder.decode(bytes, "vi")).isEqualTo(new Decoding.Broken(TextEncoding.UTF_8, 2));
        assertThat(TextDecoder.decode(new byte[] {(byte) 0xff, (byte) 0xfe, '\n', 0, 0, (byte) 0xd8}, "vi"))
                .isEqualTo(new Decoding.Broken(TextEncoding.UTF_16LE, 2));
        assertThat(TextDecoder.decode(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, (byte) 0xe1}, "vi"))
                .isEqualTo(new Decoding.Broken(TextEncoding.UTF_8, 1));
    }

    @Property
    void any_bytes_are_read_or_not(@ForAll byte[] bytes) {
        for (var language : List.of("vi", "hmn")) {
            assertThat(TextDecoder.decode(bytes, language)).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nghiêng", "quyền", "giếng", "gì", "khuỷu", "Thuở", "ương", "yêu", "ÁO", "quốc", "đường", "xoong",
                "nghĩa", "huých", "khuya", "hoặc", "rượu", "chiếc", "ếch", "gạch", "quýt", "giữa", "giặc", "nguyên",
                "thoắt"
            })
    void syllables_are_known_by_their_spelling(String syllable) {
        assertThat(VietnameseSpelling.allows(syllable)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tiêng1",
                "các\u0301",
                "màt",
                "bàch",
                "fàn",
                "éc\u00e0",
                "tieáng",
                "vieät",
                "µ",
                "",
                "nghiêngg",
                "đđ",
                "a\u0300\u0301"
            })
    void what_is_no_syllable_is_not(String word) {
        assertThat(VietnameseSpelling.allows(word)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_words_of_the_samples_are_spelled_as_the_rules_say(Path sample) {
        assertThat(Evidence.in(read(sample)).share()).isGreaterThan(0.95);
    }

    private static void assertRead(byte[] bytes, String language, TextEncoding encoding, String text) {
        assertThat(TextDecoder.decode(bytes, language)).isEqualTo(new Decoding.Read(encoding, text));
    }

    private static byte[] latin(String text) {
        return text.getBytes(Charset.forName("windows-1252"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
