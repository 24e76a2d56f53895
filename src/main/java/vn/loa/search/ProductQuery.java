package vn.loa.search;

import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Jsons;
import vn.loa.common.TimeSource;
import vn.loa.editorial.SubjectKind;
import vn.loa.search.Finder.Count;

/**
 * Asks the index for what passes the filters. Values from outside travel as parameters of their own and are checked first, so none
 * of them can become syntax. What counts for how much stands with the handler, in solrconfig.xml.
 */
final class ProductQuery {
    /** Whoever pages further than this is not reading. */
    static final int DEEPEST = 10_000;

    /** What it refers to with a dollar sign and solrconfig.xml brings; and how labels are marked, which tells a configset of today. */
    static final List<String> OF_CONFIGSET = List.of(
            "typedAnywhere",
            "byLetters",
            "eachWord",
            "inPairs",
            "allOfCore",
            "marking",
            "inTongue",
            "besideInTongue",
            "ofYear",
            "numbered",
            "ofGenre",
            "named",
            "aroundNumber",
            "f.labels.hl.requireFieldMatch");

    private static final String NEWEST_FIRST = "publishedAt desc,id desc";

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9@._-]{0,99}");
    private static final Pattern YEAR = Pattern.compile("[0-9]{1,4}");

    /** The number of a document as a passage. */
    private static final String NAMED_IN_PASSAGE = inEach(
            Stream.of("summary", "spoken", "body", "other").flatMap(field -> Stream.of(field, field + "_f")),
            "field f",
            "number");

    /** Words that stand together in a passage, by their letters. */
    private static final String TOGETHER_IN_PASSAGE = inEach(
            Stream.of("title_f", "summary_f", "spoken_f", "body_f", "other_f", "names_f"), "lucene df", "together");

    /** Where found words are shown besides, where the letters alone are asked for. */
    private static final String PASSAGES_BY_LETTERS =
            "title,title_f,title_other,summary,summary_f,spoken,spoken_f,body,body_f,other,other_f,names_f,labels";

    /** Of a unit that was named beside other words, each syllable may stand in the name of another: whoever has the whole name comes first. */
    private static final String OF_UNIT = "_query_:\"{!field f=all v=$unit}\"^=60";

    private static final String TOGETHER = "{!lucene df=all v=$together}";

    /** Begins the names of parameters that hold the values of filters. */
    private static final String ONLY = "only.";

    private static final int VALUES_PER_FACET = 100;

    /** Those of today and those of before, each with all around it. */
    private static final int LOCALITIES = 600;

    /** Begins the names under which a chosen value is counted by itself: it may not be among the most frequent. */
    private static final String CHOSEN = "chosen_";

    /** Begins the names under which is counted what the values of a facet have besides what is chosen of it. */
    private static final String MORE = "more_";

    /** Begins the names under which is counted what there would be without the choice of a facet. */
    private static final String WITHOUT = "without_";

    private final SolrQuery query = new SolrQuery();
    private final Synonyms synonyms;
    private final Tongues tongues;
    private final PlaceNames places;
    private final boolean byMatch;
    private final Set<Facet> narrowed;
    private final Map<Facet, List<String>> chosen = new EnumMap<>(Facet.class);

    /** What facets count of all that is found; null for all of it. */
    private @Nullable String countedOf;

    private ProductQuery(boolean byMatch, Set<Facet> narrowed, Names.Snapshot names) {
        this.synonyms = names.synonyms();
        this.tongues = names.tongues();
        this.places = names.places();
        this.byMatch = byMatch;
        this.narrowed = narrowed;
    }

    /**
     * @param kinds codes of the kinds of documents
     * @param promises keys of the deliverables to keep to; null without such a filter
     * @param page from 1; beyond {@link #DEEPEST} only the total is asked for
     */
    static ProductQuery of(
            Filters filters,
            Collection<String> kinds,
            @Nullable Collection<String> promises,
            Names.Snapshot names,
            int page,
            int size) {
        var built = new ProductQuery(
                filters.query().isPresent() && filters.order() == Filters.Order.RELEVANCE, filters.narrowed(), names);
        var query = built.query;
        query.set("fl", "id,revision");
        built.terms("kind", kinds, "");
        filters.chosen().forEach((facet, values) -> built.chosen.put(facet, indexed(facet, values, names)));
        built.chosen.forEach((facet, values) -> built.terms(facet.field(), values, facet.field()));
        if (filters.years() != null) {
            query.add("fq", filters.years().filter());
        }
        if (promises != null) {
            built.terms(
                    "deliverable",
                    promises.stream()
                            .filter(code -> CODE.matcher(code).matches())
                            .toList(),
                    "");
        }
        built.published(filters.from(), filters.to());
        filters.query()
                .flatMap(names::genreCalled)
                .ifPresent(genre -> query.set("called", genre).add("bq", "{!lucene v=$ofGenre}"));
        var start = (page - 1L) * size;
        query.set("start", start > DEEPEST ? 0 : (int) start);
        query.set("rows", start > DEEPEST ? 0 : size);
        query.set("sort", (built.byMatch ? "score desc," : "") + NEWEST_FIRST);
        return built;
    }

    /** What presses comes before what is newer, not before what is meant. @param urgent ids of products @param important the same */
    ProductQuery preferring(List<Long> urgent, List<Long> important) {
        if (byMatch || urgent.isEmpty() && important.isEmpty()) {
            return this;
        }
        query.set("urgent", among(urgent)).set("important", among(important));
        query.set("sort", "query($urgent,0) desc,query($important,0) desc," + NEWEST_FIRST);
        return this;
    }

    private static String among(List<Long> products) {
        return "{!terms f=id}"
                + products.stream()
                        .map(id -> new Subject(SubjectKind.PRODUCT, id).key())
                        .collect(Collectors.joining(","));
    }

    private static List<String> indexed(Facet facet, List<String> values, Names.Snapshot names) {
        var allowed = facet == Facet.YEAR ? YEAR : CODE;
        return values.stream()
                .filter(value -> allowed.matcher(value).matches())
                .map(value -> names.present(facet, value))
                .toList();
    }

    /** Whether it could be the code of anything. */
    static boolean isCode(String value) {
        return CODE.matcher(value).matches();
    }

    /**
     * Brings the best of each of these kinds in a list of its own, instead of one list of all. Facets count works alone then. To be said before facets
     * are.
     *
     * @param most so many of each; whoever wants fewer of some leaves the others out
     */
    ProductQuery apart(Collection<SubjectKind> kinds, int most) {
        query.set("group", "true").set("group.limit", most);
        kinds.forEach(kind -> query.add("group.query", ofKind(kind)));
        countedOf = ofKind(SubjectKind.PRODUCT);
        return this;
    }

    /** The question of the list of one kind. */
    static String ofKind(SubjectKind kind) {
        return "kind:" + kind.code();
    }

    /**
     * Counts the values of these facets, each as if nothing were chosen of it; what each would add to what is chosen of it; and what there would be
     * {@link #without} that choice.
     */
    ProductQuery withFacets(Set<Facet> counted) {
        var facets = Jsons.object();
        if (counted.stream().anyMatch(this::isCountedTogether)) {
            // Each facet by itself would walk through all that is found once more.
            facets.add(
                    Facet.TRAITS,
                    Jsons.object()
                            .add("type", "terms")
                            .add("field", Facet.TRAITS)
                            .add("limit", -1)
                            .add("domain", domain()));
        }
        for (var facet : counted) {
            if (isCountedTogether(facet)) {
                continue;
            }
            facets.add(
                    facet.field(),
                    Jsons.object()
                            .add("type", "terms")
                            .add("field", facet.field())
                            .add("limit", facet == Facet.LOCALITY ? LOCALITIES : VALUES_PER_FACET)
                            .add("sort", facet == Facet.YEAR ? "index desc" : "count desc")
                            .add("domain", domain(facet.field())));
            var picked = chosen.getOrDefault(facet, List.of());
            if (!picked.isEmpty()) {
                facets.add(
                        MORE + facet.field(),
                        Jsons.object()
                                .add("type", "terms")
                                .add("field", facet.field())
                                .add("limit", -1)
                                .add("domain", besides(facet, picked)));
            }
            for (var value : picked) {
                // What is no code has been left out: none of it can become syntax.
                facets.add(
                        CHOSEN + facet.field() + "_" + value,
                        Jsons.object()
                                .add("type", "query")
                                .add("q", "{!term f=" + facet.field() + "}" + value)
                                .add("domain", domain(facet.field())));
            }
        }
        for (var facet : narrowed) {
            facets.add(
                    WITHOUT + facet.field(),
                    Jsons.object()
                            .add("type", "query")
                            .add("q", "*:*")
                            .add(
                                    "domain",
                                    facet == Facet.YEAR
                                            ? domain(facet.field(), YearRange.TAG)
                                            : domain(facet.field())));
        }
        query.add("json.facet", facets.build().toString());
        return this;
    }

    /** As long as nothing of it is chosen: then it is counted of other documents than the rest. */
    private boolean isCountedTogether(Facet facet) {
        return facet.isTrait() && !chosen.containsKey(facet);
    }

    /** @param without tags of the filters that do not hold */
    private JsonObjectBuilder domain(String... without) {
        var domain = Jsons.object();
        if (without.length > 0) {
            domain.add("excludeTags", String.join(",", without));
        }
        return countedOf == null ? domain : domain.add("filter", countedOf);
    }

    /** What has none of the chosen values, which are codes: none of them can become syntax. */
    private JsonObjectBuilder besides(Facet facet, List<String> picked) {
        var filters = Jsons.array().add("*:* -{!terms f=" + facet.field() + " v='" + String.join(",", picked) + "'}");
        if (countedOf != null) {
            filters.add(countedOf);
        }
        return Jsons.object().add("excludeTags", facet.field()).add("filter", filters);
    }

    /** Brings a passage with the found words for each document. It is cut at spaces alone: what stands between two is one number or word. */
    ProductQuery withSnippets() {
        query.set("hl", "true");
        query.set("hl.bs.type", "SEPARATOR").set("hl.bs.separator", " ");
        query.set("hl.tag.pre", Snippet.OPEN);
        query.set("hl.tag.post", Snippet.CLOSE);
        return this;
    }

    /** The query with these words as they were typed; without any it finds everything. */
    SolrQuery asking(Optional<Words> words) {
        words.ifPresent(typed -> {
            var gist = Gist.of(typed);
            var asked = synonyms.literal(gist.asked());
            // Nothing but words is looked for in a passage, which goes quicker one by one.
            query.set("q", asked)
                    .set("marked", synonyms.literal(BareNumber.marked(gist.asked())))
                    .set("hl.weightMatches", "false")
                    .set("core", gist.core().literal())
                    .set("words", gist.asked().literal())
                    .add("bq", "{!query v=$eachWord}");
            if (gist.asked().each().size() > 1) {
                query.add("bq", "{!query v=$inPairs}");
            }
            if (typed.each().size() > Gist.LONG) {
                query.set("mm", "50%");
            }
            if (gist.hasMoreThanCore()) {
                query.add("bq", "{!query v=$allOfCore}");
            }
            tongues.in(typed).ifPresent(this::inLanguage);
            BareNumber.in(typed).ifPresent(number -> number.into(query).add("bq", "{!lucene v=$numbered}"));
            typed.year()
                    .ifPresent(year ->
                            query.set("year", year).set("inYear", "năm " + year).add("bq", "{!lucene v=$ofYear}"));
            if (typed.areWrittenAsName()) {
                query.set("together", typed.phrase()).add("fq", TOGETHER);
            } else {
                places.unitBeside(typed)
                        .ifPresent(unit -> query.set("unit", unit.text())
                                .set("ofUnit", OF_UNIT)
                                .add("bq", "{!lucene v=$ofUnit}"));
            }
        });
        return query;
    }

    /** What is in a language that was named, and has the words beside its name, comes besides what has all the words, and before most of it. */
    private void inLanguage(Tongues.Mention mention) {
        query.set("typed", String.join("", query.all("q")))
                .set("tongue", mention.code())
                .set("defType", "lucene");
        mention.beside().ifPresent(words -> query.set("besideTongue", synonyms.literal(words)));
        query.set("q", mention.beside().isEmpty() ? "{!query v=$inTongue}" : "{!query v=$besideInTongue}");
    }

    /** How much there would be without the choice of each facet; nothing of those without which there would be nothing either. */
    static Map<Facet, Long> without(SolrAnswer answer) {
        var counts = new EnumMap<Facet, Long>(Facet.class);
        for (var facet : Facet.values()) {
            var count = answer.matches(WITHOUT + facet.field());
            if (count > 0) {
                counts.put(facet, count);
            }
        }
        return counts;
    }

    /** How often each value of a facet occurs, the most frequent ones first, and of what is chosen all that occurs. */
    static List<Count> counts(SolrAnswer answer, Facet facet) {
        var counts = new ArrayList<>(all(answer, facet));
        if (answer.has(MORE + facet.field())) {
            var more = answer.counts(MORE + facet.field()).collect(Collectors.toMap(Count::value, Count::number));
            counts.replaceAll(count -> new Count(count.value(), count.number(), more.getOrDefault(count.value(), 0L)));
        }
        var known = counts.stream().map(Count::value).collect(Collectors.toSet());
        answer.matchesOf(CHOSEN + facet.field() + "_").forEach((value, number) -> {
            if (number > 0 && !known.contains(value)) {
                counts.add(new Count(value, number, 0));
            }
        });
        return List.copyOf(counts);
    }

    private static List<Count> all(SolrAnswer answer, Facet facet) {
        if (!facet.isTrait() || answer.has(facet.field())) {
            return answer.counts(facet.field()).toList();
        }
        var counts = answer.counts(Facet.TRAITS, facet.asTrait());
        return (facet == Facet.YEAR
                        ? counts.sorted(Comparator.comparing(Count::value).reversed())
                        : counts)
                .limit(VALUES_PER_FACET)
                .toList();
    }

    /** The query for whether any document has the words as they were typed, of whatever kind and past all filters. */
    static SolrQuery anywhere(Words words, Synonyms synonyms) {
        var query = new SolrQuery().set("rows", 0).set("defType", "lucene");
        return words.areWrittenAsName()
                ? query.set("together", words.phrase()).set("q", TOGETHER)
                : query.set("typed", synonyms.literal(Gist.of(words).asked())).set("q", "{!query v=$typedAnywhere}");
    }

    /** The query for all of these words and nothing less, as they are spelled. */
    SolrQuery demanding(Words words) {
        return asking(Optional.of(words)).set("mm", "100%");
    }

    /** The query for what has all the letters of these words, in their order, whatever their diacritics. */
    SolrQuery byLetters(Words words) {
        query.set("together", words.phrase()).add("fq", "{!lucene df=all_f v=$together}");
        query.set("hl.qparser", "lucene").set("hl.q", TOGETHER_IN_PASSAGE);
        return byLetters(words.literal());
    }

    /** The query for all of these words, already literal, by their letters, with slips where {@link Words#withSlipsIn} allows for some. */
    SolrQuery byLetters(String literal) {
        return query.set("defType", "lucene")
                .set("hl.fl", PASSAGES_BY_LETTERS)
                .set("q", "{!query v=$byLetters}")
                .set("letters", literal)
                .set("marking", "{!query v=$byLetters}");
    }

    /** The query for what has to do with the document of this number, and nothing else; words beside it only order what is alike. */
    SolrQuery asking(DocumentNumber number) {
        query.set("number", number.text());
        query.add("fq", "{!lucene v=$named}");
        query.set("hl.fl", PASSAGES_BY_LETTERS).set("hl.qparser", "lucene").set("hl.q", NAMED_IN_PASSAGE);
        number.beside().ifPresent(words -> query.set("beside", words.literal()).set("bq", "{!lucene v=$aroundNumber}"));
        if (byMatch) {
            query.set("sort", "query($named,0) desc,score desc," + NEWEST_FIRST);
        }
        return query;
    }

    /** Narrows a query for parts to those of what passes the filters of this one. */
    SolrQuery passingTo(SolrQuery parts) {
        var filters = query.all("fq");
        var all = new StringBuilder("{!bool");
        for (var i = 0; i < filters.size(); i++) {
            all.append(" filter=$passes").append(i);
            parts.set("passes" + i, filters.get(i));
        }
        return parts.copy(query, ONLY)
                .add("fq", "{!child of=$wholes cache=false v=$passing}")
                .set("passing", all.append('}').toString());
    }

    private static String inEach(Stream<String> fields, String parser, String parameter) {
        return fields.map(field -> "_query_:\"{!" + parser + "=" + field + " v=$" + parameter + "}\"")
                .collect(Collectors.joining(" "));
    }

    private void terms(String field, Collection<String> values, String tag) {
        if (values.isEmpty()) {
            query.add("fq", "{!tag='" + tag + "'}-*:*");
        } else {
            query.add("fq", "{!terms f=" + field + " tag='" + tag + "' v=$" + ONLY + field + "}");
            query.set(ONLY + field, String.join(",", values));
        }
    }

    private void published(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null || to != null) {
            query.add(
                    "fq",
                    "publishedAt:[" + (from == null ? "*" : startOf(from)) + " TO "
                            + (to == null ? "*" : startOf(to.plusDays(1))) + "}");
        }
    }

    private static String startOf(LocalDate day) {
        return day.atStartOfDay(TimeSource.ZONE).toInstant().toString();
    }
}
