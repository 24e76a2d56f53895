package vn.loa.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TermTraitsTest {
    private static final Path PAGES = Path.of("src/main/webapp/WEB-INF/includes");

    @Test
    void what_can_be_chosen_is_what_the_pages_can_draw() throws IOException {
        assertThat(TermTraits.choices("icon")).containsExactlyInAnyOrderElementsOf(symbols("topics/icons.xhtml", "i-"));
        assertThat(TermTraits.choices("scene")).containsExactlyInAnyOrderElementsOf(symbols("scenes.xhtml", "s-"));
    }

    @Test
    void each_choice_has_a_name() throws IOException {
        var texts = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            texts.load(file);
        }
        for (var kind : TermKind.values()) {
            for (var trait : kind.traits()) {
                assertThat(texts.stringPropertyNames()).contains("terms.trait." + trait);
                assertThat(texts.stringPropertyNames())
                        .containsAll(TermTraits.choices(trait).stream()
                                .map(choice -> "terms." + trait + "." + choice)
                                .toList());
            }
        }
        for (var fault : TermFault.values()) {
            assertThat(texts.stringPropertyNames()).contains("terms.wrong." + fault.code());
        }
    }

    private static List<String> symbols(String file, String prefix) throws IOException {
        return Pattern.compile("symbol id=\"" + prefix + "([a-z]+)\"")
                .matcher(Files.readString(PAGES.resolve(file)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
