package vn.loa.catalog.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.loa.catalog.web.ContentChoices.Choices;
import vn.loa.common.web.Visit;

/** What is wrong with what an editor has written, by fields of the API. */
final class ContentFaults {
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

    /** All of it, in words of the page. */
    List<Fault> all(Visit visit, Choices choices) {
        var faults = new ArrayList<Fault>();
        told.forEach((field, text) ->
                faults.add(new Fault(ContentPlaces.idOf(field), ContentPlaces.label(visit, choices, field), text)));
        return faults;
    }
}
