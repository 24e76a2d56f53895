package vn.loa.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a program or a browser shows in place of a password. Only the digest of the secret is known here. */
@Entity
@Table(name = "access_token")
public class AccessToken {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account")
    private Account account;

    private String digest;

    @Enumerated(EnumType.STRING)
    private TokenKind kind;

    @Enumerated(EnumType.STRING)
    private SignInWay way;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    private @Nullable String device;

    protected AccessToken() {}

    AccessToken(Account account, TokenSecret secret, TokenKind kind, SignInWay way, Instant now, Instant expiresAt) {
        this.account = account;
        this.digest = secret.digest();
        this.kind = kind;
        this.way = way;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    /** Whether it still stands for its account. */
    boolean isGood(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt) && account.isEnabled();
    }

    public long requireId() {
        return Objects.requireNonNull(id, "the token is not stored yet");
    }

    public Account account() {
        return account;
    }

    public TokenKind kind() {
        return kind;
    }

    /** By what its holder has proved who they are. */
    public SignInWay way() {
        return way;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** Which browser on which system has it, as it says of itself; to tell it from others, nothing more. */
    public Optional<String> device() {
        return Optional.ofNullable(device);
    }

    /** To the minute. */
    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }
}
