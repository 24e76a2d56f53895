package vn.loa.programmes;

import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.common.Coded;
import vn.loa.common.JsonFields;
import vn.loa.common.Jsons;
import vn.loa.common.Violation;

/**
 * When a station is on air, and what it likes to play.
 *
 * @param slots of a usual week, in order, without overlaps
 * @param holidays in order of their days, each day once
 */
public record StationSettings(List<SlotTime> slots, List<Holiday> holidays, PlanningRule rule) {
    /** On one weekday. */
    public static final int MOST_SLOTS = 12;

    /** Nobody listens longer; what fills a slot to the second is looked for among all that it has room for. */
    public static final Duration LONGEST_SLOT = Duration.ofHours(4);

    /** At once: those of some years. */
    public static final int MOST_HOLIDAYS = 200;

    static final int LONGEST_NAME = 80;

    public StationSettings {
        slots = slots.stream().sorted().toList();
        holidays = holidays.stream()
                .sorted((one, other) -> one.day().compareTo(other.day()))
                .toList();
    }

    /** Nothing yet. */
    public static StationSettings none() {
        return new StationSettings(List.of(), List.of(), PlanningRule.usual());
    }

    public Optional<Holiday> holiday(LocalDate day) {
        return holidays.stream().filter(each -> each.day().equals(day)).findFirst();
    }

    /** In order; none on a silent holiday. */
    public List<Slot> slotsOn(LocalDate day) {
        var holiday = holiday(day);
        if (holiday.filter(Holiday::isSilent).isPresent()) {
            return List.of();
        }
        var like = holiday.flatMap(Holiday::weekday).orElse(day.getDayOfWeek());
        return slots.stream()
                .filter(slot -> slot.day() == like)
                .map(slot -> slot.on(day))
                .toList();
    }

    /** In order. */
    public List<Slot> slotsOf(Week week) {
        return week.days().stream().flatMap(day -> slotsOn(day).stream()).toList();
    }

    /** What is wrong with it, each with the field that it is about; whether genres and languages exist is not looked at. */
    public List<Violation> faults() {
        var faults = new ArrayList<Violation>();
        for (var i = 0; i < slots.size(); i++) {
            var slot = slots.get(i);
            if (!slot.begins().isBefore(slot.ends())) {
                faults.add(new Violation("slots", "must end after they begin: " + written(slot)));
            } else if (Duration.between(slot.begins(), slot.ends()).compareTo(LONGEST_SLOT) > 0) {
                faults.add(new Violation(
                        "slots", "must last at most " + LONGEST_SLOT.toHours() + " hours: " + written(slot)));
            } else if (i > 0 && slots.get(i - 1).overlaps(slot)) {
                faults.add(new Violation(
                        "slots", "must not overlap: " + written(slots.get(i - 1)) + " and " + written(slot)));
            }
        }
        slots.stream()
                .collect(Collectors.groupingBy(SlotTime::day, Collectors.counting()))
                .forEach((day, count) -> {
                    if (count > MOST_SLOTS) {
                        faults.add(new Violation("slots", "must be at most " + MOST_SLOTS + " a day: " + day));
                    }
                });
        if (holidays.size() > MOST_HOLIDAYS
                || holidays.stream().map(Holiday::day).distinct().count() < holidays.size()) {
            faults.add(new Violation("holidays", "must be at most " + MOST_HOLIDAYS + " different days"));
        }
        if (holidays.stream().anyMatch(day -> day.name().isBlank() || day.name().length() > LONGEST_NAME)) {
            faults.add(new Violation("holidays", "must have names of at most " + LONGEST_NAME + " characters"));
        }
        if (rule.preferences().size() > Preference.MOST
                || rule.preferences().stream().anyMatch(Preference::isEmpty)) {
            faults.add(new Violation("preferences", "must be at most " + Preference.MOST + ", each of something"));
        }
        if (rule.repeatDays() < 0 || rule.repeatDays() > PlanningRule.LONGEST_REPEAT) {
            faults.add(new Violation("repeatDays", "must be from 0 to " + PlanningRule.LONGEST_REPEAT));
        }
        var sum = rule.shares().values().stream().mapToInt(Integer::intValue).sum();
        if (!rule.shares().isEmpty() && sum != PlanningRule.WHOLE
                || rule.shares().values().stream().anyMatch(share -> share < 0)) {
            faults.add(new Violation("shares", "must be 100 together, not " + sum));
        }
        return faults;
    }

