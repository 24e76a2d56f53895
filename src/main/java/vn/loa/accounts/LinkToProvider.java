package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.provider.Identity;
import vn.loa.accounts.provider.Provider;
import vn.loa.common.Coded;

/**
 * Lets administrators say as whom the holder of an account is known to the provider, and holders too, who prove it ({@link LinkOneself}). Who is linked to an account comes in as its holder, so it is bound by the same rules as
 * giving somebody a password, leaves an audit entry, and what is taken away ends the sessions of the account.
 */
@ApplicationScoped
@Transactional
public class LinkToProvider {
    /** In characters. */
    public static final int LONGEST = 255;

    private static final String SUBJECT = "account";
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,180}");
    private static final Pattern NAME = Pattern.compile("[!-~]{1," + LONGEST + "}");

    @Inject
    private ReachableAccounts reach;

    @Inject
    private Provider provider;

    @Inject
    private Accounts accounts;

    @Inject
    private ProviderLinks links;

    @Inject
    private AccessTokens tokens;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * As whom somebody is known to the provider.
     *
     * @param email for which the account waits, or has waited; null when the subject was named
     * @param subject to which it is bound; null while it waits
     */
    public record State(
            @Nullable String email,
            @Nullable String subject,
            @Nullable Instant boundAt) {
        public boolean isBound() {
            return subject != null;
        }

        /** The address, or the subject when that was named. */
        public String name() {
            return Optional.ofNullable(email)
                    .or(() -> Optional.ofNullable(subject))
                    .orElse("");
        }
    }

    /** What comes of naming somebody. */
    public enum Outcome implements Coded {
        LINKED,
        /** It is no address, and no subject. */
        NOBODY,
        /** Another account is linked to them. */
        TAKEN,
        /** The account is linked to somebody: that has to be taken away first. */
        LINKED_BEFORE,
        /** There is no such account. */
        UNKNOWN
    }

    /** Empty when the account is linked to nobody. @throws NotPermitted as {@link AccountAdministration#change} */
    public Optional<State> state(Actor by, String username) {
        return reach.find(by, username)
                .flatMap(account -> links.find(account.requireId()))
                .map(LinkToProvider::state);
    }

    private static State state(ProviderLink link) {
        return new State(
                link.email().orElse(null),
                link.subject().orElse(null),
                link.boundAt().orElse(null));
    }

    /**
     * @param who an address, which has an @, of whoever shall come first; or the subject by which the provider knows them
     * @throws NotPermitted as {@link AccountAdministration#change}, and for one's own account
     */
    public Outcome link(Actor by, String username, String who, boolean isSubject) {
        accounts.oneByOne();
        var found = lock(by, username);
        if (found.isEmpty() || !provider.isOn()) {
            return Outcome.UNKNOWN;
        }
        var account = found.get();
        var named = isSubject ? who : who.toLowerCase(Locale.ROOT);
        if (!(isSubject ? NAME : EMAIL).matcher(named).matches()) {
            return Outcome.NOBODY;
        }
        if (links.find(account.requireId()).isPresent()) {
            return Outcome.LINKED_BEFORE;
        }
        var other = isSubject ? links.boundTo(provider.issuer(), named) : links.named(named);
        if (other.isPresent()) {
            return Outcome.TAKEN;
        }
        var now = clock.instant();
        links.add(
                isSubject
                        ? ProviderLink.to(account.requireId(), provider.issuer(), named, now)
                        : ProviderLink.awaiting(account.requireId(), named, now));
        trace(by, "link-provider", account, named);
        return Outcome.LINKED;
    }

    /** Nobody comes in as the holder of this account by the provider any more. False when nobody did. @throws NotPermitted as {@link #link} */
    public boolean unlink(Actor by, String username) {
        var account = lock(by, username);
        var link = account.flatMap(found -> links.lock(found.requireId()));
        link.ifPresent(links::remove);
        account.filter(found -> link.isPresent()).ifPresent(found -> {
            tokens.revokeAll(found, clock.instant());
            trace(by, "unlink-provider", found, null);
        });
        return link.isPresent();
    }

    /** The same of one's own account. Empty when it is linked to nobody. */
    Optional<State> own(Actor self) {
        return accounts.find(self.name())
                .flatMap(account -> links.find(account.requireId()))
                .map(LinkToProvider::state);
    }

    /** Who has proved both is bound to their account at once. @param username of an account that they have proved to be theirs */
    Outcome bind(String username, Identity identity) {
        accounts.oneByOne();
        var found = accounts.lock(username).filter(Account::isEnabled);
        if (found.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        var account = found.get();
        if (links.find(account.requireId()).isPresent()) {
            return Outcome.LINKED_BEFORE;
        }
        if (links.boundTo(identity.issuer(), identity.subject()).isPresent()
                || identity.email().flatMap(links::named).isPresent()) {
            return Outcome.TAKEN;
        }
        var now = clock.instant();
        var link = ProviderLink.to(account.requireId(), identity.issuer(), identity.subject(), now);
        identity.email().ifPresent(link::name);
        links.add(link);
        trace(account.actor(), "link-provider", account, identity.subject());
        return Outcome.LINKED;
    }

    /** Nobody comes in by the provider as who has proved to be the holder of this account. @param session the one that does not end */
    void unbind(Actor self, long session) {
        var account = accounts.lock(self.name());
        var link = account.flatMap(found -> links.lock(found.requireId()));
        link.ifPresent(links::remove);
        account.filter(found -> link.isPresent()).ifPresent(found -> {
            tokens.revokeAllBut(self.name(), session, clock.instant());
            trace(self, "unlink-provider", found, null);
        });
    }

    /** Nobody comes in as its holder before this transaction ends. */
    private Optional<Account> lock(Actor by, String username) {
        return reach.another(by, username).flatMap(account -> accounts.lock(account.username()));
    }

    private void trace(Actor by, String action, Account account, @Nullable String note) {
        audit.record(by, action, SUBJECT, account.requireId(), account.username(), note);
    }
}
