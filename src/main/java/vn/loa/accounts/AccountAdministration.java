package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.AccountChange.Done;
import vn.loa.accounts.AccountChange.LastAdministrator;
import vn.loa.accounts.AccountChange.Stale;
import vn.loa.accounts.AccountChange.Taken;
import vn.loa.accounts.AccountChange.Unknown;
import vn.loa.common.InvalidInput;
import vn.loa.common.Page;
import vn.loa.taxonomy.Languages;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/**
 * What administrators do with accounts, each within their own place. Accounts are never deleted, because what they did bears their
 * name; they are closed. Every act leaves an audit entry. Passwords come hashed: no transaction is open while one is made.
 */
@ApplicationScoped
@Transactional
public class AccountAdministration {
    private static final String SUBJECT = "account";
    private static final String NOBODY = "";

    @Inject
    private Accounts accounts;

    @Inject
    private AccessTokens tokens;

    @Inject
    private Localities localities;

    @Inject
    private Languages languages;

    @Inject
    private SecondFactors factors;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** By name, those within the administrator's place. @throws NotPermitted for others */
    public Page<AccountView> list(Actor by, int page, int size) {
        return search(by, "", page, size);
    }

    /** The same of those whose names hold a text, whatever its capital letters. @param text empty for all */
    public Page<AccountView> search(Actor by, String text, int page, int size) {
        require(by);
        var places = Optional.ofNullable(by.confinedTo()).map(localities::below);
        return accounts.list(places, text, page, size).map(AccountView::of);
    }

    /** Empty when there is none within their place. @throws NotPermitted for others than administrators */
    public Optional<AccountView> find(Actor by, String username) {
        return reachable(by, username).map(AccountView::of);
    }

    /**
     * Makes an account.
     *
     * @param username lower case
     * @param passwordHash as {@link Passwords#hash} makes it
     * @throws NotPermitted for others than administrators, and for accounts beyond their place
     * @throws InvalidInput for languages and localities that there are not
     */
    public AccountChange open(Actor by, String username, AccountContent content, String passwordHash) {
        require(by);
        var locality = locality(by, content);
        accounts.oneByOne();
        if (accounts.find(username).isPresent()) {
            return new Taken();
        }
        var account = new Account(username, content.displayName(), passwordHash, false, clock.instant());
        write(account, content, locality);
        accounts.add(account);
        trace(by, "open-account", account, summary(content));
        return new Done(AccountView.of(account));
    }

    /**
     * Changes what somebody may do, or closes their account together with their sessions.
     *
     * @param isCurrent whether the version that the administrator saw is still the one that there is
     * @throws NotPermitted for others than administrators, and for accounts beyond their place
     * @throws InvalidInput for languages and localities that there are not
     */
    public AccountChange change(Actor by, String username, LongPredicate isCurrent, AccountContent content) {
        require(by);
        accounts.oneByOne();
        var found = reachable(by, username);
        if (found.isEmpty()) {
            return new Unknown();
        }
        var account = found.get();
        var locality = locality(by, content);
        if (!isCurrent.test(account.version())) {
            return new Stale();
        }
        if (!content.administersAll() && !accounts.isAdministeredWithout(username)) {
            return new LastAdministrator();
        }
        write(account, content, locality);
        accounts.changed(account);
        if (!content.enabled()) {
            tokens.revokeAll(account, clock.instant());
        }
        trace(by, "change-account", account, summary(content));
        return new Done(AccountView.of(account));
    }

    /** Gives somebody another password and ends their sessions. @throws NotPermitted as {@link #change} */
    public AccountChange rekey(Actor by, String username, String passwordHash) {
        var found = reachable(by, username);
        if (found.isEmpty()) {
            return new Unknown();
        }
        return rekey(by.name(), found.get(), passwordHash);
    }

    /**
     * Gives oneself another password and ends one's sessions. The present one was compared before this transaction: in the meantime the
     * account may have been closed or got another password, and then it is left alone.
     *
     * @param compared the hash that the present password fits
     */
    AccountChange rekeyOwn(Actor self, String compared, String passwordHash) {
        return accounts.lock(self.name())
                .filter(Account::isEnabled)
                .filter(locked -> locked.passwordHash().equals(compared))
                .map(account -> rekey(self.name(), account, passwordHash))
                .orElseGet(Unknown::new);
    }

