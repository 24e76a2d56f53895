package vn.loa.media.uploads;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.media.uploads.UploadRefused.Reason;

/** A file of one account on its way in. What is received is forced to the disk: it survives a loss of power. */
@Entity
public class Upload {
    /** How long it can be continued, as the public contract says. */
    public static final Duration LIFE = Duration.ofDays(10);

    /** For how long room is kept for an upload of which nothing comes. */
    static final Duration SILENCE = Duration.ofDays(1);

    /** How long after its first use it can be used again: an hour less than its bytes stay where the disk has room. */
    private static final Duration REUSE = UploadSweep.GRACE.minusHours(1);

    @Id
    private String id;

    @Version
    private long version;

    private String owner;
    private String name;

    @Column(name = "declared_type")
    private @Nullable String declaredType;

    private @Nullable String product;

    private long length;
    private long received;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "asset")
    private @Nullable Long asset;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    private @Nullable String refused;
    private Texts explanation = Texts.none();

    protected Upload() {}

    Upload(String id, String owner, UploadedName name, long length, Instant now) {
        this.id = id;
        this.owner = owner;
        this.name = name.name();
        this.declaredType = name.type();
        this.product = name.product();
        this.length = length;
        this.createdAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    /** Records that bytes up to this offset are safe. */
    void receivedUpTo(long offset) {
        if (offset < received || offset > length) {
            throw new IllegalArgumentException("Bytes up to %d of %d, after %d".formatted(offset, length, received));
        }
        received = offset;
    }

    /**
     * Makes it the master of an asset; nothing more can be sent, and it cannot be ended any more.
     *
     * @throws UploadRefused when bytes are missing, or it is the master of another asset
     */
    public void become(long assetId, Instant now) {
        requireFree(now);
        asset = assetId;
        settledAt = null;
        refused = null;
        explanation = Texts.none();
    }

    /** It could not become what it was wanted as. @param reason as a code @param why the same for people */
    public void refuse(String reason, Texts why) {
        refused = reason;
        explanation = why;
    }

    /** It can be used for as long from now as if it were announced now: who has taken it on will still need it. */
    public Upload keepOn(Instant now) {
        var end = now.plus(LIFE);
        expiresAt = end.isAfter(expiresAt) ? end : expiresAt;
        return this;
    }

    /** What it had become is gone: its owner may use it again. */
    public void release() {
        asset = null;
    }

    /** Its bytes are needed no longer: they are in the blob store, or nothing will ever come of them. */
    public void settle(Instant now) {
        if (settledAt == null) {
            settledAt = now;
        }
    }

    boolean isSettled() {
        return settledAt != null;
    }

    /** Whether its bytes have been needless since before a moment. */
    boolean isSettledBefore(Instant moment) {
        return settledAt != null && settledAt.isBefore(moment);
    }

    /** @throws UploadRefused when it cannot become an asset (any more) */
    public void requireFree(Instant now) {
        if (!isComplete()) {
            throw new UploadRefused(
                    Reason.INCOMPLETE, "Only %d of %d bytes of the upload are here".formatted(received, length));
        }
        if (asset != null) {
            throw new UploadRefused(Reason.TAKEN, "The upload is in use already");
        }
        if (isSettledBefore(now.minus(REUSE))) {
            throw givenUp();
        }
    }

    static UploadRefused givenUp() {
        return new UploadRefused(
                Reason.EXPIRED, "The upload was used before, and its bytes are given up; send it again");
    }

    /** 128 random bits, as 32 lower-case hexadecimal digits. */
    public String id() {
        return id;
    }

    /** The account's name. */
    public String owner() {
        return owner;
    }

    /** As its owner calls it; shown, never used as a path. */
    public String name() {
        return name;
    }

    /** The media type it is said to be of. */
    public Optional<String> declaredType() {
        return Optional.ofNullable(declaredType);
    }

    /** The slug of the product for whose page of files it is sent. */
    public Optional<String> product() {
        return Optional.ofNullable(product);
    }

    /** In bytes, as declared. */
    public long length() {
        return length;
    }

    /** How many bytes are safe. */
    public long received() {
        return received;
    }

    public boolean isComplete() {
        return received == length;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** Why it could not become what it was wanted as, the last time that somebody tried, as a code. */
    Optional<String> refused() {
        return Optional.ofNullable(refused);
    }

    /** The same for people. */
    Texts explanation() {
        return explanation;
    }

    /** The id of the asset it has become. */
    public Optional<Long> asset() {
        return Optional.ofNullable(asset);
    }
}
