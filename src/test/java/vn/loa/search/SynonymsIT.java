package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** Words that editors say mean the same, and documents that were there before their words were kept. */
@UsesPortal
class SynonymsIT {
    private static final String PAGE = "/quan-tri/tu-dong-nghia";
    private static final String FOUND = "/api/v1/products?q=rengreng+tham";

    private final Portal portal;

    SynonymsIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void a_group_holds_as_soon_as_it_is_saved_is_changed_and_taken_away_again() {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).cookie();
        assertThat(total(FOUND)).isZero();

        var added = post(editor, Map.of("lam", "them", "tu", "rengreng, áo ấm"));
        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(added.body()).contains("Đã thêm.", "value=\"rengreng, áo ấm\"");
        assertThat(Until.answer(
                        () -> portal.get("/api/v1/products?q=rengreng").body(), body -> !body.contains("\"total\":0")))
                .contains("ao-am-cho-trau");
        assertThat(portal.get("/api/v1/products?q=rengreng&genre=tieu-pham").statusCode())
                .isEqualTo(200);
        assertThat(portal.get("/tim-kiem?q=rengreng").body()).contains("ao-am-cho-trau");
        assertThat(portal.get("/api/v1/search?kind=cue&q=rengreng").statusCode())
                .isEqualTo(200);

        assertThat(post(editor, Map.of("lam", "them", "tu", "Áo ấm, áo bông")).body())
                .contains("đã ở trong một nhóm khác", "value=\"Áo ấm, áo bông\"");
        var group = portal.sql()
                .single("select id || '.' || version from synonym_group where terms like 'rengreng%'")
                .split("\\.");
        var line = Map.of("so", group[0], "ban", group[1]);
        assertThat(post(editor, with(line, "sua", "rengreng, hạt dẻ")).statusCode())
                .isEqualTo(200);
        assertThat(post(editor, with(line, "sua", "rengreng, khác")).statusCode())
                .as("of the version before")
                .isEqualTo(422);
        Until.answer(() -> portal.get("/api/v1/products?q=rengreng").body(), body -> body.contains("hat-de-di-cho-xa"));
        var now = Map.of(
                "so", group[0], "ban", portal.sql().single("select version from synonym_group where id = " + group[0]));
        assertThat(post(editor, with(now, "bo", "")).body()).contains("Đã bỏ.");
        Until.answer(() -> portal.get("/api/v1/products?q=rengreng").body(), body -> body.contains("\"total\":0"));
        assertThat(portal.sql()
                        .single(
                                "select string_agg(action || ' ' || note, '; ' order by id) from audit_entry where subject_kind ="
                                        + " 'synonyms' and subject_id = " + group[0]))
                .isEqualTo("add rengreng, áo ấm; rewrite rengreng, áo ấm → rengreng, hạt dẻ; remove rengreng, hạt dẻ");
    }

    @Test
    void who_comes_second_is_told_so_also_when_both_write_at_once() throws Exception {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).cookie();
        var each = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> post(editor, Map.of("lam", "them", "tu", "zqsong, áo ấm zq"))
                                .statusCode()))
                .toList();

        assertThat(each.stream().map(CompletableFuture::join).toList())
                .containsOnly(200, 422)
                .containsOnlyOnce(200);
        var group = portal.sql()
                .single("select id || '.' || version from synonym_group where terms like 'zqsong%'")
                .split("\\.");
        var line = Map.of("so", group[0], "ban", group[1]);
        var rewritten = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() ->
                        post(editor, with(line, "sua", "zqsong => áo zq" + i)).statusCode()))
                .toList();
        assertThat(rewritten.stream().map(CompletableFuture::join).toList())
                .containsOnly(200, 422)
                .containsOnlyOnce(200);
        post(
                editor,
                with(
                        Map.of(
                                "so",
                                group[0],
                                "ban",
                                portal.sql().single("select version from synonym_group where id = " + group[0])),
                        "bo",
                        ""));
    }

    @Test
    void what_comes_with_the_portal_is_shown_below_what_editors_have_added() {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).cookie();

        assertThat(portal.get(PAGE, "Cookie", editor).body())
                .contains("nhóm có sẵn", "<li>tờ rơi, tờ gấp, tờ bướm</li>");
    }

    @Test
    void only_editors_of_the_whole_province_say_what_means_the_same() {
        assertThat(portal.get(
                                PAGE,
                                "Cookie",
                                Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of())
                                        .cookie())
                        .statusCode())
                .isEqualTo(403);
        var ofCommune =
                Staff.make(portal, Set.of(Role.EDITOR), "01393", Set.of()).cookie();
        assertThat(portal.get(PAGE, "Cookie", ofCommune).body())
                .contains("phạm vi toàn tỉnh")
                .doesNotContain("value=\"them\"");
    }

    @Test
    void documents_that_came_before_their_words_were_kept_are_read_and_found_by_their_page() {
        assertThat(Until.answer(
                        () -> portal.get("/api/v1/search?kind=product&q=" + encode("tờ rơi vay vốn hộ nghèo"))
                                .body(),
                        body -> body.contains("\"kind\":\"page\""),
                        Duration.ofMinutes(2)))
                .contains("\"page\":1", "<mark>");
    }

    private static Map<String, String> with(Map<String, String> line, String act, String terms) {
        var fields = new LinkedHashMap<>(line);
        fields.put("lam", act);
        fields.put("tu", terms);
        return fields;
    }

    private HttpResponse<String> post(String cookie, Map<String, String> fields) {
        return new PlainForms(portal, cookie).send(PAGE, fields);
    }

    private int total(String path) {
        var body = portal.get(path).body();
        var found = Pattern.compile("\"total\":(\\d+)").matcher(body);
        assertThat(found.find()).as(body).isTrue();
        return Integer.parseInt(found.group(1));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
