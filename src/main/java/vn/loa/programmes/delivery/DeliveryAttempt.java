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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.loa.programmes.Week;

/** One time that something was sent, and what came of it. Never changed. */
@Entity
@Table(name = "delivery_attempt")
public class DeliveryAttempt {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "delivery")
    private Delivery delivery;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "target")
    private DeliveryTarget target;

    private long station;
    private LocalDate monday;
    private long revision;
    private boolean urgent;

    @Column(name = "began_at")
    private Instant beganAt;

    private long millis;
    private long bytes;

    @Enumerated(EnumType.STRING)
    private AttemptOutcome outcome;

    private String reason;
    private String detail;

    @Column(name = "left_out")
    private int leftOut;

    @Column(name = "left_first")
    private String leftFirst;

    protected DeliveryAttempt() {}

    /** @param left what was not in it */
    DeliveryAttempt(Delivery delivery, long revision, LeftOut left, AttemptResult result) {
        this.delivery = delivery;
        this.target = delivery.target();
        this.station = delivery.station();
        this.monday = delivery.week().monday();
        this.revision = revision;
        this.urgent = delivery.isUrgent();
        this.beganAt = result.beganAt();
        this.millis = result.took().toMillis();
        this.bytes = result.bytes();
        this.outcome = result.outcome();
        this.reason = result.why() == null ? "" : result.why().code();
        this.detail = result.detail();
        this.leftOut = left.count();
        this.leftFirst = left.names();
    }

    Delivery delivery() {
        return delivery;
    }

    DeliveryTarget target() {
        return target;
    }

    long station() {
        return station;
    }

    Week week() {
        return new Week(monday);
    }

    long revision() {
        return revision;
    }

    boolean isUrgent() {
        return urgent;
    }

    Instant beganAt() {
        return beganAt;
    }

    Duration took() {
        return Duration.ofMillis(millis);
    }

    /** That went over the line, or into the folder. */
    long bytes() {
        return bytes;
    }

    AttemptOutcome outcome() {
        return outcome;
    }

    /** Code of an {@link Obstacle}; empty when there was none. */
    String reason() {
        return reason;
    }

    /** What the other side has said; may be empty. */
    String detail() {
        return detail;
    }

    /** What was planned and not in it, since it could not be played then. */
    LeftOut left() {
        return LeftOut.parse(leftOut, leftFirst);
    }
}
