package vn.loa.plans;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** What counts towards a promise. */
@UsesPortal
class DeliverablesIT {
    private static final String PROGRESS = "/api/v1/plans/ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025/progress";

    private final Portal portal;
    private final Staff staff;

    DeliverablesIT(Portal portal) {
        this.portal = portal;
        this.staff = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of());
    }

    @Test
    void a_work_that_was_put_away_counts_no_longer() {
        var before = skits();

        var slug = begin(before.getString("deliverable"));
        assertThat(skits().getInt("begun")).isEqualTo(before.getInt("begun") + 1);
        assertThat(produced(skits())).isEqualTo(produced(before) + 1);

        var answer = staff.send("POST", Drafts.PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"archived\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(skits().getInt("begun")).isEqualTo(before.getInt("begun"));
        assertThat(produced(skits())).isEqualTo(produced(before));
    }

    /** A work for this promise with a sound in Vietnamese. */
    private String begin(String deliverable) {
        var work = Drafts.content(Drafts.title()).add("deliverable", deliverable);
        var answer = staff.send("POST", Drafts.PRODUCTS, work.build().toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var slug = Drafts.object(answer).getString("slug");
        Drafts.addTrack(portal, slug, "vi");
        return slug;
    }

    /** The first promise, of skits in three languages; with a token, and so never from memory. */
    private JsonObject skits() {
        try (var reader = Json.createReader(new StringReader(staff.get(PROGRESS).body()))) {
            return reader.readArray().getJsonObject(0);
        }
    }

    private static int produced(JsonObject progress) {
        return progress.getJsonArray("languages").getValuesAs(JsonObject.class).stream()
                .filter(language -> language.getString("language").equals("vi"))
                .findFirst()
                .orElseThrow()
                .getInt("produced");
    }
}
