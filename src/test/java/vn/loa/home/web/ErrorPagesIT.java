package vn.loa.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesPortal;

/** The pages that say what is wrong weigh no more than others. */
@UsesPortal
class ErrorPagesIT {
    private static final int LARGEST = 14 * 1024;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Portal portal;

    ErrorPagesIT(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /khong-co, 404, Không có trang này",
        "GET, /san-pham/khong-co?hl=en, 404, There is no such page",
        "GET, /media/khong/co, 404, Không có trang này",
        "POST, /ke-hoach, 405, Trang này chỉ để xem",
        "POST, /khong-co, 404, Không có trang này"
    })
    void are_compressed_for_who_takes_that(String method, String address, int status, String words) throws Exception {
        var plain = ask(method, address, "identity");
        var zipped = ask(method, address, "gzip, deflate");

        assertThat(plain.statusCode()).isEqualTo(status);
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new String(plain.body(), StandardCharsets.UTF_8)).contains(words);
        assertThat(zipped.statusCode()).isEqualTo(status);
        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(zipped.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
        assertThat(zipped.headers().allValues("Date")).hasSize(1);
        assertThat(zipped.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(zipped.body()).hasSizeLessThan(LARGEST / 2);
        assertThat(unzipped(zipped.body())).contains(words).endsWith("</html>");
    }

    @Test
    void have_a_head_alone_too() throws Exception {
        var answer = ask("HEAD", "/khong-co", "gzip");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    private HttpResponse<byte[]> ask(String method, String address, String encoding) throws Exception {
        var request = HttpRequest.newBuilder(portal.uri(address))
                .method(method, BodyPublishers.noBody())
                .header("Accept-Encoding", encoding)
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    private static String unzipped(byte[] body) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
