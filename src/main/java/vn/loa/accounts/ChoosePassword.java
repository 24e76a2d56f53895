package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets somebody choose a password who has none, or has forgotten it: an administrator makes a link and hands it over, and so never knows
 * the password. A link is good once and for a day; a newer one takes its place.
 */
@ApplicationScoped
@Transactional
public class ChoosePassword {
    private static final String SUBJECT = "account";
    private static final Duration GOOD_FOR = Duration.ofHours(24);

    @Inject
    private ReachableAccounts reach;

    @Inject
    private Accounts accounts;

    @Inject
    private PasswordLinks links;

    @Inject
    private AccessTokens tokens;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** @param secret known to nobody else from now on */
    public record Link(TokenSecret secret, Instant expiresAt) {}

    /**
     * Makes a link to an account. The password there is stays good until another is chosen.
     *
     * @return empty when there is no such account, or it is closed
     * @throws NotPermitted for others than administrators, for accounts beyond their place, and for one's own
     */
    public Optional<Link> invite(Actor by, String username) {
        if (reach.another(by, username).isEmpty()) {
            return Optional.empty();
        }
        return accounts.lock(username).filter(Account::isEnabled).map(account -> {
            var now = clock.instant();
            links.forget(now);
            links.end(account, now);
            var link = new Link(TokenSecret.random(), now.plus(GOOD_FOR));
            links.add(new PasswordLink(account, link.secret(), now, link.expiresAt()));
            audit.record(by, "invite", SUBJECT, account.requireId(), account.username(), null);
            return link;
        });
    }

    /** The name with which somebody will sign in who chooses a password by this link; empty when it is not good. */
    public Optional<String> invited(TokenSecret secret) {
        return links.find(secret)
                .filter(link -> link.isGood(clock.instant()))
                .map(link -> link.account().username());
    }

    /**
     * Gives the account another password and ends its sessions; the link is used up.
     *
     * @param passwordHash as {@link Passwords#hash} makes it
     * @return whether the link was good
     */
    public boolean with(TokenSecret secret, String passwordHash) {
        var now = clock.instant();
        var found = links.lock(secret).filter(link -> link.isGood(now));
        found.ifPresent(link -> {
            link.use(now);
            var account = link.account();
            account.rehash(passwordHash);
            tokens.revokeAll(account, now);
            audit.record(account.username(), "set-password", SUBJECT, account.requireId(), account.username(), null);
        });
        return found.isPresent();
    }
}
