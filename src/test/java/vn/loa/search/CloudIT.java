package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.editorial.SubjectKind;

/** What the portal does with its index, on a SolrCloud instead of a Solr that stands alone. */
@TestInstance(Lifecycle.PER_CLASS)
class CloudIT {
    private static final Subject COW = new Subject(SubjectKind.PRODUCT, 1);

    private SolrCloud cloud;
    private SearchSettings settings;
    private IndexSpace space;
    private SolrIndex index;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        cloud = SolrCloud.start(folder);
        settings = new SearchSettings(
                cloud.url("loa"), true, Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMillis(1));
        space = IndexSpace.of(settings);
        space.ensure();
        index = new SolrIndex(settings);
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    @Test
    void blocks_are_replaced_found_at_their_parts_and_removed_and_another_collection_takes_their_place() {
        assertThat(index.missing()).isEmpty();
        space.ensure();
        assertThat(index.revisions()).isEmpty();

        index.replace(List.of(work("1", "Nuôi bò sinh sản", "Làm chuồng trước", "Bò về sau")), List.of());
        assertThat(found("nuoi bo")).containsExactly(COW);
        assertThat(parts("làm chuồng")).containsExactly("product/1/cue/vi/0");
        index.replace(List.of(work("2", "Nuôi trâu", "Giữ ấm cho trâu")), List.of());
        assertThat(index.revisions()).containsOnly(java.util.Map.entry("product/1", "2"));
        assertThat(found("bò")).isEmpty();
        assertThat(parts("làm chuồng")).isEmpty();
        assertThat(facets("giữ ấm trâu")).isOne();

        var fresh = new SolrIndex(settings.at(space.create("loa_next")));
        fresh.add(List.of(work("3", "Nuôi dê", "Dê núi")));
        fresh.replace(List.of(), List.of());
        assertThat(found("dê")).as("before the exchange").isEmpty();
        space.exchange("loa_next");
        assertThat(found("dê")).containsExactly(COW);
        assertThat(found("trâu")).isEmpty();

        index.replace(List.of(), List.of(COW.key()));
        assertThat(index.revisions()).isEmpty();
        assertThat(parts("dê núi")).isEmpty();
    }

    @Test
    void the_index_is_made_though_something_waits_for_it_already_and_again_when_it_is_gone() {
        var empty = new SearchSettings(
                cloud.url("empty"), true, Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMillis(1));
        var fresh = new SolrIndex(empty);
        var waiting = new IndexUpdate() {
            @Override
            public boolean run() {
                fresh.replace(List.of(work("1", "Nuôi bò sinh sản", "Làm chuồng trước")), List.of());
                return false;
            }
        };
        var nothing = new IndexComparison() {
            @Override
            public int run() {
                return 0;
            }
        };
        var upkeep = new IndexUpkeep(Clock.systemUTC(), IndexSpace.of(empty), waiting, nothing);

        upkeep.round();
        assertThat(fresh.revisions()).containsOnlyKeys(COW.key());

        new SolrServer(empty)
                .ask(
                        "admin/collections",
                        new SolrQuery().set("action", "DELETEALIAS").set("name", "empty"));
        upkeep.round();
        upkeep.round();
        assertThat(fresh.revisions()).containsOnlyKeys(COW.key());
    }

    private static JsonObject work(String revision, String title, String... said) {
        var document = new IndexDocument(COW, "bo", revision)
                .words("title", title)
                .words("spoken", String.join(" ", said))
                .code("genre", "tieu-pham");
        var cues = new java.util.ArrayList<IndexDocument>();
        for (var line : said) {
            cues.add(IndexDocument.part(COW, revision, PartKind.CUE, "vi/" + cues.size())
                    .number("place", cues.size() * 1000L)
                    .code("tongue", "vi")
                    .words("said", line)
                    .words("heard", line));
        }
        return document.holding(cues).build();
    }

    private List<Subject> found(String typed) {
        return index.ask("/find", query(typed).asking(Words.of(typed))).ids().stream()
                .flatMap(id -> Subject.parse(id).stream())
                .toList();
    }

    private long facets(String typed) {
        var answer = index.ask(
                "/find", query(typed).withFacets(EnumSet.of(Facet.GENRE)).asking(Words.of(typed)));
        return answer.counts("genre").mapToLong(Finder.Count::number).sum();
    }

    private List<String> parts(String typed) {
        return index
                .ask(
                        PartQuery.HANDLER,
                        PartQuery.within(List.of(COW), Words.of(typed).orElseThrow(), Synonyms.none(), 3))
                .groups(PartQuery.WHOLE)
                .getOrDefault(COW.key(), List.of())
                .stream()
                .map(part -> part.getString("id"))
                .toList();
    }

    private static ProductQuery query(String typed) {
        var filters = Filters.matching(Optional.of(typed).flatMap(Words::of).orElseThrow());
        return ProductQuery.of(filters, Set.of("product"), null, Names.Snapshot.none(), 1, 10);
    }
}
