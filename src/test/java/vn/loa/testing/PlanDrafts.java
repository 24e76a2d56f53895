package vn.loa.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/** Plans that tests write and take to where they need them. */
public final class PlanDrafts {
    public static final String PLANS = "/api/v1/plans";

    private PlanDrafts() {}

    /** Content that nothing is wrong with, as an editor writes it, under a subject that no other test uses. @param locality code */
    public static JsonObjectBuilder content(String locality) {
        return content(Drafts.title(), locality);
    }

    public static JsonObjectBuilder content(String subject, String locality) {
        return Json.createObjectBuilder()
                .add("kind", "KH")
                .add("agency", Json.createObjectBuilder().add("code", "so-vhttdl-cao-bang"))
                .add("subject", subject)
                .add("level", "commune")
                .add("locality", locality)
                .add("sections", Json.createArrayBuilder().add(section("i", "Mục đích")));
    }

    public static JsonObjectBuilder section(String anchor, String title) {
        return Json.createObjectBuilder()
                .add("number", "I")
                .add("title", title)
                .add("anchor", anchor)
                .add("text", "Để hộ vay biết lãi suất và nơi hỏi.");
    }

    /** Something that such a plan promises. @param id key */
    public static JsonObjectBuilder promise(String id) {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("title", Json.createObjectBuilder().add("vi", "Tiểu phẩm về vốn vay"))
                .add("genre", "tieu-pham")
                .add("quantity", 12)
                .add("languages", Json.createArrayBuilder().add("vi").add("hmn"))
                .add("how", "dub")
                .add("minutes", Json.createObjectBuilder().add("min", 3).add("max", 5))
                .add("deadline", "2030-09-30");
    }

    /** Starts a plan and answers its slug. */
    public static String start(Staff editor, JsonObjectBuilder content) {
        var answer = editor.send("POST", PLANS, content.build().toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Drafts.object(answer).getString("slug");
    }

    /** Takes a plan one step after the other. @param steps where to, as the API has it */
    public static void move(Staff staff, String slug, String... steps) {
        for (var to : steps) {
            var answer = staff.send(
                    "POST", PLANS + "/" + slug + "/transitions", "{\"to\":\"" + to + "\",\"note\":\"Thử.\"}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }
}
