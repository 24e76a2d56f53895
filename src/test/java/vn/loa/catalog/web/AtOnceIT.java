package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.AtOnce;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** Two people who save a product at the same moment, before either could see what the other does. */
@UsesPortal
class AtOnceIT {
    private static final Pattern VERSION = Pattern.compile("name=\"phien-ban\" value=\"([0-9]+)\"");
    private static final Pattern EDITION = Pattern.compile("name=\"ban\" value=\"([0-9]+)\"");

    private final Portal portal;
    private final List<PlainForms> both;
    private final String slug;
    private final String path;

    AtOnceIT(Portal portal) {
        this.portal = portal;
        var one = Staff.make(portal, EnumSet.allOf(Role.class), null, java.util.Set.of());
        var other = Staff.make(portal, EnumSet.allOf(Role.class), null, java.util.Set.of());
        both = List.of(new PlainForms(portal, one.cookie()), new PlainForms(portal, other.cookie()));
        slug = Drafts.start(one);
        path = "/quan-tri/san-pham/" + slug;
    }

    @Test
    void one_saves_and_the_other_is_shown_both_texts() throws Exception {
        var version = found(VERSION, both.get(0).get(path + "/sua"));

        var answers = atOnce(forms -> save(forms, version));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(303, 409);
        var refused =
                answers.stream().filter(answer -> answer.statusCode() == 409).findFirst();
        assertThat(refused.orElseThrow().body()).contains("Tóm tắt của " + both.indexOf(loser(answers)));
    }

    private PlainForms loser(List<HttpResponse<String>> answers) {
        return both.get(answers.get(0).statusCode() == 409 ? 0 : 1);
    }

    @Test
    void one_restores_and_the_other_is_told() throws Exception {
        save(both.get(0), found(VERSION, both.get(0).get(path + "/sua")));
        var history = both.get(0).get(path + "/lich-su");
        var version = found(VERSION, history);
        var edition = found(EDITION, history);

        var answers = atOnce(
                forms -> forms.send(path + "/lich-su", "lam", "khoi-phuc", "ban", edition, "phien-ban", version));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(303, 422);
        assertThat(answers.stream().map(HttpResponse::body))
                .anySatisfy(body -> assertThat(body).contains("thay đổi sản phẩm này, nên chưa làm gì cả"));
    }

    /** Both have read it and wait for its row when it is let go. */
    private List<HttpResponse<String>> atOnce(Function<PlainForms, HttpResponse<String>> act) throws Exception {
        return AtOnce.all(
                portal,
                "select id from product where slug = '" + slug + "'",
                both.stream()
                        .<Supplier<HttpResponse<String>>>map(forms -> () -> act.apply(forms))
                        .toList());
    }

    private HttpResponse<String> save(PlainForms forms, String version) {
        return forms.send(
                path + "/sua",
                Map.of(
                        "lam",
                        "luu",
                        "phien-ban",
                        version,
                        "ten.vi",
                        "Bài thử lưu cùng lúc",
                        "tom-tat.vi",
                        "Tóm tắt của " + both.indexOf(forms),
                        "the-loai",
                        "tin-bai",
                        "nam",
                        "2025"));
    }

    private static String found(Pattern pattern, HttpResponse<String> page) {
        var match = pattern.matcher(page.body());
        assertThat(match.find()).as(page.body()).isTrue();
        return match.group(1);
    }
}
