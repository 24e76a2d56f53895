package vn.loa.plans.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.common.InvalidInput;
import vn.loa.common.Violation;
import vn.loa.common.web.Visit;

/** Says to people what is wrong with a plan that they have written, field by field: what the rules say is for programs. */
final class PlanProblems {
    /** By what the rules say, or begin with; the first that fits. */
    private static final Map<String, String> KINDS = kinds();

    /** Written as days are. */
    private static final Pattern DAY =
            Pattern.compile("[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final Pattern FIGURES = Pattern.compile("0*[1-9][0-9.\\s\\u00a0]*");

    private PlanProblems() {}

    /** Of something that must be chosen before it is handed in. */
    static Problem missing(String path, Visit visit) {
        return new Problem(path, label(path, visit), visit.text("plan.problem.choose"));
    }

    private static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("is required", "required");
        kinds.put("must be a whole number", "number");
        kinds.put("must be from", "number");
        kinds.put("is too large", "number");
        kinds.put("must be a date", "date");
        kinds.put("must be in a year", "year");
        kinds.put("must have at most", "long");
        kinds.put("must hold names", "long");
        kinds.put("is not known", "unknown");
        kinds.put("is not one of the known", "unknown");
        kinds.put("is not a plan", "plan");
        kinds.put("is the plan itself", "plan");
        kinds.put("stands twice", "twice");
        kinds.put("names something twice", "twice");
        kinds.put("must not be", "order");
        kinds.put("must be the anchor", "cited");
        kinds.put("needs the deadline", "deadline");
        kinds.put("belongs to another plan", "taken");
        kinds.put("must be small letters", "anchor");
        return kinds;
    }

    /** @param path of the field @param text what is wrong and what to do */
    public record Problem(String path, String label, String text) {}

    /** @param form in which it was written; null when nothing was */
    static List<Problem> of(InvalidInput invalid, @Nullable PlanForm form, Visit visit) {
        return invalid.violations().stream()
                .map(wrong -> of(wrong, form, visit))
                .toList();
    }

    private static Problem of(Violation wrong, @Nullable PlanForm form, Visit visit) {
        var kind = KINDS.entrySet().stream()
                .filter(each -> wrong.message().startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("other");
        var path = path(wrong.field());
        var written = form == null ? "" : form.at(path).strip();
        return new Problem(
                path, label(wrong.field(), visit), visit.text("plan.problem." + exactly(kind, path, written)));
    }

    /** The same fault may need another hint: a day is written well that no month has, a number is a number and too large, and a year is none. */
    private static String exactly(String kind, String path, String written) {
        return switch (kind) {
            case "date" -> DAY.matcher(written).matches() ? "no-day" : kind;
            case "number" ->
                path.startsWith("period.") ? "year" : FIGURES.matcher(written).matches() ? "count" : kind;
            default -> kind;
        };
    }

    /** Fields of the form that are called otherwise in the API. */
    private static String path(String field) {
        return switch (field) {
            case "issued" -> "issued.date";
            case "agency.code" -> "agency";
            default -> field;
        };
    }

    /** {@code Chỉ tiêu 3: Số lượng}. */
    private static String label(String field, Visit visit) {
        var open = field.indexOf('[');
        var close = field.indexOf("].");
        if (open < 0 || close < open) {
            return visit.textOr("plan.field." + path(field), "plan.field.other");
        }
        var number = Integer.parseInt(field.substring(open + 1, close)) + 1;
        var list = field.substring(0, open);
        return visit.say("plan.row." + list, number) + ": "
                + visit.textOr("plan.field." + list + "." + field.substring(close + 2), "plan.field.other");
    }
}
