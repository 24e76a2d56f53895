package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ConfigsetTest {
    private static final Path CONF = Path.of("solr/configsets/loa/conf");

    @Test
    void synonyms_are_written_as_the_folded_fields_see_them() throws IOException {
        assertThat(rules("synonyms.txt"))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule).matches("[a-z0-9 ]+((,|=>) ?[a-z0-9 ]+)+"));
    }

    @Test
    void no_word_has_two_lines_of_synonyms() throws IOException {
        var seen = new HashSet<String>();

        for (var rule : rules("synonyms.txt")) {
            var left = rule.contains("=>") ? rule.substring(0, rule.indexOf("=>")) : rule;
            Arrays.stream(left.split(","))
                    .map(String::strip)
                    .forEach(word -> assertThat(seen.add(word)).as(word).isTrue());
        }
    }

    @Test
    void synonyms_of_words_with_diacritics_are_written_as_the_exact_fields_see_them() throws IOException {
        var moved = rules("tone-placement.txt").stream()
                .map(rule -> rule.split("\"")[1])
                .toList();

        assertThat(rules("spelled.txt")).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule)
                    .matches("[\\p{Ll} ]+(, [\\p{Ll} ]+)* => [\\p{Ll} ]+(, [\\p{Ll} ]+)*")
                    .isEqualTo(Normalizer.normalize(rule, Normalizer.Form.NFC));
            assertThat(moved).allSatisfy(pair -> assertThat(rule).doesNotContain(pair));
        });
    }

    @Test
    void every_tone_of_every_vowel_pair_moves_to_the_second_vowel() throws IOException {
        var rules = rules("tone-placement.txt");

        assertThat(rules).hasSize(45).contains("\"òa\" => \"oà\"", "\"ÚY\" => \"UÝ\"", "\"Ỏe\" => \"Oẻ\"");
        assertThat(rules).allSatisfy(rule -> {
            var sides = rule.split(" => ");
            assertThat(bare(sides[0])).isEqualTo(bare(sides[1]));
            assertThat(rule).isEqualTo(Normalizer.normalize(rule, Normalizer.Form.NFC));
        });
    }

    @Test
    void the_name_of_the_mong_is_one_word_in_all_its_spellings_and_in_text_that_is_folded_alone() throws IOException {
        assertThat(rules("mong.txt"))
                .contains("\"Mông\" => \"Hmông\"", "\"mông\" => \"hmông\"", "\"Hmông\" => \"Hmông\"")
                .allSatisfy(rule -> assertThat(rule).isEqualTo(Normalizer.normalize(rule, Normalizer.Form.NFC)));
        assertThat(Files.readString(CONF.resolve("schema.xml")).split("mapping=\"mong.txt\"", -1))
                .as("folded text of both kinds, of which one is read and asked alike")
                .hasSize(4);
    }

    @Test
    void a_cloud_gets_all_files_of_the_configset_under_a_name_that_tells_its_content() throws IOException {
        try (var files = Files.list(CONF)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Configset.FILES);
        }
        var configset = Configset.ofProgram();
        assertThat(configset.name())
                .matches("loa_[0-9a-f]{12}")
                .isEqualTo(Configset.ofProgram().name());
        try (var zip = new ZipInputStream(new ByteArrayInputStream(configset.zip()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo(Configset.FILES.get(0));
            assertThat(zip.readAllBytes()).isEqualTo(Files.readAllBytes(CONF.resolve(Configset.FILES.get(0))));
        }
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static List<String> rules(String file) throws IOException {
        return Files.readAllLines(CONF.resolve(file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
