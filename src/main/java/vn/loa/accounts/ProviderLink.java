package vn.loa.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.provider.Identity;

/**
 * Says as whom the holder of an account is known to the provider. An administrator names an address or the subject; the first who comes with that address, verified, is
 * bound to the account by the subject, and from then on only the subject counts: addresses are handed on to others.
 */
@Entity
@Table(name = "provider_link")
public class ProviderLink {
    @Id
    private long account;

    @Version
    private long version;

    private @Nullable String email;

    private @Nullable String issuer;

    private @Nullable String subject;

    @Column(name = "linked_at")
    private Instant linkedAt;

    @Column(name = "bound_at")
    private @Nullable Instant boundAt;

    protected ProviderLink() {}

    private ProviderLink(long account, Instant now) {
        this.account = account;
        this.linkedAt = now;
    }

    /** Waits for who comes with this address. @param email in small letters */
    static ProviderLink awaiting(long account, String email, Instant now) {
        var link = new ProviderLink(account, now);
        link.email = email;
        return link;
    }

    /** Is for whom the provider knows by this subject, and for nobody else. */
    static ProviderLink to(long account, String issuer, String subject, Instant now) {
        var link = new ProviderLink(account, now);
        link.issuer = issuer;
        link.subject = subject;
        link.boundAt = now;
        return link;
    }

    /** From now on only this person may come. @throws IllegalStateException when somebody has come before */
    void bind(Identity identity, Instant now) {
        if (isBound()) {
            throw new IllegalStateException("The account is bound to somebody");
        }
        issuer = identity.issuer();
        subject = identity.subject();
        boundAt = now;
    }

    /** By what address they are known to people; it says nothing of who may come. @param address in small letters */
    void name(String address) {
        email = address;
    }

    /** Whether this person may come as the holder of the account. */
    boolean isOf(Identity identity) {
        return isBound()
                ? identity.subject().equals(subject) && identity.issuer().equals(issuer)
                : email != null && identity.email().filter(email::equals).isPresent();
    }

    boolean isBound() {
        return subject != null;
    }

    long account() {
        return account;
    }

    Optional<String> email() {
        return Optional.ofNullable(email);
    }

    Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    Optional<Instant> boundAt() {
        return Optional.ofNullable(boundAt);
    }

    Instant linkedAt() {
        return linkedAt;
    }
}
