package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.Drafts.PRODUCTS;
import static vn.loa.testing.Drafts.content;
import static vn.loa.testing.Drafts.object;
import static vn.loa.testing.Drafts.title;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

@UsesPortal
class WriteApiIT {
    private final Portal portal;
    private final Staff staff;

    WriteApiIT(Portal portal) {
        this.portal = portal;
        this.staff = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn", "tyz"));
    }

    @Test
    void a_product_starts_as_a_draft_at_an_address_made_from_its_title_with_a_number_where_it_is_taken() {
        var name = "Đường về bản " + UUID.randomUUID();
        var body = content(name).build().toString();

        var first = staff.send("POST", PRODUCTS, body);
        var second = staff.send("POST", PRODUCTS, body);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(object(first).getString("slug")).startsWith("duong-ve-ban-");
        assertThat(object(first).getString("state")).isEqualTo("draft");
        assertThat(first.headers().firstValue("Location"))
                .contains(PRODUCTS + "/" + object(first).getString("slug"));
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(object(second).getString("slug")).isEqualTo(object(first).getString("slug") + "-2");
    }

    @Test
    void the_same_title_sent_by_many_at_once_gets_an_address_each() throws Exception {
        var body = content(title()).build().toString();
        var slugs = atOnce(6, () -> object(staff.send("POST", PRODUCTS, body)).getString("slug"));

        assertThat(slugs).doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void a_draft_is_seen_by_those_who_work_on_it_and_by_nobody_else() {
        var slug = Drafts.start(staff);
        var officer = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), null, Set.of());

