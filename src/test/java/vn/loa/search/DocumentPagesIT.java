package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Pdf;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

@UsesPortal
class DocumentPagesIT {
    private final String first = word();
    private final String second = word();
    private final Portal portal;
    private final Staff staff;
    private final String slug;
    private final String product;

    DocumentPagesIT(Portal portal) {
        this.portal = portal;
        staff = Staff.make(portal, Set.of(Role.EDITOR, Role.LANGUAGE_REVIEWER, Role.PUBLISHER), null, Set.of("vi"));
        slug = Drafts.start(staff, "01273");
        product = Drafts.PRODUCTS + "/" + slug;
    }

    @AfterEach
    void withdraw() {
        send(product + "/transitions", "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}");
    }

    @Test
    void what_an_approved_document_says_is_found_and_opens_at_its_page_and_is_nowhere_before() {
        var track = document();
        Until.holds(() -> Drafts.object(staff.get(track)).getString("state").equals("ready"));
        for (var to : new String[] {"review", "approved", "published"}) {
            send(product + "/transitions", "{\"to\":\"" + to + "\"}");
        }
        IndexState.awaitAll(portal);
        assertThat(found(second)).isEmpty();

        send(track + "/approval", "{\"verdict\":\"approved\"}");
        Until.holds(() -> found(second).isPresent());

        var page = found(second).orElseThrow().getJsonArray("parts").getJsonObject(0);
        assertThat(page.getString("kind")).isEqualTo("page");
        assertThat(page.getInt("page")).isEqualTo(2);
        assertThat(page.getString("snippet"))
                .contains("<mark>" + second + "</mark>")
                .doesNotContain(first);
        assertThat(page.getString("url")).startsWith("/media/" + slug + "/").endsWith(".pdf#page=2");
        assertThat(portal.get(page.getString("url").replaceAll("#.*", "")).statusCode())
                .isEqualTo(200);
        assertThat(portal.get("/tim-kiem?q=" + second).body())
                .contains("href=\"" + page.getString("url") + "\"", "Trang 2: ");
    }

    private Optional<JsonObject> found(String word) {
        return Drafts.object(portal.get("/api/v1/search?q=" + word)).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getString("slug").equals(slug))
                .findFirst();
    }

    /** The address of the track. */
    private String document() {
        var upload = new TusClient(portal, staff)
                .upload(
                        "to-roi.pdf",
                        Pdf.of(
                                first,
                                "<</Type/Catalog/Pages 2 0 R>>",
                                "<</Type/Pages/Kids[3 0 R 5 0 R]/Count 2>>",
                                page(4),
                                said(first),
                                page(6),
                                said(second)));
        var added = staff.send(
                "POST",
                product + "/tracks",
                "{\"upload\":\"%s\",\"kind\":\"document\",\"language\":\"vi\",\"role\":\"attachment\"}"
                        .formatted(upload));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(202);
        return added.headers().firstValue("Location").orElseThrow();
    }

    private static String page(int contents) {
        return "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents " + contents
                + " 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>";
    }

    private static String said(String word) {
        var drawn = "BT /F 14 Tf 72 700 Td (Ba con nghe " + word + " nhe) Tj ET";
        return "<</Length " + drawn.length() + ">>stream\n" + drawn + "\nendstream";
    }

    private void send(String address, String json) {
        var answer = staff.send("POST", address, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String word() {
        return ThreadLocalRandom.current()
                .ints(14, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
