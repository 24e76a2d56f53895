package vn.loa.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Agencies;
import vn.loa.taxonomy.Agency;
import vn.loa.taxonomy.Audience;
import vn.loa.taxonomy.Audiences;
import vn.loa.taxonomy.Genre;
import vn.loa.taxonomy.Genres;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Languages;
import vn.loa.taxonomy.Level;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;
import vn.loa.taxonomy.Medium;
import vn.loa.taxonomy.Topic;
import vn.loa.taxonomy.Topics;

/** Loads the taxonomies of the sample content, once. */
@ApplicationScoped
class SampleTaxonomy {
    @Inject
    private Languages languages;

    @Inject
    private Genres genres;

    @Inject
    private Topics topics;

    @Inject
    private Audiences audiences;

    @Inject
    private Localities localities;

    @Inject
    private Agencies agencies;

    /** Does nothing when taxonomies are there already. */
    @Transactional
    public void load(SampleFolder folder) {
        if (!languages.all().isEmpty()) {
            return;
        }
        loadLanguages(folder.taxonomy("languages").getValuesAs(JsonObject.class));
        loadGenres(folder.taxonomy("genres").getValuesAs(JsonObject.class));
        loadTopics(folder.taxonomy("topics").getValuesAs(JsonObject.class));
        loadAudiences(folder.taxonomy("audiences").getValuesAs(JsonObject.class));
        var places = loadLocalities(folder.taxonomy("localities").getValuesAs(JsonObject.class));
        loadAgencies(folder.taxonomy("agencies").getValuesAs(JsonObject.class), places);
    }

    private void loadLanguages(List<JsonObject> rows) {
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            languages.add(new Language(
                    row.getString("code"),
                    row.getString("bcp47"),
                    row.getString("mediaCode"),
                    row.getString("endonym"),
                    label(row),
                    text(row, "orthography").orElse(null),
                    row.getBoolean("content"),
                    row.getBoolean("interface"),
                    i + 1));
        }
    }

    private void loadGenres(List<JsonObject> rows) {
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            genres.add(new Genre(
                    row.getString("code"),
                    label(row),
                    Coded.of(Medium.class, row.getString("medium")),
                    row.getString("scene"),
                    row.getString("colour"),
                    i + 1));
        }
    }

    private void loadTopics(List<JsonObject> rows) {
        var known = new HashMap<String, Topic>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var topic = new Topic(
                    row.getString("code"),
                    text(row, "parent").map(known::get).orElse(null),
                    label(row),
                    row.getString("icon"),
                    i + 1);
            topics.add(topic);
            known.put(topic.code(), topic);
        }
    }

    private void loadAudiences(List<JsonObject> rows) {
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            audiences.add(new Audience(row.getString("code"), label(row), i + 1));
        }
    }

    /** Higher levels first, so that every parent is known before its children; successors last, since they point forward. */
    private Map<String, Locality> loadLocalities(List<JsonObject> rows) {
        var known = new HashMap<String, Locality>();
        for (var level : Level.values()) {
            for (var row : rows) {
                if (Coded.of(Level.class, row.getString("level")) == level) {
                    var place = locality(row, level, known);
                    localities.add(place);
                    known.put(place.code() + "@" + place.validFrom(), place);
                    known.merge(place.code(), place, (a, b) -> a.validFrom().isAfter(b.validFrom()) ? a : b);
                }
            }
        }
        for (var row : rows) {
            var place = found(known, row.getString("code") + "@" + row.getString("validFrom"));
            for (var successor : row.getJsonArray("successors").getValuesAs(JsonString.class)) {
                place.becomes(found(known, successor.getString()));
            }
        }
        return known;
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
        var known = new HashMap<String, Agency>();
        for (var row : rows) {
            var agency = new Agency(
                    row.getString("code"),
                    label(row),
                    text(row, "locality").map(name -> found(places, name)).orElse(null),
                    day(row, "validFrom"),
                    day(row, "validTo"));
            agencies.add(agency);
            known.put(agency.code(), agency);
        }
        for (var row : rows) {
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
