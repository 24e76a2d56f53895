package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import vn.loa.catalog.WordChanges;
import vn.loa.catalog.web.ContentChoices.Choices;
import vn.loa.common.web.Visit;

/** How what one state of a product says became what another says, field by field and word by word. */
@RequestScoped
public class ContentComparisons {
    @Inject
    private ContentChoices choosing;

    @Inject
    private Visit visit;

    /** A field that two states say differently. */
    public record Change(String name, List<WordChanges.Run> runs) {
        public Change {
            runs = List.copyOf(runs);
        }
    }

    /** Nothing is looked up when they say the same. */
    List<Change> between(ContentForm before, ContentForm after) {
        var fields = ContentForm.units(List.of(before, after)).stream()
                .filter(unit -> !before.said(unit).equals(after.said(unit)))
                .toList();
        if (fields.isEmpty()) {
            return List.of();
        }
        var choices = choosing.of(before.joined(after), "", "");
        var found = new ArrayList<Change>();
        for (var unit : fields) {
            var name = unit.get(0);
            found.add(new Change(
                    ContentPlaces.nameOf(visit, choices, name),
                    runs(choices, name, before.said(unit), after.said(unit))));
        }
        return List.copyOf(found);
    }

    /** Names of the fields that each of these says otherwise than the one behind it; nothing of the last. */
    List<List<String>> names(List<ContentForm> states) {
        if (states.size() < 2) {
            return states.stream().map(state -> List.<String>of()).toList();
        }
        var choices = choosing.of(states.get(0), "", "");
        var names = new ArrayList<List<String>>();
        for (var i = 0; i + 1 < states.size(); i++) {
            var after = states.get(i);
            var before = states.get(i + 1);
            names.add(ContentForm.units(List.of(before, after)).stream()
                    .filter(unit -> !before.said(unit).equals(after.said(unit)))
                    .map(unit -> ContentPlaces.nameOf(visit, choices, unit.get(0)))
                    .toList());
        }
        names.add(List.of());
        return List.copyOf(names);
    }

    private List<WordChanges.Run> runs(Choices choices, String name, String old, String now) {
        return WordChanges.between(
                ContentPlaces.readable(visit, choices, name, old), ContentPlaces.readable(visit, choices, name, now));
    }
}
