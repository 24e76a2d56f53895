package vn.loa.programmes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static vn.loa.testing.Drafts.PRODUCTS;
import static vn.loa.testing.Drafts.object;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.accounts.Role;
import vn.loa.common.Sha256;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Week;
import vn.loa.testing.Drafts;
import vn.loa.testing.Machine;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UploadedFilm;
import vn.loa.testing.UsesPortal;

/** Packages for stations without internet, from the wish to the last byte. Whoever changes a programme has a commune of their own. */
@UsesPortal
class PackagesIT {
    private static final String API = "/api/v1/programmes/";
    private static final String SAMPLE = "01393";
    private static final String SKIT = "con-bo-cua-nha-ong-pao";
    private static final int OK = 200;
    private static final int PARTIAL = 206;

    private final Portal portal;
    private final Week now = Week.of(LocalDate.now(TimeSource.ZONE));
    private final Week next = now.plus(1);
    private final Staff officer;

    PackagesIT(Portal portal) {
        this.portal = portal;
        this.officer = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), SAMPLE, Set.of());
    }

    @Test
    void an_officer_has_the_day_of_a_station_as_a_file_that_anybody_can_check_without_the_portal() throws Exception {
        var zip = files(download(packed(officer, SAMPLE, now.monday(), now.monday(), "")));
        var sums = text(zip, "SHA256SUMS");
        var key = zip.keySet().stream()
                .filter(name -> name.endsWith(".pem"))
                .findFirst()
                .orElseThrow();

        for (var line : sums.lines().toList()) {
            assertThat(Sha256.hex(zip.get(line.substring(66)))).as(line).isEqualTo(line.substring(0, 64));
        }
        assertThat(sums.lines()).hasSize(zip.size() - 2);
        var published = portal.get("/api/v1/package-keys/" + key.replace("loa-", ""));
        assertThat(published.statusCode()).isEqualTo(OK);
        assertThat(published.body()).isEqualTo(text(zip, key));
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        Base64.getMimeDecoder().decode(published.body().replaceAll("-----[^-]+-----", "")))));
        signature.update(zip.get("SHA256SUMS"));
        assertThat(signature.verify(zip.get("SHA256SUMS.sig"))).isTrue();

        var programme = object(portal.get(API + SAMPLE + "?from=" + now.monday() + "&to=" + now.monday()))
                .getJsonArray("slots")
                .getValuesAs(JsonObject.class)
                .stream()
                .flatMap(slot -> slot.getJsonArray("items").getValuesAs(JsonObject.class).stream())
                .map(item -> item.getJsonObject("audio").getString("sha256"))
                .toList();
        assertThat(text(zip, "lich-phat.m3u8").lines().filter(line -> !line.startsWith("#")))
                .extracting(path -> Sha256.hex(zip.get(path)))
                .as("what everybody sees, in its order")
                .isEqualTo(programme);
        assertThat(text(zip, "lich-phat.pdf")).startsWith("%PDF-");
    }

    @Test
    void an_ordinary_player_plays_a_package_from_its_first_file_to_its_last(@TempDir Path folder) throws Exception {
        assumeTrue(Machine.hasProgram("mpv", "playing a package with mpv is not tested"));
        for (var file : files(download(packed(officer, SAMPLE, now.monday(), now.monday(), "")))
                .entrySet()) {
            var place = folder.resolve(file.getKey());
            Files.createDirectories(place.getParent());
            Files.write(place, file.getValue());
        }
        var list = folder.resolve("lich-phat.m3u8");

        var said = UploadedFilm.run("mpv --no-config --no-video --ao=null --ao-null-untimed=yes " + list);

        assertThat(said.lines().filter(line -> line.startsWith("Playing: ") && line.endsWith(".mp3")))
                .map(line -> Path.of(line.substring("Playing: ".length())))
                .isNotEmpty()
                .isEqualTo(Files.readAllLines(list).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(folder::resolve)
                        .toList());
        assertThat(said).contains("Exiting... (End of file)").doesNotContainIgnoringCase("failed");
    }

    @Test
    void a_download_that_broke_off_goes_on_and_is_begun_anew_when_it_is_another_file() {
        var file =
                packed(officer, SAMPLE, now.monday().plusDays(1), now.monday().plusDays(1), "");
        var head = bytes(HttpRequest.newBuilder(portal.uri(file)).method("HEAD", BodyPublishers.noBody()), officer);
        var whole = download(file);
        var tag = head.headers().firstValue("ETag").orElseThrow();
        assertThat(head.headers().firstValue("Content-Length")).contains(Integer.toString(whole.length));
        assertThat(head.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(head.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(head.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(head.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"loa-01393-[0-9]{8}-[0-9]{8}-[0-9a-f]{6}\\.zip\"");

        var rest = get(file, officer, "Range", "bytes=1000-", "If-Range", tag);
        assertThat(rest.statusCode()).isEqualTo(PARTIAL);
        assertThat(rest.headers().firstValue("Content-Range"))
                .contains("bytes 1000-%d/%d".formatted(whole.length - 1, whole.length));
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(whole, 1000, whole.length));
        var other = get(file, officer, "Range", "bytes=1000-", "If-Range", "\"0123\"");
        assertThat(other.statusCode()).isEqualTo(OK);
        assertThat(other.body()).isEqualTo(whole);
        assertThat(get(file, officer, "Range", "bytes=" + whole.length + "-").statusCode())
                .isEqualTo(416);
        assertThat(get(file, officer, "If-None-Match", tag).statusCode()).isEqualTo(304);

        assertThat(packed(
                        officer, SAMPLE, now.monday().plusDays(1), now.monday().plusDays(1), ""))
                .as("who asks again is given the same")
                .isEqualTo(file);
        var others = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), "01273", Set.of());
        assertThat(get(file, others).statusCode()).isEqualTo(404);
        assertThat(portal.get(file).statusCode()).isEqualTo(404);
    }

    @Test
    void the_next_package_leaves_out_what_the_station_has_and_says_where_it_lies() throws Exception {
        var commune = "15865";
        var publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        open(commune);
        publish(publisher, commune, next, "vi", "hmn");
        publish(publisher, commune, next.plus(1), "hmn", "tyz");
        var first = files(download(packed(publisher, commune, next.monday(), next.sunday(), "")));
        var id = newest(publisher, commune);

        var zip = files(download(
                packed(publisher, commune, next.plus(1).monday(), next.plus(1).sunday(), "&since=" + id)));

        assertThat(zip.keySet().stream().filter(name -> name.endsWith(".mp3")))
                .singleElement()
                .asString()
                .contains("-tyz");
        var lines = text(zip, "lich-phat.m3u8")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(lines.get(0)).startsWith("../loa-15865-").endsWith("-hmn.mp3");
        var brought = lines.get(0).replaceFirst("^\\.\\./[^/]+/", "");
        assertThat(text(zip, "SHA256SUMS")).contains(Sha256.hex(first.get(brought)) + "  " + lines.get(0));
        assertThat(text(zip, "lich-phat.json")).contains("\"included\":false");

        var strangers =
                publisher.get(API + SAMPLE + "/package?from=" + now.monday() + "&to=" + now.monday() + "&since=" + id);
        assertThat(strangers.statusCode()).as("the package of another station").isEqualTo(422);
        assertThat(deeds(commune)).containsExactly("pack-programme", "pack-programme");
    }

    @Test
    void what_is_withdrawn_is_named_and_given_to_nobody_any_more() throws Exception {
        var commune = "15880";
        var all = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn", "tyz"));
        open(commune);
        var slug = published(all, commune);
        write(all, commune, next, item(next, 0, slug, "vi"));
        var range = "?from=" + next.monday() + "&to=" + next.sunday();
        var file = packed(all, commune, next.monday(), next.sunday(), "");
        assertThat(get(file, all, "Range", "bytes=0-9").statusCode()).isEqualTo(PARTIAL);

        all.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}");

        var refused = all.get(API + commune + "/package" + range);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("is withdrawn", next.monday() + "T05:00", "(vi)");
        assertThat(get(file, all).statusCode()).isEqualTo(404);
        var listed = object(all.get(API + commune + "/packages"))
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(listed.getString("state")).isEqualTo("withdrawn");
        var page = forms(commune, Role.COMMUNE_OFFICER)
                .send(
                        "/quan-tri/lich-phat/" + commune + "/goi",
                        "lam",
                        "dong-goi",
                        "tu",
                        next.monday().toString(),
                        "den",
                        next.sunday().toString());
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("Chưa đóng gói: 1 mục", "đã bị gỡ hoặc chưa đăng", "không tải gói này được");
    }

    @Test
    void what_was_put_in_and_taken_out_again_leaves_a_package_as_it_was() throws Exception {
        var commune = "15889";
        open(commune);
        var week = next.plus(2);
        var by = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), commune, Set.of());
        publish(by, commune, week, "vi");
        packed(by, commune, week.monday(), week.sunday(), "");
        var one = API + commune + "/packages/" + newest(by, commune);
        publish(by, commune, week, "vi", "hmn");
        Until.holds(() -> object(by.get(one)).getBoolean("outdated"));
        publish(by, commune, week, "vi");
        Until.holds(() -> !object(by.get(one)).getBoolean("outdated"));
    }

    @Test
    void what_a_shorter_slot_has_no_room_for_is_left_out_and_named() throws Exception {
        var commune = "01576";
        var publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        open(commune);
        publish(publisher, commune, next, "vi", "hmn");
        portal.sql()
                .change(
                        "update station set settings = replace(settings, '05:20', '05:05') where locality ="
                                + " (select id from locality where code = ? and valid_to is null)",
                        commune);

        var page = forms(commune, Role.COMMUNE_OFFICER)
                .send("/quan-tri/xa", "lam", "dong-goi", "tuan", next.code(), "co", "");

        assertThat(page.statusCode()).as(page.body()).isEqualTo(OK);
        assertThat(page.body()).contains("Gói không có 1 mục dưới đây", "không còn chỗ trong khung giờ");
        var zip = files(download(packed(publisher, commune, next.monday(), next.sunday(), "")));
        assertThat(zip.keySet().stream().filter(name -> name.endsWith(".mp3"))).hasSize(1);
        assertThat(text(zip, "DOC-TRUOC.txt")).contains("KHÔNG CÓ TRONG GÓI", "05:05:00");
        var listed = object(publisher.get(API + commune + "/packages"))
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(listed.getInt("leftOut")).isEqualTo(1);
    }

    @Test
    void a_week_that_is_not_published_is_named_and_one_without_any_is_no_package() throws Exception {
        var commune = "15889";
        var publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        open(commune);
        publish(publisher, commune, next, "vi");
        var both = "?from=" + next.monday() + "&to=" + next.plus(1).sunday();

        var missing = publisher.get(API + commune + "/package" + both);

        assertThat(missing.statusCode()).isEqualTo(409);
        assertThat(missing.body()).contains(next.plus(1).code()).doesNotContain(next.code() + ",");
        assertThat(publisher
                        .get(API + commune + "/package?from=" + next.plus(3).monday())
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400, from",
        "?from=hom-nay, 400, from",
        "?from=2026-11-23&to=2026-11-22, 400, to",
        "?from=2026-01-01&to=2026-12-31, 422, 35 days",
        "?from=2026-11-23&since=khong, 400, since",
        "?from=2026-11-23&since=999999999, 422, since",
        "?from=2199-01-01, 404, No programme is published"
    })
    void a_wish_that_makes_no_sense_is_answered_with_what_is_wrong(String wish, int status, String what) {
        var answer = officer.get(API + SAMPLE + "/package" + wish);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains(what);
    }

    /** Reading is writing here, as it makes something: every role, here and elsewhere. */
    @TestFactory
    Stream<DynamicTest> only_those_who_plan_a_station_have_its_packages() {
        var day = now.monday();
        var ways = List.of("/package?from=" + day + "&to=" + day, "/packages", "/packages/1");
        var planners = Set.of(Role.COMMUNE_OFFICER, Role.PUBLISHER, Role.ADMINISTRATOR);
        return ways.stream()
                .flatMap(way -> Stream.of(Role.values())
                        .flatMap(role -> Stream.of("", SAMPLE, "01273")
                                .map(place -> dynamicTest(role.code() + " of " + place + " asks for " + way, () -> {
                                    var person =
                                            Staff.make(portal, Set.of(role), place.isEmpty() ? null : place, Set.of());
                                    var may = planners.contains(role)
                                            && !place.equals("01273")
                                            && (role != Role.COMMUNE_OFFICER || !place.isEmpty());
                                    var answer = person.get(API + SAMPLE + way);
                                    if (may) {
                                        assertThat(answer.statusCode())
                                                .as(answer.body())
                                                .isIn(200, 202, 307, 404);
                                    } else {
                                        assertThat(answer.statusCode()).isEqualTo(403);
                                    }
                                    assertThat(portal.get(API + SAMPLE + way).statusCode())
                                            .isEqualTo(401);
                                }))));
    }

    @Test
    void a_template_and_an_unknown_commune_have_no_packages() {
        var publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        for (var unit : List.of("04", "01279", "khong-co")) {
            for (var way : List.of("/package?from=" + now.monday(), "/packages", "/packages/1")) {
                assertThat(publisher.get(API + unit + way).statusCode())
                        .as(unit + way)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void another_key_signs_another_package_and_one_that_is_distrusted_takes_its_packages_along() {
        var administrator = Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of());
        var day = now.monday().plusDays(2);
        var before = packed(officer, SAMPLE, day, day, "");
        var former = object(portal.get("/api/v1/package-keys"))
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");

        var replaced = administrator.send("POST", "/api/v1/package-keys", "{\"distrusted\":true}");

        assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(201);
        assertThat(object(replaced).getString("id")).isNotEqualTo(former);
        assertThat(get(before, officer).statusCode()).isEqualTo(404);
        assertThat(portal.get("/api/v1/package-keys/" + former + ".pem").statusCode())
                .isEqualTo(404);
        assertThat(portal.get("/api/v1/package-keys").body())
                .contains("\"trusted\":false")
                .doesNotContain("rivate");
        assertThat(packed(officer, SAMPLE, day, day, "")).isNotEqualTo(before);
    }

    /** Makes a package. @return where it can be had, from the root of the portal */
    private String packed(Staff by, String commune, LocalDate from, LocalDate to, String more) {
        var answer = Until.answer(
                () -> by.get(API + commune + "/package?from=" + from + "&to=" + to + more),
                each -> each.statusCode() != 202);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(307);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private byte[] download(String file) {
        var all = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        var answer = get(file, all);
        assertThat(answer.statusCode()).isEqualTo(OK);
        return answer.body();
    }

    private HttpResponse<byte[]> get(String file, Staff by, String... headers) {
        var request = HttpRequest.newBuilder(portal.uri(file));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return bytes(request, by);
    }

    private HttpResponse<byte[]> bytes(HttpRequest.Builder request, Staff by) {
        return portal.bytes(request.header("Authorization", by.bearer()).build());
    }

    /** What is in a package, by paths from its folder, in its order. */
    private static Map<String, byte[]> files(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                files.put(entry.getName().replaceFirst("^[^/]+/", ""), entries.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> zip, String file) {
        return new String(zip.get(file), StandardCharsets.UTF_8);
    }

    private long newest(Staff by, String commune) {
        return object(by.get(API + commune + "/packages"))
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonNumber("id")
                .longValueExact();
    }

    /** A station that is on air for twenty minutes on each Monday. */
    private void open(String commune) throws SQLException {
        try (var database = portal.database();
                var statement = database.prepareStatement(
                        "insert into station (locality, settings) select id, '{\"slots\":[{\"day\":1,\"begins\":\"05:00\",\"ends\":\"05:20\"}],"
                                + "\"holidays\":[],\"genres\":[],\"onlyThese\":false,\"order\":\"newest\",\"repeatDays\":0,\"shares\":[]}'"
                                + " from locality where code = ? and valid_to is null on conflict do nothing")) {
            statement.setString(1, commune);
            statement.executeUpdate();
        }
    }

    /** The same skit in these languages, one after the other. */
    private void publish(Staff by, String commune, Week week, String... languages) {
        write(
                by,
                commune,
                week,
                Stream.iterate(0, i -> i < languages.length, i -> i + 1)
                        .map(i -> item(week, 5 * i, SKIT, languages[i]))
                        .toArray(String[]::new));
    }

    private void write(Staff by, String commune, Week week, String... items) {
        var written = by.send(
                "PUT",
                API + commune,
                Stream.of(items)
                        .collect(Collectors.joining(
                                ",", "{\"week\":\"" + week.code() + "\",\"publish\":true,\"items\":[", "]}")),
                "If-Match",
                "*");
        assertThat(written.statusCode()).as(written.body()).isEqualTo(OK);
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
            assertThat(moved.statusCode()).as(moved.body()).isEqualTo(OK);
        }
        return slug;
    }

    private PlainForms forms(String commune, Role role) {
        return new PlainForms(
                portal, Staff.make(portal, Set.of(role), commune, Set.of()).cookie());
    }

    private List<String> deeds(String commune) throws SQLException {
        try (var database = portal.database();
                var statement =
                        database.prepareStatement("select action from audit_entry where subject_kind = 'package'"
                                + " and subject_slug like ? || ' %' order by id")) {
            statement.setString(1, commune);
            try (var rows = statement.executeQuery()) {
                var deeds = new ArrayList<String>();
                while (rows.next()) {
                    deeds.add(rows.getString(1));
                }
                return deeds;
            }
        }
    }
}
