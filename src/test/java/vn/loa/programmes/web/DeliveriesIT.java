package vn.loa.programmes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.Drafts.PRODUCTS;
import static vn.loa.testing.Drafts.object;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.accounts.Role;
import vn.loa.common.Sha256;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Week;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.ProgrammeReceiver;
import vn.loa.testing.ProgrammeReceiver.Request;
import vn.loa.testing.SftpReceiver;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** Programmes on their way to the systems of stations: real servers on loopback take them. Each test has a commune of its own. */
@UsesPortal
class DeliveriesIT {
    private static final String TARGETS = "/quan-tri/noi-nhan";
    private static final String API = "/api/v1/programmes/";
    private static final String SKIT = "con-bo-cua-nha-ong-pao";
    private static final Pattern VERSION = Pattern.compile("name=\"ban\" value=\"([0-9]+)\"");

    /** A track gets the voice of a sample that no track of its product has yet. */
    private static final String ANOTHER_SOUND = "update track set asset = (select r.asset from rendition r"
            + " join track t on t.asset = r.asset join product p on p.id = t.product where p.sample and t.kind = 'audio'"
            + " and t.state = 'approved' and r.profile = 'station' and r.blob <> (select own.blob from rendition own"
            + " join track mine on mine.asset = own.asset where mine.id = ? and own.profile = 'station')"
            + " order by t.id limit 1) where id = ?";

    private final Portal portal;
    private final Week next = Week.of(LocalDate.now(TimeSource.ZONE)).plus(1);
    private final ProgrammeReceiver receiver = new ProgrammeReceiver();
    private final List<Long> made = new ArrayList<>();

    DeliveriesIT(Portal portal) {
        this.portal = portal;
    }

    @AfterEach
    void nothing_is_left() {
        receiver.close();
        made.forEach(id -> portal.sql().execute("delete from delivery_target where id = ?", id));
    }

    @Test
    void a_week_that_is_published_comes_with_its_sounds_signed_and_is_written_down() throws Exception {
        var commune = "01747";
        open(commune);
        var target = add(commune, "rest", receiver.address(), "token-bi-mat", "", "sounds", "calendar", "playlists");

        publish(commune, next, 0, "vi", "hmn");

        var programme = programme(commune, next);
        assertThat(programme.getString("format")).isEqualTo("loa-programme");
        assertThat(programme.getString("week")).isEqualTo(next.code());
        var items = programme.getJsonArray("slots").getJsonObject(0).getJsonArray("items");
        assertThat(items).hasSize(2);
        for (var item : items.getValuesAs(JsonObject.class)) {
            var audio = item.getJsonObject("audio");
            assertThat(audio.getString("path")).isEqualTo("../../am-thanh/" + audio.getString("sha256") + ".mp3");
            var sound = receiver.files().get("am-thanh/" + audio.getString("sha256") + ".mp3");
            assertThat(Sha256.hex(sound)).isEqualTo(audio.getString("sha256"));
        }
        var folder = commune + "/" + next.code() + "/";
        for (var file : programme.getJsonArray("files").getValuesAs(JsonObject.class)) {
            assertThat(Sha256.hex(receiver.files().get(folder + file.getString("path"))))
                    .isEqualTo(file.getString("sha256"));
        }
        assertThat(receiver.text(folder + "lich-phat.m3u8"))
                .contains("../../am-thanh/"
                        + items.getJsonObject(0).getJsonObject("audio").getString("sha256"));
        assertThat(receiver.text(folder + "lich-phat.ics")).startsWith("BEGIN:VCALENDAR");
        var puts = receiver.requests("PUT");
        assertThat(puts.get(puts.size() - 1).path()).as("last").isEqualTo(folder + "lich-phat.json");
        assertThat(puts).allSatisfy(put -> {
            assertThat(put.header("Authorization")).isEqualTo("Bearer token-bi-mat");
            assertThat(put.header("Loa-Delivery"))
                    .isEqualTo(commune + "/" + next.code() + "/" + programme.getInt("revision"));
            assertThat(receiver.isSigned(put, key(programme.getString("key")))).isTrue();
        });

        logged(target, "ACCEPTED");
        var page = forms(Role.COMMUNE_OFFICER, commune).get("/quan-tri/lich-phat/" + commune + "/gui-di");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Đài thử " + commune, "Đã nhận")
                .doesNotContain("token-bi-mat", receiver.address());
        assertThat(forms(Role.COMMUNE_OFFICER, "01273")
                        .get("/quan-tri/lich-phat/" + commune + "/gui-di")
                        .statusCode())
                .isEqualTo(404);
        assertThat(forms(Role.ADMINISTRATOR, null).get(TARGETS + "/" + target).body())
                .as("nobody is shown it again")
                .doesNotContain("token-bi-mat");
        assertThat(portal.sql().single("select encode(secret, 'escape') from delivery_target where id = ?", target))
                .isNotEmpty()
                .doesNotContain("token-bi-mat");
    }

