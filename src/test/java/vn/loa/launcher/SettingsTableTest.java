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
    private static final Pattern NAME = Pattern.compile("\"(loa(?:\\.[a-z][a-z0-9-]*)+)\"");

    @Test
    void readmeNamesExactlyTheSettingsThatTheProgramReads() throws Exception {
        assertThat(SettingsTable.read().keySet()).isEqualTo(settingsInCode());
    }

    private static Set<String> settingsInCode() throws IOException {
        Set<String> settings = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Program.PROJECT.resolve("src/main/java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
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
