package vn.loa.questions.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Portal;
import vn.loa.testing.PublicAddresses;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** What citizens send and follow, and what those in office do with it. From one network only so many questions are taken: tests send few. */
@UsesPortal
class QuestionsIT {
    private static final String ASK = "/hoi-dap/gui";
    private static final String FOLLOW = "/hoi-dap/tra-cuu?ma=";
    private static final String WORK = "/quan-tri/hoi-dap";
    private static final String API = "/api/v1/questions";
    private static final String AGENCY = "so-nnmt-cao-bang";
    private static final String HERE = "01393";
    private static final String ELSEWHERE = "01273";
    private static final Pattern TOKEN = Pattern.compile("name=\"the\" value=\"([^\"]+)\"");
    private static final Pattern NONCE = Pattern.compile("name=\"so\" value=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"ban\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("(?:[2-9A-Z]{4}-){2}[2-9A-Z]{4}(?=</strong>)");

    private final Portal portal;

    QuestionsIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void a_question_is_taken_without_cookie_once_however_often_its_button_is_pressed_and_followed_by_its_code() {
        var form = portal.get(ASK);
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.headers().map()).doesNotContainKey("set-cookie");
        assertThat(form.headers().firstValue("Cache-Control")).contains("no-store");
        var words = "Loa xóm tôi hỏng, báo ai " + UUID.randomUUID() + "?";
        var fields = fields(
                form, Map.of("noi-dung", words, "dia-ban", "lung nam", "lien-he", "0912 345 678", "dong-y", "1"));

        var first = post(ASK, fields);
        var second = post(ASK, fields);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().map()).doesNotContainKey("set-cookie");
        var code = one(CODE, first.body());
        assertThat(one(CODE, second.body())).isEqualTo(code);
        assertThat(portal.sql().single("select count(*) from question_letter where text = '" + words + "'"))
                .isEqualTo("1");
        assertThat(portal.sql().single("select contact from question_letter where text = '" + words + "'"))
                .isEqualTo("0912 345 678");
        assertThat(portal.sql().single("select count(*) from question where code_digest like '%" + code + "%'"))
                .as("the code itself is nowhere")
                .isEqualTo("0");

        var followed =
                portal.get(FOLLOW + code.toLowerCase(java.util.Locale.ROOT).replace("-", ""));
        assertThat(followed.statusCode()).isEqualTo(200);
        assertThat(followed.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(followed.body()).contains("Đã nhận, đang chờ giao").doesNotContain(words, "0912");
    }

