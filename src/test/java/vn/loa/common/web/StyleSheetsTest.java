package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StyleSheetsTest {
    static List<Path> sheets() throws IOException {
        try (var files = Files.list(Path.of("src/main/webapp/resources/styles"))) {
            return files.filter(file -> file.toString().endsWith(".css")).toList();
        }
    }

    /** {@link Assets} sends them without the ends of lines. */
    @ParameterizedTest
    @MethodSource("sheets")
    void no_line_of_a_style_sheet_ends_within_a_value(Path sheet) throws IOException {
        assertThat(Files.readString(sheet).replaceAll("(?s)/\\*.*?\\*/", "").lines())
                .filteredOn(line -> !line.isBlank())
                .allMatch(line -> line.matches(".*[{};,]"));
    }
}
