package vn.loa.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The table of settings in README. */
final class SettingsTable {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`LOA_[A-Z0-9_`, ]+`) \\| (.+?) \\| .+ \\|$");

    private SettingsTable() {}

    /** The default of each setting as the table words it. */
    static Map<String, String> read() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        String readme = Files.readString(Program.PROJECT.resolve("README.md"));
        String section = readme.substring(readme.indexOf("\n## Settings\n"), readme.indexOf("\n## In production\n"));
        ROW.matcher(section)
                .results()
                .forEach(row -> Stream.of(row.group(1).split(", "))
                        .forEach(name -> settings.put(name.replace("`", ""), row.group(2))));
        return settings;
    }
}
