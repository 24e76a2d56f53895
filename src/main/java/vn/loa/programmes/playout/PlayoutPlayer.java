package vn.loa.programmes.playout;

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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.taxonomy.Locality;

/** A browser that plays the programme of a station, and may write into its as-run log. Only the digest of its secret is known here. */
@Entity
@Table(name = "playout_player")
public class PlayoutPlayer {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "locality")
    private Locality locality;

    private String name;
    private String digest;

    @Column(name = "paired_at")
    private Instant pairedAt;

    @Column(name = "paired_by")
    private String pairedBy;

    @Column(name = "seen_at")
    private @Nullable Instant seenAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    protected PlayoutPlayer() {}

    /** @param name how its station calls it @param pairedBy who made the code */
    PlayoutPlayer(Locality locality, String name, String digest, Instant pairedAt, String pairedBy) {
        this.locality = locality;
        this.name = name;
        this.digest = digest;
        this.pairedAt = pairedAt;
        this.pairedBy = pairedBy;
    }

    /** It writes nothing from now on. */
    void revoke(Instant now) {
        revokedAt = now;
    }

    boolean isGood() {
        return revokedAt == null;
    }

    long requireId() {
        return Objects.requireNonNull(id, "the player is not stored yet");
    }

    Locality locality() {
        return locality;
    }

    String name() {
        return name;
    }

    Instant pairedAt() {
        return pairedAt;
    }

    String pairedBy() {
        return pairedBy;
    }

    /** To the minute. */
    Optional<Instant> seenAt() {
        return Optional.ofNullable(seenAt);
    }
}
