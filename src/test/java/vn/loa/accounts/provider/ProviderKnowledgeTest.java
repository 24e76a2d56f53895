package vn.loa.accounts.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a provider says about itself, and what one that is away, slow or careless does to the portal. */
class ProviderKnowledgeTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch enough = new CountDownLatch(1);
    private HttpServer server;
    private volatile String says = "";
    private volatile boolean hangs;
    private volatile Instant now = Instant.parse("2026-03-02T07:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/.well-known/openid-configuration", exchange -> {
            asked.incrementAndGet();
            var bytes = says.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (bytes.length == 0) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes, 0, hangs ? 1 : bytes.length);
                exchange.getResponseBody().flush();
                if (hangs) {
                    awaitEnough();
                }
            }
            exchange.close();
        });
        server.start();
        says = description();
    }

    private void awaitEnough() {
        try {
            enough.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void end() {
        enough.countDown();
        server.stop(0);
    }

    private String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String description() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
                "userinfo_endpoint": "%1$s/who", "end_session_endpoint": "%1$s/end", "response_types_supported": ["code"],
                "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer());
    }

    private ProviderKnowledge knowledge(Duration patience) {
        return new ProviderKnowledge(issuer(), "loa", new ProviderHttp(patience), clock);
    }

    private ProviderKnowledge knowledge() {
        return knowledge(ProviderHttp.PATIENCE);
    }

    @Test
    void aBodyThatHangsIsNoAnswer() {
        hangs = true;

        assertThatThrownBy(() -> knowledge(Duration.ofMillis(200)).get())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("took longer");
    }

    @Test
    void aBodyWithoutEndIsNoAnswer() {
        says = " ".repeat(600 * 1024);

        assertThatThrownBy(() -> new ProviderHttp().get(URI.create(issuer() + "/.well-known/openid-configuration")))
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("It is longer than 524288 bytes");
    }

    @Test
    void whatDidNotAnswerIsAskedAgainAfterARestOnly() throws Exception {
        var knowledge = knowledge();
        says = "";
        assertThatThrownBy(knowledge::get).isInstanceOf(IOException.class);
        says = description();
        assertThatThrownBy(knowledge::get).isInstanceOf(IOException.class);
        assertThat(asked).hasValue(1);

        now = now.plus(ProviderKnowledge.REST);

        assertThat(knowledge.get().metadata().getIssuer().getValue()).isEqualTo(issuer());
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatWasTrueAnHourAgoGoesOnAndIsNotAskedForByEverybody() throws Exception {
        var knowledge = knowledge();
        var known = knowledge.get();
        says = "";
        now = now.plus(Duration.ofHours(2));

        assertThat(knowledge.get()).isSameAs(known);
        assertThat(knowledge.get()).isSameAs(known);
        assertThat(asked).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({
        "authorize,http://sso.example.vn/authorize",
        "token,http://sso.example.vn/token",
        "keys,http://sso.example.vn/keys",
        "keys,ftp://sso.example.vn/keys",
        "who,http://sso.example.vn/who",
        "end,javascript:alert(1)"
    })
    void aPlaceWhereAnybodyCouldListenIsNotBelieved(String place, String named) {
        says = description().replace(issuer() + "/" + place + "\"", named + "\"");

        assertThatThrownBy(() -> knowledge().get()).isInstanceOf(IOException.class);
    }
}
