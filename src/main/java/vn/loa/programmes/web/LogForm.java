package vn.loa.programmes.web;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;
import vn.loa.common.PlainText;
import vn.loa.common.web.SentForm;
import vn.loa.programmes.log.AiredOutcome;
import vn.loa.programmes.log.AiredTime;
import vn.loa.programmes.log.LogEntry;
import vn.loa.programmes.log.LogFault;
import vn.loa.programmes.log.LogLine;

/**
 * An entry of a log as it is written into a form.
 *
 * @param day as {@code 2026-11-27}
 * @param time as {@code 05:00} or {@code 05:00:12}
 * @param outcome code
 * @param length minutes and seconds as {@code 4:05}, or seconds; empty for as long as it lasts
 */
public record LogForm(
        String day, String time, String product, String language, String outcome, String length, String note) {
    private static final Pattern CLOCK = Pattern.compile("(?:([0-9]{1,2}):)?([0-9]{1,3}):([0-5][0-9])");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");
    private static final Pattern CHOICE = Pattern.compile("([a-z]{2,8}) ([a-z0-9-]{1,200})");
    private static final Pattern ADDRESS = Pattern.compile("(?:.*/)?([a-z0-9-]+)(?:[?#].*)?");
    private static final int SIXTY = 60;

    static LogForm begin(String day, String time) {
        return new LogForm(day, time, "", "", AiredOutcome.AIRED.code(), "", "");
    }

    static LogForm of(LogLine line, String length) {
        return new LogForm(
                line.local().toLocalDate().toString(),
                line.local().toLocalTime().toString(),
                line.slug(),
                line.language(),
                line.outcome().code(),
                length,
                line.note());
    }

    /** What somebody has chosen from a list, or written into two fields. */
    static LogForm sent(SentForm sent) {
        var chosen = CHOICE.matcher(sent.line("chon"));
        return new LogForm(
                sent.line("ngay"),
                sent.line("gio"),
                chosen.matches() ? chosen.group(2) : sent.line("san-pham"),
                chosen.matches() ? chosen.group(1) : sent.line("tieng"),
                sent.line("ket-qua"),
                sent.line("dai"),
                PlainText.line(sent.text("ghi-chu")));
    }

    /** Days of which all was chosen, as {@link vn.loa.programmes.log.DueDay#name} names them; what is none is passed over. */
    static List<LocalDateTime> days(List<String> sent) {
        return sent.stream().flatMap(LogForm::moment).toList();
    }

    private static Stream<LocalDateTime> moment(String text) {
        try {
            return Stream.of(LocalDateTime.parse(text));
        } catch (DateTimeParseException none) {
            return Stream.empty();
        }
    }

    /** Names what was chosen from a list. */
    public String choice() {
        return language + " " + product;
    }

    /** @param place name of the commune in addresses @param faults takes what cannot be read */
    Optional<LogEntry> entry(String key, String place, List<LogFault> faults) {
        var at = AiredTime.of(day, time);
        var wrong = new ArrayList<LogFault>();
        Optional.ofNullable(at.fault()).ifPresent(wrong::add);
        var seconds = seconds(wrong);
        var how = outcome(wrong);
        var address = ADDRESS.matcher(product);
        if (!address.matches()) {
            wrong.add(LogFault.PRODUCT);
        }
        faults.addAll(wrong);
        return wrong.isEmpty()
                ? at.found()
                        .map(moment -> new LogEntry(key, place, moment, address.group(1), language, seconds, how, note))
                : Optional.empty();
    }

    private @Nullable Integer seconds(List<LogFault> faults) {
        var clock = CLOCK.matcher(length);
        if (length.isEmpty()) {
            return null;
        }
        if (clock.matches()) {
            var hours = clock.group(1) == null ? 0 : Integer.parseInt(clock.group(1));
            return (hours * SIXTY + Integer.parseInt(clock.group(2))) * SIXTY + Integer.parseInt(clock.group(3));
        }
        if (!SECONDS.matcher(length).matches()) {
            faults.add(LogFault.SECONDS);
            return null;
        }
        return Integer.valueOf(length);
    }

    private AiredOutcome outcome(List<LogFault> faults) {
        try {
            return Coded.of(AiredOutcome.class, outcome);
        } catch (IllegalArgumentException none) {
            faults.add(LogFault.OUTCOME);
            return AiredOutcome.AIRED;
        }
    }
}
