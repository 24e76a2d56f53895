package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import vn.loa.common.Jsons;

/** What to look for instead when nothing has all the words: two of them that stand together, else one. */
@ApplicationScoped
public class NearWords {
    private static final int MOST = 4;

    /** A word of fewer letters says too little by itself. */
    private static final int SHORTEST = 3;

    /** As the search itself finds as few words. */
    private static final String ALL_OF = "{!edismax qf=all mm='100%' uf='-*' pf='' pf2='' pf3='' bq='' ";

    @Inject
    private SolrIndex index;

    /**
     * Words to look for.
     *
     * @param count how many works have them
     */
    public record Near(String text, long count) {}

    /** @param partial whether the search server did not answer, so that there may be some */
    public record Offer(List<Near> words, boolean partial) {}

    /** At most four, those of two words first, each in the order in which they were typed. One question. */
    public Offer of(Words words) {
        var fewer = fewer(words).stream().filter(Words::areReadable).toList();
        if (fewer.isEmpty()) {
            return new Offer(List.of(), false);
        }
        var query = new SolrQuery()
                .set("defType", "lucene")
                .set("q", "*:*")
                .set("rows", 0)
                .set("fq", "kind:product");
        var counted = Jsons.object();
        for (var i = 0; i < fewer.size(); i++) {
            // The words travel as parameters of their own, escaped, where nothing in them is syntax.
            query.set("near" + i, fewer.get(i).literal());
            counted.add(
                    "near" + i, Jsons.object().add("type", "query").add("q", ALL_OF + "cache=false v=$near" + i + "}"));
        }
        try {
            var answer =
                    index.ask("/find", query.set("json.facet", counted.build().toString()));
            var near = new ArrayList<Near>();
            for (var i = 0; i < fewer.size() && near.size() < MOST; i++) {
                var text = fewer.get(i).text();
                var count = answer.matches("near" + i);
                if (count > 0 && near.stream().noneMatch(found -> found.text.contains(text))) {
                    near.add(new Near(text, count));
                }
            }
            return new Offer(near, false);
        } catch (SearchUnavailable away) {
            return new Offer(List.of(), true);
        }
    }

    private static List<Words> fewer(Words words) {
        var each = words.each();
        var texts = new LinkedHashSet<String>();
        for (var i = 0; i + 1 < each.size() && each.size() > 2; i++) {
            texts.add(each.get(i) + " " + each.get(i + 1));
        }
        if (each.size() > 1) {
            each.stream()
                    .filter(word -> Folding.fold(word).length() >= SHORTEST)
                    .forEach(texts::add);
        }
        return texts.stream().flatMap(text -> Words.of(text).stream()).toList();
    }
}
