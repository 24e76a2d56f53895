package vn.loa.programmes.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import vn.loa.common.InvalidInput;

/** Reads the days that people and programs ask for. */
final class Days {
    /** So many there are unless somebody says otherwise. */
    static final int WEEK = 7;

    private Days() {}

    /** @throws InvalidInput naming the field for what is no day, or beyond all programmes */
    static LocalDate read(String field, String text) {
        return find(text).orElseThrow(() -> InvalidInput.of(field, "must be a date like 2026-11-23"));
    }

    /** @return empty for what is no day, or beyond all programmes */
    static Optional<LocalDate> find(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 2000 && day.getYear() < 2200);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
