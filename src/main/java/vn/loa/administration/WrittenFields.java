package vn.loa.administration;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.loa.administration.EditOutcome.Fault;
import vn.loa.common.Texts;

/** What stands in the fields of a form, read as what it is meant for. */
final class WrittenFields {
    private static final int LONGEST = 200;

    private final Map<String, String> fields;
    private final Map<String, Fault> faults = new LinkedHashMap<>();

    /** @param fields by name, each one line of plain text */
    WrittenFields(Map<String, String> fields) {
        this.fields = Map.copyOf(fields);
    }

    /** What was written is not what the field is for. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Map<String, Fault> faults;

        private Unreadable(Map<String, Fault> faults) {
            super(faults.toString());
            this.faults = faults;
        }

        EditOutcome.Wrong outcome() {
            return new EditOutcome.Wrong(faults);
        }
    }

    /** Notes what is wrong in a field, unless something is already. */
    void wrong(String name, Fault fault) {
        faults.putIfAbsent(name, fault);
    }

    /** @throws Unreadable naming everything that is wrong, when something is */
    void check() {
        if (!faults.isEmpty()) {
            throw new Unreadable(faults);
        }
    }

    String text(String name) {
        var text = fields.getOrDefault(name, "");
        if (text.length() > LONGEST) {
            wrong(name, Fault.LONG);
            return "";
        }
        return text;
    }

    /** Whether the form had this field. */
    boolean has(String name) {
        return fields.containsKey(name);
    }

    boolean isChosen(String name) {
        return !text(name).isEmpty();
    }

    /** A name in Vietnamese and English; texts in other languages stay as they were. */
    Texts names(Texts before) {
        var texts = new LinkedHashMap<>(before.asMap());
        texts.put(Texts.FALLBACK, text("vi"));
        texts.put("en", text("en"));
        if (text("vi").isBlank()) {
            wrong("vi", Fault.NO_NAME);
        }
        return Texts.of(texts);
    }

    @Nullable LocalDate day(String name) {
        if (text(name).isEmpty()) {
            return null;
        }
        try {
            var day = LocalDate.parse(text(name));
            if (day.getYear() > 0 && day.getYear() < 10_000) {
                return day;
            }
        } catch (DateTimeParseException none) {
            // Told below.
        }
        wrong(name, Fault.BAD_DAY);
        return null;
    }

    /** A whole number from 0, with or without marks between thousands. */
    @Nullable Long count(String name) {
        var digits = text(name).replaceAll("[ .,\\u00a0]", "");
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.matches("[0-9]{1,15}")) {
            wrong(name, Fault.BAD_NUMBER);
            return null;
        }
        return Long.valueOf(digits);
    }
}
