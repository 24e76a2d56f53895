package vn.loa.search;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks the index for parts of works and plans. What counts for how much stands with the handler, in solrconfig.xml. */
final class PartQuery {
    static final String HANDLER = "/parts";

    /** What the parts of one block share. */
    static final String WHOLE = "_root_";

    private static final String BEST_THEN_FIRST = "score desc,place asc,id asc";

    /** Of more words hardly one is an abbreviation, and each costs. */
    private static final int MOST_BEGUN = 8;

    private PartQuery() {}

    /** The best parts of each of these that have the words. */
    static SolrQuery within(Collection<Subject> wholes, Words words, Synonyms synonyms, int ofEach) {
        return asking(words, synonyms)
                .set("fq", "{!terms f=" + WHOLE + " cache=false v=$within}")
                .set("within", wholes.stream().map(Subject::key).collect(Collectors.joining(",")))
                .set("group", "true")
                .set("group.field", WHOLE)
                .set("group.limit", ofEach)
                .set("group.sort", BEST_THEN_FIRST)
                .set("rows", wholes.size());
    }

    /**
     * All cues of what passes the filters that have most of the words.
     *
     * @param passing the question for the works, whose filters are kept to and whose words are not
     * @param start of the page; beyond {@link ProductQuery#DEEPEST} only the total is asked for
     */
    static SolrQuery cues(ProductQuery passing, Words words, Synonyms synonyms, long start, int size) {
        var query = asking(words, synonyms).set("mm", "2<75%").set("sort", BEST_THEN_FIRST);
        query.set("start", start > ProductQuery.DEEPEST ? 0 : (int) start);
        query.set("rows", start > ProductQuery.DEEPEST ? 0 : size);
        query.add("fq", "{!term f=kind v=$part}").set("part", PartKind.CUE.code());
        if (DocumentNumber.in(words).isEmpty()) {
            query.add("fq", "{!lucene cache=false v=$begins}").set("begins", begins(synonyms.each(words), query));
        }
        return passing.passingTo(query);
    }

    /**
     * What begins in a cue and not in the next: one of the words, or the first half of what one of them, such as an abbreviation, stands for. That is
     * asked word by word, because another word may stand in the next cue by itself.
     */
    private static String begins(List<String> words, SolrQuery query) {
        return IntStream.range(0, Math.min(MOST_BEGUN, words.size()))
                .mapToObj(i -> {
                    // The word travels as a parameter of its own, where nothing in it is syntax.
                    query.set("word" + i, words.get(i));
                    return "(+" + wordIn("heard", i) + " -" + wordIn("next", i) + ")";
                })
                .collect(Collectors.joining(" ", "_query_:\"{!lucene v=$itself}\" ", ""));
    }

    private static String wordIn(String field, int word) {
        return "_query_:\"{!edismax qf=" + field + " mm=1 uf='-*' pf='' pf2='' v=$word" + word + "}\"";
    }

    private static SolrQuery asking(Words words, Synonyms synonyms) {
        var query = new SolrQuery();
        DocumentNumber.in(words)
                .ifPresentOrElse(
                        number -> query.set("defType", "lucene")
                                .set("q", "{!field f=said v=$number}")
                                .set("number", number.text()),
                        () -> query.set("q", words.areWrittenAsName() ? words.phrase() : synonyms.literal(words)));
        if (BareNumber.in(words).isPresent()) {
            query.set("hl.q", synonyms.literal(BareNumber.marked(words)));
        }
        return query.set("hl.tag.pre", Snippet.OPEN).set("hl.tag.post", Snippet.CLOSE);
    }
}
