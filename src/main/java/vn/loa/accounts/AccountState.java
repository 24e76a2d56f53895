package vn.loa.accounts;

import java.util.Optional;
import vn.loa.common.Coded;

/** Whether somebody comes in with an account. */
public enum AccountState implements Coded {
    /** Its holder comes in. */
    OPEN,
    /** Its holder may come in, and has not chosen a password yet, nor come through the provider. */
    AWAITED,
    /** Nobody comes in. */
    CLOSED;

    public static Optional<AccountState> find(String code) {
        return Coded.find(AccountState.class, code);
    }

    static AccountState of(Account account) {
        return !account.isEnabled() ? CLOSED : account.isAwaited() ? AWAITED : OPEN;
    }
}