    private static String written(SlotTime slot) {
        return "%s %s–%s".formatted(slot.day(), slot.begins(), slot.ends());
    }

    /** As the text of a JSON object, for {@link #parse}. */
    String toJson() {
        var times = Jsons.array();
        slots.forEach(slot -> times.add(Jsons.object()
                .add("day", slot.day().getValue())
                .add("begins", slot.begins().toString())
                .add("ends", slot.ends().toString())));
        var days = Jsons.array();
        holidays.forEach(holiday -> {
            var object = Jsons.object().add("day", holiday.day().toString()).add("name", holiday.name());
            holiday.weekday().ifPresent(as -> object.add("as", as.getValue()));
            days.add(object);
        });
        var parts = Jsons.array();
        rule.shares()
                .forEach((language, percent) ->
                        parts.add(Jsons.object().add("language", language).add("percent", percent)));
        var liked = Jsons.array();
        rule.preferences()
                .forEach(each -> liked.add(Jsons.object()
                        .add("genre", each.genre())
                        .add("language", each.language())
                        .add("topic", each.topic())
                        .add("audience", each.audience())));
        return Jsons.object()
                .add("slots", times)
                .add("holidays", days)
                .add("preferences", liked)
                .add("onlyThese", rule.onlyThese())
                .add("order", rule.order().code())
                .add("repeatDays", rule.repeatDays())
                .add("shares", parts)
                .build()
                .toString();
    }

    /** @throws JsonException, InvalidInput for what {@link #toJson} has not written */
    static StationSettings parse(String json) {
        try (var reader = Jsons.reader(new StringReader(json))) {
            var fields = new JsonFields(reader.readObject());
            var settings = read(fields);
            fields.finish();
            return settings;
        }
    }

    /** From the fields that {@link #toJson} writes; what cannot be read is a violation of theirs. */
    public static StationSettings read(JsonFields fields) {
        var slots = fields.objects(
                "slots", slot -> new SlotTime(weekday(slot, "day"), time(slot, "begins"), time(slot, "ends")));
        var holidays = fields.objects(
                "holidays",
                holiday -> new Holiday(
                        holiday.optionalDay("day").orElseGet(() -> {
                            holiday.required("day");
                            return LocalDate.EPOCH;
                        }),
                        holiday.text("name"),
                        holiday.optionalInt("as").isPresent() ? weekday(holiday, "as") : null));
        Map<String, Integer> shares = new LinkedHashMap<>();
        fields.objects("shares", share -> Map.entry(share.text("language"), share.integer("percent")))
                .forEach(share -> shares.put(share.getKey(), share.getValue()));
        var order = fields.optionalText("order").orElse(PlanningRule.Order.NEWEST.code());
        return new StationSettings(
                slots,
                holidays,
                new PlanningRule(
                        preferences(fields),
                        fields.flag("onlyThese"),
                        order(fields, order),
                        fields.optionalInt("repeatDays")
                                .orElse(PlanningRule.usual().repeatDays()),
                        shares));
    }

    /** Those that a list of genres says come behind: so they were written before there were others. */
    private static List<Preference> preferences(JsonFields fields) {
        var preferences = new ArrayList<>(fields.objects(
                "preferences",
                each -> new Preference(
                        each.optionalText("genre").orElse(""),
                        each.optionalText("language").orElse(""),
                        each.optionalText("topic").orElse(""),
                        each.optionalText("audience").orElse(""))));
        preferences.addAll(Preference.ofGenres(fields.textList("genres")));
        return preferences;
    }

    private static PlanningRule.Order order(JsonFields fields, String code) {
        try {
            return Coded.of(PlanningRule.Order.class, code);
        } catch (IllegalArgumentException none) {
            fields.violated("order", "must be newest, oldest or longest-unheard");
            return PlanningRule.Order.NEWEST;
        }
    }

    private static DayOfWeek weekday(JsonFields fields, String field) {
        var number = fields.integer(field);
        if (number < DayOfWeek.MONDAY.getValue() || number > DayOfWeek.SUNDAY.getValue()) {
            fields.violated(field, "must be a weekday from 1, which is Monday, to 7");
            return DayOfWeek.MONDAY;
        }
        return DayOfWeek.of(number);
    }

    private static LocalTime time(JsonFields fields, String field) {
        try {
            return LocalTime.parse(fields.text(field));
        } catch (DateTimeParseException noTime) {
            fields.violated(field, "must be a time like 05:00");
            return LocalTime.MIDNIGHT;
        }
    }
}
