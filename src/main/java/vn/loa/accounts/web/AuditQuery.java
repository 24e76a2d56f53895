package vn.loa.accounts.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.AuditFilter;
import vn.loa.common.PlainText;

/**
 * What the parameters of an address narrow the audit trail to.
 *
 * @param unreadable what was written for a day and is none
 */
record AuditQuery(AuditFilter filter, List<String> unreadable) {
    private static final int LONGEST = 200;

    AuditQuery {
        unreadable = List.copyOf(unreadable);
    }

    /** @param parameters by name; empty where there is none */
    static AuditQuery of(UnaryOperator<String> parameters) {
        var unreadable = new ArrayList<String>();
        var filter = new AuditFilter(
                line(parameters, "nguoi"),
                line(parameters, "loai"),
                line(parameters, "viec"),
                line(parameters, "ten"),
                day(line(parameters, "tu"), unreadable),
                day(line(parameters, "den"), unreadable));
        return new AuditQuery(filter, unreadable);
    }

    private static String line(UnaryOperator<String> parameters, String name) {
        var line = PlainText.line(parameters.apply(name));
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    private static @Nullable LocalDate day(String written, List<String> unreadable) {
        if (written.isEmpty()) {
            return null;
        }
        try {
            var day = LocalDate.parse(written);
            if (day.getYear() > 0 && day.getYear() < 10_000) {
                return day;
            }
        } catch (DateTimeParseException none) {
            // Told below, like a day that no calendar on a wall has.
        }
        unreadable.add(written);
        return null;
    }
}
