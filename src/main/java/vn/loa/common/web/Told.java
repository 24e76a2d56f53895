package vn.loa.common.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/**
 * What came of a form beside a list, of which lines can be marked and whose filters can be kept.
 *
 * @param text a sentence
 * @param done whether it was done, in part at least
 * @param refused what was not done, each with the reason
 * @param chosen addresses of the lines that stay marked
 * @param forgotten a list that is kept no longer, and can be again
 * @param undo what takes back what was done; null when nothing does
 * @param going how far it is; null when there is nothing more to be done
 */
public record Told(
        String text,
        boolean done,
        List<Refused> refused,
        Set<String> chosen,
        @Nullable Forgotten forgotten,
        @Nullable Undo undo,
        @Nullable Going going) {
    public Told {
        refused = List.copyOf(refused);
        chosen = Set.copyOf(chosen);
    }

    /** @param title without any text when it has none */
    public record Refused(String slug, Texts title, String why) {}

    /** @param query the parameters of the list's address */
    public record Forgotten(String name, String query) {}

    /**
     * What takes back what was done to many.
     *
     * @param deed as forms send it
     * @param field that goes with it; empty when none does
     * @param chosen the lines, as forms send them
     */
    public record Undo(String deed, String field, String value, List<String> chosen) {
        public Undo {
            chosen = List.copyOf(chosen);
        }

        /** All of them in one field. */
        public String getLines() {
            return String.join(" ", chosen);
        }
    }

    /**
     * How far something is that is done to many.
     *
     * @param done so many
     * @param total of so many
     * @param left so many are still to be done
     * @param fields what goes on with it sends, by name
     */
    public record Going(long done, long total, int left, Map<String, String> fields) {
        public Going {
            fields = new LinkedHashMap<>(fields);
        }
    }

    public static Told done(String text) {
        return new Told(text, true, List.of(), Set.of(), null, null, null);
    }

    /** What was forgotten can be kept again. @param query the parameters of the list's address */
    public static Told forgotten(String text, String name, String query) {
        return new Told(text, true, List.of(), Set.of(), new Forgotten(name, query), null, null);
    }

    public static Told problem(String text, Set<String> chosen) {
        return new Told(text, false, List.of(), chosen, null, null, null);
    }
}
