package vn.loa.home.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlanDrafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** Whatever keeps a form of the back office from being taken, what was written and chosen in it comes back with its page. */
@UsesPortal
class RefusedFormsIT {
    /** What is secret comes back to nobody; files browsers give once; the view of Faces keeps its own fields. */
    private static final Set<String> APART = Set.of("hidden", "file", "password", "submit", "button");

    private static final String SECRET = "bi-mat";
    private static final String HERE = "01393";

    private final Portal portal;
    private final Staff staff;
    private final String cookie;

    RefusedFormsIT(Portal portal) {
        this.portal = portal;
        staff = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "tyz"));
        cookie = staff.cookie();
    }

    @AfterEach
    void nothing_is_left() {
        portal.sql()
                .execute("delete from question where code_digest like 'thu-giu-%';"
                        + " delete from delivery_target where name = 'Thử giữ';"
                        + " delete from channel where address = 'https://thu-giu.example/';"
                        + " delete from broadcast where key = '" + staff.username() + "'");
    }

    /** A field that somebody fills. @param choice whether it is a box; its value is empty while it is not ticked */
    private record Filled(String name, String value, boolean choice) {}

    @TestFactory
    Stream<DynamicTest> what_was_written_stays() {
        return pages().flatMap(path -> forms(path).map(one -> dynamicTest(path + " " + one.button, () -> stays(one))));
    }

    private Stream<String> pages() {
        var work = "/quan-tri/san-pham/";
        var draft = work
                + Drafts.object(staff.send(
                                "POST",
                                Drafts.PRODUCTS,
                                Drafts.showing("Chị Mẫu", "2025-05-01", Drafts.title(), HERE)
                                        .build()
                                        .toString()))
                        .getString("slug");
        Drafts.addFilm(portal, draft.substring(work.length()), "tyz");
        var review = handedIn(Drafts.PRODUCTS, Drafts.start(staff, HERE));
        var plan = PlanDrafts.start(staff, PlanDrafts.content(HERE));
        var planInReview = handedIn(PlanDrafts.PLANS, PlanDrafts.start(staff, PlanDrafts.content(HERE)));
        var station = "/quan-tri/lich-phat/" + HERE;
        var week = linked("/quan-tri/lich-phat", station + "/[0-9]{4}-W[0-9]{2}");
        return Stream.of(
                "/quan-tri/san-pham?the-loai=tin-bai",
                "/quan-tri/san-pham/moi",
                draft,
                draft + "/sua",
                draft + "/tep",
                work + review,
                "/quan-tri/nhap-nhieu",
                "/quan-tri/ke-hoach/moi",
                "/quan-tri/ke-hoach/" + plan,
                "/quan-tri/ke-hoach/" + planInReview,
                "/quan-tri/hoi-dap/" + question("RECEIVED"),
                "/quan-tri/hoi-dap/" + question("ASSIGNED"),
                "/quan-tri/hoi-dap/" + question("ANSWERED"),
                "/quan-tri/lich-phat",
                station + "/thiet-lap",
                station + "/goi",
                station + "/nhat-ky",
                station + "/nhat-ky/" + broadcast(),
                week,
                linked(week, week + "/[^\"?/]+"),
                "/quan-tri/xa/" + HERE,
                "/quan-tri/noi-nhan",
                "/quan-tri/noi-nhan/" + target(),
                "/quan-tri/tu-dong-nghia",
                "/quan-tri/nhung",
                "/quan-tri/he-thong/giao-dien",
                "/quan-tri/chu-de",
                "/quan-tri/chu-de/y-te",
                "/quan-tri/the-loai",
                "/quan-tri/co-quan",
                "/quan-tri/co-quan/chinh-phu",
                "/quan-tri/kenh",
                "/quan-tri/kenh/" + channel(),
                "/quan-tri/dia-ban",
                "/quan-tri/ngon-ngu",
                "/quan-tri/loi-van?tieng=tyz");
    }

    /** A form and the button that sends it. @param turn among the forms of its page that have such a button */
    private record Sent(String path, String button, int turn, Element form) {}

    private Stream<Sent> forms(String path) {
        var answer = portal.get(path, "Cookie", cookie);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        var all = new ArrayList<Sent>();
        for (var form : plain(Jsoup.parse(answer.body(), portal.baseUrl()))) {
            for (var button : new TreeSet<>(form.select("button[name=lam]").eachAttr("value"))) {
                var turn = (int)
                        all.stream().filter(one -> one.button.equals(button)).count();
                all.add(new Sent(path, button, turn, form));
            }
        }
        // Rows of one kind have forms of one kind: the last of them stands for all.
        return all.stream()
                .filter(one -> !fields(one.form).isEmpty())
                // What arranges rows is pressed on one of them.
                .filter(one -> !one.button.contains(":"))
                // What shows more is there only where words find more.
                .filter(one -> !one.button.equals("hien-them"))
                .collect(Collectors.groupingBy(Sent::button))
                .values()
                .stream()
                .map(alike -> alike.get(alike.size() - 1))
                .sorted(Comparator.comparing(Sent::button));
    }

    private static List<Element> plain(Document page) {
        return page.select("form[method=post]").stream()
                .filter(form -> form.select("[name^=jakarta.faces]").isEmpty())
                .filter(form -> !form.attr("enctype").contains("multipart"))
                .filter(form -> !form.attr("action").contains("dang-xuat"))
                .toList();
    }

    private void stays(Sent one) {
        var written = written(one.form);
        var all = new ArrayList<Map.Entry<String, String>>();
        one.form.select("input[type=hidden][name]").stream()
                .filter(hidden -> !hidden.attr("name").equals("the"))
                .forEach(hidden -> all.add(Map.entry(hidden.attr("name"), hidden.attr("value"))));
        written.stream()
                .filter(field -> !field.choice || !field.value.isEmpty())
                .forEach(field -> all.add(Map.entry(field.name, field.value)));
        all.add(Map.entry("lam", one.button));
        all.add(Map.entry("the", "1.het-han"));
        var action = one.form.attr("action").split("#")[0];

        var answer = portal.send(HttpRequest.newBuilder(portal.uri(action.isEmpty() ? one.path : action))
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(all.stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"))))
                .build());

        var page = Jsoup.parse(answer.body(), portal.baseUrl());
        assertThat(answer.statusCode())
                .as(one.path + " " + one.button + ": " + page.select("main").text())
                .isEqualTo(422);
        var again = plain(page).stream()
                .filter(form ->
                        form.select("button[name=lam]").eachAttr("value").contains(one.button))
                .toList();
        assertThat(again).as(one.path + " " + one.button).hasSizeGreaterThan(one.turn);
        assertThat(filled(held(again.get(one.turn))))
                .as(one.path + " " + one.button)
                .isEqualTo(filled(written));
    }

    /** Pages have fields to spare, and no place for choices that were taken back. */
    private static List<Filled> filled(List<Filled> fields) {
        return fields.stream().filter(field -> !field.value.isEmpty()).toList();
    }

    private static List<Element> fields(Element form) {
        return form.select("input[name], select[name], textarea[name]").stream()
                .filter(field -> !APART.contains(field.attr("type")) && !field.hasAttr("hidden"))
                .filter(field -> !field.attr("name").equals(SECRET))
                // What is looked for beside a form is no part of it.
                .filter(field -> !field.attr("name").startsWith("tim-"))
                .toList();
    }

    private static List<Filled> written(Element form) {
        var written = new ArrayList<Filled>();
        var number = 0;
        for (var field : fields(form)) {
            number++;
            var name = field.attr("name");
            switch (field.attr("type")) {
                case "checkbox" ->
                    written.add(new Filled(name, field.hasAttr("checked") ? "" : field.attr("value"), true));
                case "radio" -> {
                    var last = form.select("input[name=" + name + "]").last();
                    written.add(new Filled(name, field.equals(last) ? field.attr("value") : "", true));
                }
                default -> written.add(new Filled(name, value(field, number, written), false));
            }
        }
        return written;
    }

    private static String value(Element field, int number, List<Filled> before) {
        if (field.normalName().equals("select")) {
            var others = field.select("option").stream()
                    .filter(option -> !option.hasAttr("selected"))
                    .map(option -> option.attr("value"))
                    // Fields of one list are filled differently.
                    .filter(value -> !before.contains(new Filled(field.attr("name"), value, false)))
                    .toList();
            return others.isEmpty() ? field.select("option").attr("value") : others.get(number % others.size());
        }
        return switch (field.attr("type")) {
            case "date" -> "2031-02-" + (10 + number % 18);
            case "datetime-local" -> "2031-02-" + (10 + number % 18) + "T07:30";
            case "time" -> "07:30:" + (10 + number % 50);
            case "number" -> String.valueOf(20 + number % 60);
            default -> "thu " + number;
        };
    }

    /** What the same fields hold, in the same order. */
    private static List<Filled> held(Element form) {
        var held = new ArrayList<Filled>();
        for (var field : fields(form)) {
            var name = field.attr("name");
            var type = field.attr("type");
            if (type.equals("checkbox") || type.equals("radio")) {
                held.add(new Filled(name, field.hasAttr("checked") ? field.attr("value") : "", true));
            } else {
                held.add(new Filled(name, shown(field), false));
            }
        }
        return held;
    }

    private static String shown(Element field) {
        if (!field.normalName().equals("select")) {
            return field.val();
        }
        var chosen = field.select("option[selected]");
        var shown = chosen.isEmpty() ? field.select("option") : chosen;
        return shown.isEmpty() ? "" : shown.get(0).attr("value");
    }

    private String handedIn(String kind, String slug) {
        var answer = staff.send("POST", kind + "/" + slug + "/transitions", "{\"to\":\"review\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return slug;
    }

    private String linked(String path, String link) {
        var body = portal.get(path, "Cookie", cookie).body();
        var found = Pattern.compile("href=\"(" + link + ")\"").matcher(body);
        assertThat(found.find()).as(link + " in " + body).isTrue();
        return found.group(1);
    }

    private long question(String state) {
        return portal.sql()
                .number("with q as (insert into question (code_digest, state, received_at, changed_at, online,"
                        + " publishable, sample, locality, agency, title, asked, answer, answered_at) values ('thu-giu-"
                        + state + staff.username() + "', '" + state + "', now(), now(), false, true, false,"
                        + " (select id from locality where code = '" + HERE + "' and valid_to is null),"
                        + (state.equals("RECEIVED") ? " null," : " 'so-vhttdl-cao-bang',")
                        + " 'Hỏi', 'Hỏi?', 'Đáp.', now()) returning id),"
                        + " l as (insert into question_letter (question, text, contact) select id, 'Hỏi thử', '0912 345 678' from q)"
                        + " select id from q");
    }

    private long broadcast() {
        return portal.sql()
                .number(
                        "insert into broadcast (locality, key, digest, product, language, aired_at, seconds, outcome, note,"
                                + " origin, written_at, written_by) select l.id, '" + staff.username()
                                + "', '', (select id from product where slug = 'con-bo-cua-nha-ong-pao'), 'vi',"
                                + " timestamptz '2001-01-01T05:00:00Z', 60, 'aired', '', 'hand', now(), 'thu' from locality l where l.code = '"
                                + HERE + "' order by l.valid_from desc limit 1 returning id");
    }

    private long channel() {
        return portal.sql()
                .number("insert into channel (kind, name, address) values ('portal', '{\"vi\":\"Kênh thử giữ\"}',"
                        + " 'https://thu-giu.example/') returning id");
    }

    private long target() {
        return portal.sql()
                .number(
                        "insert into delivery_target (name, kind, address, unit, made_at, made_by, on_publication, on_urgent,"
                                + " seen_host_key) select 'Thử giữ', 'SFTP', 'sftp://thu-giu.invalid', l.id, now(), 'thu', false, false,"
                                + " 'SHA256:thu' from locality l where l.code = '04' order by l.valid_from desc limit 1 returning id");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