    @Test
    void after_an_outage_the_newest_is_sent_and_not_what_was_before() {
        var commune = "01768";
        open(commune);
        var target = add(commune, "rest", receiver.address(), "", "");
        receiver.stop();

        publish(commune, next, 0, "vi");
        logged(target, "FAILED");
        rest(target);
        publish(commune, next, 1, "vi", "tyz");
        assertThat(states(target)).containsExactly("SUPERSEDED", "WAITING");
        assertThat(receiver.files()).isEmpty();

        receiver.start();
        var officer = forms(Role.COMMUNE_OFFICER, commune);
        assertThat(officer.get("/quan-tri/lich-phat/" + commune).body()).doesNotContain("Lịch chưa gửi được đến");
        portal.sql()
                .change("update delivery_target set failing_since = now() - interval '2 hours' where id = ?", target);
        assertThat(officer.get("/quan-tri/lich-phat/" + commune).body())
                .contains("Lịch chưa gửi được đến “Đài thử " + commune + "”");
        var log = "/quan-tri/lich-phat/" + commune + "/gui-di";
        assertThat(officer.get(log).body()).contains("Không kết nối được với máy chủ", "Đang chờ gửi");
        var last = portal.sql().number("select max(id) from delivery where target = ?", target);
        var retried = officer.send(log, "lam", "gui-lai", "lan", Long.toString(last));
        assertThat(retried.statusCode()).as(retried.body()).isEqualTo(200);

        assertThat(items(programme(commune, next))).containsExactly("vi", "tyz");
        logged(target, "ACCEPTED");
        assertThat(receiver.requests("PUT")).as("once").hasSize(1);
        assertThat(portal.sql()
                        .single(
                                "select coalesce(failing_since::text, 'well') from delivery_target where id = ?",
                                target))
                .isEqualTo("well");
        assertThat(officer.get(log + "?ket-qua=accepted").body())
                .contains("Đã nhận")
                .doesNotContain("Không kết nối được");
    }

    @Test
    void one_that_is_busy_is_asked_again_when_it_wishes_and_one_that_does_not_want_it_is_left_alone() {
        var commune = "01774";
        open(commune);
        var target = add(commune, "rest", receiver.address(), "", "");
        receiver.answerNext(503, "", "Retry-After", "1");
        receiver.answerNext(429, "", "Retry-After", "0");

        publish(commune, next, 0, "vi");

        Until.holds(() -> outcomes(target).equals(List.of("FAILED", "FAILED", "ACCEPTED")));
        var keys = receiver.requests("PUT").stream()
                .map(put -> put.header("Idempotency-Key"))
                .collect(Collectors.toSet());
        assertThat(keys).as("the same thing has the same key").hasSize(1);

        receiver.answerNext(422, "no such station", "Content-Type", "text/plain");
        publish(commune, next, 1, "hmn");
        logged(target, "REFUSED");
        assertThat(states(target)).containsExactly("DELIVERED", "REFUSED");
        assertThat(forms(Role.ADMINISTRATOR, null).get(TARGETS + "/" + target).body())
                .contains("Bị từ chối", "no such station", "Máy chủ từ chối nội dung này");

        receiver.answerNext(409, "");
        publish(commune, next, 2, "vi");
        logged(target, "NEWER");
        assertThat(states(target)).containsExactly("DELIVERED", "REFUSED", "DELIVERED");
    }

