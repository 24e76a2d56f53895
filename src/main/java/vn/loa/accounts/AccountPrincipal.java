package vn.loa.accounts;

import jakarta.security.enterprise.CallerPrincipal;

/** An account as the container knows it. */
final class AccountPrincipal extends CallerPrincipal {
    private static final long serialVersionUID = 1L;

    private final transient Sessions.Holder holder;

    AccountPrincipal(Sessions.Holder holder) {
        super(holder.actor().name());
        this.holder = holder;
    }

    Sessions.Holder holder() {
        return holder;
    }
}
