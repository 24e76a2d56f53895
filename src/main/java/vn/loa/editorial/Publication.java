package vn.loa.editorial;

import static vn.loa.editorial.PublicationState.DRAFT;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.editorial.TransitionRefused.Reason;

/**
 * The life of something published: draft → in review → approved → scheduled → published → withdrawn or archived. A published
 * work can be revised: it is a draft again while the public keeps seeing the published revision. Every step throws
 * {@link TransitionRefused} when it is not allowed and then changes nothing.
 *
 * <pre>
 * draft      submit → in review, archive → archived
 * in review  take back → draft, approve → approved, return → draft
 * approved   schedule → scheduled, publish → published, return → draft
 * scheduled  schedule → scheduled, unschedule → approved, publish → published, return → draft
 * published  revise → draft, withdraw → withdrawn
 * withdrawn  put back → published, return → draft, archive → archived
 * archived   return → draft
 * </pre>
 *
 * What is still public while it is revised can be withdrawn in every state, and must be before it is archived.
 */
@Embeddable
public class Publication {
    private static final Duration FURTHEST = Duration.ofDays(366);

    @Enumerated(EnumType.STRING)
    private PublicationState state;

    private boolean online;

    @Column(name = "scheduled_for")
    private @Nullable Instant scheduledFor;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "withdrawal_reason")
    private @Nullable String withdrawalReason;

    protected Publication() {}

    private Publication(Instant now) {
        state = DRAFT;
        changedAt = now;
    }

    /** A new draft. */
    public static Publication draft(Instant now) {
        return new Publication(now);
    }

    /** Hands the draft to the publisher. */
    public void submit(Instant now) {
        step(Act.SUBMIT, now);
    }

    /** Whoever handed it in goes on writing. */
    public void takeBack(Instant now) {
        step(Act.TAKE_BACK, now);
    }

    public void approve(Instant now) {
        step(Act.APPROVE, now);
    }

    /** @param note what the editor should change */
    public void returnToDraft(String note, Instant now) {
        requireReason(note);
        step(Act.RETURN, now);
        scheduledFor = null;
    }

    /** @param at when it shall be published; after now, and within a year */
    public void schedule(Instant at, Instant now) {
        if (!at.isAfter(now)) {
            throw new TransitionRefused(
                    Reason.NOT_IN_THE_FUTURE, "A publication is scheduled for a later moment, not for " + at);
        }
        if (at.isAfter(now.plus(FURTHEST))) {
            throw new TransitionRefused(
                    Reason.TOO_FAR_AHEAD, "A publication is scheduled for a moment within a year, not for " + at);
        }
        step(Act.SCHEDULE, now);
        scheduledFor = at;
    }

    /** What was scheduled waits for its publisher again. */
    public void unschedule(Instant now) {
        step(Act.UNSCHEDULE, now);
        scheduledFor = null;
    }

    /** @param at the day it counts as published; kept when a revision is published */
    public void publish(Instant at, Instant now) {
        step(Act.PUBLISH, now);
        publishedAt = publishedAt == null ? at : publishedAt;
        scheduledFor = null;
        withdrawalReason = null;
        online = true;
    }

    /** Opens a new working revision; what is online stays online. */
    public void revise(Instant now) {
        step(Act.REVISE, now);
    }

    /** Takes it from the public at once. @param reason what the public page says */
    public void withdraw(String reason, Instant now) {
        requireReason(reason);
        step(Act.WITHDRAW, now);
        withdrawalReason = reason;
        scheduledFor = null;
        online = false;
    }

    /** Shows the public again what was taken from it, as it was. */
    public void putBack(Instant now) {
        step(Act.PUT_BACK, now);
        withdrawalReason = null;
        online = true;
    }

    /** Puts away what is not, or no longer, public; {@link #returnToDraft} takes it out again. */
    public void archive(Instant now) {
        step(Act.ARCHIVE, now);
    }

    /** What it says has become something else, while it stays in its state. */
    public void rewritten(Instant now) {
        changedAt = now;
    }

    /** Whether it is in a state in which this can be done; it may be refused for other reasons all the same. */
    public boolean allows(Act act) {
        return act.leadsOnFrom(state, online);
    }

    private void step(Act act, Instant now) {
        if (!allows(act)) {
            throw new TransitionRefused(
                    Reason.WRONG_STATE,
                    "From %s nothing becomes %s"
                            .formatted(state.code(), act.to().code()));
        }
        state = act.to();
        changedAt = now;
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new TransitionRefused(Reason.NO_REASON_GIVEN, "Say why, so that others understand it");
        }
    }

    public PublicationState state() {
        return state;
    }

    /** Whether the public sees a revision of it. */
    public boolean isOnline() {
        return online;
    }

    public Optional<Instant> scheduledFor() {
        return Optional.ofNullable(scheduledFor);
    }

    /** Whether it was public once and has been taken from the public. */
    public boolean isWithdrawn() {
        return publishedAt != null && !online;
    }

    /** When it was first published, also while it is withdrawn or revised. */
    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    /** When it last took a step, or what it says was changed. */
    public Instant changedAt() {
        return changedAt;
    }

    /** What the public page of a withdrawn work says. */
    public Optional<String> withdrawalReason() {
        return Optional.ofNullable(withdrawalReason);
    }
}
