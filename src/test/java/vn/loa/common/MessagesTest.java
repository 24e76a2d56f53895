package vn.loa.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    /** A key written out in a view; keys put together from parts are not seen. */
    private static final Pattern USED = Pattern.compile("visit\\.(?:text|say)\\('([a-zA-Z0-9.-]+)'[,)]");

    @Test
    void english_says_everything_that_vietnamese_says() throws IOException {
        assertThat(keys("messages_en.properties")).isEqualTo(keys("messages.properties"));
    }

    /** The later one would be said for both. */
    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_en.properties"})
    void no_key_stands_twice(String file) throws IOException {
        var keys = Files.readAllLines(Path.of("src/main/resources", file)).stream()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();

        assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages_hmn.properties", "messages_tyz.properties"})
    void no_sentence_is_invented_in_a_language_that_awaits_its_translators(String file) throws IOException {
        assertThat(keys(file)).containsExactlyInAnyOrder("language.self", "language.tag");
    }

    @Test
    void what_a_language_does_not_say_is_said_in_vietnamese_whatever_the_system_speaks() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            assertThat(Messages.in("tyz").text("menu.plans")).isEqualTo("Kế hoạch");
            assertThat(Messages.in("tyz").text("language.self")).isEqualTo("Tày");
            assertThat(Messages.in("xx").text("menu.plans")).isEqualTo("Kế hoạch");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void every_key_that_a_view_names_has_a_text() throws IOException {
        var known = keys("messages.properties");
        assertThat(usedInViews())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(known).contains(key));
    }

    /** Such a reason is kept in Vietnamese; pages in another language find their own words by its slug. */
    @Test
    void a_reason_that_the_portal_itself_gives_is_found_by_its_words() throws IOException {
        var texts = read("messages.properties");
        assertThat(keys("messages.properties"))
                .filteredOn(key -> key.startsWith("withdrawn.reason."))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key).isEqualTo("withdrawn.reason." + Slug.of(texts.getProperty(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_en.properties"})
    void every_text_with_places_can_be_filled(String file) throws IOException {
        var texts = read(file);
        for (var key : texts.stringPropertyNames()) {
            if (texts.getProperty(key).contains("{")) {
                assertThatCode(() -> new MessageFormat(texts.getProperty(key)).format(new Object[] {1, 2}))
                        .as(key)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static Set<String> usedInViews() throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/webapp"))) {
            for (var view : files.filter(f -> f.toString().endsWith(".xhtml")).toList()) {
                var found = USED.matcher(Files.readString(view));
                while (found.find()) {
                    keys.add(found.group(1));
                }
            }
        }
        return keys;
    }

    private static Set<String> keys(String file) throws IOException {
        return new TreeSet<>(read(file).stringPropertyNames());
    }

    private static Properties read(String file) throws IOException {
        var texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources", file))) {
            texts.load(reader);
        }
        return texts;
    }
}
