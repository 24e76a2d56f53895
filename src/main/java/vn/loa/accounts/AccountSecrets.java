package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import vn.loa.accounts.AccountChange.Done;
import vn.loa.accounts.AccountChange.Unknown;

/** What administrators, and people themselves, do with what proves who somebody is: passwords, which come hashed, and second steps. Every act leaves an audit entry and ends sessions. */
@ApplicationScoped
@Transactional
public class AccountSecrets {
    private static final String SUBJECT = "account";

    @Inject
    private ReachableAccounts reach;

    @Inject
    private Accounts accounts;

    @Inject
    private AccessTokens tokens;

    @Inject
    private PasswordLinks links;

    @Inject
    private SecondFactors factors;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Gives somebody another password and ends their sessions. @throws NotPermitted as {@link AccountAdministration#change}, and for one's own account */
    public AccountChange rekey(Actor by, String username, String passwordHash) {
        var found = reach.another(by, username);
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

    /** Whether somebody has a second step of signing in. @throws NotPermitted as {@link AccountAdministration#change} */
    public boolean hasSecondFactor(Actor by, String username) {
        return reach.find(by, username)
                .flatMap(account -> factors.find(account.requireId()))
                .filter(SecondFactor::isConfirmed)
                .isPresent();
    }

    /**
     * Takes away the second step of somebody who has lost telephone and paper, and ends their sessions: who it is must be known by other means. False when there
     * is nothing to take away.
     *
     * @throws NotPermitted as {@link AccountAdministration#change}, and for one's own account
     */
    public boolean resetSecondFactor(Actor by, String username) {
        var account = reach.another(by, username);
        var factor = account.flatMap(found -> factors.lock(found.requireId()));
        factor.ifPresent(factors::remove);
        account.filter(found -> factor.isPresent()).ifPresent(found -> {
            tokens.revokeAll(found, clock.instant());
            audit.record(by, "reset-second-factor", SUBJECT, found.requireId(), found.username(), null);
        });
        return factor.isPresent();
    }

    private AccountChange rekey(String by, Account account, String passwordHash) {
        var now = clock.instant();
        account.rehash(passwordHash);
        tokens.revokeAll(account, now);
        // Whoever holds one could take the new password away again.
        var endedLink = links.end(account, now);
        audit.record(by, "set-password", SUBJECT, account.requireId(), account.username(), null);
        return new Done(AccountView.of(account), endedLink);
    }
}
