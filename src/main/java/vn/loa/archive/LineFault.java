package vn.loa.archive;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import vn.loa.common.Jsons;
import vn.loa.common.Saying;

/**
 * What is wrong with one line of a sheet.
 *
 * @param column code of the column; empty when it is about the whole line
 * @param kind what the message {@code archive.fault.} ends with that says what to do
 * @param detail what stands there
 * @param why it was refused, beyond that
 */
public record LineFault(String column, String kind, String detail, List<Saying> why) {
    private static final int LONGEST = 300;

    public LineFault {
        detail = detail.length() > LONGEST ? detail.substring(0, LONGEST) + "…" : detail;
        why = List.copyOf(why);
    }

    LineFault(String column, String kind, String detail) {
        this(column, kind, detail, List.of());
    }

    static String toJson(List<LineFault> faults) {
        var all = Jsons.array();
        faults.forEach(fault -> {
            var why = Jsons.array();
            fault.why.forEach(
                    each -> why.add(Jsons.object().add("key", each.key()).add("numbers", Jsons.array(each.numbers()))));
            all.add(Jsons.object()
                    .add("column", fault.column)
                    .add("kind", fault.kind)
                    .add("detail", fault.detail)
                    .add("why", why));
        });
        return all.build().toString();
    }

    static List<LineFault> ofJson(String json) {
        try (var reader = Jsons.reader(new StringReader(json))) {
            return objects(reader.readArray()).stream()
                    .map(one -> new LineFault(
                            text(one, "column"),
                            text(one, "kind"),
                            text(one, "detail"),
                            objects(list(one, "why")).stream()
                                    .map(LineFault::saying)
                                    .toList()))
                    .toList();
        }
    }

    private static Saying saying(JsonObject why) {
        return new Saying(
                text(why, "key"),
                list(why, "numbers").getValuesAs(JsonNumber.class).stream()
                        .map(JsonNumber::longValue)
                        .toList());
    }

    private static List<JsonObject> objects(JsonArray all) {
        return all.getValuesAs(JsonObject.class);
    }

    /** Empty where it is not there: what was kept by an earlier version has none. */
    private static JsonArray list(JsonObject one, String name) {
        return one.get(name) instanceof JsonArray list ? list : JsonValue.EMPTY_JSON_ARRAY;
    }

    private static String text(JsonObject one, String name) {
        return one.get(name) instanceof JsonString text ? text.getString() : "";
    }
}
