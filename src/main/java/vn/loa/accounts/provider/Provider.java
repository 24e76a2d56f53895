package vn.loa.accounts.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.PersonClaims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The provider by which people may sign in, if there is one: OpenID Connect Core 1.0 with a code, PKCE, state and nonce. What it answers is believed only when its token is
 * signed by it, for us, now, and for this attempt. The log says what was wrong with what is not believed, and no secret.
 */
@ApplicationScoped
public class Provider {
    private static final Logger LOG = System.getLogger(Provider.class.getName());
    private static final int LONGEST_SUBJECT = 255;

    @Inject
    private ProviderSettings settings;

    @Inject
    private Clock clock;

    private final ProviderHttp http = new ProviderHttp();
    private @Nullable ProviderKnowledge knowledge;

    /** Whether people may sign in by a provider at all. */
    public boolean isOn() {
        return settings.isOn();
    }

    /** What people know it as; empty when there is none. */
    public String name() {
        return settings.name();
    }

    /** As it names itself. Only while {@link #isOn}. */
    public String issuer() {
        return settings.issuer();
    }

    /** Where a browser is sent to sign in. @param back the address of the portal to which it comes back */
    public URI authorization(SignInAttempt attempt, URI back) throws IOException {
        var request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope(settings.scopes().toArray(String[]::new)), client(), back)
                .endpointURI(knowledge().get().metadata().getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256);
        if (!settings.twoSteps().isEmpty()) {
            request.acrValues(
                    settings.twoSteps().stream().sorted().map(ACR::new).toList());
        }
        return request.build().toURI();
    }

    /** Where a browser ends what it has open at the provider; empty when the provider has no such place. */
    public Optional<URI> signOut(URI back) throws IOException {
        return Optional.ofNullable(knowledge().get().metadata().getEndSessionEndpointURI())
                .map(at -> new LogoutRequest(at, null, null, client(), back, null, null).toURI());
    }

    /**
     * Reads with what somebody came back.
     *
     * @param parameters of the address to which they came back
     * @param back that address without parameters, as in {@link #authorization}
     */
    public ProviderAnswer read(SignInAttempt attempt, Map<String, List<String>> parameters, URI back) {
        try {
            var known = knowledge().get();
            var response = AuthenticationResponseParser.parse(back, parameters);
            var state = response.getState();
            var issuer = response.getIssuer();
            if (state == null || !SignInAttempts.isSame(state.getValue(), attempt.state())) {
                return untrusted("it belongs to another attempt", null);
            }
            // RFC 9207: an answer of another provider must not be taken for one of this.
            if (issuer == null
                    ? known.metadata().supportsAuthorizationResponseIssuerParam()
                    : !issuer.equals(known.metadata().getIssuer())) {
                return untrusted("it comes from " + issuer, null);
            }
            if (!response.indicatesSuccess()) {
                var error = response.toErrorResponse().getErrorObject();
                LOG.log(Level.INFO, "The provider lets somebody not in: " + error.getCode());
                return error.getCode() != null
                                && (error.getCode().equals(OAuth2Error.SERVER_ERROR_CODE)
                                        || error.getCode().equals(OAuth2Error.TEMPORARILY_UNAVAILABLE_CODE))
                        ? new ProviderAnswer.Away()
                        : new ProviderAnswer.Declined();
            }
            var code = response.toSuccessResponse().getAuthorizationCode();
            return code == null ? untrusted("it holds no code", null) : exchange(code, attempt, back, known);
        } catch (ParseException e) {
            return untrusted("it is not made as it should be", e);
        } catch (BadJOSEException e) {
            return untrusted("its token is not good", e);
        } catch (IOException | JOSEException e) {
            LOG.log(Level.WARNING, "The provider for signing in does not answer as it should", e);
            return new ProviderAnswer.Away();
        }
    }

    private ProviderAnswer exchange(
            AuthorizationCode code, SignInAttempt attempt, URI back, ProviderKnowledge.Known known)
            throws IOException, ParseException, BadJOSEException, JOSEException {
        var request = new TokenRequest.Builder(
                        known.metadata().getTokenEndpointURI(),
                        authentication(known),
                        new AuthorizationCodeGrant(code, back, new CodeVerifier(attempt.verifier())))
                .build();
        var response = OIDCTokenResponseParser.parse(request.toHTTPRequest().send(http));
        if (!response.indicatesSuccess()) {
            var error = response.toErrorResponse().getErrorObject();
            // A code is good once; every other refusal is a matter between the portal and the provider.
            return OAuth2Error.INVALID_GRANT_CODE.equals(error.getCode())
                    ? untrusted("its code is not good, or was used before", null)
                    : away(error.getCode());
        }
        var tokens = response.toSuccessResponse().getTokens().toOIDCTokens();
        var token = tokens.getIDToken();
        if (token == null) {
            return untrusted("it holds no token that says who they are", null);
        }
        var claims = known.validator().validate(token, new Nonce(attempt.nonce()));
        var subject = claims.getSubject().getValue();
        if (subject.length() > LONGEST_SUBJECT) {
            return untrusted("it names somebody with " + subject.length() + " characters", null);
        }
        PersonClaims person =
                claims.getStringClaim("email") == null ? person(claims, tokens.getAccessToken(), known) : null;
        return new ProviderAnswer.Proved(
                new Identity(settings.issuer(), subject, email(claims, person), provedTwice(claims)));
    }

    private ProviderAnswer away(@Nullable String code) {
        LOG.log(Level.WARNING, "The provider for signing in refuses the portal itself: " + code);
        return new ProviderAnswer.Away();
    }

    /** Some providers keep addresses out of their tokens. Null when this one has no other place for them, or does not say. */
    private @Nullable PersonClaims person(
            IDTokenClaimsSet claims, @Nullable AccessToken access, ProviderKnowledge.Known known)
            throws IOException, ParseException {
        var place = known.metadata().getUserInfoEndpointURI();
        if (place == null || access == null) {
            return null;
        }
        var response = UserInfoResponse.parse(
                new UserInfoRequest(place, access).toHTTPRequest().send(http));
        var info = response.indicatesSuccess() ? response.toSuccessResponse().getUserInfo() : null;
        return info != null && info.getSubject().equals(claims.getSubject()) ? info : null;
    }

    private static Optional<String> email(IDTokenClaimsSet claims, @Nullable PersonClaims person) {
        var address = person == null ? claims.getStringClaim("email") : person.getEmailAddress();
        var isVerified = person == null ? claims.getBooleanClaim("email_verified") : person.getEmailVerified();
        return Optional.ofNullable(address)
                .filter(text -> Boolean.TRUE.equals(isVerified))
                .map(text -> text.strip().toLowerCase(Locale.ROOT));
    }

    private boolean provedTwice(IDTokenClaimsSet claims) {
        var believed = settings.twoSteps();
        var acr = claims.getACR();
        var amr = claims.getAMR();
        return acr != null && believed.contains(acr.getValue())
                || amr != null && amr.stream().anyMatch(way -> believed.contains(way.getValue()));
    }

    /** What a provider takes that says nothing about it is the first (OpenID Connect Core, 9). */
    private ClientAuthentication authentication(ProviderKnowledge.Known known) {
        var taken = known.metadata().getTokenEndpointAuthMethods();
        var secret = new Secret(settings.secret());
        return taken == null
                        || taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        || !taken.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                ? new ClientSecretBasic(client(), secret)
                : new ClientSecretPost(client(), secret);
    }

    private ClientID client() {
        return new ClientID(settings.client());
    }

    private synchronized ProviderKnowledge knowledge() {
        var there = knowledge;
        if (there == null) {
            there = new ProviderKnowledge(settings.issuer(), settings.client(), http, clock);
            knowledge = there;
        }
        return there;
    }

    private static ProviderAnswer untrusted(String why, @Nullable Exception cause) {
        LOG.log(
                Level.WARNING,
                "An answer of the provider for signing in is not believed: " + why
                        + (cause == null ? "" : " (" + cause.getMessage() + ")"));
        return new ProviderAnswer.Untrusted();
    }
}
