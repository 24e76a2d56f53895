package vn.loa.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.OpenForm;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** Two who look after the same thing at once lose nothing of what either has written. */
@UsesPortal
class TwoAtOnceIT {
    private final Portal portal;
    private final PlainForms one;
    private final PlainForms other;
    private final String mine = "doi-"
            + ThreadLocalRandom.current()
                    .ints(8, 'a', 'z' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);

    TwoAtOnceIT(Portal portal) {
        this.portal = portal;
        one = administrator();
        other = administrator();
    }

    private PlainForms administrator() {
        return new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of()).cookie());
    }

    @AfterEach
    void nothing_is_left() {
        portal.sql()
                .execute("delete from channel where address like '%" + mine + "'; delete from agency where code like '%"
                        + mine + "'; delete from audience where code like '%" + mine + "%';"
                        + " delete from interface_text where key like 'menu.%' and language = 'tyz'");
    }

    @Test
    void what_each_changed_of_a_term_is_saved_and_where_both_wrote_each_reads_the_other() {
        var list = "/quan-tri/doi-tuong";
        OpenForm.of(one, list, "them").with("vi", "Nhóm " + mine).send();
        var page = list + "/nhom-" + mine;

        var older = OpenForm.of(other, page, "sua");
        assertThat(OpenForm.of(one, page, "sua")
                        .with("vi", "Nhóm P " + mine)
                        .with("en", "Group P")
                        .send()
                        .statusCode())
                .isEqualTo(200);
        var clash = older.with("vi", "Nhóm Q " + mine).send();
        assertThat(clash.statusCode()).isEqualTo(422);
        var again = older.after(clash);
        assertThat(again.value("vi")).isEqualTo("Nhóm Q " + mine);
        assertThat(again.value("en"))
                .as("who did not touch it has what there is")
                .isEqualTo("Group P");
        assertThat(again.shown(".clash"))
                .singleElement()
                .satisfies(other -> assertThat(other.text()).contains("Nhóm P " + mine));
        assertThat(clash.body()).doesNotContain("Danh sách dưới đây là mới nhất");
        assertThat(again.send().statusCode()).isEqualTo(200);
        assertThat(portal.sql().single("select label from audience where code = 'nhom-" + mine + "'"))
                .contains("Nhóm Q " + mine, "Group P");

        var readdressed = OpenForm.of(other, page, "sua");
        OpenForm.of(one, page, "sua").with("dia-chi", "nhom-moi-" + mine).send();
        assertThat(readdressed.with("en", "Group Q").send().statusCode()).isEqualTo(303);
        assertThat(portal.sql().single("select label from audience where code = 'nhom-moi-" + mine + "'"))
                .contains("Group Q");
    }

    @Test
    void what_each_changed_of_a_channel_is_saved() {
        OpenForm.of(one, "/quan-tri/kenh", "them")
                .with("vi", "Kênh " + mine)
                .with("trang", "https://kenh.example/" + mine)
                .send();
        var page = "/quan-tri/kenh/" + portal.sql().single("select id from channel where address like '%" + mine + "'");

        var older = OpenForm.of(other, page, "sua");
        OpenForm.of(one, page, "sua")
                .with("en", "Channel P")
                .with("dong", "2025-01-02")
                .send();
        var saved = older.with("vi", "Kênh Q " + mine).send();
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        assertThat(portal.sql().single("select name || closed_on from channel where address like '%" + mine + "'"))
                .contains("Kênh Q " + mine, "Channel P", "2025-01-02");

        var late = OpenForm.of(other, page, "sua");
        OpenForm.of(one, page, "sua").with("dong", "2025-03-04").send();
        var clash = late.with("dong", "2025-05-06").send();
        assertThat(clash.statusCode()).isEqualTo(422);
        var again = late.after(clash);
        assertThat(again.value("dong")).isEqualTo("2025-05-06");
        assertThat(again.shown(".clash").get(0).text()).contains("ngày 4 tháng 3 năm 2025");
        assertThat(again.shown("#dong[aria-invalid][autofocus]")).hasSize(1);
    }

    @Test
    void what_each_changed_of_an_agency_is_saved_and_a_place_that_both_chose_is_told_by_its_name() {
        OpenForm.of(one, "/quan-tri/co-quan", "them")
                .with("vi", "Cơ quan " + mine)
                .send();
        var page = "/quan-tri/co-quan/co-quan-" + mine;

        var older = OpenForm.of(other, page, "sua");
        OpenForm.of(one, page, "sua")
                .with("en", "Agency P")
                .with("dia-ban", "01393")
                .send();
        var clash = older.with("tu", "2020-01-02").with("dia-ban", "04").send();
        assertThat(clash.statusCode()).isEqualTo(422);
        var again = older.after(clash);
        assertThat(again.value("en")).isEqualTo("Agency P");
        assertThat(again.value("tu")).isEqualTo("2020-01-02");
        assertThat(again.shown(".clash"))
                .singleElement()
                .satisfies(place -> assertThat(place.text())
                        .doesNotContain("01393")
                        .contains(portal.sql().single("select name from locality where code = '01393' limit 1")));
        assertThat(again.send().statusCode()).isEqualTo(200);
        assertThat(portal.sql().single("select name || valid_from from agency where code = 'co-quan-" + mine + "'"))
                .contains("Agency P", "2020-01-02");
    }

    @Test
    void a_text_that_another_has_written_meanwhile_stands_beside_the_field_and_texts_that_nobody_touched_here_stay() {
        var list = "/quan-tri/loi-van?tieng=tyz&q=menu.";
        var older = OpenForm.of(other, list, "luu");
        var keys =
                older.shown("input[name=ma]").stream().map(field -> field.val()).toList();
        OpenForm.of(one, list, "luu").withAt("loi", 0, "P một").send();
        OpenForm.of(one, list, "luu").withAt("loi", 1, "P hai").send();

        var clash = older.withAt("loi", 0, "Q một").send();
        assertThat(clash.statusCode()).isEqualTo(422);
        var again = older.after(clash);
        assertThat(again.shown(".clash"))
                .singleElement()
                .satisfies(theirs -> assertThat(theirs.text()).contains("P một"));
        assertThat(again.shown("textarea").get(0).wholeText()).isEqualTo("Q một");
        assertThat(again.shown("textarea[aria-invalid][autofocus]")).hasSize(1);
        assertThat(again.shown("textarea").get(1).wholeText()).isEqualTo("P hai");
        assertThat(again.send().statusCode()).isEqualTo(200);
        assertThat(portal.sql()
                        .single("select text from interface_text where language = 'tyz' and key = '" + keys.get(1)
                                + "'"))
                .isEqualTo("P hai");
    }
}
