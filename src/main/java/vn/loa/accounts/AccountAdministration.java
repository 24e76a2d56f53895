package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
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
import vn.loa.taxonomy.Languages;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/**
 * What administrators do with accounts, each within their own place. Accounts are never deleted, because what they did bears their
 * name; they are closed. Every act leaves an audit entry. Passwords come hashed: no transaction is open while one is made; see {@link AccountSecrets}.
 */
@ApplicationScoped
@Transactional
public class AccountAdministration {
    private static final String SUBJECT = "account";
    private static final String NOBODY = "";

    @Inject
    private Accounts accounts;

    @Inject
    private ReachableAccounts reach;

    @Inject
    private AccessTokens tokens;

    @Inject
    private PasswordLinks links;

    @Inject
    private Localities localities;

    @Inject
    private Languages languages;

    @Inject
    private Passwords passwords;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Empty when there is none within their place. @throws NotPermitted for others than administrators */
    public Optional<AccountView> find(Actor by, String username) {
        return reach.find(by, username).map(AccountView::of);
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
        return open(by, username, content, passwordHash, false);
    }

    /** The same for somebody who has still to choose a password, or to come through the provider: until then nobody signs in with it. */
    public AccountChange expect(Actor by, String username, AccountContent content) {
        return open(by, username, content, passwords.nobodys(), true);
    }

    private AccountChange open(
            Actor by, String username, AccountContent content, String passwordHash, boolean awaited) {
        require(by);
        var locality = locality(by, content);
        accounts.oneByOne();
        if (accounts.find(username).isPresent()) {
            return new Taken();
        }
        var account = new Account(username, content.displayName(), passwordHash, false, clock.instant());
        if (awaited) {
            account.await();
        }
        write(account, content, locality);
        accounts.add(account);
        trace(by, "open-account", account, summary(content));
        return new Done(AccountView.of(account));
    }

    /**
     * Changes what somebody may do, or closes their account together with their sessions. A link by which they would choose a password
     * was handed over for what they were then: it is good no more when they are closed, or given other roles or another place.
     *
     * @param isCurrent whether the version that the administrator saw is still the one that there is
     * @throws NotPermitted for others than administrators, and for accounts beyond their place
     * @throws InvalidInput for languages and localities that there are not
     */
    public AccountChange change(Actor by, String username, LongPredicate isCurrent, AccountContent content) {
        require(by);
        accounts.oneByOne();
        var found = reach.find(by, username);
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
        var before = account.actor();
        write(account, content, locality);
        accounts.changed(account);
        var now = clock.instant();
        if (!content.enabled()) {
            tokens.revokeAll(account, now);
        }
        var endedLink = (!content.enabled() || isElse(before, account.actor())) && links.end(account, now);
        trace(by, "change-account", account, summary(content));
        return new Done(AccountView.of(account), endedLink);
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

    /** @throws NotPermitted for others than administrators */
    public static void require(Actor by) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new NotPermitted(by, "administer accounts");
        }
    }

    private @Nullable Locality locality(Actor by, AccountContent content) {
        var locality = content.locality()
                .map(name -> localities
                        .find(name)
                        .orElseThrow(() -> InvalidInput.of("locality", "is not a locality: " + name)))
                .orElse(null);
        if (!ReachableAccounts.covers(by, locality)) {
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

    private static boolean isElse(Actor before, Actor after) {
        return !before.roles().equals(after.roles()) || !Objects.equals(before.confinedTo(), after.confinedTo());
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
