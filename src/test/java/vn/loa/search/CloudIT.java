package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
    private IndexContents contents;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        cloud = SolrCloud.start(folder);
        settings = settings("loa");
        space = IndexSpace.of(settings);
        breakOffAnUpload();
        space.ensure();
        index = new SolrIndex(settings);
        contents = new IndexContents(settings);
    }

    @AfterAll
    void stop() {
        cloud.close();
    }

    @Test
    void blocks_are_replaced_found_at_their_parts_and_removed_and_another_collection_takes_their_place() {
        assertThat(index.missing()).isEmpty();
        space.ensure();
        assertThat(contents.revisions()).isEmpty();

        contents.replace(List.of(work("1", "Nuôi bò sinh sản", "Làm chuồng trước", "Bò về sau")), List.of());
        assertThat(found("nuoi bo")).containsExactly(COW);
        assertThat(parts("làm chuồng")).containsExactly("product/1/cue/vi/0");
        contents.replace(List.of(work("2", "Nuôi trâu", "Giữ ấm cho trâu")), List.of());
        assertThat(contents.revisions()).containsOnly(Map.entry("product/1", "2"));
        assertThat(found("bò")).isEmpty();
        assertThat(parts("làm chuồng")).isEmpty();
        assertThat(facets("giữ ấm trâu")).isOne();

        var fresh = new IndexContents(settings.at(space.create("loa_next")));
        fresh.add(List.of(work("3", "Nuôi dê", "Dê núi")));
        fresh.replace(List.of(), List.of());
        assertThat(found("dê")).as("before the exchange").isEmpty();
        space.exchange("loa_next");
        assertThat(found("dê")).containsExactly(COW);
        assertThat(found("trâu")).isEmpty();

        contents.replace(List.of(), List.of(COW.key()));
        assertThat(contents.revisions()).isEmpty();
        assertThat(parts("dê núi")).isEmpty();
    }

    @Test
    void the_index_is_made_though_something_waits_for_it_already_and_again_when_it_is_gone() {
        var empty = settings("empty");
        var fresh = new IndexContents(empty);
        var waiting = new IndexUpdate() {
            @Override
            public boolean run() {
                fresh.replace(List.of(work("1", "Nuôi bò sinh sản", "Làm chuồng trước")), List.of());
                return false;
            }
        };
        var none = new IndexRuns() {
            @Override
            public IndexRebuild.Progress progress() {
                return new IndexRebuild.Progress(IndexRebuild.State.IDLE, 0, 0, null, null, null);
            }
        };
        var nothing = new IndexComparison() {
            @Override
            public int run() {
                return 0;
            }

            @Override
            public boolean isOfRightSize() {
                return true;
            }
        };
        var upkeep = new IndexUpkeep(Clock.systemUTC(), IndexSpace.of(empty), waiting, nothing, none);

        upkeep.round();
        assertThat(fresh.revisions()).containsOnlyKeys(COW.key());

        ask(new SolrQuery().set("action", "DELETEALIAS").set("name", "empty"));
        upkeep.round();
        upkeep.round();
        assertThat(fresh.revisions()).containsOnlyKeys(COW.key());
    }

    @Test
    void the_upkeep_of_the_portal_makes_and_fills_the_index_and_takes_what_is_withdrawn_out() {
        var kept = settings("kept");
        var held = new IndexContents(kept);
        var database = new Database();
        database.publish(COW, work("1", "Nuôi bò sinh sản", "Làm chuồng trước"), false);
        var upkeep = database.upkeep(kept);

        upkeep.round();
        upkeep.round();
        assertThat(held.revisions()).as("compared and filled").containsOnly(Map.entry("product/1", "1"));
        assertThat(held.count()).isOne();

        database.publish(COW, work("2", "Nuôi trâu", "Giữ ấm cho trâu"), true);
        upkeep.round();
        assertThat(held.revisions()).containsOnly(Map.entry("product/1", "2"));

        database.withdraw(COW);
        upkeep.round();
        assertThat(held.revisions()).isEmpty();
        assertThat(held.count()).isZero();
        assertThat(database.unsettled()).isZero();
    }

    @Test
    void a_rebuild_takes_the_place_of_the_index_and_leaves_nothing_else_behind() {
        var built = settings("built");
        var held = new IndexContents(built);
        var database = new Database();
        database.publish(COW, work("1", "Nuôi bò sinh sản", "Làm chuồng trước"), true);
        database.upkeep(built).round();
        IndexSpace.of(built).create("built_20250101000000");
        database.publish(COW, work("2", "Nuôi trâu", "Giữ ấm cho trâu"), false);

        assertThat(database.rebuild(built, at(1))).isEmpty();
        assertThat(held.revisions()).containsOnly(Map.entry("product/1", "2"));
        assertThat(collections("built")).containsExactly("built_20261128000001");
    }

    @Test
    void a_rebuild_whose_place_was_taken_is_done_though_the_one_before_cannot_be_removed() {
        var held = settings("held");
        var database = new Database();
        database.publish(COW, work("1", "Nuôi bò sinh sản", "Làm chuồng trước"), true);
        database.upkeep(held).round();
        // The server removes nothing that another name leads to.
        alias("copy", "held_first");

        assertThat(database.rebuild(held, at(1))).isEmpty();
        assertThat(new IndexContents(held).revisions()).containsOnlyKeys(COW.key());
        assertThat(collections("held")).containsExactlyInAnyOrder("held_first", "held_20261128000001");

        assertThat(database.rebuild(held, at(2))).isEmpty();
        assertThat(collections("held")).as("somebody asks it").contains("held_first");
        ask(new SolrQuery().set("action", "DELETEALIAS").set("name", "copy"));
        assertThat(database.rebuild(held, at(3))).isEmpty();
        assertThat(collections("held")).containsExactly("held_20261128000003");
    }

    /** As a portal leaves it that was killed while it sent the configset. */
    private void breakOffAnUpload() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("letters.txt"));
        }
        new SolrServer(settings)
                .send(
                        "admin/configs",
                        new SolrQuery()
                                .set("action", "UPLOAD")
                                .set("name", Configset.ofProgram().name()),
                        bytes.toByteArray());
    }

    private SearchSettings settings(String index) {
        return new SearchSettings(
                cloud.url(index), true, Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMillis(1));
    }

    private static Clock at(int second) {
        return Clock.fixed(Instant.parse("2026-11-28T00:00:00Z").plusSeconds(second), ZoneOffset.UTC);
    }

    private List<String> collections(String beginning) {
        return ask(new SolrQuery().set("action", "LIST"))
                .getJsonArray("collections")
                .getValuesAs(JsonString::getString)
                .stream()
                .filter(name -> name.startsWith(beginning + "_"))
                .toList();
    }

    private void alias(String name, String collection) {
        ask(new SolrQuery().set("action", "CREATEALIAS").set("name", name).set("collections", collection));
    }

    private JsonObject ask(SolrQuery query) {
        return new SolrServer(settings).ask("admin/collections", query);
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
        return ProductQuery.counts(answer, Facet.GENRE).stream()
                .mapToLong(Finder.Count::number)
                .sum();
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
