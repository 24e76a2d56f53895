package vn.loa.programmes.delivery;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.taxonomy.Locality;

/** A system to which programmes are sent. */
@Entity
@Table(name = "delivery_target")
public class DeliveryTarget {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private String name;

    @Enumerated(EnumType.STRING)
    private TargetKind kind;

    private String address;
    private String username;
    private byte @Nullable [] secret;

    @Column(name = "host_key")
    private String hostKey;

    @Column(name = "seen_host_key")
    private String seenHostKey = "";

    private String parts;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "unit")
    private Locality unit;

    @Column(name = "on_publication")
    private boolean onPublication;

    @Column(name = "on_urgent")
    private boolean onUrgent;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "paused_at")
    private @Nullable Instant pausedAt;

    @Column(name = "removed_at")
    private @Nullable Instant removedAt;

    private long edits;
    private int failures;

    @Column(name = "failing_since")
    private @Nullable Instant failingSince;

    @Column(name = "resting_until")
    private @Nullable Instant restingUntil;

    protected DeliveryTarget() {}

    /** @param unit whose stations it is for */
    DeliveryTarget(TargetFields fields, Locality unit, String madeBy, Instant now) {
        this.madeAt = now;
        this.madeBy = madeBy;
        this.name = fields.name();
        this.kind = fields.kind();
        this.address = fields.address();
        this.username = fields.username();
        this.hostKey = fields.hostKey();
        this.parts = SentPart.write(fields.parts());
        this.unit = unit;
        this.onPublication = fields.onPublication();
        this.onUrgent = fields.onUrgent();
    }

    /** It is another one from now on, and what has failed is tried anew. Its secret stays. */
    void change(TargetFields fields, Locality other) {
        if (!fields.address().equals(address)) {
            seenHostKey = "";
        }
        edits++;
        name = fields.name();
        kind = fields.kind();
        address = fields.address();
        username = fields.username();
        hostKey = fields.hostKey();
        parts = SentPart.write(fields.parts());
        onPublication = fields.onPublication();
        onUrgent = fields.onUrgent();
        unit = other;
        restingUntil = null;
    }

    /** @param sealed null for none */
    void keep(byte @Nullable [] sealed) {
        secret = sealed;
        restingUntil = null;
    }

    /** A server has shown a key that nobody has confirmed. */
    void saw(String fingerprint) {
        seenHostKey = fingerprint;
    }

    /** The key that it has shown last is its own. @return false when it has shown none that is not known */
    boolean trust(String fingerprint) {
        if (seenHostKey.isEmpty() || !seenHostKey.equals(fingerprint)) {
            return false;
        }
        hostKey = seenHostKey;
        seenHostKey = "";
        restingUntil = null;
        return true;
    }

    void pause(Instant now) {
        pausedAt = now;
    }

    void resume() {
        pausedAt = null;
        restingUntil = null;
    }

    void remove(Instant now) {
        removedAt = now;
    }

    void restore() {
        removedAt = null;
        restingUntil = null;
    }

    /** Something was taken, or is newer there. */
    void took() {
        failures = 0;
        failingSince = null;
        restingUntil = null;
    }

    /** Something was not taken. @param rest until when nothing but what is urgent is tried; null when it was for what was sent: it rests as before */
    void failed(Instant now, @Nullable Instant rest) {
        failures++;
        failingSince = Objects.requireNonNullElse(failingSince, now);
        restingUntil = rest == null ? restingUntil : rest;
    }

    /** Somebody wants it tried now. */
    void awake() {
        restingUntil = null;
    }

    boolean isOpen() {
        return pausedAt == null && removedAt == null;
    }

    boolean isResting(Instant now) {
        return restingUntil != null && restingUntil.isAfter(now);
    }

    long requireId() {
        return Objects.requireNonNull(id, "the target is not stored yet");
    }

    /** Counts what people have changed of it. */
    long edits() {
        return edits;
    }

    String name() {
        return name;
    }

    TargetKind kind() {
        return kind;
    }

    String address() {
        return address;
    }

    String username() {
        return username;
    }

    Optional<byte[]> secret() {
        return Optional.ofNullable(secret);
    }

    String hostKey() {
        return hostKey;
    }

    String seenHostKey() {
        return seenHostKey;
    }

    Set<SentPart> parts() {
        return SentPart.parse(parts);
    }

    Locality unit() {
        return unit;
    }

    boolean isOnPublication() {
        return onPublication;
    }

    boolean isOnUrgent() {
        return onUrgent;
    }

    Optional<Instant> pausedAt() {
        return Optional.ofNullable(pausedAt);
    }

    Optional<Instant> removedAt() {
        return Optional.ofNullable(removedAt);
    }

    int failures() {
        return failures;
    }

    Optional<Instant> failingSince() {
        return Optional.ofNullable(failingSince);
    }

    Optional<Instant> restingUntil() {
        return Optional.ofNullable(restingUntil);
    }
}
