package vn.loa.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** Administrators keep agencies with their successors, and channels with what was counted of them. */
@UsesPortal
class AgenciesAndChannelsIT {
    private static final String AGENCIES = "/quan-tri/co-quan";
    private static final String CHANNELS = "/quan-tri/kenh";

    private final Portal portal;
    private final PlainForms forms;
    private final String mine = "thu-"
            + ThreadLocalRandom.current()
                    .ints(8, 'a', 'z' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);

    AgenciesAndChannelsIT(Portal portal) {
        this.portal = portal;
        forms = new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of()).cookie());
    }

    @Test
    void an_agency_ends_has_a_successor_and_is_no_successor_of_itself() {
        assertThat(agency("them", "Sở Cũ " + mine, "", "", "").body()).contains("Đã thêm.");
        assertThat(agency("them", "Sở Mới " + mine, "", "", "").body()).contains("Đã thêm.");
        assertThat(agency("them", "Sở Mới " + mine, "", "", "").body()).contains("Mã này đã có.");
        var old = "so-cu-" + mine;
        var now = "so-moi-" + mine;

        assertThat(change(old, "2025-07-01", "2025-06-30", "").body()).contains("Ngày kết thúc phải sau");
        assertThat(change(old, "", "", now).body()).contains("cần ngày kết thúc");
        assertThat(change(old, "hôm qua", "", "").body()).contains("Không phải là một ngày");
        assertThat(change(old, "", "2025-07-01", now).body()).contains("Đã lưu.");
        assertThat(change(now, "", "2026-01-01", old).body()).contains("lại chuyển việc về chính cơ quan này");
        assertThat(forms.get(AGENCIES + "?q=so+cu+" + mine).body()).contains("1 cơ quan", "Sở Mới " + mine);
        assertThat(remove(now).body()).contains("Đang được dùng");
        var stale = forms.send(AGENCIES + "/" + old, "lam", "bo", "ban", "0");
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(remove(old).statusCode()).isEqualTo(303);
        assertThat(remove(now).statusCode()).isEqualTo(303);
        assertThat(forms.get(AGENCIES + "/" + now).statusCode()).isEqualTo(404);
        assertThat(portal.sql()
                        .single("select string_agg(action, ' ' order by id) from audit_entry where subject_slug like '%"
                                + mine + "'"))
                .isEqualTo("add-agency add-agency change-agency remove-agency remove-agency");
    }

    @Test
    void a_channel_is_measured_day_by_day_and_compared_with_what_plans_ask_for() {
        assertThat(channel("javascript:alert(1)").body())
                .contains("bắt đầu bằng https://", "value=\"javascript:alert(1)\"");
        assertThat(channel("https://kenh.example/" + mine).body()).contains("Đã thêm.");
        var page = CHANNELS + "/" + portal.sql().single("select id from channel where address like '%" + mine + "'");

        assertThat(measure(page, "2024-05-01", "150.000", "").body()).contains("150.000 người theo dõi");
        assertThat(measure(page, "2024-06-01", "250 000", "120000000").body()).contains("120.000.000 lượt xem");
        assertThat(measure(page, "2024-06-01", "260000", "120000000").body())
                .contains("260.000 người theo dõi")
                .doesNotContain("250.000 người theo dõi");
        assertThat(measure(page, "2999-01-01", "1", "").body()).contains("ngày chưa đến");
        assertThat(measure(page, "2024-07-01", "nhiều", "").body())
                .contains("Không phải số nguyên từ 0", "id=\"theo-doi-sai\"");
        assertThat(measure(page, "2024-07-01", "", "").statusCode()).isEqualTo(422);
        assertThat(forms.get(page).body()).contains("ít nhất 200.000 người theo dõi", ">Đạt<");
        assertThat(forms.send(page, "lam", "quen", "ngay", "2024-06-01").body())
                .contains("150.000 người theo dõi", "Chưa đạt")
                .doesNotContain("260.000");

        assertThat(forms.send(page, "lam", "bo", "ban", "0").statusCode()).isEqualTo(303);
        assertThat(forms.get(page).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> agency(String act, String name, String from, String to, String successor) {
        return forms.send(
                AGENCIES, "lam", act, "vi", name, "en", "", "ma", "", "dia-ban", "01393", "tu", from, "den", to, "thay",
                successor);
    }

    private HttpResponse<String> change(String code, String from, String to, String successor) {
        return forms.send(
                AGENCIES + "/" + code,
                "lam",
                "sua",
                "ban",
                version(code),
                "vi",
                (code.startsWith("so-cu") ? "Sở Cũ " : "Sở Mới ") + mine,
                "en",
                "",
                "dia-ban",
                "01393",
                "tu",
                from,
                "den",
                to,
                "thay",
                successor);
    }

    private HttpResponse<String> remove(String code) {
        return forms.send(AGENCIES + "/" + code, "lam", "bo", "ban", version(code));
    }

    private HttpResponse<String> channel(String address) {
        return forms.send(
                CHANNELS,
                "lam",
                "them",
                "vi",
                "Kênh " + mine,
                "en",
                "",
                "loai",
                "video-site",
                "trang",
                address,
                "co-quan",
                "",
                "dia-ban",
                "04",
                "dong",
                "");
    }

    private HttpResponse<String> measure(String page, String day, String subscribers, String views) {
        return forms.send(page, "lam", "do", "ngay", day, "theo-doi", subscribers, "luot-xem", views);
    }

    private String version(String code) {
        return portal.sql().single("select version from agency where code = '" + code + "'");
    }
}
