package vn.loa.search;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the search server answered to a query. */
record SolrAnswer(JsonObject json) {
    /**
     * This answer.
     *
     * @throws SearchUnavailable when this question ran out of time on the way, which says nothing of others: half an answer would count too little
     */
    SolrAnswer whole() {
        if (member("responseHeader").getBoolean("partialResults", false)) {
            throw new SearchUnavailable("Only a part of the answer came in time", true);
        }
        return this;
    }

    /** Whether the question had this parameter, from whoever; only when the parameters were asked for. */
    boolean hasParameter(String name) {
        return Optional.ofNullable(member("responseHeader").getJsonObject("params"))
                .filter(parameters -> parameters.containsKey(name))
                .isPresent();
    }

    /** How many documents match; of lists that were asked for {@link ProductQuery#apart apart}, in all of them together. */
    long total() {
        return lists().mapToLong(SolrAnswer::total).sum();
    }

    /** How many are in one of the lists that were asked for apart. @param asked the question of that list */
    long totalOf(String asked) {
        return total(member("grouped").getJsonObject(asked).getJsonObject("doclist"));
    }

    /** The documents of this page, in order; of lists that were asked for apart, one list after another. */
    List<JsonObject> documents() {
        return lists().flatMap(list -> list.getJsonArray("docs").getValuesAs(JsonObject.class).stream())
                .toList();
    }

    /** Their ids, in order. */
    List<String> ids() {
        return documents().stream().map(document -> document.getString("id")).toList();
    }

    /** The passages with found words of each document, by field; nothing when they were not asked for. */
    Map<String, Map<String, List<String>>> passages() {
        var passages = new LinkedHashMap<String, Map<String, List<String>>>();
        member("highlighting").forEach((id, fields) -> {
            var byField = new LinkedHashMap<String, List<String>>();
            fields.asJsonObject().forEach((field, found) -> byField.put(field, texts(found.asJsonArray())));
            passages.put(id, byField);
        });
        return passages;
    }

    /** The documents that were grouped by a field, by its value, each group in order. */
    Map<String, List<JsonObject>> groups(String field) {
        var groups = new LinkedHashMap<String, List<JsonObject>>();
        member("grouped")
                .getJsonObject(field)
                .getJsonArray("groups")
                .getValuesAs(JsonObject.class)
                .forEach(group -> groups.put(
                        group.getString("groupValue"),
                        group.getJsonObject("doclist").getJsonArray("docs").getValuesAs(JsonObject.class)));
        return groups;
    }

    /** How often each value of a facet occurs; nothing when facets were not asked for. */
    Stream<Finder.Count> counts(String facet) {
        return Stream.ofNullable(member("facets").getJsonObject(facet))
                .flatMap(counted -> counted.getJsonArray("buckets").getValuesAs(JsonObject.class).stream())
                .map(bucket -> new Finder.Count(
                        text(Objects.requireNonNull(bucket.get("val"), "every bucket has a value")),
                        bucket.getJsonNumber("count").longValue()));
    }

    /** The same of a facet that was counted together with others, as values that begin so. */
    Stream<Finder.Count> counts(String facets, String beginning) {
        return counts(facets)
                .filter(count -> count.value().startsWith(beginning))
                .map(count -> new Finder.Count(count.value().substring(beginning.length()), count.number()));
    }

    /** Whether it was counted under this name. */
    boolean has(String counted) {
        return member("facets").containsKey(counted);
    }

    /** How many documents match a query that was counted beside the others. In an empty index Solr counts nothing at all. */
    long matches(String counted) {
        return Optional.ofNullable(member("facets").getJsonObject(counted))
                .map(facet -> facet.getJsonNumber("count").longValue())
                .orElse(0L);
    }

    /** Of all that was counted beside the others under names with this beginning, by the rest of its name. */
    Map<String, Long> matchesOf(String beginning) {
        var counted = new LinkedHashMap<String, Long>();
        member("facets").keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .forEach(name -> counted.put(name.substring(beginning.length()), matches(name)));
        return counted;
    }

    /** Where the next part of a long list begins; where this part began when there is no more. */
    String nextCursorMark() {
        return json.getString("nextCursorMark");
    }

    private Stream<JsonObject> lists() {
        return json.containsKey("grouped")
                ? member("grouped").values().stream()
                        .map(list -> list.asJsonObject().getJsonObject("doclist"))
                : Stream.of(json.getJsonObject("response"));
    }

    private static long total(JsonObject list) {
        return list.getJsonNumber("numFound").longValue();
    }

    private JsonObject member(String name) {
        return Optional.ofNullable(json.getJsonObject(name)).orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    private static List<String> texts(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }
}
