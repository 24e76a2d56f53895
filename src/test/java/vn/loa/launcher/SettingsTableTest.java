package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingsTableTest {
    /** The program puts these names together. */
    private static final String IN_ENGLISH = "_EN";

    private static final Pattern NAME = Pattern.compile("\"(loa(?:\\.[a-z][a-z0-9-]*)+)\"");

    @Test
    void readmeNamesExactlyTheSettingsThatTheProgramReads() throws Exception {
        assertThat(SettingsTable.read().keySet().stream().filter(name -> !name.endsWith(IN_ENGLISH)))
                .containsExactlyInAnyOrderElementsOf(settingsInCode());
    }

    @Test
    void theLauncherKnowsThemAllByOneNameInTwoSpellings() throws Exception {
        assertThat(SettingNames.ALL.stream().map(Settings::variable))
                .containsExactlyInAnyOrderElementsOf(SettingsTable.read().keySet());
        assertThat(SettingNames.ALL)
                .allSatisfy(name -> assertThat(name)
                        .isEqualTo(
                                Settings.variable(name).toLowerCase(Locale.ROOT).replace('_', '.')));
    }

    private static Set<String> settingsInCode() throws IOException {
        Set<String> settings = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Program.PROJECT.resolve("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("SettingNames.java"))
                    .flatMap(file -> NAME.matcher(text(file)).results())
                    .map(name -> name.group(1).replaceAll("[.-]", "_").toUpperCase(Locale.ROOT))
                    .forEach(settings::add);
        }
        return settings;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
