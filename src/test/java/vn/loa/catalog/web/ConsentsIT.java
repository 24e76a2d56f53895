package vn.loa.catalog.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.Drafts.PRODUCTS;
import static vn.loa.testing.Drafts.consent;
import static vn.loa.testing.Drafts.object;
import static vn.loa.testing.Drafts.showing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.accounts.Role;
import vn.loa.common.TimeSource;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** A person shown agrees no longer: what becomes of the work, and how it may come back. */
@UsesPortal
class ConsentsIT {
    private static final String GIVEN = "2025-05-01";

    private final Portal portal;
    private final Staff editor;
    private final Staff reviewer;
    private final Staff publisher;

    /** Nobody else has it, so that it is found nowhere or here. */
    private final String person = "Người mẫu " + UUID.randomUUID();

    private final String title = "Chuyện của " + person;

    ConsentsIT(Portal portal) {
        this.portal = portal;
        editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        reviewer = Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("vi"));
        publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
    }

    @Test
    void withdrawing_it_hides_the_work_at_every_address() {
        var slug = start();
        var track = PRODUCTS + "/" + slug + "/tracks/" + Drafts.addTrack(portal, slug, "vi");
        done(reviewer.send("POST", track + "/approval", "{\"verdict\":\"approved\"}"));
        publish(slug);
        var source = object(Until.answer(() -> portal.get(PRODUCTS + "/" + slug), answer -> answer.statusCode() == 200))
                .getJsonArray("tracks")
                .getJsonObject(0)
                .getJsonArray("sources")
                .getJsonObject(0)
                .getString("url");
        Until.holds(() -> portal.get("/san-pham/" + slug).statusCode() == 200);
        Until.holds(() -> media(source) == 200);
        Until.holds(() -> isFound(slug));
        Until.holds(() -> portal.get("/tim-kiem?q=" + URLEncoder.encode(person, UTF_8))
                .body()
                .contains("/san-pham/" + slug));
        Until.holds(() -> portal.get("/sitemap.xml").body().contains(slug));

        var answer = withdraw(editor, slug, "{\"person\":\"" + person + "\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(object(answer).getString("state")).isEqualTo("withdrawn");
        assertThat(object(answer).getBoolean("online")).isFalse();
        Until.holds(() -> portal.get(PRODUCTS + "/" + slug).statusCode() == 410);
        Until.holds(() -> portal.get(track).statusCode() == 404);
        Until.holds(() -> !isFound(slug));
        var page = Until.answer(() -> portal.get("/san-pham/" + slug), gone -> gone.statusCode() == 410);
        assertThat(page.body())
                .as("nor does the page that is left say who it was")
                .doesNotContain(person)
                .contains("không còn được phép đăng");
        Until.holds(() -> media(source) == 404);
        Until.holds(() -> !portal.get("/tim-kiem?q=" + URLEncoder.encode(person, UTF_8))
                .body()
                .contains("/san-pham/" + slug));
        Until.holds(() -> !portal.get("/sitemap.xml").body().contains(slug));
    }

    @Test
    void it_is_noted_who_did_it_but_not_in_the_trail_for_ever_about_whom() throws Exception {
        var slug = start();
        publish(slug);

        withdraw(editor, slug, "{\"person\":\"" + person + "\",\"withdrawnOn\":\"2025-06-01\"}");
        withdraw(editor, slug, "{\"person\":\"" + person + "\"}");

        assertThat(portal.sql()
                        .single(
                                "select string_agg(actor || ' ' || action || coalesce(' ' || note, ''), ',' order by id)"
                                        + " from audit_entry where subject_slug = ?",
                                slug))
                .as("what is repeated is not done again")
                .endsWith("%1$s withdraw-consent 2025-06-01,%1$s withdraw Cổng không còn được phép đăng nội dung này."
                        .formatted(editor.username()))
                .doesNotContain(person);
        var stored = object(editor.get(PRODUCTS + "/" + slug)).getJsonArray("consents");
        assertThat(stored).hasSize(1);
        assertThat(stored.getJsonObject(0).getString("withdrawnOn")).isEqualTo("2025-06-01");
        var administrator = Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of());
        assertThat(object(administrator.get(PRODUCTS + "/" + slug)).getJsonArray("consents"))
                .as("who only looks on")
                .isEmpty();
    }

    @Test
    void no_rewriting_undoes_it() {
        var slug = start();
        publish(slug);
        withdraw(editor, slug, "{\"person\":\"" + person + "\",\"withdrawnOn\":\"2025-06-01\"}");
        step(publisher, slug, "{\"to\":\"draft\",\"note\":\"Xin phép lại.\"}");

        for (var rewritten : new JsonObject[] {
            Drafts.content(title).build(),
            showing(person, GIVEN, title).build(),
            with(consent(person, GIVEN).add("withdrawnOn", "2025-07-01").build())
        }) {
            var answer = editor.send("PUT", PRODUCTS + "/" + slug, rewritten.toString(), "If-Match", "*");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("\"consents\"");
        }
        step(editor, slug, "{\"to\":\"review\"}");
        step(publisher, slug, "{\"to\":\"approved\"}");

        for (var step : new String[] {
            "{\"to\":\"published\"}",
            "{\"to\":\"scheduled\",\"at\":\"" + Instant.now().plus(9, ChronoUnit.DAYS) + "\"}"
        }) {
            var refused = publisher.send("POST", PRODUCTS + "/" + slug + "/transitions", step);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(object(refused).getString("reason")).isEqualTo("consent-missing");
        }
        assertThat(portal.get(PRODUCTS + "/" + slug).statusCode()).isEqualTo(410);
    }

    @Test
    void a_new_consent_beside_the_withdrawn_one_lets_the_work_come_back() {
        var slug = start();
        publish(slug);
        withdraw(publisher, slug, "{\"person\":\"" + person + "\",\"withdrawnOn\":\"2025-06-01\"}");
        step(publisher, slug, "{\"to\":\"draft\",\"note\":\"Đã xin phép lại.\"}");

        var renewed = with(
                consent(person, GIVEN).add("withdrawnOn", "2025-06-01").build(),
                consent(person, "2025-06-02").build());
        done(editor.send("PUT", PRODUCTS + "/" + slug, renewed.toString(), "If-Match", "*"));
        publish(slug);

        Until.holds(() -> portal.get("/san-pham/" + slug).body().contains(title));
    }

    @Test
    void what_was_revised_meanwhile_is_hidden_with_its_next_revision() {
        var slug = start();
        publish(slug);
        step(editor, slug, "{\"to\":\"draft\"}");
        var forgotten = editor.send(
                "PUT", PRODUCTS + "/" + slug, Drafts.content(title).build().toString(), "If-Match", "*");
        assertThat(forgotten.statusCode()).isEqualTo(400);
        assertThat(forgotten.body()).as("the record of who was shown stays").contains("must still name " + person);

        done(withdraw(editor, slug, "{\"person\":\"" + person + "\"}"));

        Until.holds(() -> portal.get(PRODUCTS + "/" + slug).statusCode() == 410);
        assertThat(object(editor.get(PRODUCTS + "/" + slug)).getJsonArray("consents"))
                .hasSize(1);
    }

    @Test
    void what_was_scheduled_waits_for_its_publisher() {
        var slug = start();
        step(editor, slug, "{\"to\":\"review\"}");
        step(publisher, slug, "{\"to\":\"approved\"}");
        step(publisher, slug, "{\"to\":\"scheduled\",\"at\":\"" + Instant.now().plus(9, ChronoUnit.DAYS) + "\"}");

        var answer = done(withdraw(editor, slug, "{\"person\":\"" + person + "\"}"));

        assertThat(object(answer).getString("state")).isEqualTo("approved");
    }

    @Test
    void who_read_the_product_before_does_not_overwrite_it() {
        var slug = start();
        var read =
                editor.get(PRODUCTS + "/" + slug).headers().firstValue("ETag").orElseThrow();
        var answer = done(withdraw(editor, slug, "{\"person\":\"" + person + "\"}"));

        assertThat(editor.send(
                                "PUT",
                                PRODUCTS + "/" + slug,
                                Drafts.content(title).build().toString(),
                                "If-Match",
                                read)
                        .statusCode())
                .isEqualTo(412);
        assertThat(editor.get(PRODUCTS + "/" + slug).headers().firstValue("ETag"))
                .as("the version that was answered is the one that is stored")
                .isEqualTo(answer.headers().firstValue("ETag"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|person",
                "{\"person\": \"Ai đó khác\"}|person",
                "{\"person\": \"PERSON\", \"withdrawnOn\": \"2025-04-30\"}|withdrawnOn",
                "{\"person\": \"PERSON\", \"withdrawnOn\": \"TOMORROW\"}|withdrawnOn",
                "{\"person\": \"PERSON\", \"withdrawnOn\": \"hôm qua\"}|withdrawnOn",
                "{\"person\": \"PERSON\", \"force\": true}|force"
            })
    void a_withdrawal_that_is_none_is_400_with_the_field(String body, String field) {
        var slug = start();
        var tomorrow = LocalDate.now(TimeSource.ZONE).plusDays(1);

        var answer = withdraw(editor, slug, body.replace("PERSON", person).replace("TOMORROW", tomorrow.toString()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"" + field + "\"");
    }

    @Test
    void a_consent_is_not_given_in_advance() {
        var tomorrow = LocalDate.now(TimeSource.ZONE).plusDays(2).toString();

        var answer = editor.send(
                "POST", PRODUCTS, showing(person, tomorrow, title).build().toString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("consents[0].givenOn");
    }

    @Test
    void an_unknown_product_is_404() {
        assertThat(withdraw(editor, "khong-co", "{\"person\":\"" + person + "\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    private String start() {
        return object(done(editor.send(
                        "POST", PRODUCTS, showing(person, GIVEN, title).build().toString())))
                .getString("slug");
    }

    private JsonObject with(JsonObject... consents) {
        var all = Json.createArrayBuilder();
        for (var consent : consents) {
            all.add(consent);
        }
        return Drafts.content(title).add("consents", all).build();
    }

    private void publish(String slug) {
        step(editor, slug, "{\"to\":\"review\"}");
        step(publisher, slug, "{\"to\":\"approved\"}");
        step(publisher, slug, "{\"to\":\"published\"}");
    }

    private static void step(Staff by, String slug, String json) {
        done(by.send("POST", PRODUCTS + "/" + slug + "/transitions", json));
    }

    private static HttpResponse<String> withdraw(Staff by, String slug, String json) {
        return by.send("POST", PRODUCTS + "/" + slug + "/consents/withdrawals", json);
    }

    private static HttpResponse<String> done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer;
    }

    private boolean isFound(String slug) {
        return object(portal.get(PRODUCTS + "?q=" + URLEncoder.encode(person, UTF_8)))
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .anyMatch(item -> item.getString("slug").equals(slug));
    }

    private int media(String url) {
        return portal.bytes(HttpRequest.newBuilder(portal.uri(url)).build()).statusCode();
    }
}
