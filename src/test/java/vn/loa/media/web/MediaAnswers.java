package vn.loa.media.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.testing.Portal;

/** What players and browsers get from a portal, wherever it keeps its media. */
abstract class MediaAnswers {
    static final String PRODUCT = "con-bo-cua-nha-ong-pao";

    String address = "";
    byte[] whole = new byte[0];
    private String tag = "";

    @BeforeEach
    void openTheSound(Portal portal) {
        address = addressOf(portal, "audio/mp4");
        var answer = get(portal);
        whole = answer.body();
        tag = answer.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void theWholeFileIsWhatItsAddressSays(Portal portal) throws Exception {
        var answer = get(portal);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(field(answer, "Content-Type")).isEqualTo("audio/mp4");
        assertThat(field(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(field(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(field(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(field(answer, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(field(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole));
        assertThat(address).contains("/" + hash.substring(0, 16) + "/");
    }

    @ParameterizedTest
    @CsvSource({"0-0, 0, 0", "100-199, 100, 199", "70000-, 70000, -1", "-500, -500, -1", "5-99999999999999999999, 5, -1"
    })
    void aStretchIsGivenAsAsked(String range, int first, int last, Portal portal) {
        var from = first < 0 ? whole.length + first : first;
        var to = last < 0 ? whole.length - 1 : last;
        var answer = get(portal, "Range", "bytes=" + range);
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(field(answer, "Content-Range")).isEqualTo("bytes " + from + "-" + to + "/" + whole.length);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(whole, from, to + 1));
    }

    @Test
    void severalStretchesComeAsParts(Portal portal) {
        var answer = get(portal, "Range", "bytes=0-9,1000-1004");
        assertThat(answer.statusCode()).isEqualTo(206);
        var type = field(answer, "Content-Type");
        assertThat(type).startsWith("multipart/byteranges; boundary=");
        var boundary = "--" + type.substring(type.indexOf('=') + 1);
        var text = new String(answer.body(), StandardCharsets.ISO_8859_1);
        assertThat(text.split(boundary, -1)).hasSize(4);
        assertThat(text)
                .contains("Content-Range: bytes 0-9/" + whole.length + "\r\n\r\n" + latin(0, 10) + "\r\n")
                .contains("Content-Range: bytes 1000-1004/" + whole.length + "\r\n\r\n" + latin(1000, 1005) + "\r\n")
                .endsWith(boundary + "--\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999-", "18446744073709551616-", "-0"})
    void whatIsOutsideTheFileIs416(String range, Portal portal) {
        var answer = get(portal, "Range", "bytes=" + range);
        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(field(answer, "Content-Range")).isEqualTo("bytes */" + whole.length);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-2", "bytes=a-b", "lines=1-2", "bytes", "bytes=,"})
    void whatIsNoRangeGetsTheWhole(String range, Portal portal) {
        var answer = get(portal, "Range", range);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(whole);
    }

    @Test
    void hundredsOfScatteredStretchesAreRefused(Portal portal) {
        var field =
                IntStream.range(0, 500).mapToObj(i -> i * 200 + "-" + i * 200).collect(Collectors.joining(","));
        assertThat(get(portal, "Range", "bytes=" + field).statusCode()).isEqualTo(416);
    }

    @Test
    void aRangeCountsOnlyForTheVersionItWasMeantFor(Portal portal) {
        assertThat(get(portal, "Range", "bytes=0-9", "If-Range", tag).statusCode())
                .isEqualTo(206);
        assertThat(get(portal, "Range", "bytes=0-9", "If-Range", "\"other\"").statusCode())
                .isEqualTo(200);
        var modified = field(get(portal), "Last-Modified");
        assertThat(get(portal, "Range", "bytes=0-9", "If-Range", modified).statusCode())
                .isEqualTo(206);
    }

    @Test
    void whoHasItIsToldSo(Portal portal) {
        var answer = get(portal, "If-None-Match", tag);
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(field(answer, "ETag")).isEqualTo(tag);
        assertThat(get(portal, "If-Match", "\"other\"").statusCode()).isEqualTo(412);
    }

    @Test
    void headSaysWhatGetSendsAndKnowsNoRanges(Portal portal) {
        var answer = send(portal, "HEAD", "Range", "bytes=0-9");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(field(answer, "Content-Length")).isEqualTo(Integer.toString(whole.length));
        assertThat(field(answer, "ETag")).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void otherMethodsAreNotAllowed(String method, Portal portal) {
        var answer = send(portal, method);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(field(answer, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void playersOfOtherSitesMayAskFirst(Portal portal) {
        var answer =
                send(portal, "OPTIONS", "Origin", "https://example.org", "Access-Control-Request-Headers", "range");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(field(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(field(answer, "Access-Control-Allow-Headers")).contains("Range");
    }

    @Test
    void whatIsNotPublicIsNowhere(Portal portal) {
        var hash = address.split("/")[3];
        for (var wrong : new String[] {
            "/media/" + PRODUCT + "/0000000000000000/x.m4a",
            "/media/no-such-product/" + hash + "/x.m4a",
            "/media/" + PRODUCT + "/" + hash + "/",
            "/media/" + PRODUCT + "/" + hash,
            "/media/" + PRODUCT + "/" + hash + "%25/x",
            "/media/"
        }) {
            assertThat(portal.get(wrong).statusCode()).as(wrong).isEqualTo(404);
        }
    }

    @Test
    void aFileHasOneNameAndOthersLeadToIt(Portal portal) {
        var folder = address.substring(0, address.lastIndexOf('/') + 1);
        for (var name : new String[] {
            "evil.html", "x.m4a", address.substring(folder.length()).toUpperCase(Locale.ROOT)
        }) {
            var answer = portal.get(folder + name);

            assertThat(answer.statusCode()).as(name).isEqualTo(301);
            assertThat(answer.headers().firstValue("Location")).contains(address);
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .as("gone as soon as a playlist when the work is withdrawn")
                    .contains("public, max-age=10");
        }
    }

    @Test
    void subtitlesAreTextInUtf8(Portal portal) {
        var answer = portal.get(addressOf(portal, "text/vtt"));
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/vtt; charset=utf-8");
        assertThat(answer.body()).startsWith("WEBVTT\n");
    }

    private String latin(int from, int to) {
        return new String(Arrays.copyOfRange(whole, from, to), StandardCharsets.ISO_8859_1);
    }

    /** The first file of a type that the product has, as the API names it. */
    static String addressOf(Portal portal, String type) {
        try (var reader = Json.createReader(
                new StringReader(portal.get("/api/v1/products/" + PRODUCT).body()))) {
            return reader.readObject().getJsonArray("tracks").getValuesAs(JsonObject.class).stream()
                    .flatMap(track -> track.getJsonArray("sources").getValuesAs(JsonObject.class).stream())
                    .filter(source -> source.getString("type").startsWith(type))
                    .findFirst()
                    .orElseThrow()
                    .getString("url");
        }
    }

    HttpResponse<byte[]> get(Portal portal, String... headers) {
        return send(portal, "GET", headers);
    }

    private HttpResponse<byte[]> send(Portal portal, String method, String... headers) {
        var request = HttpRequest.newBuilder(portal.uri(address)).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return portal.bytes(request.build());
    }

    static String field(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
