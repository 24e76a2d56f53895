package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesPortal;

@UsesPortal
class ReadApiIT {
    private static final String CAO_BANG = "/api/v1/plans/ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025";

    private final Portal portal;

    ReadApiIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void a_plan_published_without_a_number_says_so_and_keeps_its_other_facts() {
        var plan = object(CAO_BANG);

        assertThat(plan.containsKey("number")).isFalse();
        assertThat(plan.containsKey("reference")).isFalse();
        assertThat(plan.getString("symbol")).isEqualTo("KH-SVHTTDL");
        assertThat(plan.getJsonObject("issued").getString("date")).isEqualTo("2025-05-22");
        assertThat(plan.getJsonObject("issued").getString("precision")).isEqualTo("day");
        assertThat(plan.getJsonObject("signer").getString("name")).isEqualTo("Sầm Việt An");
        assertThat(plan.getJsonObject("signer").getString("capacity")).isEqualTo("GIÁM ĐỐC");
    }

    @Test
    void a_promise_tells_its_quantity_languages_length_and_threshold() {
        var skits = object(CAO_BANG).getJsonArray("deliverables").getJsonObject(0);

        assertThat(skits.getInt("quantity")).isEqualTo(20);
        assertThat(skits.getJsonArray("languages").getValuesAs(JsonString::getString))
                .containsExactly("vi", "hmn", "tyz");
        assertThat(skits.getString("how")).isEqualTo("dub");
        assertThat(skits.getJsonObject("minutes").getInt("min")).isEqualTo(5);
        assertThat(skits.getJsonObject("minutes").getInt("max")).isEqualTo(5);
        assertThat(skits.getJsonObject("threshold").getInt("subscribers")).isEqualTo(200_000);
        assertThat(skits.getJsonObject("threshold").getInt("views")).isEqualTo(100_000_000);
        assertThat(skits.getString("deadline")).isEqualTo("2025-12-31");
    }

    @Test
    void progress_counts_works_and_their_language_versions_and_names_the_channels() {
        var skits = array(CAO_BANG + "/progress").getJsonObject(0);

        assertThat(skits.getInt("promised")).isEqualTo(20);
        assertThat(skits.getInt("published")).isEqualTo(20);
        assertThat(skits.getBoolean("overdue"))
                .as("the year is over, but of a sample plan nobody knows what was done")
                .isFalse();
        var languages = skits.getJsonArray("languages").getValuesAs(JsonObject.class);
        assertThat(languages).extracting(l -> l.getString("language")).containsExactly("vi", "hmn", "tyz");
        for (var language : languages) {
            var shown = language.getInt("published") + language.getInt("standIns");
            assertThat(shown).isEqualTo(20).isLessThanOrEqualTo(language.getInt("reviewed"));
            assertThat(language.getInt("reviewed")).isLessThanOrEqualTo(language.getInt("produced"));
        }
        assertThat(skits.getJsonArray("channels").getValuesAs(JsonObject.class))
                .extracting(channel -> channel.getString("channel"))
                .isNotEmpty()
                .isEqualTo(object(CAO_BANG)
                        .getJsonArray("deliverables")
                        .getJsonObject(0)
                        .getJsonArray("channels")
                        .getValuesAs(JsonString::getString));
    }

    @Test
    void a_track_that_waits_for_its_reviewer_is_in_no_answer() throws SQLException {
        try (var database = portal.database();
                var statement = database.createStatement();
                var waiting = statement.executeQuery("select from track t join product p on p.id = t.product"
                        + " where t.state = 'ready' and p.online and p.sample")) {
            assertThat(waiting.next())
                    .as("public works of the sample have tracks that wait")
                    .isTrue();
        }

        for (var slug : samples()) {
            var product = object("/api/v1/products/" + slug);
            assertThat(product.getJsonArray("tracks").getValuesAs(JsonObject.class))
                    .allSatisfy(track -> assertThat(track.getString("state")).isEqualTo("approved"));
        }
    }

