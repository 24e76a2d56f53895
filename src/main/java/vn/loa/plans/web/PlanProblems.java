package vn.loa.plans.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.loa.common.InvalidInput;
import vn.loa.common.Violation;
import vn.loa.common.web.Visit;

/** Says to people what is wrong with a plan that they have written, field by field: what the rules say is for programs. */
final class PlanProblems {
    /** By what the rules say, or begin with; the first that fits. */
    private static final Map<String, String> KINDS = kinds();

    private PlanProblems() {}

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

    static List<Problem> of(InvalidInput invalid, Visit visit) {
        return invalid.violations().stream().map(wrong -> of(wrong, visit)).toList();
    }

    private static Problem of(Violation wrong, Visit visit) {
        var kind = KINDS.entrySet().stream()
                .filter(each -> wrong.message().startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("other");
        return new Problem(path(wrong.field()), label(wrong.field(), visit), visit.text("plan.problem." + kind));
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
