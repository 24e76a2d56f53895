package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.testing.Until;

/**
 * The portal as it serves people: PostgreSQL and Solr run elsewhere, the portal is started by the entry point of its image with the
 * variables of docker/compose.yaml, and there is no content yet.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServerModeIT {
    /** As a proxy asks; the client's own wish, an upgrade to HTTP/2 on each connection, is a way that nobody takes to a portal. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)[\"#]");

    private static final String PORT = Integer.toString(FreePort.find());

    private static final String SETUP_SECRET = "ba con gà trống trên mái nhà sàn";

    @TempDir
    private static Path folder;

    private static Elsewhere elsewhere;
    private static Path image;
    private static Program portal;

    @BeforeAll
    static void start() throws Exception {
        elsewhere = Elsewhere.start(folder);
        Files.writeString(folder.resolve("setup_secret"), SETUP_SECRET + "\n");
        Compose compose = Compose.read();
        image = compose.dockerfile("app").copyTo(folder.resolve("image"));
        Files.createSymbolicLink(
                image.resolve("payara-micro.jar"), Parts.of(Program.PROJECT).payaraMicro());
        portal = Program.start(
                List.of(image.resolve("entrypoint.sh").toString()), folder.resolve("portal.log"), environment());
        portal.awaitLine("Loa answers at http://127.0.0.1:" + PORT + "/");
    }

    @AfterAll
    static void stop() throws Exception {
        // Also when the start failed halfway.
        if (portal != null) {
            portal.close();
            Files.delete(image.resolve("payara-micro.jar"));
        }
        if (elsewhere != null) {
            elsewhere.close();
        }
    }

    /** What compose.yaml says, with the addresses and folders of this machine in place of those of containers. */
    private static Map<String, String> environment() {
        Map<String, String> here = Map.of(
                "LOA_PORT", PORT,
                "LOA_BIND", "127.0.0.1",
                "LOA_DATA", folder.resolve("portal data").toString(),
                "LOA_BASE_URL", "https://loa.example.vn/",
                "LOA_DATABASE_URL", elsewhere.database().url(),
                "LOA_DATABASE_PASSWORD_FILE", elsewhere.secret().toString(),
                "LOA_SETUP_SECRET_FILE", folder.resolve("setup_secret").toString(),
                "LOA_SOLR_URL", elsewhere.solr());
        Map<String, String> environment = new HashMap<>(Compose.read().environment("app"));
        assertThat(environment).containsAllEntriesOf(Map.of("LOA_LOG", "json", "LOA_DATABASE_USER", "portal"));
        assertThat(environment.keySet()).containsAll(here.keySet());
        environment.putAll(here);
        // Set to nothing, as compose does with a variable that has no value.
        environment.put("LOA_SITE_NAME", "");
        environment.put("JDK_JAVA_OPTIONS", "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        return environment;
    }

    @Test
    @Order(1)
    void everyPartIsUp() throws Exception {
        HttpResponse<String> health = get("/health/ready");

        assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
        assertThat(health.body()).contains("database", "search", "storage").doesNotContain("DOWN");
    }

    @Test
    @Order(2)
    void whoKnowsTheSecretOfTheSettingsMakesTheFirstAdministratorOnce() throws Exception {
        assertThat(get("/tai-khoan/dang-nhap").body()).contains("/tai-khoan/thiet-lap");
        assertThat(get("/tai-khoan/thiet-lap").statusCode()).isEqualTo(200);
        assertThat(setUp("đoán mò", "quantri").statusCode()).isEqualTo(403);

        HttpResponse<String> first = setUp(SETUP_SECRET, "quantri");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        HttpResponse<String> token =
                post("/api/v1/sessions", "{\"username\":\"quantri\",\"password\":\"một mật khẩu dài\"}");
        assertThat(token.statusCode()).as("a password alone is not enough").isEqualTo(403);
        assertThat(token.body()).contains("\"reason\":\"no-second-step\"");
        assertThat(setUp(SETUP_SECRET, "khac").statusCode()).isEqualTo(409);
        assertThat(get("/tai-khoan/dang-nhap").body()).doesNotContain("/tai-khoan/thiet-lap");
        assertThat(get("/tai-khoan/thiet-lap").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> setUp(String secret, String username) throws Exception {
        return post(
                "/api/v1/setup",
                "{\"secret\":\"%s\",\"username\":\"%s\",\"displayName\":\"Quản trị\",\"password\":\"một mật khẩu dài\"}"
                        .formatted(secret, username));
    }

    private static HttpResponse<String> post(String path, String json) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    @ParameterizedTest
    @Order(1)
    @ValueSource(strings = {"/", "/san-pham", "/ke-hoach", "/tim-kiem?q=gi%E1%BA%A3m+ngh%C3%A8o", "/?hl=en"})
    void anEmptyPortalHasReadablePages(String path) throws Exception {
        HttpResponse<String> page = get(path);

        assertThat(page.statusCode()).as(ServerModeIT::complaints).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1", path.contains("hl=en") ? "Out of poverty, well informed" : "Truyền thông giảm nghèo")
                .doesNotContain("???", "Exception", "null", "{0}");
        assertThat(page.headers().map()).doesNotContainKey("Set-Cookie");
    }

    @ParameterizedTest
    @Order(1)
    @ValueSource(
            strings = {"/san-pham/khong-co", "/ke-hoach/khong-co", "/chu-de/khong-co", "/dia-ban/99999", "/khong-co"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(1)
    void everyLinkOfAnEmptyPortalLeadsSomewhere() throws Exception {
        for (String page : List.of("/", "/san-pham", "/ke-hoach", "/dia-ban/04")) {
            List<String> links = LINK.matcher(get(page).body())
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .distinct()
                    .toList();
            assertThat(links).contains("/san-pham", "/ke-hoach", "/tim-kiem", "/dia-ban/04");
            assertThat(links)
                    .allSatisfy(link -> assertThat(get(link).statusCode())
                            .as("%s on %s", link, page)
                            .isEqualTo(200));
        }
    }

    @Test
    @Order(1)
    void anEmptyPortalSaysThatItHasJustOpened() throws Exception {
        assertThat(get("/").body())
                .contains("Cổng vừa mở")
                .as("topics in which there is nothing lead nowhere")
                .doesNotContain("/chu-de/viec-lam");
        assertThat(get("/san-pham").body())
                .contains("Chưa có sản phẩm nào được đăng", "/#chu-de")
                .doesNotContain("bỏ bớt điều kiện lọc");
        assertThat(get("/san-pham?tieng=tyz").body())
                .as("without that filter there is nothing either")
                .contains("Không có sản phẩm nào như vậy")
                .doesNotContain("bỏ bớt điều kiện lọc");
        assertThat(get("/ke-hoach").body()).contains("Chưa có kế hoạch nào được đăng");
        assertThat(get("/dia-ban/04").body()).contains("Tỉnh Cao Bằng", "Chưa có kế hoạch hay sản phẩm");
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource({"languages, 3", "genres, 10", "topics, 33", "audiences, 9", "localities, 1"})
    void anEmptyPortalHasAllThatContentIsDescribedWith(String taxonomy, int items) throws Exception {
        HttpResponse<String> list = get("/api/v1/" + taxonomy);

        assertThat(list.statusCode()).isEqualTo(200);
        try (var reader = jakarta.json.Json.createReader(new java.io.StringReader(list.body()))) {
            assertThat(reader.readObject().getInt("total")).isEqualTo(items);
        }
    }

    @ParameterizedTest
    @Order(1)
    @ValueSource(strings = {"/api/v1/products", "/api/v1/plans"})
    void listsOfTheReadingApiAreEmpty(String path) throws Exception {
        HttpResponse<String> list = get(path);

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body().replace(" ", "")).contains("\"total\":0", "\"items\":[]");
    }

    @Test
    @Order(1)
    void fullAddressesComeFromTheSetting() throws Exception {
        assertThat(get("/robots.txt").body()).contains("Sitemap: https://loa.example.vn/sitemap.xml");
    }

    @Test
    @Order(1)
    void thereIsNoSampleContentAndNoAccount() throws Exception {
        try (Connection database = elsewhere.connect()) {
            assertThat(count(database, "select count(*) from product")).isZero();
            assertThat(count(database, "select count(*) from plan")).isZero();
            try (var tables = database.getMetaData().getTables(null, "public", "%account%", new String[] {"TABLE"})) {
                while (tables.next()) {
                    assertThat(count(database, "select count(*) from " + tables.getString("TABLE_NAME")))
                            .isZero();
                }
            }
        }
    }

    @Test
    @Order(1)
    void thePortalOwnsItsDatabaseAndNothingElse() throws Exception {
        try (Connection database = elsewhere.connect()) {
            assertThat(count(database, """
                    select count(*) from pg_roles where rolname = current_user
                    and not rolsuper and not rolcreatedb and not rolcreaterole""")).isOne();
            assertThat(count(database, """
                    select count(*) from pg_database where datname = current_database()
                    and pg_get_userbyid(datdba) = current_user""")).isOne();
        }
    }

    @Test
    @Order(1)
    void theHealthCheckOfTheImageIsContent() throws Exception {
        assertThat(healthCheck(PORT)).isZero();
        assertThat(healthCheck(Integer.toString(FreePort.find()))).isNotZero();
    }

    @Test
    @Order(1)
    void thePasswordStandsInNoLog() {
        assertThat(portal.lines())
                .noneMatch(line -> line.contains(elsewhere.database().password()));
    }

    @Test
    @Order(2)
    void namesStandInVietnameseOrderWhateverTheLocaleOfTheDatabase() throws Exception {
        change("""
                with above as (insert into locality (code, name, kind, label, level, valid_from)
                    values ('zz', 'Trên', 'Tỉnh', '{"vi":"Trên"}', 'province', '2025-07-01') returning id)
                insert into locality (code, name, kind, label, level, parent, valid_from)
                select 'zz' || row_number() over (), name, 'Xã', json_build_object('vi', name)::text, 'commune', id,
                    date '2025-07-01'
                from above, unnest(array['Yên Thổ', 'Đàm Thủy', 'Ô Lâm', 'Cần Yên', 'Ea Súp', 'Ái Quốc']) name""");

        assertThat(get("/dia-ban/zz").body().replace("\n", ""))
                .containsPattern("Ái Quốc.*Cần Yên.*Đàm Thủy.*Ea Súp.*Ô Lâm.*Yên Thổ");
    }

    @Test
    @Order(2)
    void aDatabaseThatCannotBeReachedStopsTheStartWithOneSentence() throws Exception {
        Map<String, String> environment = environment();
        String port = Integer.toString(FreePort.find());
        environment.put("LOA_PORT", Integer.toString(FreePort.find()));
        environment.put("LOA_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + port + "/loa");
        environment.remove("JDK_JAVA_OPTIONS");
        try (Program server = Program.start(
                List.of(image.resolve("entrypoint.sh").toString()), folder.resolve("refused.log"), environment)) {
            assertThat(server.awaitEnd()).isEqualTo(1);
            assertThat(server.lines())
                    .singleElement()
                    .asString()
                    .startsWith("Loa cannot start: The database jdbc:postgresql://127.0.0.1:" + port + "/loa as portal")
                    .endsWith("(LOA_DATABASE_URL).");
        }
    }

    @Test
    @Order(3)
    void withoutSolrThePagesGoOnAndHealthNamesIt() throws Exception {
        elsewhere.stopSolr();

        assertThat(get("/").statusCode()).isEqualTo(200);
        assertThat(get("/san-pham").statusCode()).isEqualTo(200);
        assertThat(get("/tim-kiem?q=loa").statusCode()).isEqualTo(200);
        HttpResponse<String> health = get("/health/ready");
        // Named, but not unready: nobody would be sent to the pages that work.
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("search", "DOWN");
        assertThat(healthCheck(PORT)).isZero();
    }

    @Test
    @Order(4)
    void withoutSolrTitlesAreFoundInSmallLettersAndCapitalsWhateverTheLocaleOfTheDatabase() throws Exception {
        change("""
                with genre as (insert into genre values ('thu', 0, '{"vi":"Thử"}', 'text', 'x', 'x', 1)),
                p as (insert into product (slug, sample, state, online, published_at, changed_at, current_revision, published_revision)
                      values ('duong-den-truong', false, 'PUBLISHED', true, now(), now(), 1, 1) returning id)
                insert into product_revision (id, product, number, title, summary, body, genre, production_year, replay)
                overriding system value
                select 1, id, 1, '{"vi":"ĐƯỜNG ĐẾN TRƯỜNG"}', '{}', '{}', 'thu', 2025, false from p""");

        assertThat(get("/san-pham?q=%C4%91%C6%B0%E1%BB%9Dng").body()).contains("/san-pham/duong-den-truong");
    }

    @Test
    @Order(5)
    void withoutTheDatabaseAPageThatNobodyHasSeenIs503AndComesBackByItself() throws Exception {
        elsewhere.stopPostgres();
        for (int i = 0; i < 4; i++) {
            HttpResponse<String> page = get("/ke-hoach?hl=en&trang=" + (2 + i));
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).contains("10");
            assertThat(page.body()).contains("<h1").doesNotContain("Exception");
        }
        assertThat(get("/health/ready").body()).contains("database", "DOWN");

        elsewhere.startPostgres();

        Until.answer(() -> get("/ke-hoach?hl=en&trang=9").statusCode(), status -> status == 200);
    }

    @Test
    @Order(6)
    void sigtermStopsItAndLeavesTheDatabaseRunning() throws Exception {
        portal.terminate();

        assertThat(portal.awaitEnd()).isIn(0, 143);
        try (Connection database = elsewhere.connect()) {
            assertThat(database.isValid(5)).isTrue();
        }
    }

    /** What the portal's log says when something goes wrong. */
    private static String complaints() {
        return portal.lines().stream()
                .filter(line -> line.contains("\"level\":\"SEVERE\"") || line.contains("\"level\":\"WARNING\""))
                .collect(Collectors.joining("\n"));
    }

    private static int healthCheck(String port) throws Exception {
        try (Program check = Program.start(
                List.of(image.resolve("healthy.sh").toString()),
                folder.resolve("healthy.log"),
                Map.of("LOA_PORT", port))) {
            return check.awaitEnd();
        }
    }

    /** A change of public content, by the owner of the database. */
    private static void change(String sql) throws Exception {
        try (Connection database = elsewhere.connect();
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute(sql);
            statement.execute("update content_revision set number = number + 1");
            database.commit();
        }
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path))
                        .timeout(java.time.Duration.ofSeconds(30))
                        .build(),
                BodyHandlers.ofString());
    }

    private static long count(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
