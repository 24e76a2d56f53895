package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.common.web.Visit;
import vn.loa.plans.web.PlanSelections.Option;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks.Kind;

/** What stands in the form of a plan as people read it, each thing by what it is called: fields, rows, and codes that were chosen. {@link PlanSelections} are kept before. */
@RequestScoped
public class PlanInWords {
    /** Fields by which people know a row. */
    private static final Map<String, String> NAMED = Map.of(
            PlanForm.BASES, "reference",
            PlanForm.RECIPIENTS, "name",
            PlanForm.SECTIONS, "title",
            PlanForm.PROMISES, "title.vi");

    /** Names of the system, which are nothing to read. */
    private static final Set<String> UNREAD = Set.of("id", "anchor");

    @Inject
    private PlanSelections selections;

    @Inject
    private PickFields picks;

    @Inject
    private Visit visit;

    /** What a field, or a list, is called. */
    String label(String field) {
        return visit.textOr("plan.field." + field, "plan.field.other");
    }

    /** What a row is called: {@code Chỉ tiêu sản phẩm: “Tờ rơi”}. */
    String label(String list, Map<String, String> row) {
        return label(list) + ": “" + name(list, row) + "”";
    }

    /** What the order of a list is called. */
    String order(String list) {
        return visit.say("plan.compare.order", label(list));
    }

    /** What rows are called, one below the other. */
    String names(String list, Collection<Map<String, String>> rows) {
        return rows.stream().map(row -> name(list, row)).collect(Collectors.joining("\n"));
    }

    private static String name(String list, Map<String, String> row) {
        return row.getOrDefault(NAMED.getOrDefault(list, ""), "");
    }

    static boolean isRead(String field) {
        return !UNREAD.contains(field);
    }

    /** A row with the names of its fields, a line for each in which something stands. */
    String whole(String list, Map<String, String> row) {
        return lines(list, row, row.keySet());
    }

    /** The same of some of its fields. */
    String lines(String list, Map<String, String> row, Collection<String> fields) {
        return fields.stream()
                .filter(PlanInWords::isRead)
                .map(field -> line(list, field, row.getOrDefault(field, "")))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String line(String list, String field, String value) {
        var said = value(list + "." + field, value);
        var label = label(list + "." + field);
        // What is ticked is said by the name of its field.
        return said.isEmpty() || said.equals(label) ? said : label + ": " + said;
    }

    /** What stands in a field, of a row by the list and the field. */
    String value(String field, String written) {
        var value = written.replace("\r", "").strip();
        return switch (field) {
            case "kind", "legalBases.kind" -> called(selections.kinds(value), value);
            case "agency" -> picks.shown(Kind.ANY_AGENCY, value, visit.getWords());
            case "level" -> called(selections.getLevels(), value);
            case "parent", "legalBases.plan" -> picks.called(Kind.PLAN, value, visit.getWords());
            case "locality" -> picks.shown(Kind.UNIT, value, visit.getWords());
            case "legalBases.relation" -> called(selections.getRelations(), value);
            case "recipients.role" -> called(selections.getRoles(), value);
            case "deliverables.genre" -> called(selections.getGenres(), value);
            case "deliverables.how" -> called(selections.getHows(), value);
            case "deliverables.languages" -> languages(value);
            case "deliverables.replay", "deliverables.dueBefore" -> value.isEmpty() ? "" : label(field);
            default -> value;
        };
    }

    /** What languages are called, one after the other. @param codes parted by spaces */
    String languages(String codes) {
        return Arrays.stream(codes.strip().split("\\s+"))
                .map(code -> called(selections.getLanguages(), code))
                .collect(Collectors.joining(", "));
    }

    private static String called(List<Option> options, String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(Option::text)
                .findFirst()
                .orElse(value);
    }
}
