package vn.loa.catalog.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.catalog.web.ContentChoices.Choices;
import vn.loa.common.web.Visit;

/** What is wrong with what an editor has written, by fields of the API. */
final class ContentFaults {
    private static final Pattern SHOWN = Pattern.compile("consents\\[([0-9]{1,6})]\\.(\\w+)");

    private static final Map<String, Place> FIELDS = Map.of(
            "person", new Place("nguoi", "person"),
            "scope", new Place("pham-vi", "scope"),
            "givenOn", new Place("ngay", "given"),
            "document", new Place("giay", "document"));

    /** In characters. */
    private static final int MOST_OF_NAME = 60;

    private final Map<String, String> told;

    ContentFaults(Map<String, String> told) {
        this.told = new LinkedHashMap<>(told);
    }

    /** Something that is wrong, with a link to where. */
    public record Fault(String place, String name, String text) {}

    /** What is wrong with a field, or with something in it; empty when nothing is. */
    String with(String field) {
        return told.entrySet().stream()
                .filter(each -> each.getKey().equals(field) || each.getKey().startsWith(field + "["))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** What is wrong with exactly this; empty when nothing is. */
    String exactly(String field) {
        return told.getOrDefault(field, "");
    }

    /**
     * All of it, in words of the page.
     *
     * @param shown who is shown, as it was written, behind so many who have withdrawn
     */
    List<Fault> all(Visit visit, Choices choices, List<ContentForm.Row> shown, int withdrawn) {
        var faults = new ArrayList<Fault>();
        told.forEach((field, text) -> faults.add(ofShown(visit, field, text, shown, withdrawn)
                .orElseGet(
                        () -> new Fault(ContentPlaces.idOf(field), ContentPlaces.label(visit, choices, field), text))));
        return faults;
    }

    /** Which field of whom. */
    private static Optional<Fault> ofShown(
            Visit visit, String field, String text, List<ContentForm.Row> shown, int withdrawn) {
        var wrong = SHOWN.matcher(field);
        if (!wrong.matches()) {
            return Optional.empty();
        }
        var place = Integer.parseInt(wrong.group(1)) - withdrawn;
        var one = FIELDS.get(wrong.group(2));
        return one == null || place < 0 || place >= shown.size()
                ? Optional.empty()
                : Optional.of(new Fault(
                        one.id() + "-" + place,
                        visit.say(
                                "edit.shown.of",
                                visit.text("edit.shown." + one.key()),
                                beginning(shown.get(place).value(0))),
                        text));
    }

    /** Enough to know whom it is about: a name that is too long is told of without all of it. */
    private static String beginning(String name) {
        return name.length() <= MOST_OF_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, MOST_OF_NAME) - 1))
                                .strip() + "…";
    }

    /** @param id before its place @param key of what it is called */
    private record Place(String id, String key) {}
}
