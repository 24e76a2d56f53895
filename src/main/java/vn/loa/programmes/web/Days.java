package vn.loa.programmes.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import vn.loa.common.InvalidInput;

/** Reads the days that programs ask for. */
final class Days {
    /** So many there are unless somebody says otherwise. */
    static final int WEEK = 7;

    private Days() {}

    /** @throws InvalidInput naming the field for what is no day, or beyond all programmes */
    static LocalDate read(String field, String text) {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= 2000 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            // Said below, together with days beyond all programmes.
        }
        throw InvalidInput.of(field, "must be a date like 2026-11-23");
    }
}
