package vn.loa.plans.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesPortal;

/** What the page of a plan says of promises that no plan of the sample content makes. */
@UsesPortal
class PlanGoalsIT {
    private static final String PLAN = "ke-hoach-hua-bang-tieng-tay";

    private final Portal portal;

    PlanGoalsIT(Portal portal) {
        this.portal = portal;
    }

    @BeforeEach
    void a_plan_of_long_ago() {
        forget();
        portal.sql()
                .execute(String.join(
                        ";",
                        """
                with p as (insert into plan (slug, sample, state, online, published_at, changed_at, published_revision, current_revision)
                           values ('%s', false, 'PUBLISHED', false, now(), now(), null, null) returning id),
                     r as (insert into plan_revision (plan, number, kind, issued_on, issued_precision, agency, subject, summary, level, locality)
                           select p.id, 1, 'KH', '2001-01-01', 'day', (select min(code) from agency), 'Kế hoạch thử', '{}', 'commune',
                                  (select max(id) from locality) from p returning id),
                     d as (insert into deliverable (revision, position, key, title, genre, quantity, adaptation, replay, deadline)
                           select r.id, n, 'hua-' || n, '{"vi":"Lời hứa"}', case n when 2 then 'to-roi' else 'tieu-pham' end, case n when 0 then 5 when 2 then 900 end, 'dub', false, '2001-12-31'
                           from r, generate_series(0, 2) n returning id, position)
                insert into deliverable_language (deliverable, position, language)
                    select id, 0, 'tyz' from d union all select id, 1, 'hmn' from d where position = 1
                """.formatted(PLAN),
                        "update plan p set current_revision = r.id, published_revision = r.id, online = true"
                                + " from plan_revision r where r.plan = p.id and p.slug = '" + PLAN + "'"));
    }

    @AfterEach
    void forget() {
        var plan = "(select id from plan where slug = '" + PLAN + "')";
        var promises = "(select d.id from deliverable d join plan_revision r on r.id = d.revision where r.plan in "
                + plan + ")";
        portal.sql()
                .execute(String.join(
                        ";",
                        "update plan set online = false, current_revision = null, published_revision = null where id in "
                                + plan,
                        "delete from deliverable_language where deliverable in " + promises,
                        "delete from deliverable where id in " + promises,
                        "delete from plan_revision where plan in " + plan,
                        "delete from plan where id in " + plan));
    }

    @Test
    void a_promise_in_one_language_names_it_beside_what_is_missing() {
        assertThat(goal("hua-0"))
                .contains("quá hạn, chưa đủ", "0 / 5 sản phẩm đã đăng", "Tiếng Tày0 / 5")
                .contains("aria-label=\"Lời hứa: Tiếng Tày\"");
    }

    @Test
    void a_promise_without_a_number_says_what_there_is_in_each_language() {
        assertThat(goal("hua-1")).contains("Tiếng Tày0", "Tiếng Mông0").doesNotContain("<progress", " / ");
    }

    @Test
    void copies_of_what_is_printed_are_not_told_against_works() {
        assertThat(goal("hua-2"))
                .contains("900 bản in", "0 sản phẩm đã đăng · hứa in 900 bản")
                .doesNotContain("900 sản phẩm", " / ", "<progress");
    }

    /** A promise on the page: its marks, and after them its words alone. */
    private String goal(String key) {
        var page = portal.get("/ke-hoach/" + PLAN).body();
        var from = page.indexOf("id=\"" + key + "\"");
        assertThat(from).as(page).isPositive();
        var marks = page.substring(from, page.indexOf("</article>", from));
        return marks + marks.replaceAll("<[^>]*>", "").replaceAll("(\\s|\u00a0|&nbsp;|&#160;)+", " ");
    }
}
