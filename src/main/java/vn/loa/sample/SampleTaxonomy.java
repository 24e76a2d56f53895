package vn.loa.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Agencies;
import vn.loa.taxonomy.Agency;
import vn.loa.taxonomy.Level;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/**
 * Loads the places and agencies that the sample content names. Languages, genres, topics and audiences are everybody's: the
 * database has them from its first day.
 */
@ApplicationScoped
class SampleTaxonomy {
    @Inject
    private Localities localities;

    @Inject
    private Agencies agencies;

    /** What is there already is left alone. */
    @Transactional
    public void load(SampleFolder folder) {
        var places = loadLocalities(folder.taxonomy("localities").getValuesAs(JsonObject.class));
        loadAgencies(folder.taxonomy("agencies").getValuesAs(JsonObject.class), places);
    }

    /** Higher levels first, so that every parent is known before its children; successors last, since they point forward. */
    private Map<String, Locality> loadLocalities(List<JsonObject> rows) {
        var known = new HashMap<String, Locality>();
        localities.all().forEach(place -> remember(place, known));
        var added = new ArrayList<JsonObject>();
        for (var level : Level.values()) {
            for (var row : rows) {
                if (Coded.of(Level.class, row.getString("level")) == level && !isKnown(row, known)) {
                    var place = locality(row, level, known);
                    localities.add(place);
                    remember(place, known);
                    added.add(row);
                }
            }
        }
        for (var row : added) {
            var place = found(known, addressName(row));
            for (var successor : row.getJsonArray("successors").getValuesAs(JsonString.class)) {
                place.becomes(found(known, successor.getString()));
            }
        }
        return known;
    }

    private static void remember(Locality place, Map<String, Locality> known) {
        known.put(place.code() + "@" + place.validFrom(), place);
        known.merge(place.code(), place, (a, b) -> a.validFrom().isAfter(b.validFrom()) ? a : b);
    }

    /** A unit of today is known by its code alone: another may have made it who did not know since when it has been. */
    private static boolean isKnown(JsonObject row, Map<String, Locality> known) {
        var newest = known.get(row.getString("code"));
        if (newest != null && newest.validTo().isEmpty() && day(row, "validTo") == null) {
            known.putIfAbsent(addressName(row), newest);
        }
        return known.containsKey(addressName(row));
    }

    private static String addressName(JsonObject row) {
        return row.getString("code") + "@" + row.getString("validFrom");
    }

    private static Locality locality(JsonObject row, Level level, Map<String, Locality> known) {
        return new Locality(
                row.getString("code"),
                row.getString("name"),
                row.getString("kind"),
                label(row),
                level,
                text(row, "parent").map(name -> found(known, name)).orElse(null),
                LocalDate.parse(row.getString("validFrom")),
                day(row, "validTo"));
    }

    private void loadAgencies(List<JsonObject> rows, Map<String, Locality> places) {
        var known = agencies.allAndProposed().stream().collect(Collectors.toMap(Agency::code, agency -> agency));
        var missing = rows.stream()
                .filter(row -> !known.containsKey(row.getString("code")))
                .toList();
        for (var row : missing) {
            var agency = new Agency(
                    row.getString("code"),
                    label(row),
                    text(row, "locality").map(name -> found(places, name)).orElse(null),
                    day(row, "validFrom"),
                    day(row, "validTo"));
            agencies.add(agency);
            known.put(agency.code(), agency);
        }
        for (var row : missing) {
            text(row, "successor")
                    .ifPresent(code -> found(known, row.getString("code")).becomes(found(known, code)));
        }
    }

    private static <T> T found(Map<String, T> known, String name) {
        var found = known.get(name);
        if (found == null) {
            throw new IllegalStateException("The sample taxonomy names something it does not hold: " + name);
        }
        return found;
    }

    private static Texts label(JsonObject row) {
        return Texts.of(row.getJsonObject("label"));
    }

    private static @Nullable LocalDate day(JsonObject row, String field) {
        return text(row, field).map(LocalDate::parse).orElse(null);
    }

    private static Optional<String> text(JsonObject row, String field) {
        return row.get(field) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }
}