        var seen = staff.get(PRODUCTS + "/" + slug);

        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(seen.headers().firstValue("ETag")).isPresent();
        assertThat(portal.get(PRODUCTS + "/" + slug).statusCode()).isEqualTo(404);
        assertThat(officer.get(PRODUCTS + "/" + slug).statusCode()).isEqualTo(404);
        assertThat(portal.get("/san-pham/" + slug).statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_read_can_be_written_again_and_the_entity_tag_tells_versions_apart() {
        var slug = Drafts.start(staff);
        var address = PRODUCTS + "/" + slug;
        var before = staff.get(address);

        var written = put(slug, content("Tên mới").build(), tag(before));

        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        assertThat(object(written).getJsonObject("title").getString("vi")).isEqualTo("Tên mới");
        assertThat(Instant.parse(object(written).getString("changedAt")))
                .isAfter(Instant.parse(object(before).getString("changedAt")));
        assertThat(tag(written)).isNotEqualTo(tag(before)).isEqualTo(tag(staff.get(address)));
        assertThat(put(slug, content("Tên khác").build(), tag(before)).statusCode())
                .as("the version that was read has been changed since")
                .isEqualTo(412);
        assertThat(put(slug, content("Tên khác").build(), tag(written)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void of_two_who_rewrite_the_same_version_at_once_one_wins() throws Exception {
        var slug = Drafts.start(staff);
        var version = tag(staff.get(PRODUCTS + "/" + slug));

        var statuses =
                atOnce(4, () -> put(slug, content(title()).build(), version).statusCode());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status != 200))
                .hasSize(3)
                .allMatch(status -> status == 412 || status == 409);
    }

    @Test
    void rewriting_without_a_version_is_428_and_with_a_weak_one_412() {
        var slug = Drafts.start(staff);

        assertThat(staff.send(
                                "PUT",
                                PRODUCTS + "/" + slug,
                                content("Tên").build().toString())
                        .statusCode())
                .isEqualTo(428);
        assertThat(put(slug, content("Tên").build(), "W/" + tag(staff.get(PRODUCTS + "/" + slug)))
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void only_a_draft_is_rewritten() {
        var slug = Drafts.start(staff);
        move(slug, "review");

        var answer = put(slug, content("Tên").build(), tag(staff.get(PRODUCTS + "/" + slug)));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(object(answer).getString("reason")).isEqualTo("wrong-state");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "slug|\"moi\"",
                "state|\"published\"",
                "tracks|[]",
                "genre|\"khong-co\"",
                "genre|7",
                "title|{\"en\": \"Only English\"}",
                "title|{\"vi\": \"!!!\"}",
                "title|{\"vi\": \"a\\u0000b\"}",
                "title|{\"vi\": \"a\\ud800b\"}",
                "title|{\"vi\": \"a\", \"xx\": \"b\"}",
                "topics|[\"khong-co\"]",
                "topics|[\"y-te\", \"y-te\"]",
                "localities|[\"99999\"]",
                "audiences|{}",
                "deliverable|\"zzz\"",
                "year|1800",
                "year|0",
                "year|2025.5",
                "year|1e400",
                "credits|[{\"role\": \"Biên kịch\"}]",
                "consents|[{\"person\": \"A\", \"scope\": \"B\", \"givenOn\": \"hôm qua\"}]"
            })
    void a_field_that_is_wrong_is_named(String field, String value) {
        var body = content(title()).build().toString();
        var wrong = body.substring(0, body.length() - 1) + ",\"" + field + "\":" + value + "}";
        var known = Json.createReader(new java.io.StringReader(body)).readObject();
        if (known.containsKey(field)) {
            var without = Json.createObjectBuilder(known).remove(field).build().toString();
            wrong = without.substring(0, without.length() - 1) + ",\"" + field + "\":" + value + "}";
        }

        var answer = staff.send("POST", PRODUCTS, wrong);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(object(answer).getJsonArray("violations").getValuesAs(JsonObject.class))
                .anySatisfy(
                        violation -> assertThat(violation.getString("field")).startsWith(field));
    }

    @Test
    void scripts_in_a_text_are_gone_when_it_is_read() {
        var body = content(title())
                .add("body", Json.createObjectBuilder().add("vi", "<p onclick='x()'>A<script>x()</script></p>"))
                .build();

        var answer = staff.send("POST", PRODUCTS, body.toString());

        assertThat(object(answer).getJsonObject("body").getString("vi")).isEqualTo("<p>A</p>");
    }

    @Test
    void a_repeated_request_with_the_same_key_is_carried_out_once_and_answered_alike() {
        var key = UUID.randomUUID().toString();
        var body = content(title()).build().toString();

        var first = staff.send("POST", PRODUCTS, body, "Idempotency-Key", key);
        var again = staff.send("POST", PRODUCTS, body.replace(":", ": "), "Idempotency-Key", key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(tag(again)).isEqualTo(tag(first));
    }

    @Test
    void what_nobody_sees_of_a_title_or_a_name_is_not_kept() {
        var title = title();
        var body = content(title.replace(" ", "\u202e\r\n"))
                .add("summary", Json.createObjectBuilder().add("vi", "Một\ncâu\u2066."))
                .add(
                        "credits",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("role", "Biên kịch")
                                        .add("name", "Chị\u202a Dung\u202c")));

        var kept = object(staff.send("POST", PRODUCTS, body.build().toString()));

        assertThat(kept.getJsonObject("title").getString("vi")).isEqualTo(title);
        assertThat(kept.getJsonObject("summary").getString("vi")).isEqualTo("Một câu.");
        assertThat(kept.getJsonArray("credits").getJsonObject(0).getString("name"))
                .isEqualTo("Chị Dung");
    }

    @Test
    void a_body_that_lacks_everything_is_told_all_of_it_once() {
        assertThat(wrong(staff.send("POST", PRODUCTS, "{}")))
                .containsExactlyInAnyOrder("title.vi is required", "genre is required", "year is required");
        assertThat(wrong(staff.send("POST", PRODUCTS + "/" + Drafts.start(staff) + "/tracks", "{}")))
                .containsExactlyInAnyOrder(
                        "upload is required", "kind is required", "language is required", "role is required");
        assertThat(wrong(staff.send(
                        "POST",
                        PRODUCTS + "/" + Drafts.start(staff) + "/transitions",
                        "{\"to\":\"published\",\"at\":\"tomorrow\"}")))
                .containsExactly("at must be a moment like 2025-05-22T07:00:00+07:00");
    }

    @Test
    void what_breaks_a_rule_and_what_there_is_not_are_told_together() {
        var body =
                "{\"genre\":\"zzz\",\"year\":1800,\"title\":{\"vi\":\"x\"},\"localities\":[\"99999\"],\"topics\":[\"nope\"],"
                        + "\"audiences\":[\"nope\"],\"summary\":{\"vi\":\"" + "x".repeat(2_001) + "\"}}";

        assertThat(wrong(staff.send("POST", PRODUCTS, body)))
                .containsExactlyInAnyOrder(
                        "genre is not a genre: zzz",
                        "year must be from 1945 to 2200",
                        "localities[0] is not known: 99999",
                        "topics[0] is not known: nope",
                        "audiences[0] is not known: nope",
                        "summary.vi must have at most 2000 characters");
    }

    @Test
    void what_stands_behind_the_body_is_refused_and_nothing_is_made() {
        var body = Drafts.content(Drafts.title()).build().toString();

        for (var more : List.of(" xx", " {\"a\":1}", "}}}]", " }{ rác")) {
            var answer = staff.send("POST", PRODUCTS, body + more);
            assertThat(answer.statusCode()).as(more).isEqualTo(400);
            assertThat(answer.body()).contains("something stands behind it, from line 1, column ");
        }
        assertThat(staff.send("POST", PRODUCTS, body + " \n").statusCode()).isEqualTo(201);
    }

    @Test
    void a_title_in_a_language_that_there_is_not_says_so_with_everything_else() {
        var body = "{\"genre\":\"tin-bai\",\"year\":\"2025\",\"title\":{\"xx\":\"x\"},\"summary\":{\"vi\":\"y\"}}";

        assertThat(wrong(staff.send("POST", PRODUCTS, body)))
                .containsExactlyInAnyOrder(
                        "title.xx is not in a known language", "title.vi is required", "year must be a whole number");
    }

    private static List<String> wrong(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return object(answer).getJsonArray("violations").getValuesAs(JsonObject.class).stream()
                .map(fault -> fault.getString("field") + " " + fault.getString("message"))
                .toList();
    }

    @Test
    void the_same_key_sent_many_times_at_once_starts_one_product() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = content(title()).build().toString();

        var slugs = atOnce(
                5,
                () -> object(staff.send("POST", PRODUCTS, body, "Idempotency-Key", key))
                        .getString("slug"));

        assertThat(Set.copyOf(slugs)).hasSize(1);
    }

    @Test
    void a_key_with_another_body_or_for_another_address_is_422() {
        var key = UUID.randomUUID().toString();
        var slug = object(staff.send("POST", PRODUCTS, content(title()).build().toString(), "Idempotency-Key", key))
                .getString("slug");

        assertThat(staff.send("POST", PRODUCTS, content(title()).build().toString(), "Idempotency-Key", key)
                        .statusCode())
                .isEqualTo(422);
        assertThat(staff.send(
                                "POST",
                                PRODUCTS + "/" + slug + "/transitions",
                                "{\"to\":\"review\"}",
                                "Idempotency-Key",
                                key)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_step_repeated_with_its_key_is_not_refused_as_taken_already() {
        var slug = Drafts.start(staff);
        var path = PRODUCTS + "/" + slug + "/transitions";
        var key = UUID.randomUUID().toString();

        var first = staff.send("POST", path, "{\"to\":\"review\"}", "Idempotency-Key", key);

        assertThat(staff.send("POST", path, "{\"to\":\"review\"}", "Idempotency-Key", key)
                        .body())
                .isEqualTo(first.body());
        assertThat(staff.send("POST", path, "{\"to\":\"review\"}").statusCode()).isEqualTo(409);
    }

    @Test
    void a_refusal_is_not_remembered() {
        var slug = Drafts.start(staff);
        var path = PRODUCTS + "/" + slug + "/transitions";
        var key = UUID.randomUUID().toString();

        assertThat(staff.send("POST", path, "{\"to\":\"approved\"}", "Idempotency-Key", key)
                        .statusCode())
                .isEqualTo(409);
        move(slug, "review");
        assertThat(staff.send("POST", path, "{\"to\":\"approved\"}", "Idempotency-Key", key)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void keys_are_forgotten_after_a_day() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = content(title()).build().toString();
        var first = object(staff.send("POST", PRODUCTS, body, "Idempotency-Key", key));
        portal.sql()
                .change("update idempotency_key set created_at = created_at - interval '25 hours' where key = ?", key);

        var later = object(staff.send("POST", PRODUCTS, body, "Idempotency-Key", key));

        assertThat(later.getString("slug")).isNotEqualTo(first.getString("slug"));
    }

    @Test
    void a_key_that_is_none_is_400() {
        assertThat(staff.send("POST", PRODUCTS, content(title()).build().toString(), "Idempotency-Key", "x".repeat(300))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"to\": \"burnt\"}|to",
                "{}|to",
                "{\"to\": \"scheduled\"}|at",
                "{\"to\": \"published\", \"at\": \"2030-01-01T00:00:00Z\"}|at",
                "{\"to\": \"scheduled\", \"at\": \"ngày mai\"}|at",
                "{\"to\": \"review\", \"force\": true}|force"
            })
    void a_step_that_is_none_is_400_with_the_field(String body, String field) {
        var answer = staff.send("POST", PRODUCTS + "/" + Drafts.start(staff) + "/transitions", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"" + field + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "\"", "\"1", "*, \"2\"", "3"})
    void a_version_that_is_no_entity_tag_is_400_and_named(String version) {
        var slug = Drafts.start(staff);

        var answer = put(slug, content(title()).build(), version);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("If-Match");
    }

    @Test
    void a_step_is_refused_when_the_product_changed_since_the_version_that_was_decided_on() {
        var slug = Drafts.start(staff);
        var seen = tag(staff.get(PRODUCTS + "/" + slug));
        put(slug, content(title()).build(), seen);

        var answer =
                staff.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"review\"}", "If-Match", seen);

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(state(slug)).isEqualTo("draft");
    }

    @Test
    void what_cannot_be_published_says_why() {
        var bare = content(title()).remove("body").build().toString();
        var slug = object(staff.send("POST", PRODUCTS, bare)).getString("slug");
        move(slug, "review");
        move(slug, "approved");

        var answer = staff.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"published\"}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(object(answer).getString("reason")).isEqualTo("nothing-to-show");
    }

    @Test
    void a_product_is_scheduled_only_for_later() {
        var slug = Drafts.start(staff);
        move(slug, "review");
        move(slug, "approved");

        assertThat(staff.send(
                                "POST",
                                PRODUCTS + "/" + slug + "/transitions",
                                "{\"to\":\"scheduled\",\"at\":\"2020-01-01T00:00:00+07:00\"}")
                        .statusCode())
                .isEqualTo(409);
        var at = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        var answer = staff.send(
                "POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"scheduled\",\"at\":\"" + at + "\"}");
        assertThat(object(answer).getString("scheduledFor")).isEqualTo(at.toString());
    }

    @Test
    void sending_back_needs_a_note() {
        var slug = Drafts.start(staff);
        move(slug, "review");

        assertThat(staff.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"draft\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(staff.send(
                                "POST",
                                PRODUCTS + "/" + slug + "/transitions",
                                "{\"to\":\"draft\",\"note\":\"Thiếu tên người dẫn.\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_is_not_public_is_put_away_and_taken_out_again() {
        var slug = published(title());
        var path = PRODUCTS + "/" + slug + "/transitions";
        assertThat(staff.send("POST", path, "{\"to\":\"archived\"}").statusCode())
                .as("the public still sees it")
                .isEqualTo(409);
        assertThat(staff.send("POST", path, "{\"to\":\"withdrawn\",\"note\":\"Số liệu cũ.\"}")
                        .statusCode())
                .isEqualTo(200);

        move(slug, "archived");

        assertThat(state(slug)).isEqualTo("archived");
        assertThat(staff.send("POST", path, "{\"to\":\"review\"}").statusCode()).isEqualTo(409);
        assertThat(put(slug, content(title()).build(), "*").statusCode()).isEqualTo(409);
        Until.holds(() -> portal.get("/san-pham/" + slug).statusCode() == 410);
        assertThat(staff.send("POST", path, "{\"to\":\"draft\",\"note\":\"Có số liệu mới.\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(state(slug)).isEqualTo("draft");
    }

    @Test
    void a_published_product_is_revised_while_the_public_sees_the_old_words() {
        var slug = published("Tên cũ");

        move(slug, "draft");
        put(slug, content("Tên mới").build(), tag(staff.get(PRODUCTS + "/" + slug)));

        assertThat(object(staff.get(PRODUCTS + "/" + slug))
                        .getJsonObject("title")
                        .getString("vi"))
                .isEqualTo("Tên mới");
        assertThat(object(portal.get(PRODUCTS + "/" + slug))
                        .getJsonObject("title")
                        .getString("vi"))
                .isEqualTo("Tên cũ");
    }

    @Test
    void a_track_that_was_sent_back_says_why_and_stays_hidden_until_it_is_approved() {
        var slug = published(title());
        var track = PRODUCTS + "/" + slug + "/tracks/" + Drafts.addTrack(portal, slug, "tyz");

        assertThat(portal.get(track).statusCode()).isEqualTo(404);
        assertThat(object(staff.get(track)).getString("state")).isEqualTo("ready");
        assertThat(staff.send("POST", track + "/approval", "{\"verdict\":\"rejected\"}")
                        .statusCode())
                .isEqualTo(409);
        var rejected = staff.send("POST", track + "/approval", "{\"verdict\":\"rejected\",\"note\":\"Sai một câu.\"}");
        assertThat(object(rejected).getString("state")).isEqualTo("rejected");
        assertThat(object(rejected).getString("reason")).isEqualTo("Sai một câu.");
        assertThat(staff.send("POST", track + "/approval", "{\"verdict\":\"approved\"}")
                        .statusCode())
                .as("a track that was rejected is not opened without a new one")
                .isEqualTo(409);
        assertThat(portal.get(track).statusCode()).isEqualTo(404);
    }

    @Test
    void who_says_which_version_of_a_track_they_have_heard_judges_no_other() {
        var slug = Drafts.start(staff);
        var track = PRODUCTS + "/" + slug + "/tracks/" + Drafts.addTrack(portal, slug, "hmn");
        var heard = tag(staff.get(track));

        var rejected = staff.send(
                "POST", track + "/approval", "{\"verdict\":\"rejected\",\"note\":\"Sai một câu.\"}", "If-Match", heard);
        assertThat(rejected.statusCode()).as(rejected.body()).isEqualTo(200);
        assertThat(tag(rejected)).isNotEqualTo(heard).isEqualTo(tag(staff.get(track)));
        var late = staff.send("POST", track + "/approval", "{\"verdict\":\"approved\"}", "If-Match", heard);

        assertThat(late.statusCode()).as(late.body()).isEqualTo(412);
        assertThat(object(staff.get(track)).getString("state")).isEqualTo("rejected");
    }

    @Test
    void who_says_which_version_of_a_track_they_remove_removes_no_other() {
        var slug = Drafts.start(staff);
        var track = PRODUCTS + "/" + slug + "/tracks/" + Drafts.addTrack(portal, slug, "hmn");
        var heard = tag(staff.get(track));
        var rejected = staff.send("POST", track + "/approval", "{\"verdict\":\"rejected\",\"note\":\"Sai một câu.\"}");

        var late = staff.send("DELETE", track, "", "If-Match", heard);
        assertThat(late.statusCode()).as(late.body()).isEqualTo(412);
        assertThat(object(staff.get(track)).getString("reason")).isEqualTo("Sai một câu.");
        assertThat(staff.send("DELETE", track, "", "If-Match", "3").statusCode())
                .isEqualTo(400);

        assertThat(staff.send("DELETE", track, "", "If-Match", tag(rejected)).statusCode())
                .isEqualTo(204);
        assertThat(staff.get(track).statusCode()).isEqualTo(404);
        assertThat(staff.send("DELETE", track, "", "If-Match", tag(rejected)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void who_says_which_version_of_a_film_they_choose_a_picture_of_changes_no_other() {
        var slug = Drafts.start(staff);
        var film = PRODUCTS + "/" + slug + "/tracks/" + Drafts.addFilm(portal, slug, "vi");
        var seen = tag(staff.get(film));

        var chosen = staff.send("PUT", film + "/poster", "{\"percent\":50}", "If-Match", seen);
        assertThat(chosen.statusCode()).as(chosen.body()).isEqualTo(200);
        assertThat(tag(chosen)).isNotEqualTo(seen).isEqualTo(tag(staff.get(film)));
        var late = staff.send("PUT", film + "/poster", "{\"percent\":10}", "If-Match", seen);

        assertThat(late.statusCode()).as(late.body()).isEqualTo(412);
        assertThat(object(staff.get(film)).getInt("posterPercent")).isEqualTo(50);
    }

    @Test
    void an_approved_track_of_a_public_product_is_public_in_a_moment() {
        var slug = published(title());
        var id = Drafts.addTrack(portal, slug, "hmn");
        var track = PRODUCTS + "/" + slug + "/tracks/" + id;
        portal.get(PRODUCTS + "/" + slug);

        assertThat(staff.send("POST", track + "/approval", "{\"verdict\":\"approved\"}")
                        .statusCode())
                .isEqualTo(200);

        // What was in memory is looked at again within a moment.
        Until.holds(() -> object(portal.get(track)).getString("state", "").equals("approved"));
        Until.holds(() ->
                object(portal.get(PRODUCTS + "/" + slug)).getJsonArray("tracks").getValuesAs(JsonObject.class).stream()
                        .anyMatch(each -> each.getJsonNumber("id").longValue() == id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "99999999999999999999", "1.5"})
    void what_is_no_number_of_a_track_is_404(String id) {
        var track = PRODUCTS + "/con-bo-cua-nha-ong-pao/tracks/" + id;

        assertThat(portal.get(track).statusCode()).isEqualTo(404);
        assertThat(staff.send("POST", track + "/approval", "{\"verdict\":\"approved\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /products",
                "PUT /products/x",
                "POST /products/x/transitions",
                "POST /products/x/tracks/1/approval"
            })
    void who_has_not_signed_in_is_401_before_the_body_is_read(String request) {
        var parts = request.split(" ");

        var answer = portal.send(parts[0], "/api/v1" + parts[1], "not even JSON");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /products",
                "PUT /products/x",
                "POST /products/x/transitions",
                "POST /products/x/tracks/1/approval"
            })
    void bodies_that_are_no_objects_too_deep_or_too_large_are_named(String request) {
        var parts = request.split(" ");
        var path = "/api/v1" + parts[1];

        assertThat(staff.send(parts[0], path, "[]").statusCode()).isEqualTo(400);
        assertThat(staff.send(parts[0], path, "{\"a\":1,\"a\":2}").statusCode()).isEqualTo(400);
        var broken = staff.send(parts[0], path, "{a:1}");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body())
                .contains("not one JSON object: line 1, column 2")
                .doesNotContain("token");
        var deep = staff.send(parts[0], path, "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
        assertThat(deep.statusCode()).isEqualTo(400);
        assertThat(deep.body()).doesNotContain("Exception");
        assertThat(staff.send(parts[0], path, "{\"a\":\"" + "b".repeat(10_000_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void another_type_than_json_is_415_and_an_unknown_product_404() {
        var form = portal.send(java.net.http.HttpRequest.newBuilder(portal.uri(PRODUCTS))
                .header("Authorization", staff.bearer())
                .header("Content-Type", "text/plain")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"))
                .build());

        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(staff.send("POST", PRODUCTS + "/khong-co/transitions", "{\"to\":\"review\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(put("khong-co", content("Tên").build(), "\"1\"").statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_was_done_is_in_the_audit_trail_under_the_name_of_who_did_it() throws Exception {
        var slug = Drafts.start(staff);
        move(slug, "review");

        try (var database = portal.database();
                var statement = database.prepareStatement(
                        "select string_agg(actor || ' ' || action, ',' order by id) from audit_entry where subject_slug = ?")) {
            statement.setString(1, slug);
            try (var rows = statement.executeQuery()) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo(staff.username() + " create," + staff.username() + " submit");
            }
        }
    }

    @Test
    void the_description_names_every_writing_address_with_the_token_it_needs() {
        var paths = object(portal.get("/openapi", "Accept", "application/json")).getJsonObject("paths");

        for (var address : List.of(
                "/api/v1/products post",
                "/api/v1/products/{slug} put",
                "/api/v1/products/{slug}/transitions post",
                "/api/v1/products/{slug}/tracks/{id}/approval post",
                "/api/v1/sessions/current delete")) {
            var parts = address.split(" ");
            assertThat(paths).containsKey(parts[0]);
            var operation = paths.getJsonObject(parts[0]).getJsonObject(parts[1]);
            assertThat(operation).as(address).isNotNull();
            assertThat(operation.get("security")).as(address).isNotNull().isNotEqualTo(JsonValue.EMPTY_JSON_ARRAY);
        }
        assertThat(paths.getJsonObject("/api/v1/products").getJsonObject("get")).isNotNull();
    }

    private String published(String name) {
        var slug = object(staff.send("POST", PRODUCTS, content(name).build().toString()))
                .getString("slug");
        move(slug, "review");
        move(slug, "approved");
        move(slug, "published");
        return slug;
    }

    private void move(String slug, String to) {
        var answer = staff.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"" + to + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String state(String slug) {
        return object(staff.get(PRODUCTS + "/" + slug)).getString("state");
    }

    private HttpResponse<String> put(String slug, JsonObject content, String version) {
        return staff.send("PUT", PRODUCTS + "/" + slug, content.toString(), "If-Match", version);
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static <T> List<T> atOnce(int times, Callable<T> act) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var results = new ArrayList<T>();
            for (Future<T> result : threads.invokeAll(java.util.Collections.nCopies(times, act))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
