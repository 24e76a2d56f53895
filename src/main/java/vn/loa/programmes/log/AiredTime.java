package vn.loa.programmes.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.common.TimeSource;

/**
 * When something was aired, as programs and people write it: with an offset, or by the clock of Vietnam. A time that the clock has skipped is none; of one that
 * came twice the first is meant.
 *
 * @param moment to the second; null when there is a fault
 * @param fault null when there is none
 */
public record AiredTime(@Nullable Instant moment, @Nullable LogFault fault) {
    private static final Pattern OFFSET = Pattern.compile(".*(?:[zZ]|[+-]\\d\\d(?::?\\d\\d)?)");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:hHg](\\d{2})?(?::(\\d{2}))?");

    /** {@code 2026-11-27T05:00:12+07:00}, or the same without an offset. */
    public static AiredTime of(String text) {
        return of(text, TimeSource.ZONE);
    }

    static AiredTime of(String text, ZoneId zone) {
        try {
            return OFFSET.matcher(text).matches()
                            && text.indexOf('T') > 0
                            && text.length() > "2026-11-27T05:00".length()
                    ? at(OffsetDateTime.parse(text).toInstant())
                    : local(LocalDateTime.parse(text), zone);
        } catch (DateTimeException noTime) {
            return wrong(LogFault.NO_TIME);
        }
    }

    /** A day such as {@code 2026-11-27} or {@code 27/11/2026}, and a time such as {@code 5:00}, {@code 05:00:12} or {@code 5h30}. */
    public static AiredTime of(String day, String time) {
        return of(day, time, TimeSource.ZONE);
    }

    static AiredTime of(String day, String time, ZoneId zone) {
        try {
            return local(day(day.strip()).atTime(time(time.strip())), zone);
        } catch (DateTimeException noTime) {
            return wrong(LogFault.NO_TIME);
        }
    }

    private static LocalDate day(String text) {
        var written = DAY.matcher(text);
        return written.matches()
                ? LocalDate.of(
                        Integer.parseInt(written.group(3)),
                        Integer.parseInt(written.group(2)),
                        Integer.parseInt(written.group(1)))
                : LocalDate.parse(text);
    }

    private static LocalTime time(String text) {
        var written = TIME.matcher(text);
        if (!written.matches()) {
            throw new DateTimeException(text);
        }
        return LocalTime.of(
                Integer.parseInt(written.group(1)),
                Integer.parseInt(Objects.requireNonNullElse(written.group(2), "0")),
                Integer.parseInt(Objects.requireNonNullElse(written.group(3), "0")));
    }

    private static AiredTime local(LocalDateTime moment, ZoneId zone) {
        return zone.getRules().getValidOffsets(moment).stream()
                .findFirst()
                .map(offset -> at(moment.toInstant(offset)))
                .orElseGet(() -> wrong(LogFault.SKIPPED));
    }

    private static AiredTime at(Instant moment) {
        return new AiredTime(moment.truncatedTo(ChronoUnit.SECONDS), null);
    }

    private static AiredTime wrong(LogFault fault) {
        return new AiredTime(null, fault);
    }

    public Optional<Instant> found() {
        return Optional.ofNullable(moment);
    }
}
