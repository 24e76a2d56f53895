package vn.loa.programmes.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * All tests share one portal, in any order: two classes that set up the programmes of one commune meet the settings of each other, and
 * fail, or not, as the order falls.
 */
class OwnCommunesTest {
    private static final Path TESTS = Path.of("src/test/java/vn/loa/programmes/web");
    private static final Pattern CODE = Pattern.compile("\"([01][0-9]{4})\"");

    /** Of the sample data, of those who have no right, and one without programmes: read only. */
    private static final Set<String> SHARED = Set.of("01393", "01273", "01279");

    @Test
    void no_two_classes_of_tests_set_up_the_programmes_of_one_commune() throws IOException {
        Map<String, Set<String>> classes = new TreeMap<>();
        try (var files = Files.list(TESTS)) {
            for (var file : files.sorted().toList()) {
                CODE.matcher(Files.readString(file))
                        .results()
                        .forEach(code -> classes.computeIfAbsent(code.group(1), any -> new TreeSet<>())
                                .add(file.getFileName().toString()));
            }
        }
        classes.keySet().removeAll(SHARED);

        assertThat(classes).hasSizeGreaterThan(30);
        classes.values().removeIf(users -> users.size() < 2);
        assertThat(classes).isEmpty();
    }
}
