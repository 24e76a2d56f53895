package vn.loa.search;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.loa.editorial.SubjectKind;
import vn.loa.testing.Portal;
import vn.loa.testing.Until;

/** A second, empty index on the search server of the portal under test, with the same configset. Closing it deletes it. */
final class TrialIndex implements AutoCloseable {
    private static final String NAME = "trial";

    private final Portal portal;
    private final String server;
    private final SolrIndex index;
    private final IndexContents contents;

    private TrialIndex(Portal portal) {
        this.portal = portal;
        this.server = portal.solrUrl().substring(0, portal.solrUrl().lastIndexOf('/'));
        administer("action=CREATE&name=" + NAME + "&configSet=loa");
        var settings = new SearchSettings(
                URI.create(server + "/" + NAME),
                false,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofMillis(1));
        this.index = new SolrIndex(settings);
        this.contents = new IndexContents(settings);
    }

    static TrialIndex on(Portal portal) {
        return new TrialIndex(portal);
    }

    SolrIndex index() {
        return index;
    }

    IndexContents contents() {
        return contents;
    }

    /** Puts documents in and waits until they can be found. */
    void hold(IndexDocument... documents) {
        contents.replace(Stream.of(documents).map(IndexDocument::build).toList(), List.of());
        Until.holds(() -> contents.revisions().size() == documents.length);
    }

    /** What the words find, best first, as ids. */
    List<Long> find(String typed) {
        var words = Words.of(typed).orElseThrow();
        return ids(
                "/find",
                DocumentNumber.in(words)
                        .map(number -> query(words).asking(number))
                        .orElseGet(() -> query(words).asking(Optional.of(words))));
    }

    /** What the words find when each may contain a slip. */
    List<Long> findWithSlips(String typed) {
        var words = Words.of(typed).orElseThrow();
        return ids("/find", query(words).byLetters(words.withSlipsIn(words.each())));
    }

    /** What the words find whatever their diacritics. */
    List<Long> findByLetters(String typed) {
        var words = Words.of(typed).orElseThrow();
        return ids("/find", query(words).byLetters(words));
    }

    /** What begins like the words. */
    List<Long> complete(String typed) {
        return ids(
                "/suggest",
                new SolrQuery().set("q", Words.of(typed).orElseThrow().literal()));
    }

    /** The passages with found words, by field. */
    Map<String, List<String>> passages(String typed, long id) {
        var words = Words.of(typed).orElseThrow();
        var asked = query(words).withSnippets().asking(Optional.of(words));
        return index.ask("/find", asked).passages().get(new Subject(SubjectKind.PRODUCT, id).key());
    }

    /** Where the words stand in one of the documents, best first: the place with what is shown of it. */
    List<String> places(String typed, long id) {
        var subject = new Subject(SubjectKind.PRODUCT, id);
        return new Parts(index)
                        .within(List.of(subject), Words.of(typed).orElseThrow(), Synonyms.none())
                        .parts()
                        .getOrDefault(subject, List.of())
                        .stream()
                        .map(TrialIndex::shown)
                        .toList();
    }

    /** The cues of all documents that begin with one of the words, best first, as {@link #places}. */
    List<String> cues(String typed) {
        var words = Words.of(typed).orElseThrow();
        return new Parts(index)
                .cues(query(words), words, Synonyms.none(), 0, 50).parts().stream()
                        .map(TrialIndex::shown)
                        .toList();
    }

    /** Of how many segments it consists. */
    int pieces() {
        var look = portal.send(
                HttpRequest.newBuilder(URI.create(server + "/" + NAME + "/admin/luke?show=index&numTerms=0&wt=json"))
                        .build());
        return Integer.parseInt(look.body().replaceAll("(?s).*\"segmentCount\":(\\d+).*", "$1"));
    }

    private static String shown(Parts.Part part) {
        return part.place() + ": " + Snippet.html(part.passage());
    }

    private static ProductQuery query(Words words) {
        return ProductQuery.of(Filters.matching(words), Set.of("product"), null, Names.Snapshot.none(), 1, 50);
    }

    private List<Long> ids(String handler, SolrQuery query) {
        return index.ask(handler, query).ids().stream()
                .map(id -> Subject.parse(id).orElseThrow().id())
                .toList();
    }

    @Override
    public void close() {
        administer("action=UNLOAD&core=" + NAME + "&deleteInstanceDir=true");
    }

    private void administer(String action) {
        var answer = portal.send(HttpRequest.newBuilder(URI.create(server + "/admin/cores?" + action))
                .build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }
}
