package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.loa.testing.Until;

class SolrIndexTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void an_old_configset_is_told_by_what_it_lacks() throws IOException {
        var answer = """
            {"responseHeader":{"status":0,"QTime":1,"params":{"q":"id:0","echoParams":"all","named":"x"}},
             "response":{"numFound":0,"start":0,"docs":[]}}\
            """;
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
                            "typedAnywhere",
                            "byLetters",
                            "eachWord",
                            "inPairs",
                            "allOfCore",
                            "marking",
                            "inTongue",
                            "besideInTongue",
                            "ofYear",
                            "numbered",
                            "ofGenre",
                            "aroundNumber",
                            "f.labels.hl.requireFieldMatch",
                            "/parts");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_frozen_server_is_tried_by_one_visitor_at_a_time_while_others_are_told_at_once() throws Exception {
        var asked = new Semaphore(0);
        var frozen = new CountDownLatch(1);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/solr/loa/find", exchange -> {
            asked.release();
            try {
                frozen.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException ends) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        try {
            var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/solr/loa");
            var first = Duration.ofSeconds(1);
            var retreat = Duration.ofMillis(1);
            var index = new SolrIndex(new SearchSettings(url, false, PATIENCE, first, retreat));
            assertThatThrownBy(() -> index.ask("/find", new SolrQuery())).isInstanceOf(SearchUnavailable.class);
            assertThat(asked.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

            var second = threads.submit(() -> {
                Until.holds(() -> !isToldAtOnce(index));
                return null;
            });
            assertThat(asked.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> index.ask("/find", new SolrQuery()))
                    .isInstanceOf(SearchUnavailable.class)
                    .hasMessageContaining("a moment ago");
            assertThat(asked.tryAcquire()).as("asked by the third").isFalse();
            frozen.countDown();
            second.get();
        } finally {
            frozen.countDown();
            server.stop(0);
            threads.shutdownNow();
        }
    }

    /** Whether it answers without asking. @return false when it has asked, and was not answered */
    private static boolean isToldAtOnce(SolrIndex index) {
        try {
            index.ask("/find", new SolrQuery());
            return false;
        } catch (SearchUnavailable away) {
            return away.getMessage().contains("a moment ago");
        }
    }

    @Test
    void all_questions_of_a_visitor_together_wait_no_longer_than_one_may() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var asked = new AtomicInteger();
        server.createContext("/solr/loa/find", exchange -> {
            asked.incrementAndGet();
            var body = "{\"response\":{\"numFound\":0,\"start\":0,\"docs\":[]}}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/solr/loa");
            var visitor = new VisitorPatience();
            var index = new SolrIndex(new SearchSettings(url, false, PATIENCE, PATIENCE, PATIENCE), visitor);

            index.ask("/find", new SolrQuery());
            assertThat(visitor.left(PATIENCE)).isLessThan(PATIENCE);
            visitor.spend(PATIENCE);
            assertThatThrownBy(() -> index.ask("/find", new SolrQuery()))
                    .isInstanceOfSatisfying(
                            SearchUnavailable.class,
                            late -> assertThat(late.isOfOneRequest()).isTrue());
            assertThat(asked).hasValue(1);
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
