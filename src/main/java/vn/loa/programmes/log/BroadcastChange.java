package vn.loa.programmes.log;

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

/** What an entry of the log said before somebody corrected it, who did, and why. Never changed itself. */
@Entity
@Table(name = "broadcast_change")
public class BroadcastChange {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "broadcast")
    private Broadcast broadcast;

    private int number;
    private long product;
    private String language;

    @Column(name = "aired_at")
    private Instant airedAt;

    private int seconds;
    private AiredOutcome outcome;
    private String note;
    private boolean struck;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "made_by")
    private String madeBy;

    private String reason;

    protected BroadcastChange() {}

    BroadcastChange(Broadcast broadcast, int number, String reason, Instant madeAt, String madeBy) {
        var before = broadcast.aired();
        this.broadcast = broadcast;
        this.number = number;
        this.product = before.product();
        this.language = before.language();
        this.airedAt = before.at();
        this.seconds = before.seconds();
        this.outcome = before.outcome();
        this.note = before.note();
        this.struck = broadcast.isStruck();
        this.reason = reason;
        this.madeAt = madeAt;
        this.madeBy = madeBy;
    }

    Aired aired() {
        return new Aired(product, language, airedAt, seconds, outcome, note);
    }

    boolean isStruck() {
        return struck;
    }

    Instant madeAt() {
        return madeAt;
    }

    String madeBy() {
        return madeBy;
    }

    String reason() {
        return reason;
    }
}
