package vn.loa.administration;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.loa.common.Coded;
import vn.loa.common.PlainText;

/**
 * What somebody wrote for a text of the pages. Where the Vietnamese has places such as <code>{0}</code>, the other has the same ones, and its apostrophes are
 * kept twice, as such texts want it; nobody has to write them so.
 */
final class Translation {
    private static final int LONGEST = 2_000;
    private static final Pattern PLACE = Pattern.compile("\\{[^{}]*}");

    /** Parts of the back office: citizens never read them. */
    private static final Set<String> OFFICE = Set.of(
            "terms",
            "edit",
            "working",
            "work",
            "deed",
            "send",
            "units",
            "channels",
            "registry",
            "person",
            "office",
            "desk",
            "audit",
            "own",
            "second",
            "synonyms",
            "jobs",
            "agencies",
            "sign-in",
            "index",
            "history",
            "system",
            "people",
            "languages",
            "upload",
            "founding",
            "want",
            "job",
            "refused",
            "new-password",
            "preview",
            "texts",
            "media",
            "look",
            "guide",
            "archive",
            "subtitles",
            "files",
            "matrix",
            "log",
            "targets",
            "delivery",
            "commune",
            "package",
            "station",
            "stations",
            "playout",
            "players");

    /** Parts of what is otherwise read by citizens, too. */
    private static final List<String> OF_OFFICE = List.of(
            "plan.work",
            "plan.field.",
            "plan.hint.",
            "plan.row.",
            "plan.refused.",
            "plan.problem.",
            "plan.import.",
            "plan.drop",
            "question.deed");

    /** What each language says of itself: no text of pages. */
    private static final Set<String> APART =
            Set.of("language.self", "language.tag", "language.spoken", "language.formats");

    private Translation() {}

    /** What is wrong. */
    enum Fault implements Coded {
        PLACES,
        LONG,
        UNREADABLE,
        STALE,
        UNKNOWN
    }

    /** Whether translators write it. */
    static boolean isTranslated(String key) {
        return !APART.contains(key) && !key.startsWith("date.") && !key.startsWith("withdrawn.reason.");
    }

    /** Whether citizens read it. */
    static boolean isPublic(String key) {
        var area = key.split("[.]", 2)[0];
        return !OFFICE.contains(area) && OF_OFFICE.stream().noneMatch(key::startsWith);
    }

    /** @param vietnamese as it comes with the portal @param written as {@link #tidy} has it, not empty */
    static Optional<Fault> faultOf(String vietnamese, String written) {
        if (written.length() > LONGEST) {
            return Optional.of(Fault.LONG);
        }
        if (!vietnamese.contains("{")) {
            return Optional.empty();
        }
        if (!places(vietnamese).equals(places(written))) {
            return Optional.of(Fault.PLACES);
        }
        try {
            new MessageFormat(stored(vietnamese, written));
            return Optional.empty();
        } catch (IllegalArgumentException braces) {
            return Optional.of(Fault.UNREADABLE);
        }
    }

    /** The places of a text, in alphabetical order. */
    static List<String> places(String text) {
        var places = new ArrayList<String>();
        var found = PLACE.matcher(text);
        while (found.find()) {
            places.add(found.group());
        }
        places.sort(null);
        return places;
    }

    /** Without what nobody sees. */
    static String tidy(String written) {
        return PlainText.lines(written).strip();
    }

    /** As the pages want it. */
    static String stored(String vietnamese, String written) {
        return vietnamese.contains("{") ? written.replace("'", "''") : written;
    }

    /** As people write it. */
    static String shown(String vietnamese, String stored) {
        return vietnamese.contains("{") ? stored.replace("''", "'") : stored;
    }
}
