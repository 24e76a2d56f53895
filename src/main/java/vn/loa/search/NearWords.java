package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Jsons;

/** What to look for instead when nothing has all the words: two of them that stand together, else one. */
@ApplicationScoped
public class NearWords {
    private static final int MOST = 4;

    private static final String NEAR = "near";

    /** Begins the names of those that stand side by side. */
    private static final String SIDE = "side";

    /** A word of fewer letters says too little by itself. */
    private static final int SHORTEST = 3;

    @Inject
    private SolrIndex index;

    @Inject
    private Names names;

    /**
     * Words to look for.
     *
     * @param count how many works a search for them finds
     */
    public record Near(String text, long count) {}

    /** @param partial whether the search server did not answer, so that there may be some */
    public record Offer(List<Near> words, boolean partial) {}

    /** At most four, those of two words first, each in the order in which they were typed. One question. */
    public Offer of(Words words) {
        var fewer = fewer(words);
        if (fewer.isEmpty()) {
            return new Offer(List.of(), false);
        }
        var called = names.current();
        var query = new SolrQuery()
                .set("defType", "lucene")
                .set("q", "*:*")
                .set("rows", 0)
                .set("fq", "kind:product");
        var counted = Jsons.object();
        for (var i = 0; i < fewer.size(); i++) {
            // The words travel as parameters of their own, escaped, where nothing in them is syntax.
            counted.add(NEAR + i, counting("{!lucene cache=false}" + found(fewer.get(i), called, i, query)));
            if (fewer.get(i).each().size() > 1) {
                query.set(SIDE + i, fewer.get(i).text());
                counted.add(SIDE + i, counting("{!field cache=false f=all v=$" + SIDE + i + "}"));
            }
        }
        try {
            var answer =
                    index.ask("/find", query.set("json.facet", counted.build().toString()));
            var near = new ArrayList<Near>();
            for (var i = 0; i < fewer.size() && near.size() < MOST; i++) {
                var text = fewer.get(i).text();
                var count = answer.matches(NEAR + i);
                // Of two that stand together nowhere the search may think that others were meant.
                var meant = fewer.get(i).each().size() == 1 || answer.matches(SIDE + i) > 0;
                if (count > 0 && meant && near.stream().noneMatch(found -> found.text.contains(text))) {
                    near.add(new Near(text, count));
                }
            }
            return new Offer(near, false);
        } catch (SearchUnavailable away) {
            return new Offer(List.of(), true);
        }
    }

    private static JsonObjectBuilder counting(String question) {
        return Jsons.object().add("type", "query").add("q", question);
    }

    /** What a search for these finds, as {@link ProductQuery#asking(Optional)} asks for it. */
    private static String found(Words words, Names.Snapshot called, int i, SolrQuery query) {
        var meant = called.meant(Filters.matching(words)).query().orElse(words);
        query.set(NEAR + i, called.synonyms().literal(meant));
        var question = "_query_:\"{!edismax v=$" + NEAR + i + "}\"";
        var mention = called.tongues().in(meant);
        if (mention.isPresent()) {
            query.set("tongue" + i, mention.get().code());
            var inIt = "_query_:\"{!term f=language v=$tongue" + i + "}\" _query_:\"{!term f=subtitle v=$tongue" + i
                    + "}\"";
            var beside = mention.get().beside();
            beside.ifPresent(others -> query.set("beside" + i, called.synonyms().literal(others)));
            question += beside.isEmpty() ? " " + inIt : " (+(" + inIt + ") +_query_:\"{!edismax v=$beside" + i + "}\")";
        }
        if (!meant.areWrittenAsName()) {
            return question;
        }
        query.set("together" + i, meant.phrase());
        return "+(" + question + ") +_query_:\"{!lucene df=all v=$together" + i + "}\"";
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
        return texts.stream()
                .flatMap(text -> Words.of(text).stream())
                .filter(Words::areReadable)
                .filter(some -> DocumentNumber.in(some).isEmpty())
                .toList();
    }
}
