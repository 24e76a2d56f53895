package vn.loa.programmes.packages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key with which the portal signs packages, or has signed them. One at a time signs; of those before it only the public half is kept. */
@Entity
@Table(name = "package_key")
public class PackageKey {
    @Id
    private String id;

    @Version
    private long version;

    @Column(name = "public_key")
    private byte[] publicKey;

    @Column(name = "private_key")
    private byte @Nullable [] privateKey;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "retired_at")
    private @Nullable Instant retiredAt;

    private boolean distrusted;

    protected PackageKey() {}

    PackageKey(SigningKey key, Instant now) {
        this.id = key.id();
        this.publicKey = key.publicKey().getEncoded();
        this.privateKey = key.privateKey().getEncoded();
        this.madeAt = now;
    }

    /** It signs nothing any more, and cannot. @param distrust whether somebody else may have had it */
    void retire(boolean distrust, Instant now) {
        privateKey = null;
        retiredAt = now;
        distrusted = distrust;
    }

    /** @throws IllegalStateException when it signs nothing any more */
    SigningKey signing() {
        var secret = privateKey;
        if (secret == null) {
            throw new IllegalStateException("Key " + id + " signs nothing any more");
        }
        return SigningKey.of(publicKey, secret);
    }

    String id() {
        return id;
    }

    String pem() {
        return SigningKey.pem(publicKey);
    }

    Instant madeAt() {
        return madeAt;
    }

    Optional<Instant> retiredAt() {
        return Optional.ofNullable(retiredAt);
    }

    boolean isDistrusted() {
        return distrusted;
    }
}
