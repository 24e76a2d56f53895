package vn.loa.plans;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.common.JsonFields;
import vn.loa.common.Slug;
import vn.loa.common.Texts;

/** What must be true of the fields of a plan, each with the violation when it is not. */
final class PlanRules {
    /** In characters. Subjects of real decisions have up to 700. */
    private static final int LONGEST_SUBJECT = 1_000;

    private static final int LONGEST_SUMMARY = 2_000;
    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_BODY = 200_000;
    private static final int LONGEST_ANCHOR = 120;
    private static final int MOST = 2_000;
    private static final int DEEPEST = 6;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    /** More of anything, and longer works, nobody promises; it fits the database. */
    private static final long MOST_COUNTED = 2_000_000_000L;

    private static final Pattern ANCHOR = Pattern.compile("[a-z0-9]+(?:[-.][a-z0-9]+)*");

    private PlanRules() {}

    static @Nullable String line(JsonFields fields, String field) {
        return fields.optionalText(field, LONGEST_LINE)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    static String requiredLine(JsonFields fields, String field) {
        return filled(fields, field, fields.text(field), LONGEST_LINE);
    }

    static String subject(JsonFields fields) {
        return filled(fields, "subject", fields.text("subject"), LONGEST_SUBJECT);
    }

    private static String filled(JsonFields fields, String field, String text, int longest) {
        if (text.isEmpty()) {
            fields.violated(field, "is required");
        } else if (text.length() > longest) {
            fields.violated(field, "must have at most " + longest + " characters");
        }
        return text;
    }

    static Texts summary(JsonFields fields) {
        return limited(fields, "summary", LONGEST_SUMMARY);
    }

    static Texts title(JsonFields promise) {
        var title = limited(promise, "title", LONGEST_LINE);
        if (title.exactly(Texts.FALLBACK).isEmpty()) {
            promise.violated("title.vi", "is required");
        }
        return title;
    }

    private static Texts limited(JsonFields fields, String field, int longest) {
        var texts = fields.texts(field);
        texts.asMap().forEach((language, text) -> {
            if (text.length() > longest) {
                fields.violated(field + "." + language, "must have at most " + longest + " characters");
            }
        });
        return texts;
    }

    static String body(JsonFields part) {
        var text = part.optionalLines("text", LONGEST_BODY);
        return text.orElse("");
    }

    static int depth(JsonFields part) {
        int depth = part.optionalInt("depth").orElse(1);
        if (depth < 1 || depth > DEEPEST) {
            part.violated("depth", "must be from 1 to " + DEEPEST);
        }
        return depth;
    }

    static String anchor(JsonFields part) {
        var anchor = part.text("anchor");
        if (!anchor.isEmpty()
                && (anchor.length() > LONGEST_ANCHOR || !ANCHOR.matcher(anchor).matches())) {
            part.violated("anchor", "must be small letters a to z and digits, parted by hyphens, such as ii-1");
        }
        return anchor;
    }

    /** Empty where one is to be made. */
    static String key(JsonFields promise, Set<String> before) {
        var key = promise.optionalText("id").orElse("");
        if (key.isEmpty()) {
            return key;
        }
        if (!Slug.isSlug(key)) {
            promise.violated("id", "must be small letters a to z and digits, parted by hyphens");
        } else if (!before.add(key)) {
            promise.violated("id", "stands twice in the plan");
        }
        return key;
    }

    static Optional<Long> positive(JsonFields fields, String field) {
        var number = fields.optionalNumber(field);
        number.filter(value -> value < 1 || value > MOST_COUNTED)
                .ifPresent(value -> fields.violated(field, "must be from 1 to " + MOST_COUNTED));
        return number.filter(value -> value >= 1 && value <= MOST_COUNTED);
    }

    static void year(JsonFields fields, String field, Optional<Integer> year) {
        if (year.filter(value -> value < FIRST_YEAR || value > LAST_YEAR).isPresent()) {
            fields.violated(field, "must be in a year from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
    }

    static void inOrder(
            JsonFields fields, String field, Optional<Integer> first, Optional<Integer> last, String message) {
        if (first.isPresent() && last.isPresent() && last.get() < first.get()) {
            fields.violated(field, message);
        }
    }

    /** Each once, in their order. */
    static List<String> once(JsonFields fields, String field) {
        var all = fields.textList(field);
        if (new HashSet<>(all).size() < all.size()) {
            fields.violated(field, "names something twice");
        }
        return all;
    }

    static List<String> names(JsonFields fields, String field) {
        var all = fields.textList(field);
        if (all.stream().anyMatch(name -> name.isEmpty() || name.length() > LONGEST_LINE)) {
            fields.violated(field, "must hold names of 1 to " + LONGEST_LINE + " characters");
        }
        return few(fields, field, all);
    }

    static <T> List<T> few(JsonFields fields, String field, List<T> all) {
        if (all.size() > MOST) {
            fields.violated(field, "must have at most " + MOST + " entries");
        }
        return all;
    }
}
