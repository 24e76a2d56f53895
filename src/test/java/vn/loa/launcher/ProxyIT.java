package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.testing.Machine;
import vn.loa.testing.Portal;
import vn.loa.testing.PublicAddresses;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** What the portal says through the proxy of docker/, compared with what it says itself. */
@UsesPortal
@EnabledIf(value = "isNginxInstalled", disabledReason = "nginx is not installed")
class ProxyIT {
    private static final Pattern SOUND = Pattern.compile("\"url\"\\s*:\\s*\"([^\"]*/media/[^\"]+\\.m4a)\"");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private static Path folder;

    private static Nginx nginx;
    private static Portal portal;

    static boolean isNginxInstalled() {
        return Machine.hasProgram("nginx", "the proxy of docker/ has not been tested");
    }

    @BeforeAll
    static void start(Portal running) throws Exception {
        portal = running;
        nginx = Nginx.start(folder, URI.create(running.baseUrl()).getAuthority(), Map.of());
    }

    @AfterAll
    static void stop() {
        if (nginx != null) {
            nginx.close();
        }
    }

    @Test
    void aCompressedPagePassesAsItIs() throws Exception {
        HttpResponse<byte[]> own = bytes(portal.baseUrl().replaceAll("/$", ""), "/san-pham", "Accept-Encoding", "gzip");
        HttpResponse<byte[]> passed = bytes(nginx.address(), "/san-pham", "Accept-Encoding", "gzip");

        assertThat(passed.headers().firstValue("Content-Encoding")).contains("gzip");
        for (String header : List.of("ETag", "Cache-Control", "Vary", "Content-Type", "Content-Security-Policy")) {
            assertThat(passed.headers().allValues(header))
                    .as(header)
                    .isNotEmpty()
                    .isEqualTo(own.headers().allValues(header));
        }
        try (var page = new GZIPInputStream(new ByteArrayInputStream(passed.body()))) {
            assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8)).contains("</html>");
        }
        assertThat(passed.headers().map()).doesNotContainKeys("Set-Cookie", "X-Powered-By");
    }

    @Test
    void aPageThatIsKnownIsNotSentAgain() throws Exception {
        String tag = bytes(nginx.address(), "/").headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> again = bytes(nginx.address(), "/", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("ETag")).contains(tag);
    }

    @Test
    void rangesOfMediaPassAsTheyAre() throws Exception {
        String media = media();
        byte[] whole = bytes(nginx.address(), media).body();

        HttpResponse<byte[]> part = bytes(nginx.address(), media, "Range", "bytes=1000-1999");
        HttpResponse<byte[]> parts = bytes(nginx.address(), media, "Range", "bytes=0-9,-10");
        HttpResponse<byte[]> none = bytes(nginx.address(), media, "Range", "bytes=" + whole.length + "-");

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 1000-1999/" + whole.length);
        assertThat(part.body()).isEqualTo(java.util.Arrays.copyOfRange(whole, 1000, 2000));
        assertThat(parts.statusCode()).isEqualTo(206);
        assertThat(parts.headers().firstValue("Content-Type").orElseThrow()).startsWith("multipart/byteranges");
        assertThat(none.statusCode()).isEqualTo(416);
        assertThat(bytes(nginx.address(), media).headers().firstValue("Cache-Control"))
                .contains("public, max-age=31536000, immutable");
    }

    @Test
    void measurementsAreForOperatorsOnly() throws Exception {
        assertThat(bytes(portal.baseUrl().replaceAll("/$", ""), "/metrics").statusCode())
                .isEqualTo(200);
        assertThat(bytes(nginx.address(), "/metrics").statusCode()).isEqualTo(404);
        assertThat(bytes(nginx.address(), "/metrics", "X-Forwarded-For", "127.0.0.1", "Forwarded", "for=127.0.0.1")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aLongQuestionReachesThePortal() throws Exception {
        String question = "/tim-kiem?q=" + "giam+".repeat(2_000);

        assertThat(bytes(nginx.address(), question).statusCode())
                .isEqualTo(
                        bytes(portal.baseUrl().replaceAll("/$", ""), question).statusCode());
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
        URI proxy = URI.create(nginx.address());
        try (Socket socket = new Socket(proxy.getHost(), proxy.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream()
                    .write("POST /api/v1/products HTTP/1.1\r\nHost: x\r\nContent-Length: 2097152\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void theLogNamesNoVisitor() throws Exception {
        bytes(nginx.address(), "/?dau=vet");

        assertThat(logged(nginx, "/?dau=vet"))
                .allSatisfy(line ->
                        assertThat(line).contains("\"network\":\"127.0.0.0\"").doesNotContain("127.0.0.1"));
    }

    @Test
    void theLogTellsNoCodeOfAQuestion() throws Exception {
        bytes(nginx.address(), "/hoi-dap/tra-cuu?hl=en&ma=C9DW-5MKZ-6RHB");

        assertThat(logged(nginx, "/hoi-dap/tra-cuu"))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("\"uri\":\"/hoi-dap/tra-cuu?-\"")
                        .doesNotContain("C9DW"));
    }

    @Test
    void aVisitorWhoClaimsAnotherAddressIsNotBelieved() throws Exception {
        bytes(nginx.address(), "/?dau=gia", "X-Forwarded-For", "198.51.100.7");

        assertThat(logged(nginx, "/?dau=gia"))
                .allSatisfy(line -> assertThat(line).contains("\"network\":\"127.0.0.0\""));
    }

    @Test
    void aProxyBeforeItThatIsTrustedSaysWhoTheVisitorIs(@TempDir Path other) throws Exception {
        Map<String, String> settings = Map.of("LOA_PROXY_TRUSTED", "127.0.0.1, 203.0.113.0/24");
        try (Nginx behind = Nginx.start(other, URI.create(portal.baseUrl()).getAuthority(), settings)) {
            bytes(behind.address(), "/?dau=that", "X-Forwarded-For", "192.0.2.1, 198.51.100.7, 203.0.113.9");

            assertThat(logged(behind, "/?dau=that"))
                    .allSatisfy(line -> assertThat(line).contains("\"network\":\"198.51.100.0\""));
        }
    }

    @Test
    void theHealthCheckOfTheImageIsContent() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Machine.hasProgram("wget", "the health check of the proxy has not been run"));

        assertThat(nginx.healthCheck()).isZero();
    }

    @Test
    void anAddressThatIsNoneStopsTheStart() throws Exception {
        assertThat(nginx.check(Map.of())).isEmpty();
        assertThat(nginx.check(Map.of("LOA_BASE_URL", "loa.example.vn")))
                .containsExactly("LOA_BASE_URL must begin with http:// or https://, but is \"loa.example.vn\".");
        assertThat(nginx.check(Map.of("LOA_BASE_URL", "https://x;return 200 y")))
                .singleElement()
                .asString()
                .startsWith("LOA_BASE_URL must be");
        assertThat(nginx.check(Map.of("LOA_PROXY_TRUSTED", "127.0.0.1; }")))
                .singleElement()
                .asString()
                .startsWith("LOA_PROXY_TRUSTED must name");
    }

    @Test
    void whileThePortalIsAwayVisitorsAreToldSo(@TempDir Path other) throws Exception {
        try (Nginx before = Nginx.start(other, "127.0.0.1:" + FreePort.find(), Map.of())) {
            HttpResponse<byte[]> page = bytes(before.address(), "/san-pham");
            HttpResponse<byte[]> problem = bytes(before.address(), "/api/v1/products");

            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).contains("30");
            assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("<html lang=\"vi\">", "bảo trì");
            assertThat(problem.statusCode()).isEqualTo(503);
            assertThat(problem.headers().firstValue("Retry-After")).contains("30");
            assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    @Test
    void withACertificateEverythingGoesByTls(@TempDir Path other) throws Exception {
        Certificate certificate = Certificate.make(Files.createDirectories(other.resolve("secrets")));
        Map<String, String> settings = Map.of(
                "LOA_BASE_URL", "https://loa.example.vn/",
                "LOA_PROXY_CERTIFICATE", certificate.certificate().toString(),
                "LOA_PROXY_KEY", certificate.key().toString());
        try (Nginx secure = Nginx.start(other, URI.create(portal.baseUrl()).getAuthority(), settings)) {
            HttpResponse<byte[]> plain = bytes(secure.address(), "/san-pham?trang=2");
            assertThat(plain.statusCode()).isEqualTo(308);
            assertThat(plain.headers().firstValue("Location")).contains("https://loa.example.vn/san-pham?trang=2");

            HttpClient client =
                    HttpClient.newBuilder().sslContext(certificate.trusting()).build();
            HttpResponse<byte[]> page = client.send(
                    HttpRequest.newBuilder(URI.create(secure.secureAddress() + "/"))
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.ofByteArray());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(page.headers().firstValue("Strict-Transport-Security")).contains("max-age=31536000");
        }
    }

    private static List<String> logged(Nginx by, String address) {
        return Until.answer(
                () -> by.lines().stream().filter(line -> line.contains(address)).toList(), lines -> !lines.isEmpty());
    }

    /** A sound of the sample content, as an address without the host. */
    private static String media() {
        String product = portal.get("/api/v1/products" + PublicAddresses.SKIT.replace("/san-pham", ""))
                .body();
        Matcher media = SOUND.matcher(product);
        assertThat(media.find()).as(product).isTrue();
        return URI.create(media.group(1)).getRawPath();
    }

    private static HttpResponse<byte[]> bytes(String address, String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client().send(request.build(), BodyHandlers.ofByteArray());
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }
}
