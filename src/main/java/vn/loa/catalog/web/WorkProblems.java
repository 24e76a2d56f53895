package vn.loa.catalog.web;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductChange;
import vn.loa.common.Violation;
import vn.loa.common.web.Visit;

/** What the services say is wrong with what was written, in the words of the page. The rules are theirs alone. */
final class WorkProblems {
    /** What is said, with what stands in it, and the key of the same for people. */
    private record Wording(Pattern said, String key) {
        static Wording of(String said, String key) {
            return new Wording(Pattern.compile(said, Pattern.DOTALL), "problem." + key);
        }
    }

    private static final List<Wording> WORDINGS = List.of(
            Wording.of("is required", "required"),
            Wording.of("must have at most (\\d+) characters", "long"),
            Wording.of("must have at most (\\d+) entries", "many"),
            Wording.of("must have a letter or digit.*", "address"),
            Wording.of("must not contain NUL.*", "unreadable"),
            Wording.of("must be from 0 to (\\d+)", "moment"),
            Wording.of("must be later than that of the chapter before", "later"),
            Wording.of("is not within the work, which has ([\\d.]+) seconds", "beyond"),
            Wording.of("must be one line", "unreadable"),
            Wording.of("must be from (\\d+) to (\\d+)", "year"),
            Wording.of("must be a whole number.*|is too large", "number"),
            Wording.of("must be a date.*|must be in a year.*", "day"),
            Wording.of("lies ahead", "ahead"),
            Wording.of("lies before the day.*", "before"),
            Wording.of("is promised by no plan: .*", "promise"),
            Wording.of("is not a genre: .*", "genre"),
            Wording.of("stands twice: (.*)", "twice"),
            Wording.of("is not known: (.*)", "unknown"),
            Wording.of("must still name (.*), whom the public has seen", "named"),
            Wording.of("must keep, as it is, what (.*) has withdrawn.*", "withdrawn"),
            Wording.of("does not go with the kind.*", "role"),
            Wording.of("is of other files than this one.*", "file"),
            Wording.of("is not a language of works.*", "tongue"),
            Wording.of("is not named in the consents.*", "nobody"));

    private WorkProblems() {}

    /** What came of changing a product that somebody had read before; null when it is done. */
    static @Nullable String of(Visit visit, ProductChange change) {
        if (change instanceof ProductChange.Done) {
            return null;
        }
        return visit.text(change instanceof ProductChange.Stale ? "working.stale" : "work.refused.unknown");
    }

    static String of(Visit visit, Violation wrong) {
        for (var wording : WORDINGS) {
            var found = wording.said().matcher(wrong.message());
            if (found.matches()) {
                return filled(visit, wording.key(), found);
            }
        }
        return visit.say("problem.other", wrong.message());
    }

    private static String filled(Visit visit, String key, MatchResult found) {
        var places = IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(found::group)
                .toList();
        return switch (places.size()) {
            case 0 -> visit.text(key);
            case 1 -> visit.say(key, places.get(0));
            default -> visit.say(key, places.get(0), places.get(1));
        };
    }
}