    @Test
    void what_is_urgent_overtakes_what_waits_for_a_target_that_rests() {
        var commune = "01777";
        open(commune);
        var target = add(commune, "rest", receiver.address(), "", "");
        publish(commune, next, 0, "vi");
        logged(target, "ACCEPTED");
        rest(target);
        publish(commune, next, 1, "hmn");
        assertThat(states(target)).containsExactly("DELIVERED", "WAITING");

        insert(commune);

        var urgent = Until.answer(() -> puts("urgent"), puts -> !puts.isEmpty());
        assertThat(urgent.get(0).text()).contains("\"urgent\":true", "\"priority\":\"urgent\"");
        // It was taken: nothing rests any more.
        Until.holds(() -> !states(target).contains("WAITING"));
        assertThat(items(programme(commune, next))).containsExactly("hmn");
    }

    private void insert(String commune) {
        var publisher = forms(Role.PUBLISHER, null);
        var page = "/quan-tri/lich-phat/" + commune + "/khan";
        var voice = portal.sql().single("select id || '.vi' from product where slug = ?", SKIT);
        var inserted = publisher.sendThrough(
                page,
                "lam",
                "chen",
                "san-pham",
                voice,
                "ban",
                version(publisher.get(page).body()));
        assertThat(inserted.body()).contains("sẽ phát");
    }

    @Test
    void what_is_urgent_comes_with_its_sound_alone_and_everything_else_follows() {
        var commune = "01768";
        open(commune);
        var target = add(commune, "rest", receiver.address(), "", "", "sounds", "calendar", "package");

        insert(commune);

        Until.holds(() -> states(target).equals(List.of("DELIVERED")));
        assertThat(outcomes(target)).containsExactly("ACCEPTED", "ACCEPTED");
        var folder = commune + "/" + Week.of(LocalDate.now(TimeSource.ZONE)).code() + "/";
        var first = puts("urgent");
        assertThat(first).hasSize(2);
        assertThat(first.get(0).path()).startsWith("am-thanh/");
        assertThat(first.get(1).path()).isEqualTo(folder + "lich-phat.json");
        assertThat(json(first.get(1).text()).getJsonArray("files")).isEmpty();
        var rest = puts("normal");
        assertThat(rest)
                .extracting(Request::path)
                .containsExactly(folder + "lich-phat.ics", folder + "goi.zip", folder + "lich-phat.json");
        assertThat(json(rest.get(2).text()).getBoolean("urgent")).isFalse();
        assertThat(first.get(1).header("Idempotency-Key"))
                .as("it is not the same thing")
                .isNotEqualTo(rest.get(2).header("Idempotency-Key"));
    }

    private List<Request> puts(String priority) {
        return receiver.requests("PUT").stream()
                .filter(put -> put.header("Loa-Priority").equals(priority))
                .toList();
    }

    @Test
    void what_is_under_way_gives_way_to_what_is_urgent_and_is_taken_up_again() {
        var commune = "01774";
        open(commune);
        var target = add(commune, "rest", receiver.address(), "", "", "sounds");
        receiver.keepNextWaiting();
        publish(commune, next.plus(1), 1, "hmn");
        Until.holds(() -> !receiver.requests("PUT").isEmpty());

        insert(commune);

        Until.holds(() -> puts("urgent").size() == 2);
        receiver.goOn();
        assertThat(items(programme(commune, next.plus(1)))).containsExactly("hmn");
        Until.holds(() -> states(target).equals(List.of("DELIVERED", "DELIVERED")));
        assertThat(outcomes(target)).as("nothing has failed").containsOnly("ACCEPTED");
    }

