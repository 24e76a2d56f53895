package vn.loa.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** What browsers send of a choice without a value are its words, which nobody understands: pages that are made leave out attributes that come to nothing. */
@UsesPortal
class ChoicesIT {
    private static final Pattern NAMELESS = Pattern.compile("<option(?![^>]*\\svalue=)[^>]*>[^<]*");
    private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"(/[^\"#?]*)[\"#?]");

    /** From here what is linked is looked at, as far as it belongs to people at work, or has a form. */
    private static final List<String> BEGIN = List.of(
            "/quan-tri",
            "/quan-tri/lich-phat",
            "/quan-tri/san-pham",
            "/quan-tri/ke-hoach",
            "/quan-tri/he-thong",
            "/nhung",
            "/hoi-dap/gui",
            "/nhung?dang=danh-sach");

    private static final int MOST = 160;

    private final Portal portal;

    ChoicesIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void every_choice_of_every_form_has_a_value() {
        var all = Staff.make(portal, EnumSet.complementOf(EnumSet.of(Role.COMMUNE_OFFICER)), null, Set.of("vi", "hmn"));
        var officer = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), "01393", Set.of());
        var nameless = new ArrayList<String>();
        var seen = look(new PlainForms(portal, all.cookie()), nameless);
        seen += look(new PlainForms(portal, officer.cookie()), nameless);

        assertThat(nameless).isEmpty();
        assertThat(seen).as("pages with choices").isGreaterThan(20);
    }

    /** @return how many pages have choices */
    private static int look(PlainForms by, List<String> nameless) {
        var waiting = new ArrayDeque<>(BEGIN);
        var kinds = new HashSet<String>();
        var looked = 0;
        var choosing = 0;
        while (!waiting.isEmpty() && looked < MOST) {
            var path = waiting.remove();
            if (!kinds.add(kind(path))) {
                continue;
            }
            looked++;
            var page = by.get(path);
            if (page.statusCode() != 200
                    || !page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                continue;
            }
            choosing += page.body().contains("<option") ? 1 : 0;
            NAMELESS.matcher(page.body()).results().forEach(found -> nameless.add(path + ": " + found.group()));
            LINK.matcher(page.body())
                    .results()
                    .map(found -> found.group(1))
                    .filter(link -> link.startsWith("/quan-tri/") || link.startsWith("/tai-khoan/"))
                    .filter(link -> !link.contains("dang-xuat"))
                    .forEach(waiting::add);
        }
        return choosing;
    }

    /** Pages of things of one kind have the same forms. */
    private static String kind(String path) {
        var parts = path.split("/");
        if (parts.length > 3) {
            parts[3] = "";
        }
        if (parts.length > 5) {
            parts[5] = "";
        }
        return String.join("/", parts);
    }
}
