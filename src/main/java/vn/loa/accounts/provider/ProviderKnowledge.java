package vn.loa.accounts.provider;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says about itself (OpenID Connect Discovery) and the keys that it signs with. Asked for when it is first needed, and again after a while, by one
 * thread at a time, and not again for a while when it did not answer: a provider that is away keeps the portal from nothing but itself. Safe for use by many threads.
 */
final class ProviderKnowledge {
    private static final Logger LOG = System.getLogger(ProviderKnowledge.class.getName());
    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final Duration FRESH_FOR = Duration.ofHours(1);

    /** What did not answer is not asked again so soon. */
    static final Duration REST = Duration.ofSeconds(20);

    /** So many threads wait for the one that asks; all others do without. */
    private static final int MOST_WAITING = 2;

    /** Those with a key that the provider alone has; {@code none} and shared secrets prove nothing here. */
    private static final Set<JWSAlgorithm> TRUSTED = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final String issuer;
    private final ClientID client;
    private final ProviderHttp http;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;
    private volatile Instant notBefore = Instant.MIN;

    ProviderKnowledge(String issuer, String client, ProviderHttp http, Clock clock) {
        this.issuer = issuer;
        this.client = new ClientID(client);
        this.http = http;
        this.clock = clock;
    }

    /** @param validator checks issuer, audience, signature, times and nonce of its tokens */
    record Known(OIDCProviderMetadata metadata, IDTokenValidator validator, Instant until) {}

    /** @throws IOException when the provider does not answer, or says something else than it should */
    Known get() throws IOException {
        var before = known;
        if (before != null && clock.instant().isBefore(before.until())) {
            return before;
        }
        if (clock.instant().isBefore(notBefore) || !isMine(before)) {
            return old();
        }
        try {
            return ask();
        } finally {
            asking.unlock();
        }
    }

    /** Whether this thread is the one that asks. Who knows what was true before need not wait for another. */
    private boolean isMine(@Nullable Known before) throws IOException {
        if (asking.tryLock()) {
            return true;
        }
        if (before != null || asking.getQueueLength() >= MOST_WAITING) {
            return false;
        }
        try {
            return asking.tryLock(ProviderHttp.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the provider", e);
        }
    }

    private Known ask() throws IOException {
        var meanwhile = known;
        var now = clock.instant();
        if (meanwhile != null && now.isBefore(meanwhile.until()) || now.isBefore(notBefore)) {
            return old();
        }
        try {
            var read = read();
            known = read;
            return read;
        } catch (IOException away) {
            notBefore = clock.instant().plus(REST);
            if (meanwhile == null) {
                throw away;
            }
            LOG.log(Level.WARNING, "The provider for signing in does not say anew what it is", away);
            return meanwhile;
        }
    }

    /** What was true an hour ago still is, or the next request to it fails by itself. */
    private Known old() throws IOException {
        var before = known;
        if (before == null) {
            throw new IOException("The provider did not answer a moment ago");
        }
        return before;
    }

    private Known read() throws IOException {
        var text = http.get(URI.create(issuer.replaceAll("/+$", "") + WELL_KNOWN));
        try {
            var metadata = OIDCProviderMetadata.parse(text);
            if (!metadata.getIssuer().getValue().equals(issuer)) {
                throw new IOException("The provider calls itself " + metadata.getIssuer() + ", not " + issuer);
            }
            if (metadata.getAuthorizationEndpointURI() == null
                    || metadata.getTokenEndpointURI() == null
                    || metadata.getJWKSetURI() == null) {
                throw new IOException("The provider does not say where it signs people in");
            }
            for (var place : Stream.of(
                            metadata.getAuthorizationEndpointURI(),
                            metadata.getTokenEndpointURI(),
                            metadata.getJWKSetURI(),
                            metadata.getUserInfoEndpointURI(),
                            metadata.getEndSessionEndpointURI())
                    .filter(Objects::nonNull)
                    .toList()) {
                if (!ProviderSettings.isProtected(place)) {
                    throw new IOException("The provider names a place where anybody could listen: " + place);
                }
            }
            return new Known(metadata, validator(metadata), clock.instant().plus(FRESH_FOR));
        } catch (ParseException | IllegalArgumentException e) {
            throw new IOException("The provider does not describe itself as it should", e);
        }
    }

    private IDTokenValidator validator(OIDCProviderMetadata metadata) throws IOException {
        var algorithms = new HashSet<>(TRUSTED);
        if (metadata.getIDTokenJWSAlgs() != null) {
            algorithms.retainAll(metadata.getIDTokenJWSAlgs());
        }
        if (algorithms.isEmpty()) {
            throw new IOException("The provider signs in no way that proves anything: " + metadata.getIDTokenJWSAlgs());
        }
        JWKSource<SecurityContext> keys = JWKSourceBuilder.<SecurityContext>create(
                        metadata.getJWKSetURI().toURL(), http)
                .retrying(true)
                .build();
        return new IDTokenValidator(
                metadata.getIssuer(), client, new JWSVerificationKeySelector<>(algorithms, keys), null);
    }
}
