package vn.loa.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lets who holds its secret choose a password for one account, once. Only the digest of the secret is known here. */
@Entity
@Table(name = "password_link")
public class PasswordLink {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account")
    private Account account;

    private String digest;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    protected PasswordLink() {}

    PasswordLink(Account account, TokenSecret secret, Instant now, Instant expiresAt) {
        this.account = account;
        this.digest = secret.digest();
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    /** Whether a password may be chosen with it. */
    boolean isGood(Instant now) {
        return usedAt == null && now.isBefore(expiresAt) && account.isEnabled();
    }

    void use(Instant now) {
        usedAt = now;
    }

    Account account() {
        return account;
    }
}
