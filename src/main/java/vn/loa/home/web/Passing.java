package vn.loa.home.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a page says only until some moment: elements with the attribute {@code data-until}, which need nobody to take them away. So what was urgent goes
 * though nobody can be asked whether it still is. The service worker does the same on devices.
 */
final class Passing {
    private static final Pattern END = Pattern.compile(" data-until=\"([^\"]+)\"");

    /** The inner ones first. None of them stands within another of its kind. */
    private static final List<Pattern> ELEMENTS = Stream.of("li", "span", "section")
            .map(tag -> Pattern.compile(
                    "<" + tag + "(?: [^>]*)? data-until=\"([^\"]+)\"[^>]*>.*?</" + tag + ">", Pattern.DOTALL))
            .toList();

    private Passing() {}

    /** When the first of what a page says so is over; empty when it says nothing so. */
    static Optional<Instant> firstEnd(String page) {
        return page.contains(" data-until=\"")
                ? END.matcher(page)
                        .results()
                        .flatMap(found -> end(found).stream())
                        .min(Instant::compareTo)
                : Optional.empty();
    }

    /** A page without what is over. */
    static String without(String page, Instant now) {
        var rest = page;
        for (var element : ELEMENTS) {
            rest = element.matcher(rest)
                    .replaceAll(
                            found -> end(found).filter(end -> !end.isAfter(now)).isPresent()
                                    ? ""
                                    : Matcher.quoteReplacement(found.group()));
        }
        return rest;
    }

    private static Optional<Instant> end(MatchResult found) {
        try {
            return Optional.of(Instant.parse(found.group(1)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
