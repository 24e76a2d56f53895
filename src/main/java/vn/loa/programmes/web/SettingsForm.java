package vn.loa.programmes.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;
import vn.loa.common.InvalidInput;
import vn.loa.common.PlainText;
import vn.loa.common.Violation;
import vn.loa.common.web.SentForm;
import vn.loa.programmes.Holiday;
import vn.loa.programmes.PlanningRule;
import vn.loa.programmes.Preference;
import vn.loa.programmes.SlotTime;
import vn.loa.programmes.StationSettings;
import vn.loa.programmes.web.WorkSettingsBacking.HolidayRow;
import vn.loa.taxonomy.Taxonomies;

/**
 * The settings of a station as they are written into a form: {@code 05:00-05:30, 17:00-17:30}.
 *
 * @param times of each weekday
 * @param shares in percent, by code of the language
 */
public record SettingsForm(
        Map<DayOfWeek, String> times,
        List<HolidayRow> holidays,
        Map<String, String> shares,
        List<Preference> preferences,
        boolean onlyThese,
        String order,
        String repeatDays) {
    private static final Pattern SLOT =
            Pattern.compile("([0-9]{1,2})[:hg.]([0-9]{2})?\\s*(?:-|–|—|đến)\\s*([0-9]{1,2})[:hg.]([0-9]{2})?");
    private static final int WHOLE = 100;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    static SettingsForm empty() {
        return of(StationSettings.none());
    }

    static SettingsForm of(StationSettings settings) {
        var times = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        settings.slots().stream()
                .collect(Collectors.groupingBy(SlotTime::day))
                .forEach((day, slots) -> times.put(
                        day,
                        slots.stream()
                                .map(slot -> slot.begins() + "-" + slot.ends())
                                .collect(Collectors.joining(", "))));
        var shares = new LinkedHashMap<String, String>();
        settings.rule().shares().forEach((language, percent) -> shares.put(language, percent.toString()));
        return new SettingsForm(
                times,
                settings.holidays().stream()
                        .map(holiday -> new HolidayRow(
                                holiday.day().toString(),
                                holiday.name(),
                                holiday.weekday()
                                        .map(as -> String.valueOf(as.getValue()))
                                        .orElse("")))
                        .toList(),
                shares,
                settings.rule().preferences(),
                settings.rule().onlyThese(),
                settings.rule().order().code(),
                String.valueOf(settings.rule().repeatDays()));
    }

    static SettingsForm sent(SentForm sent, List<Taxonomies.LanguageItem> languages) {
        var times = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            times.put(day, sent.line("gio-" + day.getValue()));
        }
        var shares = new LinkedHashMap<String, String>();
        languages.forEach(language -> shares.put(language.code(), sent.line("tieng-" + language.code())));
        var days = sent.all("nghi-ngay");
        var names = sent.all("nghi-ten");
        var as = sent.all("nghi-nhu");
        var holidays = new ArrayList<HolidayRow>();
        for (var i = 0; i < Math.min(days.size(), Math.min(names.size(), as.size())); i++) {
            if (!days.get(i).isBlank() || !names.get(i).isBlank()) {
                holidays.add(new HolidayRow(days.get(i).strip(), PlainText.line(names.get(i)), as.get(i)));
            }
        }
        return new SettingsForm(
                times,
                holidays,
                shares,
                preferences(sent),
                !sent.line("chi").isEmpty(),
                sent.line("thu-tu"),
                sent.line("lap"));
    }

    private static List<Preference> preferences(SentForm sent) {
        var genres = sent.all("the-loai");
        var spoken = sent.all("uu-tieng");
        var topics = sent.all("uu-chu-de");
        var audiences = sent.all("uu-doi-tuong");
        return IntStream.range(0, Math.min(Preference.MOST + 1, genres.size()))
                .mapToObj(i -> new Preference(genres.get(i), at(spoken, i), at(topics, i), at(audiences, i)))
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    private static String at(List<String> values, int i) {
        return i < values.size() ? values.get(i) : "";
    }

    /** @throws InvalidInput naming the fields that cannot be read */
    StationSettings settings() {
        var wrong = new ArrayList<Violation>();
        var slots = new ArrayList<SlotTime>();
        times.forEach((day, text) -> slots(day, text, slots, wrong));
        var days = new ArrayList<Holiday>();
        holidays.forEach(row -> holiday(row, days, wrong));
        var parts = new LinkedHashMap<String, Integer>();
        shares.forEach((language, text) -> {
            if (!text.isEmpty() && !NUMBER.matcher(text).matches()) {
                wrong.add(new Violation("shares", "are whole numbers"));
            } else if (!text.isEmpty() && Integer.parseInt(text) > 0) {
                parts.put(language, Integer.parseInt(text));
            }
        });
        if (!NUMBER.matcher(repeatDays).matches()) {
            wrong.add(new Violation("repeatDays", "is a whole number"));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return new StationSettings(
                slots,
                days,
                new PlanningRule(preferences, onlyThese, byCode(order), Integer.parseInt(repeatDays), parts));
    }

    /** What is wrong with something that was written. @param key of the words for it @param day null when it is of no weekday @param value as it was written */
    record Wrong(String key, @Nullable DayOfWeek day, String value) {}

    /** Everything that is wrong, as far as it can be named, in the order of the form. */
    List<Wrong> wrong() {
        var wrong = new ArrayList<Wrong>();
        times.forEach((day, text) -> slots(day, text, wrong));
        var sum = 0;
        for (var share : shares.values()) {
            if (!share.isEmpty() && !NUMBER.matcher(share).matches()) {
                wrong.add(new Wrong("share", null, share));
            } else if (!share.isEmpty()) {
                sum += Integer.parseInt(share);
            }
        }
        if (sum != 0 && sum != WHOLE) {
            wrong.add(new Wrong("sum", null, String.valueOf(sum)));
        }
        return wrong;
    }

    private static void slots(DayOfWeek day, String text, List<Wrong> wrong) {
        var read = new ArrayList<SlotTime>();
        for (var part : text.split("[,;]")) {
            var unread = new ArrayList<Violation>();
            var before = read.size();
            slots(day, part, read, unread);
            if (!unread.isEmpty()) {
                wrong.add(new Wrong("unread", day, part.strip()));
            } else if (read.size() > before) {
                var slot = read.get(before);
                if (!slot.begins().isBefore(slot.ends())) {
                    wrong.add(new Wrong("order", day, part.strip()));
                } else if (Duration.between(slot.begins(), slot.ends()).compareTo(StationSettings.LONGEST_SLOT) > 0) {
                    wrong.add(new Wrong("long", day, part.strip()));
                } else if (read.subList(0, before).stream().anyMatch(slot::overlaps)) {
                    wrong.add(new Wrong("overlap", day, part.strip()));
                }
            }
        }
        if (read.size() > StationSettings.MOST_SLOTS) {
            wrong.add(new Wrong("many", day, String.valueOf(read.size())));
        }
    }

    private static PlanningRule.Order byCode(String code) {
        try {
            return Coded.of(PlanningRule.Order.class, code);
        } catch (IllegalArgumentException none) {
            return PlanningRule.Order.NEWEST;
        }
    }

    private static void slots(DayOfWeek day, String text, List<SlotTime> slots, List<Violation> wrong) {
        for (var part : text.split("[,;]")) {
            if (part.isBlank()) {
                continue;
            }
            var written = SLOT.matcher(part.strip());
            try {
                if (!written.matches()) {
                    throw new DateTimeException(part);
                }
                slots.add(new SlotTime(
                        day, time(written.group(1), written.group(2)), time(written.group(3), written.group(4))));
            } catch (DateTimeException noTime) {
                wrong.add(new Violation("slots", "are written like 05:00-05:30"));
            }
        }
    }

    private static LocalTime time(String hour, String minute) {
        return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(Objects.requireNonNullElse(minute, "0")));
    }

    private static void holiday(HolidayRow row, List<Holiday> holidays, List<Violation> wrong) {
        try {
            var as = row.as().matches("[1-7]") ? DayOfWeek.of(Integer.parseInt(row.as())) : null;
            holidays.add(new Holiday(LocalDate.parse(row.day()), row.name(), as));
        } catch (DateTimeException noDay) {
            wrong.add(new Violation("holidays", "need a day"));
        }
    }
}
