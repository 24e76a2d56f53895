package vn.loa.programmes.log;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.taxonomy.Locality;

/** An entry of the as-run log of a commune: that something was aired, or was not. It is corrected, never deleted. */
@Entity
public class Broadcast {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "locality")
    private Locality locality;

    private String key;
    private String digest;
    private long product;
    private String language;

    @Column(name = "aired_at")
    private Instant airedAt;

    private int seconds;
    private AiredOutcome outcome;
    private String note;
    private LogOrigin origin;
    private boolean struck;
    private int changes;

    @Column(name = "planned_at")
    private @Nullable Instant plannedAt;

    @Column(name = "told_at")
    private @Nullable Instant toldAt;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "written_by")
    private String writtenBy;

    protected Broadcast() {}

    /**
     * How an entry comes to be.
     *
     * @param digest of what came with the key
     * @param planned when it was to begin; null when nobody said so
     * @param told what the clock of the station said where that cannot be; null where it can
     */
    record Writing(
            String key,
            String digest,
            LogOrigin origin,
            Instant at,
            String by,
            @Nullable Instant planned,
            @Nullable Instant told) {}

    Broadcast(Locality locality, Aired aired, Writing writing) {
        this.locality = locality;
        this.key = writing.key();
        this.digest = writing.digest();
        this.origin = writing.origin();
        this.writtenAt = writing.at();
        this.writtenBy = writing.by();
        this.plannedAt = writing.planned();
        this.toldAt = writing.told();
        say(aired);
    }

    private void say(Aired aired) {
        product = aired.product();
        language = aired.language();
        airedAt = aired.at();
        seconds = aired.seconds();
        outcome = aired.outcome();
        note = aired.note();
    }

    /**
     * It says something else from now on.
     *
     * @param strike whether it was written by mistake, and counts for nothing
     * @return what it was before
     */
    BroadcastChange correct(Aired aired, boolean strike, String reason, Instant now, String by) {
        var before = new BroadcastChange(this, changes + 1, reason, now, by);
        say(aired);
        struck = strike;
        changes++;
        return before;
    }

    /** Somebody tells anew of what was struck out. @param told digest of what they tell @return what it was before */
    BroadcastChange tell(Aired aired, String told, Instant now, String by) {
        digest = told;
        return correct(aired, false, "again", now, by);
    }

    /** Whether somebody has told it by hand, and it still says so. @param name of their account */
    boolean isAsToldBy(String name) {
        return changes == 0 && origin == LogOrigin.HAND && writtenBy.equals(name);
    }

    /** Whether it says exactly this. */
    boolean says(Aired other, boolean strike) {
        return aired().equals(other) && struck == strike;
    }

    Aired aired() {
        return new Aired(product, language, airedAt, seconds, outcome, note);
    }

    /**
     * Whether it and another cannot both be heard. Clocks of stations are set while they play: what was planned for times that lie apart is believed.
     *
     * @param planned when the other was to begin; null when nobody said so
     */
    boolean overlaps(Aired other, @Nullable Instant planned) {
        var apart = plannedAt != null
                && planned != null
                && !aired().begun(plannedAt).overlaps(other.begun(planned));
        return !apart && aired().overlaps(other);
    }

    /** What the clock of the station said where that cannot be, until somebody has corrected it. */
    Optional<Instant> wrongClock() {
        return Optional.ofNullable(changes == 0 ? toldAt : null);
    }

    public long requireId() {
        return Objects.requireNonNull(id, "the entry is not stored yet");
    }

    public long version() {
        return version;
    }

    /** Where it was heard. */
    public Locality locality() {
        return locality;
    }

    String key() {
        return key;
    }

    /** Whether it says when it was to begin by the programme. */
    boolean isOfProgramme() {
        return plannedAt != null;
    }

    String digest() {
        return digest;
    }

    public AiredOutcome outcome() {
        return outcome;
    }

    public LogOrigin origin() {
        return origin;
    }

    public boolean isStruck() {
        return struck;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    public String writtenBy() {
        return writtenBy;
    }
}
