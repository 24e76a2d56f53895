package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Page;

/**
 * Knows the holders of tokens that {@link Admission} has given out, and takes tokens back. What is done leaves an audit entry,
 * without any secret.
 */
@ApplicationScoped
@Transactional
public class Sessions {
    private static final String SUBJECT = "account";

    private static final Duration NOTED_AGAIN_AFTER = Duration.ofMinutes(1);

    @Inject
    private Accounts accounts;

    @Inject
    private AccessTokens tokens;

    @Inject
    private SecondFactors factors;

    @Inject
    private AuditTrail audit;

    @Inject
    private AccountSettings settings;

    @Inject
    private Clock clock;

    /**
     * A token that is good, without its secret.
     *
     * @param lastUsedAt to the minute
     * @param device which browser on which system has it, as it says of itself; null when nobody knows
     */
    public record Session(
            long id,
            TokenKind kind,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable String device) {}

    /**
     * Who holds a token.
     *
     * @param name by which people know them
     * @param way by what they have proved who they are
     * @param owesSecondFactor whether they have to set up their second step before anything else
     */
    public record Holder(Actor actor, String name, long session, SignInWay way, boolean owesSecondFactor) {}

    /**
     * Who holds this token, if it is good and carried as it must be; notes that it was used. A program cannot set up a second step: its token is not good
     * as long as the account owes one, be it that it has been given more to do since.
     */
    public Optional<Holder> identify(TokenSecret secret, TokenKind kind) {
        var now = clock.instant();
        var found = tokens.find(secret).filter(shown -> shown.kind() == kind && shown.isGood(now));
        var owes = found.filter(shown -> owesSecondFactor(shown.way(), shown.account()))
                .isPresent();
        var token = found.filter(shown -> !owes || kind == TokenKind.BROWSER);
        token.filter(used -> used.lastUsedAt()
                        .filter(last -> last.isAfter(now.minus(NOTED_AGAIN_AFTER)))
                        .isEmpty())
                .ifPresent(used -> tokens.used(used.requireId(), now, now.minus(NOTED_AGAIN_AFTER)));
        return token.map(used ->
                new Holder(used.account().actor(), used.account().displayName(), used.requireId(), used.way(), owes));
    }

    private boolean owesSecondFactor(SignInWay way, Account account) {
        return way != SignInWay.PROVIDER_TWO_STEPS
                && settings.requiresSecondFactor(account)
                && factors.find(account.requireId())
                        .filter(SecondFactor::isConfirmed)
                        .isEmpty();
    }

    /** Notes which browser on which system a token was given to. */
    public void given(long id, String device) {
        tokens.given(id, device);
    }

    /** The good tokens of somebody, the newest first. */
    public Page<Session> of(Actor holder, int page, int size) {
        return tokens.of(holder.name(), clock.instant(), page, size)
                .map(token -> new Session(
                        token.requireId(),
                        token.kind(),
                        token.createdAt(),
                        token.expiresAt(),
                        token.lastUsedAt().orElse(null),
                        token.device().orElse(null)));
    }

    /** Takes back one of one's own tokens. False when there is no good one with this id. */
    public boolean close(Actor holder, long id) {
        var closed = tokens.revoke(holder.name(), id, clock.instant());
        if (closed) {
            traceOwn(holder, "token " + id);
        }
        return closed;
    }

    /** Takes back all of one's own tokens but the one that is in use; answers how many were good. */
    public int closeOthers(Actor holder, long current) {
        var closed = tokens.revokeAllBut(holder.name(), current, clock.instant());
        if (closed > 0) {
            traceOwn(holder, "all but token " + current);
        }
        return closed;
    }

    private void traceOwn(Actor holder, String which) {
        accounts.find(holder.name())
                .ifPresent(account -> audit.record(
                        holder.name(), "revoke-token", SUBJECT, account.requireId(), account.username(), which));
    }

    /** When this person last worked in the back office before this session; empty when that is not known. */
    public Optional<Instant> lastHereBefore(Actor holder, long session) {
        return tokens.lastUseBefore(holder.name(), session);
    }
}
