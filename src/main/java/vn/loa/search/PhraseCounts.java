package vn.loa.search;

import jakarta.json.JsonObjectBuilder;
import vn.loa.common.Jsons;

/**
 * Counts how many documents have each of some phrases, by one question for all of them. What was typed travels in a parameter of its own, where nothing in it is
 * syntax; nothing is kept of it in the caches of the search server, which are for what is asked again. Not for several threads.
 */
final class PhraseCounts {
    /** So many other words may stand between. */
    private static final int NEAR = 10;

    private final SolrQuery query = new SolrQuery().set("q", "*:*").set("rows", 0);
    private final JsonObjectBuilder counted = Jsons.object();

    /** @param name of the parameter, under which {@link SolrAnswer#matches} knows the number */
    void count(String name, String field, String phrase) {
        ask(name, phrase, "{!field cache=false f=" + field + " v=$" + name + "}");
    }

    /** The same for texts that have all of these words. */
    void countAll(String name, Words words) {
        ask(name, words.literal(), "{!lucene cache=false q.op=AND df=all v=$" + name + "}");
    }

    /** The same for those that have them near one another. */
    void countNear(String name, Words words) {
        ask(name, words.phrase() + "~" + NEAR, "{!lucene cache=false df=all v=$" + name + "}");
    }

    private void ask(String name, String value, String question) {
        query.set(name, value);
        counted.add(name, Jsons.object().add("type", "query").add("q", question));
    }

    /** The question. */
    SolrQuery query() {
        return query.set("json.facet", counted.build().toString());
    }
}