    /** Whether somebody has a second step of signing in. @throws NotPermitted as {@link #change} */
    public boolean hasSecondFactor(Actor by, String username) {
        return reachable(by, username)
                .flatMap(account -> factors.find(account.requireId()))
                .filter(SecondFactor::isConfirmed)
                .isPresent();
    }

    /**
     * Takes away the second step of somebody who has lost telephone and paper, and ends their sessions: who it is must be known by other means. False when there
     * is nothing to take away.
     *
     * @throws NotPermitted as {@link #change}
     */
    public boolean resetSecondFactor(Actor by, String username) {
        var account = reachable(by, username);
        var factor = account.flatMap(found -> factors.lock(found.requireId()));
        factor.ifPresent(factors::remove);
        account.filter(found -> factor.isPresent()).ifPresent(found -> {
            tokens.revokeAll(found, clock.instant());
            audit.record(by, "reset-second-factor", SUBJECT, found.requireId(), found.username(), null);
        });
        return factor.isPresent();
    }

    /** Whether somebody administers the portal. */
    boolean isFounded() {
        return accounts.isAdministeredWithout(NOBODY);
    }

    /** The first administrator of a new installation; {@link Taken} when somebody administers it already. */
    AccountChange found(String username, String displayName, String passwordHash) {
        accounts.oneByOne();
        if (isFounded() || accounts.find(username).isPresent()) {
            return new Taken();
        }
        var account = new Account(username, displayName, passwordHash, false, clock.instant());
        account.entrust(Set.of(Role.ADMINISTRATOR), null, Set.of());
        accounts.add(account);
        audit.record(username, "found-portal", SUBJECT, account.requireId(), username, null);
        return new Done(AccountView.of(account));
    }

    private AccountChange rekey(String by, Account account, String passwordHash) {
        account.rehash(passwordHash);
        tokens.revokeAll(account, clock.instant());
        audit.record(by, "set-password", SUBJECT, account.requireId(), account.username(), null);
        return new Done(AccountView.of(account));
    }

    /** @throws NotPermitted for others than administrators */
    public static void require(Actor by) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new NotPermitted(by, "administer accounts");
        }
    }

    private Optional<Account> reachable(Actor by, String username) {
        require(by);
        var found = accounts.find(username);
        if (found.isPresent() && !covers(by, found.get().locality().orElse(null))) {
            throw new NotPermitted(by, "administer accounts there");
        }
        return found;
    }

    /** Whose place is the whole province is beyond everybody who is confined. */
    private static boolean covers(Actor by, @Nullable Locality place) {
        return place == null ? !by.isConfined() : by.covers(place);
    }

    private @Nullable Locality locality(Actor by, AccountContent content) {
        var locality = content.locality()
                .map(name -> localities
                        .find(name)
                        .orElseThrow(() -> InvalidInput.of("locality", "is not a locality: " + name)))
                .orElse(null);
        if (!covers(by, locality)) {
            throw new NotPermitted(by, "administer accounts there");
        }
        var known = languages.all().stream().map(language -> language.code()).collect(Collectors.toSet());
        content.languages().stream()
                .filter(code -> !known.contains(code))
                .findFirst()
                .ifPresent(code -> {
                    throw InvalidInput.of("languages", "is not a language: " + code);
                });
        return locality;
    }

    private static void write(Account account, AccountContent content, @Nullable Locality locality) {
        account.rename(content.displayName());
        account.entrust(content.roles(), locality, content.languages());
        account.enable(content.enabled());
    }

    private static String summary(AccountContent content) {
        return "%s, %s, %s, %s"
                .formatted(
                        content.roles().stream().sorted().map(Role::code).toList(),
                        content.locality().orElse("everywhere"),
                        content.languages().stream().sorted().toList(),
                        content.enabled() ? "open" : "closed");
    }

    private void trace(Actor by, String action, Account account, String note) {
        audit.record(by, action, SUBJECT, account.requireId(), account.username(), note);
    }
}
