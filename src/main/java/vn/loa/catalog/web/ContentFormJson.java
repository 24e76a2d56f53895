package vn.loa.catalog.web;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import vn.loa.catalog.Consent;
import vn.loa.common.Jsons;

/** A {@link ContentForm} in the shape of the API, so that the rules of that hold for it. */
final class ContentFormJson {
    private ContentFormJson() {}

    /** @param withdrawn what stays as it is, before the others */
    static JsonObject of(ContentForm form, List<Consent> withdrawn) {
        var json = Jsons.object();
        json.add("title", texts(form.texts(ContentForm.TITLE)))
                .add("summary", texts(form.texts(ContentForm.SUMMARY)))
                .add("body", texts(form.texts(ContentForm.BODY)));
        put(json, "genre", form.first("the-loai"));
        put(json, "agency", form.first("co-quan"));
        put(json, "deliverable", form.first("chi-tieu"));
        var year = form.first("nam").strip();
        if (year.matches("-?[0-9]{1,9}")) {
            json.add("year", Integer.parseInt(year));
        } else {
            put(json, "year", year);
        }
        json.add("replay", !form.all("phat-lai").isEmpty());
        json.add("topics", Jsons.array(form.all("chu-de")));
        json.add("audiences", Jsons.array(form.all("doi-tuong")));
        json.add("localities", Jsons.array(form.all("dia-ban")));
        json.add("credits", objects(form.makers(), List.of("role", "name")));
        var shown = Jsons.array();
        withdrawn.forEach(consent -> shown.add(consent(consent)));
        objects(shown, form.shown(), List.of("person", "scope", "givenOn", "document"));
        return json.add("consents", shown).build();
    }

    private static JsonObjectBuilder texts(Map<String, String> written) {
        var texts = Jsons.object();
        written.forEach(texts::add);
        return texts;
    }

    private static JsonArrayBuilder objects(List<ContentForm.Row> rows, List<String> names) {
        var array = Jsons.array();
        objects(array, rows, names);
        return array;
    }

    private static void objects(JsonArrayBuilder array, List<ContentForm.Row> rows, List<String> names) {
        for (var row : rows) {
            var object = Jsons.object();
            IntStream.range(0, names.size()).forEach(i -> put(object, names.get(i), row.value(i)));
            array.add(object);
        }
    }

    private static JsonObjectBuilder consent(Consent consent) {
        var object = Jsons.object().add("person", consent.person()).add("scope", consent.scope());
        consent.givenOn().ifPresent(day -> object.add("givenOn", day.toString()));
        consent.document().ifPresent(document -> object.add("document", document));
        consent.withdrawnOn().ifPresent(day -> object.add("withdrawnOn", day.toString()));
        return object;
    }

    /** What was left empty is not there. */
    private static void put(JsonObjectBuilder json, String name, String value) {
        if (!value.isBlank()) {
            json.add(name, value);
        }
    }
}
