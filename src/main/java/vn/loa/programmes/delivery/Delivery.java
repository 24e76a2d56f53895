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
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.loa.programmes.PublishedDays.PlayedWeek;
import vn.loa.programmes.Week;

/** A week of a station on its way to a target. What is in it is read when it is sent. */
@Entity
public class Delivery {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "target")
    private DeliveryTarget target;

    private long station;
    private LocalDate monday;
    private boolean urgent;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    @Column(name = "only_other")
    private boolean onlyOther;

    private long revision;
    private String fingerprint = "";
    private int attempt;
    private int failures;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    protected Delivery() {}

    /** @param station its id */
    Delivery(DeliveryTarget target, long station, Week week, boolean urgent, Instant now) {
        this.target = target;
        this.station = station;
        this.monday = week.monday();
        this.urgent = urgent;
        this.state = DeliveryState.WAITING;
        this.dueAt = now;
        this.madeAt = now;
    }

    /** It is sent only if it is something else by then than what the target was sent last. */
    Delivery onlyOther() {
        onlyOther = true;
        return this;
    }

    boolean isOnlyOther() {
        return onlyOther;
    }

    /** Whether this is what was sent. */
    boolean holds(String content) {
        return content.equals(fingerprint);
    }

    /**
     * A worker takes it: the turn of whoever had it is over. What is sent again as it was keeps its revision, by which the other side knows it.
     *
     * @param now the revision of everything that is public
     * @return the number of the turn
     */
    int take(String content, long now) {
        if (!holds(content)) {
            fingerprint = content;
            revision = now;
        }
        return ++attempt;
    }

    /** Whether a worker still has it that took it at this turn. */
    boolean isAt(int turn) {
        return isWaiting() && attempt == turn;
    }

    boolean isWaiting() {
        return state == DeliveryState.WAITING;
    }

    /** It was not taken. @param next when it is tried again */
    void failed(Instant next) {
        failures++;
        dueAt = next;
    }

    /** What is urgent of it was taken. All of it comes when it can, as if nothing had been. */
    void follow(Instant now) {
        urgent = false;
        failures = 0;
        dueAt = now;
    }

    void end(DeliveryState how, Instant now) {
        if (!isWaiting()) {
            throw new IllegalStateException("It has ended: " + id);
        }
        state = how;
        endedAt = now;
    }

    /** It is sent as soon as somebody is free. */
    void hurry(Instant now) {
        dueAt = now;
    }

    long requireId() {
        return Objects.requireNonNull(id, "the delivery is not stored yet");
    }

    DeliveryTarget target() {
        return target;
    }

    /** Id of the station. */
    long station() {
        return station;
    }

    Week week() {
        return new Week(monday);
    }

    PlayedWeek played() {
        return new PlayedWeek(station, week());
    }

    boolean isUrgent() {
        return urgent;
    }

    DeliveryState state() {
        return state;
    }

    /** Of what was sent last; 0 before that. */
    long revision() {
        return revision;
    }

    int failures() {
        return failures;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant madeAt() {
        return madeAt;
    }
}
