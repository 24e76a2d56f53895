package vn.loa.archive;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import vn.loa.common.Jsons;

/**
 * What is wrong with one line of a sheet.
 *
 * @param column code of the column; empty when it is about the whole line
 * @param kind what the message {@code archive.fault.} ends with that says what to do
 * @param detail what stands there, or why it was refused
 */
public record LineFault(String column, String kind, String detail) {
    private static final int LONGEST = 300;

    public LineFault {
        detail = detail.length() > LONGEST ? detail.substring(0, LONGEST) + "…" : detail;
    }

    static String toJson(List<LineFault> faults) {
        var all = Jsons.array();
        faults.forEach(fault -> all.add(Jsons.object()
                .add("column", fault.column)
                .add("kind", fault.kind)
                .add("detail", fault.detail)));
        return all.build().toString();
    }

    static List<LineFault> ofJson(String json) {
        try (var reader = Jsons.reader(new StringReader(json))) {
            JsonArray all = reader.readArray();
            return all.getValuesAs(JsonObject.class).stream()
                    .map(one -> new LineFault(text(one, "column"), text(one, "kind"), text(one, "detail")))
                    .toList();
        }
    }

    private static String text(JsonObject one, String name) {
        return one.get(name) instanceof JsonString text ? text.getString() : "";
    }
}
