package vn.loa.accounts;

/** What comes of an act on an account. */
public sealed interface AccountChange {
    /** It was done. */
    record Done(AccountView account) implements AccountChange {}

    /** There is no such account where they may act. */
    record Unknown() implements AccountChange {}

    /** Somebody else has this name. */
    record Taken() implements AccountChange {}

    /** Somebody else has changed it since. */
    record Stale() implements AccountChange {}

    /** Nobody could administer the portal any more. */
    record LastAdministrator() implements AccountChange {}
}
