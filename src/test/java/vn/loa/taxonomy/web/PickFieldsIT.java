package vn.loa.taxonomy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** Units and agencies are picked by name, and units of one name are told apart. */
@UsesPortal
class PickFieldsIT {
    private static final String AGENCIES = "/quan-tri/co-quan";

    private final Portal portal;
    private final PlainForms forms;
    private final int number = ThreadLocalRandom.current().nextInt(100_000, 999_999);
    private final String name = "Xã Suối Thử " + number;

    PickFieldsIT(Portal portal) {
        this.portal = portal;
        forms = new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of()).cookie());
    }

    @BeforeEach
    void two_communes_of_one_name() {
        unit("a", "04", "null");
        unit("b", "24", "null");
        unit("c", "24", "date '2025-07-01'");
    }

    private void unit(String mark, String province, String end) {
        portal.sql()
                .change("insert into locality (code, name, kind, label, level, parent, valid_from, valid_to) select 'x"
                        + mark
                        + number + "', 'Suối Thử " + number + "', 'Xã', '{\"vi\": \"" + name
                        + "\"}', 'commune', (select id from locality where code = '" + province
                        + "' and level = 'province' order by valid_to is not null, valid_from limit 1), date '2000-01-01', "
                        + end);
    }

    @AfterEach
    void no_more_of_them() {
        portal.sql().execute("delete from agency where code like '%" + number + "'");
        portal.sql().change("delete from locality where code like 'x_" + number + "'");
    }

    @Test
    void names_are_offered_without_their_marks_and_say_in_which_unit_each_lies_and_until_when() {
        assertThat(offered("unit", "suoi thu " + number))
                .contains(
                        "\"" + name + ", tỉnh Cao Bằng\"",
                        "\"" + name + ", tỉnh Bắc Ninh\"",
                        name + ", tỉnh Bắc Ninh, đến 30/")
                .startsWith("[\"" + name);
        assertThat(offered("unit", "suoi thu " + number + " cao bang"))
                .contains("tỉnh Cao Bằng")
                .doesNotContain("Bắc Ninh");
        assertThat(offered("agency", "so van hoa the thao")).contains("Sở Văn hóa, Thể thao và Du lịch");
        assertThat(offered("unit", "")).isEqualTo("[]");
        assertThat(offered("unit", "' or %_\\")).isEqualTo("[]");
        assertThat(forms.get("/quan-tri/chon/ngon-ngu?q=a").statusCode()).isEqualTo(404);
    }

    private String offered(String kind, String words) {
        var answer = forms.get("/quan-tri/chon/" + kind + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void a_name_that_several_bear_is_asked_about_and_understood_once_it_is_whole() {
        var unclear = agency(name);

        assertThat(unclear.statusCode()).isEqualTo(422);
        assertThat(unclear.body())
                .contains("chưa rõ là nơi nào", name + ", tỉnh Cao Bằng", name + ", tỉnh Bắc Ninh")
                .contains("value=\"" + name + "\"");
        assertThat(agency("Không Đâu " + number).body()).contains("Không có địa bàn nào tên");
        assertThat(agency("xa suoi thu " + number + ", TỈNH BẮC NINH").statusCode())
                .isEqualTo(200);
        assertThat(portal.sql()
                        .single("select l.code from agency a join locality l on l.id = a.locality where a.code like '%"
                                + number + "'"))
                .isEqualTo("xb" + number);
        assertThat(forms.get(AGENCIES + "/so-thu-" + number).body())
                .contains("value=\"" + name + ", tỉnh Bắc Ninh\"")
                .doesNotContain("<option");
    }

    private HttpResponse<String> agency(String place) {
        return forms.send(
                AGENCIES,
                "lam",
                "them",
                "vi",
                "Sở Thử " + number,
                "en",
                "",
                "ma",
                "",
                "dia-ban",
                place,
                "tu",
                "",
                "den",
                "",
                "thay",
                "");
    }
}