    @Test
    void what_is_wrong_is_said_beside_the_field_and_nothing_that_was_typed_is_lost() {
        var words = "x".repeat(2_100) + " <b>&\"'🙂";
        var answer = post(
                ASK,
                fields(
                        portal.get(ASK),
                        Map.of("noi-dung", words, "dia-ban", "Hưng", "lien-he", "Số tôi", "cong-khai", "1")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"noi-dung-sai\"", "Câu hỏi đang dài 2.1", "id=\"dia-ban-sai\"", "id=\"dong-y-sai\"")
                .contains("x".repeat(2_100) + " &lt;b&gt;&amp;\"", "value=\"Hưng\"", "value=\"Số tôi\"")
                .contains("id=\"cong-khai\" name=\"cong-khai\" value=\"1\" checked=\"checked\"");
    }

    @Test
    void a_form_of_another_site_an_old_one_and_one_filled_in_by_a_program_take_nothing_in() {
        var before = portal.sql().single("select count(*) from question");
        var good = Map.of("noi-dung", "Tôi hỏi chuyện vay vốn nuôi bò", "dong-y", "1");

        assertThat(post(ASK, good).statusCode()).as("without a token").isEqualTo(422);
        var foreign = fields(portal.get(ASK), good);
        assertThat(post(ASK, foreign, "Origin", "https://example.org").body())
                .contains("Chưa gửi được", "Tôi hỏi chuyện vay");
        assertThat(post(ASK, foreign, "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(422);
        var swapped = new LinkedHashMap<>(foreign);
        swapped.put("so", "0".repeat(24));
        assertThat(post(ASK, swapped).statusCode())
                .as("a token of another form")
                .isEqualTo(422);
        var trapped = new LinkedHashMap<>(fields(portal.get(ASK), good));
        trapped.put("trang-web", "https://example.org");
        assertThat(post(ASK, trapped).body()).contains("có một ô ẩn", "Tôi hỏi chuyện vay");

        assertThat(portal.sql().single("select count(*) from question")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KKKK-KKKK-KKKK", "x", "' or 1=1 --", "%00%ff", "🙂"})
    void codes_that_there_are_not_are_answered_alike(String code) {
        var answer = portal.get(FOLLOW + encode(code));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body().replaceAll(" value=\"[^\"]*\"", "").replaceAll("(?:href|action)=\"[^\"]*\"", ""))
                .isEqualTo(portal.get(FOLLOW + "KKKK-KKKK-KKK2")
                        .body()
                        .replaceAll(" value=\"[^\"]*\"", "")
                        .replaceAll("(?:href|action)=\"[^\"]*\"", ""));
    }

    @Test
    void a_program_gets_a_code_or_learns_which_fields_are_wrong() {
        var taken = portal.send("POST", API, json("Hỏi vay vốn qua chương trình khác", HERE, true));
        assertThat(taken.statusCode()).isEqualTo(201);
        assertThat(portal.get(FOLLOW + code(taken)).statusCode()).isEqualTo(200);

        var wrong = portal.send(
                "POST",
                API,
                "{\"text\":\"Hỏi vay vốn ở đâu bây giờ\",\"topic\":\"khong-co\",\"locality\":\"99999\",\"consent\":false}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("\"topic\"", "\"locality\"", "\"consent\"");
        assertThat(portal.send("POST", API, "{\"text\":5,\"name\":\"x\"}").body())
                .contains("\"text\"", "\"name\"");
        assertThat(portal.get(API).statusCode()).isEqualTo(405);
    }

    @Test
    void a_question_goes_through_office_to_the_public_and_away_again_when_its_sender_takes_it_back() {
        var word = "bo" + UUID.randomUUID().toString().substring(0, 8);
        var code = code(portal.send("POST", API, json("Tôi số 0912345678 hỏi vay vốn mua " + word, HERE, true)));
        var id = portal.sql().single("select question from question_letter where text like '%" + word + "'");
        var editor = staff(Role.EDITOR, null);
        var publisher = staff(Role.PUBLISHER, null);
        var title = "Vay vốn mua " + word + " ở đâu?";

        assertThat(portal.get(WORK + "/" + id, "Cookie", staff(Role.COMMUNE_OFFICER, ELSEWHERE))
                        .statusCode())
                .isEqualTo(404);
        var seen = portal.get(WORK + "/" + id, "Cookie", staff(Role.COMMUNE_OFFICER, HERE));
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body()).contains(word).doesNotContain("name=\"lam\"");
        assertThat(portal.get(WORK + "?q=VAY+von+mua+" + word, "Cookie", editor).body())
                .contains("/quan-tri/hoi-dap/" + id, "Mới nhận");

        assertThat(act(
                        editor,
                        id,
                        "giao",
                        Map.of(
                                "co-quan",
                                AGENCY,
                                "han",
                                LocalDate.now().plusDays(9).toString())))
                .isEqualTo(200);
        assertThat(act(publisher, id, "dang", Map.of()))
                .as("before there is an answer")
                .isEqualTo(422);
        assertThat(act(editor, id, "tra-loi", answer(title, "Số 0912345678 hỏi")))
                .isEqualTo(200);
        assertThat(act(editor, id, "dang", Map.of())).as("by an editor").isEqualTo(403);
        assertThat(act(publisher, id, "dang", Map.of()))
                .as("with a telephone number")
                .isEqualTo(422);
        assertThat(act(publisher, id, "tra-lai", Map.of("ly-do", "Bỏ số điện thoại.")))
                .isEqualTo(200);
        var reachable = new LinkedHashMap<>(answer(title, "Hỏi vay vốn mua " + word + " </script><b>"));
        reachable.put("tra-loi", "Gọi số 0206 3852 147 của Sở để được hướng dẫn.");
        assertThat(act(editor, id, "tra-loi", reachable)).isEqualTo(200);
        assertThat(portal.get(WORK + "/" + id, "Cookie", publisher).body())
                .contains("<li>0206 3852 147</li>", "name=\"da-xem\"");
        assertThat(act(publisher, id, "dang", Map.of()))
                .as("with the number of an office that nobody has looked at")
                .isEqualTo(422);
        assertThat(act(publisher, id, "dang", Map.of("da-xem", "1"))).isEqualTo(200);

        var path = "/hoi-dap/vay-von-mua-" + word + "-o-dau";
        var page = Until.answer(() -> portal.get(path), answer -> answer.statusCode() == 200);
        assertThat(page.body())
                .contains(
                        title,
                        "Sở Nông nghiệp và Môi trường",
                        "&lt;b&gt;",
                        "\"@type\":\"QAPage\"",
                        "\"acceptedAnswer\"")
                .contains("\\u003c/script\\u003e")
                .doesNotContain("0912345678", "</script><b>");
        Until.answer(() -> portal.get("/hoi-dap").body(), list -> list.contains(path));
        var found = "/api/v1/search?kind=question&q=VAY+VON+MUA+" + word;
        assertThat(Until.answer(() -> portal.get(found).body(), answer -> answer.contains(path)))
                .contains("\"kind\":\"question\"", "<mark>");
        assertThat(portal.get("/api/v1/suggest?q=vay+von+mua+" + word).body()).contains("\"question\"", path);
        assertThat(portal.get("/sitemap.xml").body()).contains(path + "</loc>", path + "?hl=en");
        assertThat(portal.get(path + "?hl=en").body()).contains("Answered ", title);
        var followed = portal.get(FOLLOW + code);
        assertThat(followed.body()).contains("Đã trả lời và đăng", path);

        var back = new LinkedHashMap<String, String>();
        back.put("the", one(TOKEN, followed.body()));
        back.put("ma", code);
        assertThat(post("/hoi-dap/tra-cuu", back).statusCode())
                .as("not confirmed")
                .isEqualTo(422);
        back.put("chac", "1");
        assertThat(post("/hoi-dap/tra-cuu", back).body()).contains("Đã rút lại");
        var gone = Until.answer(() -> portal.get(path), answer -> answer.statusCode() == 410);
        assertThat(gone.body())
                .contains("Người gửi đã rút lại câu hỏi này")
                .as("nothing of what it said")
                .doesNotContain(title);
        assertThat(portal.sql()
                        .single(
                                "select concat(title, asked, answer, topic, locality, note, withdrawn_title, withdrawn_reason)"
                                        + " from question where id = " + id))
                .doesNotContain(word);
        Until.answer(() -> portal.get(found).body(), answer -> answer.contains("\"total\":0"));
        assertThat(portal.sql().single("select count(*) from question_letter where question = " + id))
                .isEqualTo("0");
        assertThat(portal.sql()
                        .single(
                                "select string_agg(action, ',' order by id) from audit_entry where subject_kind = 'question'"
                                        + " and subject_id = " + id))
                .as("both of one press in the order in which they are done")
                .isEqualTo("receive,assign,answer,send-back,answer,keep-pointers,publish,take-back");
        assertThat(portal.sql()
                        .single("select count(*) from audit_entry where subject_kind = 'question' and subject_id = "
                                + id + " and (note is not null or subject_slug <> '" + id + "')"))
                .as("with words that could never be erased")
                .isEqualTo("0");

        // As when its time is over: nothing of it is kept but that it was there.
        portal.sql().execute("delete from question where id = " + id);
        portal.sql().execute("update content_revision set number = number + 1");
        assertThat(portal.get(path + "?hl=en").statusCode()).isEqualTo(410);
        assertThat(portal.get(path + "?hl=en").body()).contains("Its sender has taken this question back");
        assertThat(portal.get("/hoi-dap/khong-co-" + word).statusCode()).isEqualTo(404);
        assertThat(published(editor, publisher, title, "Người khác hỏi vay vốn mua " + word))
                .as("the address of another question with the same title")
                .isEqualTo(path.substring(path.lastIndexOf('/') + 1) + "-2");
    }

    /** Another question, through office to the public and away again. @return its name in addresses */
    private String published(String editor, String publisher, String title, String text) {
        portal.send("POST", API, json(text, HERE, true));
        var id = portal.sql().single("select question from question_letter where text = ?", text);
        var due = LocalDate.now().plusDays(9).toString();
        assertThat(act(editor, id, "giao", Map.of("co-quan", AGENCY, "han", due)))
                .isEqualTo(200);
        assertThat(act(editor, id, "tra-loi", answer(title, text))).isEqualTo(200);
        assertThat(act(publisher, id, "dang", Map.of())).isEqualTo(200);
        var slug = portal.sql().single("select slug from question where id = ?", Long.valueOf(id));
        assertThat(act(publisher, id, "go", Map.of("ly-do", "Đã thử xong."))).isEqualTo(200);
        return slug;
    }

    @Test
    void who_has_read_an_older_state_changes_nothing_and_keeps_what_they_wrote() {
        var word = "cu" + UUID.randomUUID().toString().substring(0, 8);
        portal.send("POST", API, json("Tôi hỏi chuyện học nghề " + word, ELSEWHERE, false));
        var id = portal.sql().single("select question from question_letter where text like '%" + word + "'");
        var editor = staff(Role.EDITOR, ELSEWHERE);
        var stale = portal.get(WORK + "/" + id, "Cookie", editor).body();
        assertThat(act(
                        editor,
                        id,
                        "giao",
                        Map.of(
                                "co-quan",
                                AGENCY,
                                "han",
                                LocalDate.now().plusDays(2).toString(),
                                "dia-ban",
                                ELSEWHERE)))
                .isEqualTo(200);

        var fields = new LinkedHashMap<String, String>(answer("Tiêu đề của tôi", "Hỏi học nghề"));
        fields.putAll(Map.of("the", one(TOKEN, stale), "ban", one(VERSION, stale), "lam", "tra-loi"));
        var answer = post(WORK + "/" + id, fields, "Cookie", editor);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Người khác vừa thay đổi", "value=\"Tiêu đề của tôi\"");
        assertThat(portal.sql().single("select state from question where id = " + id))
                .isEqualTo("ASSIGNED");

        assertThat(act(editor, id, "tra-loi", answer("Học nghề ở đâu?", "Hỏi học nghề")))
                .isEqualTo(200);
        assertThat(act(staff(Role.PUBLISHER, null), id, "dang", Map.of()))
                .as("without consent")
                .isEqualTo(422);
        assertThat(act(editor, id, "dong", Map.of("ly-do", "Người gửi không muốn đăng.")))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void the_list_opens_for_those_who_have_to_do_with_questions(Role role) {
        var opens = Set.of(Role.EDITOR, Role.PUBLISHER, Role.COMMUNE_OFFICER).contains(role);

        assertThat(portal.get(WORK, "Cookie", staff(role, HERE)).statusCode()).isEqualTo(opens ? 200 : 403);
    }

    @Test
    void the_list_is_narrowed_by_what_its_choices_promise_and_the_late_come_first() {
        var editor = staff(Role.EDITOR, null);
        var late = portal.sql().single("select min(id) from question where sample and state = 'ASSIGNED'");

        var all = portal.get(WORK, "Cookie", editor).body();
        assertThat(all.indexOf("/quan-tri/hoi-dap/" + late + "\""))
                .isPositive()
                .isEqualTo(all.indexOf("href=\"/quan-tri/hoi-dap/") + "href=\"".length());
        assertThat(portal.get(WORK + "?trang-thai=late", "Cookie", editor).body())
                .contains("/quan-tri/hoi-dap/" + late + "\"");
        assertThat(portal.get(WORK + "?trang-thai=khong-co&q=%27%25", "Cookie", editor)
                        .body())
                .contains("Không có câu hỏi nào khớp");
    }

    @Test
    void the_list_for_everybody_is_narrowed_by_topic_and_by_nothing_that_is_none() {
        assertThat(portal.get("/hoi-dap?chu-de=thong-tin").body())
                .contains(PublicAddresses.QUESTION)
                .doesNotContain("ho-moi-thoat-ngheo-con-duoc");
        assertThat(portal.get("/hoi-dap?chu-de=khong-co").body()).contains("Chưa có câu hỏi nào");
        assertThat(portal.get("/hoi-dap?trang=999").body()).contains("không có trang");
        assertThat(portal.get("/hoi-dap/khong-co").statusCode()).isEqualTo(404);
        assertThat(portal.get(PublicAddresses.QUESTION).body()).contains("nội dung mẫu");
    }

    /** From an address of this machine that no other test uses. */
    @Test
    void who_sends_by_the_dozen_is_told_when_to_come_again_and_what_has_mistakes_does_not_count() {
        IntStream.range(0, 21)
                .forEach(each -> assertThat(sendFrom("127.0.0.77", "ngắn")).startsWith("HTTP/1.1 400"));

        var words = "Hỏi nhiều lần " + UUID.randomUUID();
        try {
            var answers = IntStream.range(0, 21)
                    .mapToObj(each -> sendFrom("127.0.0.77", words))
                    .toList();

            assertThat(answers.subList(0, 20))
                    .allSatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 201"));
            assertThat(answers.get(20)).startsWith("HTTP/1.1 429").containsIgnoringCase("retry-after: ");
        } finally {
            portal.sql()
                    .execute(
                            "delete from question where id in (select question from question_letter where text = ?)",
                            words);
        }
    }

    private String sendFrom(String address, String words) {
        var body = ("{\"text\":\"" + words + "\",\"consent\":true}").getBytes(StandardCharsets.UTF_8);
        var to = portal.uri("/");
        try (var socket =
                new Socket(InetAddress.getByName(to.getHost()), to.getPort(), InetAddress.getByName(address), 0)) {
            socket.getOutputStream()
                    .write(("POST " + API + " HTTP/1.1\r\nHost: " + to.getAuthority()
                                    + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                                    + body.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, String> answer(String title, String asked) {
        return Map.of("tieu-de", title, "cau-hoi", asked, "tra-loi", "Đến Ủy ban nhân dân xã để được hướng dẫn.");
    }

    /** Sends a form of the page of a question, and answers with the status. */
    private int act(String cookie, String id, String act, Map<String, String> fields) {
        var page = portal.get(WORK + "/" + id, "Cookie", cookie).body();
        var sent = new LinkedHashMap<>(fields);
        var token = TOKEN.matcher(page);
        var version = VERSION.matcher(page);
        sent.put("the", token.find() ? token.group(1) : "");
        sent.put("ban", version.find() ? version.group(1) : "");
        sent.put("lam", act);
        return post(WORK + "/" + id, sent, "Cookie", cookie).statusCode();
    }

    private String staff(Role role, @org.jspecify.annotations.Nullable String place) {
        return Staff.make(portal, Set.of(role), place, Set.of()).cookie();
    }

    private static String json(String text, String place, boolean publishable) {
        return Json.createObjectBuilder()
                .add("text", text)
                .add("topic", "vay-von")
                .add("locality", place)
                .add("consent", true)
                .add("publishable", publishable)
                .build()
                .toString();
    }

    private static String code(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject().getString("code");
        }
    }

    private static Map<String, String> fields(HttpResponse<String> form, Map<String, String> typed) {
        var fields = new LinkedHashMap<>(typed);
        fields.put("the", one(TOKEN, form.body()));
        fields.put("so", one(NONCE, form.body()));
        return fields;
    }

    private static String one(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
        return found.groupCount() > 0 ? found.group(1) : found.group();
    }

    private HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(portal.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return portal.send(request.build());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
