package vn.loa.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** Forms whose page is open to somebody, for what is not theirs to do. */
@UsesPortal
class ForbiddenFormsIT {
    private static final Pattern KEY = Pattern.compile("name=\"khoa\" value=\"([^\"]+)\"");
    private static final String ELSEWHERE = "01393";

    private final PlainForms confined;

    ForbiddenFormsIT(Portal portal) {
        confined = new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.EDITOR), "01351", Set.of()).cookie());
    }

    @Test
    void a_product_for_another_place_is_forbidden_and_what_was_written_comes_back() {
        var path = "/quan-tri/san-pham/moi";
        var title = Drafts.title();

        var answer = confined.send(
                path,
                "lam",
                "luu",
                "khoa",
                key(path),
                "ten.vi",
                title,
                "tom-tat.vi",
                "Tóm tắt.",
                "the-loai",
                "tin-bai",
                "nam",
                "2025",
                "dia-ban",
                ELSEWHERE);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains(title);
    }

    @Test
    void a_plan_for_another_place_is_forbidden_and_what_was_written_comes_back() {
        var path = "/quan-tri/ke-hoach/moi";
        var subject = Drafts.title();

        var answer = confined.send(
                path,
                "lam",
                "luu",
                "khoa",
                key(path),
                "subject",
                subject,
                "kind",
                "KH",
                "level",
                "commune",
                "locality",
                ELSEWHERE);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains(subject);
    }

    private String key(String path) {
        var key = KEY.matcher(confined.get(path).body());
        assertThat(key.find()).isTrue();
        return key.group(1);
    }
}
