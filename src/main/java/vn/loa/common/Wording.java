package vn.loa.common;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Locale;

/** Says durations, days, sizes and numbers the way people say them, in one language. Immutable. */
public final class Wording {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;

    /** A number never stands on another line than its unit. */
    private static final String NO_BREAK = "\u00a0";

    private final Messages messages;

    public Wording(Messages messages) {
        this.messages = messages;
    }

    /** A text with its places filled. */
    public String say(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /** What somebody wrote in several languages, in this one if they did. */
    public String of(Texts texts) {
        return texts.in(messages.locale().getLanguage());
    }

    /** {@code 5 phút 12 giây}; with hours, the seconds are left out. */
    public String duration(Duration duration) {
        var seconds = Math.max(1, Math.round(duration.toMillis() / 1000d));
        var hours = seconds / 3600;
        var minutes = seconds / 60 % 60;
        var rest = seconds % 60;
        var parts = new ArrayList<String>();
        if (hours > 0) {
            parts.add(messages.text("duration.hours", hours));
        }
        if (minutes > 0) {
            parts.add(messages.text("duration.minutes", minutes));
        }
        if (hours == 0 && rest > 0) {
            parts.add(messages.text("duration.seconds", rest));
        }
        return String.join(" ", parts);
    }

    /** {@code ngày 22 tháng 5 năm 2025}. */
    public String day(LocalDate day) {
        return written("date.day", day);
    }

    /** The day in Vietnam at this instant. */
    public String dayOf(Instant instant) {
        return day(LocalDate.ofInstant(instant, TimeSource.ZONE));
    }

    /** {@code 14:05, 22/5/2025}, in Vietnam: for those who work with the portal. */
    public String moment(Instant instant) {
        return written("date.moment", instant.atZone(TimeSource.ZONE));
    }

    /** The same to the second, where several things happen within a minute. */
    public String exactMoment(Instant instant) {
        return written("date.exact-moment", instant.atZone(TimeSource.ZONE));
    }

    /** {@code 05:00}: a time of day, for those who plan by the minute. */
    public String time(LocalDateTime moment) {
        return CLOCK.format(moment);
    }

    /** {@code 05:02:30}. */
    public String second(LocalDateTime moment) {
        return SECONDS.format(moment);
    }

    /** {@code 23/11 – 29/11/2026}. */
    public String days(LocalDate first, LocalDate last) {
        return messages.text("date.days", written("date.short", first), written("date.numbers", last));
    }

    /** {@code 23/11/2026}. */
    public String numbers(LocalDate day) {
        return written("date.numbers", day);
    }

    /** {@code tháng 4 năm 2024}. */
    public String month(LocalDate day) {
        return written("date.month", day);
    }

    /** {@code năm 2024}. */
    public String year(LocalDate day) {
        return written("date.year", day);
    }

    private String written(String pattern, TemporalAccessor date) {
        return DateTimeFormatter.ofPattern(messages.text(pattern), messages.locale())
                .format(date);
    }

    /** {@code 1,2 MB}, {@code 820 KB}: decimal units, as mobile networks sell them; never less than 1 KB. */
    public String size(long bytes) {
        // 999,500 and more would round to 1000 KB.
        if (bytes < MEGA - KILO / 2) {
            return number(bytes == 0 ? 0 : Math.max(1, Math.round(bytes / (double) KILO))) + NO_BREAK + "KB";
        }
        var megabytes = BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(MEGA));
        var rounded = megabytes.setScale(bytes < 100 * MEGA ? 1 : 0, RoundingMode.HALF_UP);
        return NumberFormat.getInstance(messages.locale()).format(rounded) + NO_BREAK + "MB";
    }

    /** {@code 200.000}. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(messages.locale()).format(number);
    }

    /** A playing speed: {@code 1,25×}. */
    public String speed(double speed) {
        return NumberFormat.getInstance(messages.locale()).format(speed) + "×";
    }

    /** A position in a recording: {@code 1:12}, {@code 1:02:05}. */
    public String clock(long millis) {
        var seconds = millis / 1000;
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** {@code Thứ hai}: a weekday as a heading begins with it. */
    public String weekday(DayOfWeek day) {
        var name = day.getDisplayName(TextStyle.FULL, messages.locale());
        return name.substring(0, 1).toUpperCase(messages.locale()) + name.substring(1);
    }

    /** {@code Thứ hai, 23/11/2026}. */
    public String weekday(LocalDate day) {
        return weekday(day.getDayOfWeek()) + ", " + numbers(day);
    }

    /** The name of a unit within a sentence: Vietnamese writes its kind small there, {@code xã Lũng Nặm}. */
    public String unit(Texts label) {
        var language = messages.locale().getLanguage();
        var name = label.in(language);
        return name.isEmpty() || !language.equals(Texts.FALLBACK)
                ? name
                : name.substring(0, 1).toLowerCase(messages.locale()) + name.substring(1);
    }
}
