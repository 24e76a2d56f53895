package vn.loa.accounts;

/** What comes of an act on an account. */
public sealed interface AccountChange {
    /** It was done. @param endedLink whether a link by which they would have chosen a password is good no more */
    record Done(AccountView account, boolean endedLink) implements AccountChange {
        Done(AccountView account) {
            this(account, false);
        }
    }

    /** There is no such account where they may act. */
    record Unknown() implements AccountChange {}

    /** Somebody else has this name. */
    record Taken() implements AccountChange {}

    /** Somebody else has changed it since. */
    record Stale() implements AccountChange {}

    /** Nobody could administer the portal any more. */
    record LastAdministrator() implements AccountChange {}
}
