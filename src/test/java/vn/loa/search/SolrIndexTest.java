package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SolrIndexTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void an_old_configset_is_told_by_what_it_lacks() throws IOException {
        var answer = """
                {"responseHeader":{"status":0,"QTime":1,"params":{"q":"id:0","echoParams":"all","named":"x"}},
                 "response":{"numFound":0,"start":0,"docs":[]}}""";
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/solr/loa/find", exchange -> {
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/solr/loa");
            var index = new SolrIndex(new SearchSettings(url, false, PATIENCE, PATIENCE, PATIENCE));

            assertThat(index.missing())
                    .containsExactly(
                            "asTyped",
                            "byLetters",
                            "eachWord",
                            "allOfCore",
                            "inTongue",
                            "besideInTongue",
                            "ofYear",
                            "ofGenre",
                            "aroundNumber",
                            "f.labels.hl.requireFieldMatch",
                            "/parts");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void the_configset_brings_what_questions_refer_to() throws IOException {
        var config = Files.readString(Path.of("solr/configsets/loa/conf/solrconfig.xml"));

        assertThat(ProductQuery.OF_CONFIGSET)
                .allSatisfy(parameter -> assertThat(config).contains("<str name=\"" + parameter + "\">"));
    }
}
