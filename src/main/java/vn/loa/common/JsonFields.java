package vn.loa.common;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Reads the fields of a JSON object strictly and gathers everything that is wrong with it: missing, of the wrong type, or unknown.
 * Of each field only what is said first: what is missing, or no text at all, breaks other rules only because of that.
 * Ask for every field, then call {@link #finish}. Not for several threads.
 */
public final class JsonFields {
    /** Documents cite what is older than any of us, nothing is planned for after us, and not every database holds every year. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2200;

    private final JsonObject object;
    private final String path;
    private final Map<String, Violation> violations;
    private final Set<String> asked = new HashSet<>();

    public JsonFields(JsonObject object) {
        this(object, "", new LinkedHashMap<>());
    }

    private JsonFields(JsonObject object, String path, Map<String, Violation> violations) {
        this.object = object;
        this.path = path;
        this.violations = violations;
    }

    /** The {@linkplain PlainText#line line}, or an empty string with a violation. */
    public String text(String field) {
        return optionalText(field).orElseGet(() -> missing(field));
    }

    /** One {@linkplain PlainText#line line}. */
    public Optional<String> optionalText(String field) {
        return written(field).map(PlainText::line);
    }

    /** A line of at most so many characters. */
    public Optional<String> optionalText(String field, int longest) {
        return optionalText(field).filter(text -> isShort(field, text, longest));
    }

    /** A text that may have several {@linkplain PlainText#lines lines}, or an empty string with a violation. */
    public String lines(String field) {
        return written(field).map(PlainText::lines).orElseGet(() -> missing(field));
    }

    /** A text that may have several lines, of at most so many characters. */
    public Optional<String> optionalLines(String field, int longest) {
        return written(field).map(PlainText::lines).filter(text -> isShort(field, text, longest));
    }

    /** A password, exactly as it is written, or an empty string with a violation. */
    public String secret(String field) {
        return written(field).orElseGet(() -> missing(field));
    }

    private Optional<String> written(String field) {
        return value(field)
                .flatMap(value -> value instanceof JsonString text
                        ? Optional.of(text.getString())
                        : wrong(field, "must be a text"))
                .filter(text -> isWritable(field, text));
    }

    private boolean isShort(String field, String text, int longest) {
        if (text.length() > longest) {
            violated(field, "must have at most " + longest + " characters");
        }
        return text.length() <= longest;
    }

    public Optional<Long> optionalNumber(String field) {
        return value(field).flatMap(value -> {
            try {
                return value instanceof JsonNumber number
                        ? Optional.of(number.longValueExact())
                        : wrong(field, "must be a whole number");
            } catch (ArithmeticException notWholeOrTooLarge) {
                return wrong(field, "must be a whole number of at most 18 digits");
            }
        });
    }

    public Optional<Integer> optionalInt(String field) {
        return optionalNumber(field)
                .flatMap(number ->
                        number == number.intValue() ? Optional.of(number.intValue()) : wrong(field, "is too large"));
    }

    /** The number, or 0 with a violation. */
    public int integer(String field) {
        return optionalInt(field).orElseGet(() -> {
            missing(field);
            return 0;
        });
    }

    /** A number with or without a fraction, or 0 with a violation. */
    public double decimal(String field) {
        return value(field)
                .flatMap(value -> value instanceof JsonNumber number
                        ? Optional.of(number.doubleValue())
                        : this.<Double>wrong(field, "must be a number"))
                .orElseGet(() -> {
                    missing(field);
                    return 0.0;
                });
    }

    /** Whole numbers in a list; empty when missing. */
    public List<Integer> integers(String field) {
        return value(field)
                .flatMap(value -> value instanceof JsonArray array
                                && array.stream()
                                        .allMatch(item -> item instanceof JsonNumber number && number.isIntegral())
                        ? Optional.of(array.getValuesAs(JsonNumber::intValueExact))
                        : this.<List<Integer>>wrong(field, "must be a list of whole numbers"))
                .orElse(List.of());
    }

    /** False when the field is missing. */
    public boolean flag(String field) {
        return optionalFlag(field).orElse(false);
    }

    public Optional<Boolean> optionalFlag(String field) {
        return value(field)
                .flatMap(value -> value == JsonValue.TRUE || value == JsonValue.FALSE
                        ? Optional.of(value == JsonValue.TRUE)
                        : this.<Boolean>wrong(field, "must be true or false"));
    }

    public Optional<LocalDate> optionalDay(String field) {
        return optionalText(field).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text)).filter(day -> isKept(field, day.getYear()));
            } catch (DateTimeParseException e) {
                return wrong(field, "must be a date like 2025-05-22");
            }
        });
    }

    /** A moment; one without an offset from UTC is none. */
    public Optional<Instant> optionalInstant(String field) {
        return optionalText(field).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text))
                        .filter(moment -> isKept(field, moment.getYear()))
                        .map(OffsetDateTime::toInstant);
            } catch (DateTimeParseException e) {
                return wrong(field, "must be a moment like 2025-05-22T07:00:00+07:00");
            }
        });
    }

    private boolean isKept(String field, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            violated(field, "must be in a year from " + FIRST_YEAR + " to " + LAST_YEAR);
            return false;
        }
        return true;
    }

    /** A {@linkplain PlainText#line line} per language; empty when missing. */
    public Texts texts(String field) {
        return texts(field, PlainText::line);
    }

    /** A text per language that may have several lines; empty when missing. */
    public Texts longTexts(String field) {
        return texts(field, PlainText::lines);
    }

    private Texts texts(String field, UnaryOperator<String> clean) {
        return value(field)
                .flatMap(value -> value instanceof JsonObject texts
                                && texts.values().stream().allMatch(JsonString.class::isInstance)
                        ? Optional.of(Texts.of(texts))
                        : this.<Texts>wrong(field, "must hold a text for each language, like {\"vi\": \"…\"}"))
                .filter(texts -> texts.asMap().entrySet().stream()
                        .allMatch(text -> isWritable(field + "." + text.getKey(), text.getKey() + text.getValue())))
                .map(texts -> texts.with(clean))
                .orElse(Texts.none());
    }

    /** {@linkplain PlainText#line Lines} in a list; empty when missing. */
    public List<String> textList(String field) {
        return value(field)
                .flatMap(value ->
                        value instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance)
                                ? Optional.of(array.getValuesAs(JsonString::getString))
                                : this.<List<String>>wrong(field, "must be a list of texts"))
                .filter(texts -> texts.stream().allMatch(text -> isWritable(field, text)))
                .map(texts -> texts.stream().map(PlainText::line).toList())
                .orElse(List.of());
    }

    /** Objects in a list, each read by the function; empty when missing. */
    public <T> List<T> objects(String field, Function<JsonFields, T> read) {
        var array = value(field)
                .flatMap(value ->
                        value instanceof JsonArray list && list.stream().allMatch(JsonObject.class::isInstance)
                                ? Optional.of(list)
                                : this.<JsonArray>wrong(field, "must be a list of objects"))
                .orElse(JsonValue.EMPTY_JSON_ARRAY);
        var result = new ArrayList<T>(array.size());
        for (var i = 0; i < array.size(); i++) {
            result.add(child(array.getJsonObject(i), path + field + "[" + i + "].", read));
        }
        return result;
    }

    /** Whether there is an object in this field, where it may hold something shorter instead. */
    public boolean holdsObject(String field) {
        return object.get(field) instanceof JsonObject;
    }

    public <T> Optional<T> optionalObject(String field, Function<JsonFields, T> read) {
        return value(field)
                .flatMap(value -> value instanceof JsonObject child
                        ? Optional.of(child(child, path + field + ".", read))
                        : wrong(field, "must be an object"));
    }

    /** Adds a violation when the field is missing. */
    public void required(String field) {
        if (value(field).isEmpty()) {
            missing(field);
        }
    }

    /** Adds a violation of a rule that the caller knows, unless something else is wrong with the field, or with what it is part of. */
    public void violated(String field, String message) {
        var place = path + field;
        for (var whole = place; !whole.isEmpty(); whole = whole(whole)) {
            if (violations.containsKey(whole)) {
                return;
            }
        }
        violations.put(place, new Violation(place, message));
    }

    /** {@code credits[0]} of {@code credits[0].name}, and {@code credits} of that; empty when there is no more. */
    private static String whole(String place) {
        return place.substring(0, Math.max(0, Math.max(place.lastIndexOf('.'), place.lastIndexOf('['))));
    }

    /** @throws InvalidInput naming everything found, unknown fields included */
    public void finish() {
        rejectUnknown();
        if (!violations.isEmpty()) {
            throw new InvalidInput(List.copyOf(violations.values()));
        }
    }

    private <T> T child(JsonObject child, String childPath, Function<JsonFields, T> read) {
        var fields = new JsonFields(child, childPath, violations);
        var result = read.apply(fields);
        fields.rejectUnknown();
        return result;
    }

    private void rejectUnknown() {
        for (var field : object.keySet()) {
            if (!asked.contains(field)) {
                violated(field, "is not a field that can be written here");
            }
        }
    }

    private Optional<JsonValue> value(String field) {
        asked.add(field);
        return Optional.ofNullable(object.get(field)).filter(value -> value != JsonValue.NULL);
    }

    /** What no database and no page can take: the character NUL, and halves of characters. */
    private boolean isWritable(String field, String text) {
        if (text.indexOf('\0') < 0 && text.codePoints().noneMatch(JsonFields::isHalf)) {
            return true;
        }
        violated(field, "must not contain NUL or halves of characters");
        return false;
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private String missing(String field) {
        violated(field, "is required");
        return "";
    }

    private <T> Optional<T> wrong(String field, String message) {
        violated(field, message);
        return Optional.empty();
    }
}
