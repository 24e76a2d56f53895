package vn.loa.catalog.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What reviewers write about a track, with the moments that they name: {@code 1:23} or {@code 1:02:03}. */
public final class WorkNotes {
    private static final Pattern MOMENT = Pattern.compile("(?<![\\d:])(?:(\\d{1,2}):)?(\\d{1,2}):([0-5]\\d)(?![\\d:])");
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private WorkNotes() {}

    /** @param second that the text names; null of what names none */
    public record Part(String text, @Nullable Integer second) {}

    static List<Part> of(String note) {
        var parts = new ArrayList<Part>();
        var moment = MOMENT.matcher(note);
        var done = 0;
        while (moment.find()) {
            if (moment.start() > done) {
                parts.add(new Part(note.substring(done, moment.start()), null));
            }
            parts.add(new Part(
                    moment.group(),
                    number(moment.group(1)) * HOUR + number(moment.group(2)) * MINUTE + number(moment.group(3))));
            done = moment.end();
        }
        if (done < note.length()) {
            parts.add(new Part(note.substring(done), null));
        }
        return List.copyOf(parts);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
