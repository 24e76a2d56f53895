package vn.loa.search;

import jakarta.json.JsonObjectBuilder;
import vn.loa.common.Jsons;

/**
 * Counts how many documents have each of some phrases, by one question for all of them. What was typed travels in a parameter of its own, where nothing in it is
 * syntax; nothing is kept of it in the caches of the search server, which are for what is asked again. Not for several threads.
 */
final class PhraseCounts {
    private final SolrQuery query = new SolrQuery().set("q", "*:*").set("rows", 0);
    private final JsonObjectBuilder counted = Jsons.object();

    /** @param name of the parameter, under which {@link SolrAnswer#matches} knows the number */
    void count(String name, String field, String phrase) {
        query.set(name, phrase);
        counted.add(
                name,
                Jsons.object().add("type", "query").add("q", "{!field cache=false f=" + field + " v=$" + name + "}"));
    }

    /** The question. */
    SolrQuery query() {
        return query.set("json.facet", counted.build().toString());
    }
}