    @Test
    void what_is_withdrawn_is_taken_back_there_too() {
        var commune = "01786";
        open(commune);
        var all = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn", "tyz"));
        var slug = published(all, commune);
        var target = add(commune, "rest", receiver.address(), "", "");
        write(commune, next, 0, item(next, 0, slug, "vi"));
        logged(target, "ACCEPTED");
        assertThat(receiver.text(path(commune, next))).contains(slug);

        all.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}");

        Until.holds(() -> !receiver.text(path(commune, next)).contains(slug));
        assertThat(programme(commune, next).getJsonArray("slots")).isEmpty();
    }

    @Test
    void what_was_left_out_is_named_in_the_log_and_not_over_there() {
        var commune = "01392";
        open(commune);
        var all = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn", "tyz"));
        var slug = published(all, commune);
        var title =
                object(portal.get(PRODUCTS + "/" + slug)).getJsonObject("title").getString("vi");
        var target = add(commune, "rest", receiver.address(), "", "");
        write(commune, next, 0, item(next, 0, slug, "vi"), item(next, 5, SKIT, "vi"), item(next, 10, SKIT, "hmn"));
        logged(target, "ACCEPTED");
        var officer = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), commune, Set.of());
        assertThat(deliveries(officer, commune).getJsonObject(0).getInt("leftOut"))
                .isZero();

        portal.sql()
                .change(
                        "update station set settings = replace(settings::text, '05:20', '05:10')::jsonb"
                                + " where locality = (select id from locality where code = ? and valid_to is null)",
                        commune);
        all.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}");

        Until.holds(() -> outcomes(target).equals(List.of("ACCEPTED", "ACCEPTED")));
        assertThat(receiver.text(path(commune, next))).doesNotContain(slug, title);
        var sent = deliveries(officer, commune).getJsonObject(0);
        assertThat(sent.getString("outcome")).isEqualTo("accepted");
        assertThat(sent.getInt("leftOut")).isEqualTo(2);
        assertThat(sent.getJsonArray("left").getValuesAs(JsonObject.class))
                .extracting(each -> each.getString("begins").substring(11, 16) + " " + each.getString("why"))
                .containsExactly("05:00 withdrawn", "05:10 no-room");
        assertThat(new PlainForms(portal, officer.cookie())
                        .get("/quan-tri/lich-phat/" + commune + "/gui-di")
                        .body())
                .contains("Không gửi 2 mục", title, "đã bị gỡ", "không còn chỗ trong khung giờ");
        assertThat(Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), "01273", Set.of())
                        .get(API + commune + "/deliveries")
                        .statusCode())
                .isEqualTo(403);
        assertThat(portal.get(API + commune + "/deliveries").statusCode()).isEqualTo(401);
    }

    private JsonArray deliveries(Staff officer, String commune) {
        return object(officer.get(API + commune + "/deliveries")).getJsonArray("items");
    }

    @Test
    void a_voice_that_is_approved_later_is_sent_where_the_former_was_and_subtitles_send_nothing() {
        var commune = "01594";
        open(commune);
        var all = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn", "tyz"));
        var slug = published(all, commune);
        var target = add(commune, "rest", receiver.address(), "", "");
        write(commune, next, 0, item(next, 0, slug, "vi"));
        logged(target, "ACCEPTED");
        var former = sum(programme(commune, next));

        approve(all, slug, Drafts.addSubtitles(portal, slug, "hmn"));
        Until.holds(() -> states(target).equals(List.of("DELIVERED", "DELIVERED")));
        assertThat(outcomes(target)).as("it is the same programme").containsExactly("ACCEPTED");

        var voice = Drafts.addTrack(portal, slug, "vi");
        portal.sql().change(ANOTHER_SOUND, voice, voice);
        approve(all, slug, voice);

        Until.holds(() -> !sum(programme(commune, next)).equals(former));
        Until.holds(() -> outcomes(target).equals(List.of("ACCEPTED", "ACCEPTED")));
    }

    private static String sum(JsonObject programme) {
        return programme
                .getJsonArray("slots")
                .getJsonObject(0)
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonObject("audio")
                .getString("sha256");
    }

    private static void approve(Staff all, String slug, long track) {
        var answer = Drafts.judge(all, PRODUCTS + "/" + slug + "/tracks/" + track, "{\"verdict\":\"approved\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void who_removes_a_target_ends_what_waits_and_who_takes_it_back_sends_it() {
        var commune = "01789";
        open(commune);
        var target = add(commune, "rest", receiver.address(), "", "");
        receiver.stop();
        publish(commune, next, 0, "vi");
        logged(target, "FAILED");
        var administrator = forms(Role.ADMINISTRATOR, null);

        assertThat(administrator.send(TARGETS + "/" + target, "lam", "bo").body())
                .contains("Đã bỏ");
        assertThat(states(target)).containsExactly("CANCELLED");
        receiver.start();
        publish(commune, next, 1, "hmn");
        assertThat(states(target)).as("nothing more is sent there").containsExactly("CANCELLED");
        assertThat(administrator.get(TARGETS).body()).contains("Lấy lại");

        assertThat(administrator
                        .send(TARGETS, "lam", "lay-lai", "noi", Long.toString(target))
                        .body())
                .contains("Đã lấy lại");
        assertThat(items(programme(commune, next))).containsExactly("hmn");
        assertThat(deeds(target)).containsExactly("add-target", "remove-target", "restore-target");
    }

    @Test
    void while_a_target_is_paused_everything_waits_and_what_is_published_already_can_be_sent() {
        var commune = "01792";
        open(commune);
        publish(commune, next, 0, "vi");
        var target = add(commune, "rest", receiver.address(), "", "");
        var administrator = forms(Role.ADMINISTRATOR, null);
        assertThat(administrator.send(TARGETS + "/" + target, "lam", "thu").body())
                .contains("Kết nối được");

        assertThat(administrator.send(TARGETS + "/" + target, "lam", "dung").body())
                .contains("Đã tạm dừng");
        assertThat(administrator.send(TARGETS + "/" + target, "lam", "gui-het").body())
                .contains("Đang gửi 1 tuần lịch", "đang tạm dừng");
        assertThat(states(target)).containsExactly("WAITING");
        assertThat(administrator.send(TARGETS + "/" + target, "lam", "gui-tiep").body())
                .contains("Đã gửi tiếp");

        assertThat(items(programme(commune, next))).containsExactly("vi");
    }

    @Test
    void who_sends_everything_waits_for_stations_in_the_order_in_which_everybody_does() throws Exception {
        // From the last by name to the first, so that their names are in another order than their ids.
        var communes = List.of("01807", "01768", "01747", "01789");
        communes.forEach(this::open);
        var turned = portal.sql()
                .single(
                        "select a.code || ' ' || b.code from locality a join station s on s.locality = a.id, locality b join station t on t.locality = b.id"
                                + " where a.name < b.name and s.id > t.id and a.code in (select unnest(string_to_array(?, ' ')))"
                                + " and b.code in (select unnest(string_to_array(?, ' '))) order by s.id desc limit 1",
                        String.join(" ", communes),
                        String.join(" ", communes))
                .split(" ");
        assertThat(turned).hasSize(2);
        var last = turned[0];
        var first = turned[1];
        for (var commune : List.of(first, last)) {
            publish(commune, next.plus(1), 1, "vi");
        }
        var target = add("04", "rest", receiver.address(), "", "");
        var administrator = forms(Role.ADMINISTRATOR, null);
        // Weeks of all stations of the province are many; whether they arrive is asked elsewhere.
        administrator.send(TARGETS + "/" + target, "lam", "dung");
        try (var publisher = portal.database()) {
            publisher.setAutoCommit(false);
            try (var claim = publisher.prepareStatement(
                    "select pg_advisory_xact_lock(hashtext('deliveries ' || cast(? as bigint)))")) {
                claim.setLong(1, station(last));
                claim.execute();
            }
            var sent = CompletableFuture.supplyAsync(() ->
                    administrator.send(TARGETS + "/" + target, "lam", "gui-het").body());

            Until.holds(() -> !waiting(last).isEmpty());
            assertThat(waiting(last))
                    .as("who waits for the last of them has all others")
                    .isSubsetOf(holding(first));

            publisher.rollback();
            assertThat(sent.join()).contains("tuần lịch");
        }
        assertThat(portal.sql()
                        .column(
                                "select station from delivery where target = ? and state = 'WAITING' and monday = ?",
                                target,
                                next.plus(1).monday()))
                .contains(Long.toString(station(first)), Long.toString(station(last)));
    }

    private long station(String commune) {
        return portal.sql()
                .number(
                        "select s.id from station s join locality l on l.id = s.locality where l.code = ? and l.valid_to is null",
                        commune);
    }

    /** Those who wait until they may put something of a station, by the ids of their connections. */
    private List<String> waiting(String commune) {
        return lock(commune, false);
    }

    private List<String> holding(String commune) {
        return lock(commune, true);
    }

    private List<String> lock(String commune, boolean granted) {
        return portal.sql()
                .column(
                        "select pid from pg_locks where locktype = 'advisory' and granted = ?"
                                + " and objid::bigint = hashtext('deliveries ' || cast(? as bigint))::bigint & 4294967295",
                        granted,
                        station(commune));
    }

    @Test
    void a_folder_is_given_whole_files_and_the_package() throws Exception {
        var commune = "01795";
        open(commune);
        var target = add(commune, "folder", "thu/" + commune, "", "", "sounds", "package");

        publish(commune, next, 0, "vi");

        logged(target, "ACCEPTED");
        var folder = Portal.delivered().resolve("thu").resolve(commune);
        var programme = json(Files.readString(folder.resolve(path(commune, next))));
        var zip = programme.getJsonArray("files").getJsonObject(0);
        assertThat(zip.getString("path")).isEqualTo("goi.zip");
        assertThat(Sha256.hex(Files.readAllBytes(folder.resolve(commune + "/" + next.code() + "/goi.zip"))))
                .isEqualTo(zip.getString("sha256"));
        assertThat(names(folder)).hasSize(3).noneMatch(name -> name.startsWith(".loa-"));
    }

    @Test
    void a_server_of_sftp_is_sent_nothing_before_somebody_has_confirmed_its_key(@TempDir Path theirs) throws Exception {
        var commune = "01807";
        open(commune);
        try (var server = new SftpReceiver(theirs)) {
            var target = add(commune, "sftp", server.address("/loa"), SftpReceiver.PASSWORD, SftpReceiver.USER);
            publish(commune, next, 0, "vi");
            logged(target, "FAILED");
            assertThat(names(theirs)).isEmpty();

            var administrator = forms(Role.ADMINISTRATOR, null);
            var page = administrator.get(TARGETS + "/" + target).body();
            assertThat(page).contains(server.fingerprint(), "chưa được xác nhận");
            assertThat(administrator
                            .send(TARGETS + "/" + target, "lam", "tin-khoa", "khoa", "SHA256:" + "x".repeat(43))
                            .statusCode())
                    .as("only the one that was shown")
                    .isEqualTo(422);
            assertThat(administrator
                            .send(TARGETS + "/" + target, "lam", "tin-khoa", "khoa", server.fingerprint())
                            .body())
                    .contains("Đã xác nhận khóa");

            logged(target, "ACCEPTED");
            assertThat(items(json(Files.readString(theirs.resolve("loa").resolve(path(commune, next))))))
                    .containsExactly("vi");
            assertThat(deeds(target)).containsExactly("add-target", "trust-host-key");
        }
    }

    @Test
    void what_makes_no_sense_or_leads_where_it_must_not_is_refused_with_a_reason() {
        var administrator = forms(Role.ADMINISTRATOR, null);
        for (var wrong : Map.of(
                        "http://loa.example.vn/", "phải bắt đầu bằng https://",
                        "https://192.168.1.1/", "mạng nội bộ",
                        "https://a:b@loa.example.vn/", "Địa chỉ không đúng")
                .entrySet()) {
            var answer = administrator.sendAll(TARGETS, fields("04", "rest", wrong.getKey(), "", ""));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains(wrong.getValue(), "value=\"" + wrong.getKey() + "\"");
        }
        var target = add("01822", "rest", receiver.address(), "token-bi-mat", "");
        var moved = new ArrayList<>(fields("01822", "rest", "https://khac.example.vn/", "", ""));
        moved.add(Map.entry("lam", "sua"));
        moved.add(Map.entry(
                "ban", version(administrator.get(TARGETS + "/" + target).body())));
        moved.removeIf(field -> field.getKey().equals("lam") && field.getValue().equals("them"));
        var answer = administrator.sendAll(TARGETS + "/" + target, moved);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Địa chỉ mới thuộc máy chủ khác");

        var nowhere = TARGETS + "/" + add("01429", "rest", "https://khong-co.invalid/", "", "");
        assertThat(administrator
                        .send(
                                nowhere,
                                "lam",
                                "thu",
                                "ban",
                                version(administrator.get(nowhere).body()))
                        .body())
                .contains("Không tìm thấy máy chủ", "Chi tiết: khong-co.invalid", "Đang bật")
                .doesNotContain("Bên nhận trả lời");

        var others = forms(Role.ADMINISTRATOR, "01273");
        assertThat(others.get(TARGETS + "/" + target).statusCode()).isEqualTo(404);
        assertThat(others.sendAll(TARGETS, fields("01822", "rest", receiver.address(), "", ""))
                        .body())
                .contains("ngoài phạm vi");
        assertThat(others.get(TARGETS).body()).doesNotContain("Đài thử 01822");
    }

    private long add(String commune, String kind, String address, String secret, String username, String... parts) {
        var answer = forms(Role.ADMINISTRATOR, null)
                .sendAll(TARGETS, fields(commune, kind, address, secret, username, parts));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("Đã thêm");
        var id = portal.sql().number("select max(id) from delivery_target where name = ?", "Đài thử " + commune);
        made.add(id);
        return id;
    }

    private static List<Map.Entry<String, String>> fields(
            String commune, String kind, String address, String secret, String username, String... parts) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        fields.add(Map.entry("lam", "them"));
        fields.add(Map.entry("ten", "Đài thử " + commune));
        fields.add(Map.entry("don-vi", commune));
        fields.add(Map.entry("loai", kind));
        fields.add(Map.entry("dia-chi", address));
        fields.add(Map.entry("bi-mat", secret));
        fields.add(Map.entry("nguoi-dung", username));
        fields.add(Map.entry("khi-dang", "1"));
        fields.add(Map.entry("khi-khan", "1"));
        Stream.of(parts).forEach(part -> fields.add(Map.entry("phan", part)));
        return fields;
    }

    /** What has come of a week, once something has. */
    private JsonObject programme(String commune, Week week) {
        return json(Until.answer(() -> receiver.text(path(commune, week)), text -> !text.isEmpty()));
    }

    private static String path(String commune, Week week) {
        return commune + "/" + week.code() + "/lich-phat.json";
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    /** In which languages something is played, in order. */
    private static List<String> items(JsonObject programme) {
        return programme.getJsonArray("slots").getValuesAs(JsonObject.class).stream()
                .flatMap(slot -> slot.getJsonArray("items").getValuesAs(JsonObject.class).stream())
                .map(item -> item.getString("language"))
                .toList();
    }

    private PublicKey key(String id) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder()
                            .decode(portal.get("/api/v1/package-keys/" + id + ".pem")
                                    .body()
                                    .replaceAll("-----[^-]+-----", ""))));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** As after many failures. */
    private void rest(long target) {
        portal.sql()
                .change("update delivery_target set resting_until = now() + interval '1 hour' where id = ?", target);
    }

    /** Waits until the last attempt came to this. */
    private void logged(long target, String outcome) {
        Until.holds(() -> {
            var all = outcomes(target);
            return !all.isEmpty() && all.get(all.size() - 1).equals(outcome);
        });
    }

    private List<String> outcomes(long target) {
        return portal.sql().column("select outcome from delivery_attempt where target = ? order by id", target);
    }

    private List<String> states(long target) {
        return portal.sql().column("select state from delivery where target = ? order by id", target);
    }

    private List<String> deeds(long target) {
        return portal.sql()
                .column(
                        "select action from audit_entry where subject_kind = 'delivery-target' and subject_id = ? order by id",
                        target);
    }

    /** A station that is on air for twenty minutes on each Monday. */
    private void open(String commune) {
        portal.sql()
                .change(
                        "insert into station (locality, settings) select id, '{\"slots\":[{\"day\":1,\"begins\":\"05:00\",\"ends\":\"05:20\"}],"
                                + "\"holidays\":[],\"genres\":[],\"onlyThese\":false,\"order\":\"newest\",\"repeatDays\":0,\"shares\":[]}'"
                                + " from locality where code = ? and valid_to is null"
                                + " on conflict (locality) do update set settings = excluded.settings",
                        commune);
    }

    /** The same skit in these languages, one after the other. @param before how often it was written before */
    private void publish(String commune, Week week, int before, String... languages) {
        write(
                commune,
                week,
                before,
                Stream.iterate(0, i -> i < languages.length, i -> i + 1)
                        .map(i -> item(week, 5 * i, SKIT, languages[i]))
                        .toArray(String[]::new));
    }

    private void write(String commune, Week week, int before, String... items) {
        var publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        var written = publisher.send(
                "PUT",
                API + commune,
                Stream.of(items)
                        .collect(Collectors.joining(
                                ",", "{\"week\":\"" + week.code() + "\",\"publish\":true,\"items\":[", "]}")),
                "If-Match",
                before == 0 ? "\"0\"" : "*");
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
    }

    private static String item(Week week, int minute, String product, String language) {
        return "{\"at\":\"%sT05:%02d:00\",\"product\":\"%s\",\"language\":\"%s\"}"
                .formatted(week.monday(), minute, product, language);
    }

    private String published(Staff all, String commune) {
        var slug = Drafts.start(all, commune);
        var track = Drafts.addTrack(portal, slug, "vi");
        for (var step : List.of("review", "approved", "published")) {
            if (step.equals("approved")) {
                all.send(
                        "POST", PRODUCTS + "/" + slug + "/tracks/" + track + "/approval", "{\"verdict\":\"approved\"}");
            }
            var moved = all.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"" + step + "\"}");
            assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        }
        return slug;
    }

    private PlainForms forms(Role role, @Nullable String place) {
        return new PlainForms(
                portal, Staff.make(portal, Set.of(role), place, Set.of()).cookie());
    }

    private static String version(String page) {
        var found = VERSION.matcher(page);
        return found.find() ? found.group(1) : "0";
    }

    private static List<String> names(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