    @Test
    void a_source_is_an_address_that_answers_with_its_type_and_size() {
        var product = object("/api/v1/products/con-bo-cua-nha-ong-pao");
        var source = product.getJsonArray("tracks")
                .getJsonObject(0)
                .getJsonArray("sources")
                .getJsonObject(0);

        var answer = portal.bytes(HttpRequest.newBuilder(portal.uri(source.getString("url")))
                .method("HEAD", BodyPublishers.noBody())
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(source.getString("type"));
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(source.getInt("bytes"));
    }

    @Test
    void what_people_consented_to_and_their_names_are_in_no_answer() throws SQLException {
        var told = texts("select distinct unnest(array[person, scope, document]) from product_consent c"
                + " join product p on p.published_revision = c.revision where p.sample and p.online");
        assertThat(told).as("people of the sample have consented").isNotEmpty();

        for (var slug : samples()) {
            for (var address : List.of("/api/v1/products/" + slug, "/san-pham/" + slug)) {
                var answer = portal.get(address);
                assertThat(answer.statusCode()).as(address).isEqualTo(200);
                assertThat(answer.body())
                        .as(address)
                        .doesNotContain("\"consents\"")
                        .doesNotContain(told);
            }
        }
    }

    @Test
    void a_dissolved_district_names_the_communes_of_today() {
        var first = object("/api/v1/localities");
        var pages = 1 + (first.getInt("total") - 1) / first.getInt("size");
        var districts = IntStream.rangeClosed(1, pages)
                .mapToObj(page -> array("/api/v1/localities?page=" + page, "items"))
                .flatMap(page -> page.getValuesAs(JsonObject.class).stream())
                .filter(l -> l.getString("level").equals("district"))
                .toList();

        assertThat(districts).isNotEmpty().allSatisfy(district -> {
            assertThat(district.getString("validTo")).isEqualTo("2025-07-01");
            assertThat(district.getJsonArray("successors")).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"languages", "genres", "topics", "audiences", "localities"})
    void every_taxonomy_item_has_a_code_and_a_vietnamese_label(String taxonomy) {
        var list = object("/api/v1/" + taxonomy);

        assertThat(list.getInt("page")).isEqualTo(1);
        assertThat(list.getInt("size")).isEqualTo(100);
        assertThat(list.getInt("total")).isBetween(list.getJsonArray("items").size(), 10_000);
        assertThat(list.getJsonArray("items").getValuesAs(JsonObject.class))
                .isNotEmpty()
                .allSatisfy(item -> {
                    assertThat(item.getString("code")).isNotBlank();
                    assertThat(item.getJsonObject("label").getString("vi")).isNotBlank();
                });
    }

    @Test
    void a_taxonomy_can_be_read_page_by_page() {
        var all = object("/api/v1/topics").getJsonArray("items");
        var second = object("/api/v1/topics?size=3&page=2");

        assertThat(second.getJsonArray("items")).isEqualTo(all.subList(3, 6));
        assertThat(second.getInt("total")).isEqualTo(all.size());
        assertThat(array("/api/v1/topics?page=99", "items")).isEmpty();
    }

    /** Whoever draws a list of cards asks for nothing else. */
    @Test
    void a_listed_product_says_what_its_card_and_its_own_address_say() {
        for (var item : listed()) {
            var whole = object("/api/v1/products/" + item.getString("slug"));

            for (var field : List.of(
                    "genre",
                    "title",
                    "summary",
                    "topics",
                    "audiences",
                    "localities",
                    "agency",
                    "year",
                    "replay",
                    "plan",
                    "deliverable",
                    "publishedAt",
                    "sample")) {
                assertThat(item.get(field))
                        .as(item.getString("slug") + " " + field)
                        .isEqualTo(whole.get(field));
            }
            assertThat(item.getJsonArray("languages"))
                    .as(item.getString("slug"))
                    .isNotEmpty();
        }
    }

    @Test
    void a_listed_skit_names_its_plan_its_languages_its_price_and_its_pictures() {
        var plan = "ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025";
        var skit = array("/api/v1/products?size=100&plan=" + plan, "items").getValuesAs(JsonObject.class).stream()
                .filter(item -> item.getString("slug").equals("con-bo-cua-nha-ong-pao"))
                .findFirst()
                .orElseThrow();

        assertThat(skit.getString("plan")).isEqualTo(plan);
        assertThat(skit.getJsonArray("topics")).isNotEmpty();
        assertThat(skit.getJsonArray("languages").getValuesAs(JsonString::getString))
                .contains("vi", "hmn");
        assertThat(skit.getInt("smallestBytes")).isPositive();
        var pictures = skit.getJsonArray("posters").getValuesAs(JsonObject.class);
        assertThat(pictures)
                .allSatisfy(picture -> assertThat(
                                portal.get(picture.getString("url")).statusCode())
                        .isEqualTo(200));
    }

    @Test
    void a_listed_plan_says_what_it_promises_and_what_has_come_of_it() {
        var plan = array("/api/v1/plans", "items").getValuesAs(JsonObject.class).stream()
                .filter(item -> CAO_BANG.endsWith("/" + item.getString("slug")))
                .findFirst()
                .orElseThrow();
        var skits = plan.getJsonArray("deliverables").getJsonObject(0);

        assertThat(plan.getString("symbol")).isEqualTo("KH-SVHTTDL");
        assertThat(plan.getJsonObject("summary").getString("vi")).isNotBlank();
        assertThat(skits.getInt("promised")).isEqualTo(20);
        assertThat(skits.getInt("published")).isEqualTo(20);
        assertThat(skits.getJsonObject("title").getString("vi")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/localities?page=0",
                "/api/v1/topics?size=101",
                "/api/v1/plans?page=0",
                "/api/v1/plans?page=x",
                "/api/v1/plans?page=1000000000",
                "/api/v1/plans?size=101",
                "/api/v1/plans?size=99999999999999999999"
            })
    void a_page_that_cannot_be_is_refused_with_the_name_of_the_field(String path) {
        var answer = portal.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(parse(answer.body())
                        .getJsonArray("violations")
                        .getJsonObject(0)
                        .getString("field"))
                .isIn("page", "size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/products/khong-co", "/api/v1/plans/khong-co", "/api/v1/khong-co", "/api/v1/"})
    void what_is_not_there_is_a_problem_of_status_404(String path) {
        var answer = portal.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(parse(answer.body()).getInt("status")).isEqualTo(404);
    }

    @Test
    void a_method_that_an_address_does_not_know_is_405_and_names_those_it_knows() {
        var answer = portal.send(
                HttpRequest.newBuilder(portal.uri("/api/v1/plans")).DELETE().build());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET");
    }

    @Test
    void another_type_than_json_is_406() {
        assertThat(portal.get("/api/v1/plans", "Accept", "application/xml").statusCode())
                .isEqualTo(406);
    }

    @Test
    void the_description_of_the_api_is_what_the_build_made_as_yaml_or_as_json() {
        var yaml = portal.get("/openapi");
        var json = portal.get("/openapi", "Accept", "application/json");

        assertThat(yaml.headers().firstValue("Content-Type")).contains("application/yaml");
        assertThat(yaml.body()).contains("openapi: 3.", "/api/v1/products/{slug}:");
        assertThat(json.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(parse(json.body())).isEqualTo(DescribedApi.ofBuild().json());
        assertThat(portal.get("/openapi?format=JSON").body()).isEqualTo(json.body());
        assertThat(portal.get(
                                "/openapi",
                                "If-None-Match",
                                yaml.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        assertThat(portal.get("/openapi/x").statusCode()).isEqualTo(404);
        assertThat(portal.send("POST", "/openapi", "{}").statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource({
        "/products?facets=true&size=100, /products",
        "/products/con-bo-cua-nha-ong-pao, /products/{slug}",
        "/search?q=giam+ngheo, /search",
        "/suggest?q=giam, /suggest",
        "/plans, /plans",
        "/plans/ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025, /plans/{slug}",
        "/plans/ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025/progress, /plans/{slug}/progress",
        "/languages, /languages",
        "/genres, /genres",
        "/topics, /topics",
        "/audiences, /audiences",
        "/localities, /localities"
    })
    void an_answer_says_nothing_that_is_not_described(String path, String described) {
        var api = DescribedApi.ofBuild();
        var schema = api.operations().stream()
                .filter(operation -> operation.key().equals("GET /api/v1" + described))
                .findFirst()
                .orElseThrow()
                .success()
                .getJsonObject("content")
                .getJsonObject("application/json")
                .getJsonObject("schema");

        var answer = Json.createReader(
                        new StringReader(portal.get("/api/v1" + path).body()))
                .readValue();

        assertThat(api.strangers(answer, schema, "")).isEmpty();
    }

    /** Public works that no test takes down. */
    private List<String> samples() throws SQLException {
        var slugs = texts("select slug from product where sample and online order by slug");
        assertThat(slugs).isNotEmpty();
        return slugs;
    }

    /** The cards of the sample content, among those that tests may take down before they are looked at. */
    private List<JsonObject> listed() {
        var cards = new ArrayList<JsonObject>();
        var page = 1;
        for (var items = page(page); !items.isEmpty(); items = page(++page)) {
            items.stream().filter(item -> item.getBoolean("sample", false)).forEach(cards::add);
        }
        assertThat(cards).isNotEmpty();
        return cards;
    }

    private List<JsonObject> page(int page) {
        return array("/api/v1/products?size=100&page=" + page, "items").getValuesAs(JsonObject.class);
    }

    private List<String> texts(String query) throws SQLException {
        try (var database = portal.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                if (rows.getString(1) != null) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }

    private JsonObject object(String path) {
        var answer = portal.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return parse(answer.body());
    }

    private JsonArray array(String path) {
        var answer = portal.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Json.createReader(new StringReader(answer.body())).readArray();
    }

    private JsonArray array(String path, String field) {
        return object(path).getJsonArray(field);
    }

    private static JsonObject parse(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }
}
