package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.testing.Portal;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** The page of a place and the filter by that place are two ways to the same works and plans. */
@UsesPortal
class PlacePagesIT {
    private final Portal portal;

    PlacePagesIT(Portal portal) {
        this.portal = portal;
    }

    @BeforeEach
    void everything_public_is_indexed() {
        IndexState.awaitAll(portal);
    }

    @Test
    void every_place_shows_what_the_filter_finds() {
        var shown = new TreeSet<String>();
        for (var place : localities()) {
            var code = place.getString("code");
            var products = onPages(code, "san-pham");

            assertThat(products).as(code).isEqualTo(products(code));
            assertThat(onPages(code, "ke-hoach")).as(code).isEqualTo(plans("&locality=" + code));
            shown.addAll(products);
        }
        assertThat(shown).as("works for some place").isNotEmpty();
    }

    @Test
    void a_district_that_is_no_more_shows_the_works_of_its_communes_of_today_and_each_commune_only_its_own() {
        var lychees = "vai-som-len-xe-lanh";
        var jobs = "phien-giao-dich-viec-lam-ve-xa-tan-yen";

        assertThat(onPages("216", "san-pham")).contains(lychees, jobs);
        assertThat(onPages("07330", "san-pham")).contains(lychees).doesNotContain(jobs);
        assertThat(onPages("07339", "san-pham")).contains(jobs).doesNotContain(lychees);
        assertThat(onPages("216", "dia-ban")).contains("07330", "07339");
        for (var commune : List.of("07330", "07339")) {
            assertThat(onPages(commune, "ke-hoach")).containsExactlyElementsOf(onPages("216", "ke-hoach"));
        }
    }

    @Test
    void a_province_begins_with_its_communes_and_one_can_be_picked_without_script() {
        var page = portal.get("/dia-ban/04").body();
        var commune = Pattern.compile("<option value=\"(\\d+)\">").matcher(page);

        assertThat(commune.find()).isTrue();
        assertThat(page.indexOf("<option")).isLessThan(page.indexOf("href=\"/ke-hoach/ke-hoach-"));
        assertThat(page).contains("action=\"/dia-ban\"", "href=\"/dia-ban/" + commune.group(1) + "\"");
        assertThat(portal.get("/dia-ban?ma=" + commune.group(1)).headers().firstValue("Location"))
                .hasValue("/dia-ban/" + commune.group(1));
    }

    @Test
    void the_filter_offers_the_places_of_today_and_a_former_one_only_where_it_is_chosen() {
        assertThat(offered("")).contains("07330").doesNotContain("216");
        assertThat(offered("&locality=216")).contains("07330", "216");
    }

    private Set<String> offered(String filter) {
        var offered = new TreeSet<String>();
        try (var reader = Json.createReader(new StringReader(
                portal.get("/api/v1/products?facets=true" + filter).body()))) {
            reader.readObject().getJsonObject("facets").getJsonArray("locality").getValuesAs(JsonObject.class).stream()
                    .map(value -> value.getString("code").replaceAll("@.*", ""))
                    .forEach(offered::add);
        }
        return offered;
    }

    /** A commune of a district of a province that was dissolved into another: three steps from the work to the page. */
    @Test
    void a_work_is_found_from_whatever_its_place_became_and_whatever_is_above_it() {
        var product = IndexState.number(portal, "select min(id) from product where online");
        var slug = IndexState.text(portal, "select slug from product where id = " + product);
        IndexState.change(
                portal,
                place("zz1", "province", "null", "null"),
                place("zz2", "province", "null", "'2025-07-01'"),
                place("zz3", "district", "(select id from locality where code = 'zz2')", "'2025-07-01'"),
                place("zz4", "commune", "(select id from locality where code = 'zz3')", "'2025-07-01'"),
                "insert into locality_successor select o.id, n.id from locality o, locality n"
                        + " where o.code = 'zz2' and n.code = 'zz1'",
                "insert into product_locality select published_revision, l.id from product p, locality l"
                        + " where p.id = " + product + " and l.code = 'zz4'",
                queued(product));
        try {
            for (var code : List.of("zz1", "zz2", "zz3", "zz4")) {
                Until.answer(() -> products(code), Set.of(slug)::equals);
                Until.answer(() -> onPages(code, "san-pham"), Set.of(slug)::equals);
            }
        } finally {
            IndexState.change(
                    portal,
                    "delete from product_locality where locality in (select id from locality where code like 'zz_')",
                    "delete from locality_successor where locality in (select id from locality where code like 'zz_')",
                    "delete from locality where code = 'zz4'",
                    "delete from locality where code = 'zz3'",
                    "delete from locality where code like 'zz_'",
                    queued(product));
            IndexState.awaitAll(portal);
        }
    }

    private static String place(String code, String level, String parent, String end) {
        return "insert into locality (code, name, kind, label, level, parent, valid_from, valid_to) values ('" + code
                + "', 'Thử', 'Xã', '{\"vi\":\"Nơi thử\"}', '" + level + "', " + parent + ", '2004-07-08', " + end + ")";
    }

    private static String queued(int product) {
        return "insert into search_outbox (kind, subject) values ('product', " + product + ")";
    }

    /** The addresses in the part of the pages that is about this place, following the links to further pages. */
    private Set<String> onPages(String code, String path) {
        var found = new TreeSet<String>();
        var next = "/dia-ban/" + code;
        while (!next.isEmpty()) {
            var page = portal.get(next).body();
            var main = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
            Pattern.compile("href=\"/" + path + "/([a-z0-9-]+)")
                    .matcher(main)
                    .results()
                    .forEach(link -> found.add(link.group(1)));
            var further = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(main);
            next = further.find() ? further.group(1).replace("&amp;", "&") : "";
        }
        return found;
    }

    private Set<String> products(String code) {
        return slugs("/api/v1/products?size=100&locality=" + code);
    }

    /** All plans contain these words. */
    private Set<String> plans(String filter) {
        var words = URLEncoder.encode("giảm nghèo về thông tin", StandardCharsets.UTF_8);
        return slugs("/api/v1/search?kind=plan&size=100&q=" + words + filter);
    }

    @Test
    void the_words_of_this_test_find_all_plans() {
        assertThat(plans("")).hasSize(IndexState.number(portal, "select count(*) from plan where online"));
    }

    /** Of a list with a query, on all its pages: other tests add to the same places. */
    private Set<String> slugs(String list) {
        var slugs = new TreeSet<String>();
        var page = 1;
        for (var items = items(list, page); !items.isEmpty(); items = items(list, ++page)) {
            items.stream().map(item -> item.getString("slug")).forEach(slugs::add);
        }
        return slugs;
    }

    private List<JsonObject> items(String list, int page) {
        var answer = Until.answer(
                () -> portal.get(list + "&page=" + page).body(), body -> !body.contains("\"limited\":true"));
        try (var reader = Json.createReader(new StringReader(answer))) {
            return reader.readObject().getJsonArray("items").getValuesAs(JsonObject.class);
        }
    }

    /** All of them: there are more than one page of the API holds. */
    private List<JsonObject> localities() {
        var all = new ArrayList<JsonObject>();
        var total = 1;
        for (var page = 1; all.size() < total; page++) {
            try (var reader = Json.createReader(new StringReader(
                    portal.get("/api/v1/localities?page=" + page).body()))) {
                var answer = reader.readObject();
                total = answer.getInt("total");
                all.addAll(answer.getJsonArray("items").getValuesAs(JsonObject.class));
            }
        }
        return all;
    }
}
