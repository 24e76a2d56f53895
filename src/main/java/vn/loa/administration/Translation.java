package vn.loa.administration;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** Parts of the back office: citizens never read them. What citizens read is what public pages use, and a test holds this to it. */
    private static final Set<String> OFFICE = Set.of(
            "agencies",
            "archive",
            "audit",
            "channels",
            "commune",
            "deed",
            "delivery",
            "desk",
            "edit",
            "files",
            "founding",
            "guide",
            "history",
            "index",
            "job",
            "jobs",
            "log",
            "look",
            "matrix",
            "media",
            "new-password",
            "office",
            "once",
            "own",
            "package",
            "people",
            "person",
            "pick",
            "players",
            "playout",
            "preview",
            "problem",
            "refused",
            "registry",
            "searches",
            "second",
            "send",
            "sign-in",
            "station",
            "stations",
            "subtitles",
            "synonyms",
            "system",
            "targets",
            "terms",
            "texts",
            "units",
            "upload",
            "want",
            "work",
            "working");

    /** Of parts that both read, what citizens read: texts, and with a dot at the end also all below them. */
    private static final Map<String, Set<String>> SHARED = Map.of(
            "languages",
            Set.of("languages"),
            "plan",
            Set.of(
                    "plan.kind.",
                    "plan.number.",
                    "plan.nonumber",
                    "plan.issued.",
                    "plan.agency",
                    "plan.signer.",
                    "plan.capacity.",
                    "plan.period.",
                    "plan.programme",
                    "plan.parent",
                    "plan.level.",
                    "plan.contents",
                    "plan.deliverables.",
                    "plan.deliverable.",
                    "plan.terms",
                    "plan.due.",
                    "plan.done",
                    "plan.done.printed",
                    "plan.samples.",
                    "plan.versions.",
                    "plan.graph.",
                    "plan.relation.",
                    "plan.text",
                    "plan.recipients",
                    "plan.recipient.",
                    "plan.original",
                    "plan.original.save",
                    "plan.airings"),
            "programme",
            Set.of(
                    "programme.title",
                    "programme.lead",
                    "programme.event",
                    "programme.event.urgent",
                    "programme.print",
                    "programme.today",
                    "programme.week",
                    "programme.weeks",
                    "programme.previous",
                    "programme.next",
                    "programme.this-week",
                    "programme.none",
                    "programme.silent",
                    "programme.extra",
                    "programme.stand-in",
                    "programme.zone",
                    "programme.calendar",
                    "programme.priority.urgent"),
            "question",
            Set.of(
                    "question.asked",
                    "question.asked.on",
                    "question.answer",
                    "question.answered.on",
                    "question.ask.own",
                    "question.topic",
                    "question.taken-back",
                    "question.forgotten"));

    /** What each language says of itself: no text of pages. */
    private static final Set<String> APART =
            Set.of("language.self", "language.tag", "language.spoken", "language.formats");

    private Translation() {}

    /** What is wrong. */
    enum Fault implements Coded {
        PLACES,
        LONG,
        /** Of a topic and the like. */
        LONG_NAME,
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
        var shared = SHARED.get(area);
        return shared == null
                ? !OFFICE.contains(area)
                : shared.contains(key) || shared.stream().anyMatch(each -> isBelow(key, each));
    }

    private static boolean isBelow(String key, String above) {
        return above.endsWith(".") && (key + ".").startsWith(above);
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
