package vn.loa.accounts.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which browser on which system somebody has, as far as people need it to tell their own ones apart. Versions are nobody's business. */
final class Device {
    /** What browsers call themselves, in the order in which to look: most of them also claim to be others. */
    private static final Map<String, String> BROWSERS = names(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "coc_coc_browser",
            "Cốc Cốc",
            "SamsungBrowser",
            "Samsung Internet",
            "FxiOS",
            "Firefox",
            "Firefox/",
            "Firefox",
            "CriOS",
            "Chrome",
            "Chrome/",
            "Chrome",
            "Safari/",
            "Safari");

    private static final Map<String, String> SYSTEMS = names(
            "Android",
            "Android",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Windows",
            "Windows",
            "CrOS",
            "ChromeOS",
            "Mac OS X",
            "macOS",
            "Linux",
            "Linux");

    private Device() {}

    /** In a few words; empty when nothing is known. */
    static String of(@Nullable String agent) {
        return agent == null
                ? ""
                : Stream.of(BROWSERS, SYSTEMS)
                        .flatMap(names -> names.entrySet().stream()
                                .filter(name -> agent.contains(name.getKey()))
                                .map(Map.Entry::getValue)
                                .limit(1))
                        .collect(Collectors.joining(", "));
    }

    private static Map<String, String> names(String... pairs) {
        var names = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return names;
    }
}
