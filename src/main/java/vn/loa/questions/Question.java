package vn.loa.questions;

import static vn.loa.questions.QuestionState.ANSWERED;
import static vn.loa.questions.QuestionState.ASSIGNED;
import static vn.loa.questions.QuestionState.CLOSED;
import static vn.loa.questions.QuestionState.PUBLISHED;
import static vn.loa.questions.QuestionState.RECEIVED;

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
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Slug;
import vn.loa.editorial.SubjectKind;
import vn.loa.editorial.TransitionRefused;
import vn.loa.editorial.TransitionRefused.Reason;
import vn.loa.editorial.Work;
import vn.loa.taxonomy.Agency;
import vn.loa.taxonomy.Locality;
import vn.loa.taxonomy.Topic;

/**
 * A citizen's question and what has become of it. It holds nothing of its sender: the words as they came are in {@link Letter}. Every step throws
 * {@link TransitionRefused} when it is not allowed and then changes nothing.
 *
 * <pre>
 * received   assign → assigned, close → closed
 * assigned   assign → assigned, answer → answered, close → closed
 * answered   answer → answered, send back → assigned, publish → published, close → closed
 * published  withdraw → answered
 * closed     reopen → assigned, or received when it was nobody's
 * </pre>
 *
 * In every state but that its sender can take it back.
 */
@Entity
public class Question implements Work {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private boolean sample;
    private @Nullable String slug;

    @Column(name = "code_digest")
    private String codeDigest;

    @Enumerated(EnumType.STRING)
    private QuestionState state;

    private boolean online;
    private boolean publishable;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "topic")
    private @Nullable Topic topic;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "locality")
    private @Nullable Locality locality;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "agency")
    private @Nullable Agency agency;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    private @Nullable String title;
    private @Nullable String asked;
    private @Nullable String answer;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    private @Nullable String note;

    @Column(name = "taken_back")
    private boolean takenBack;

    @Column(name = "withdrawn_title")
    private @Nullable String withdrawnTitle;

    @Column(name = "withdrawn_reason")
    private @Nullable String withdrawnReason;

    protected Question() {}

    /**
     * One that has just come in.
     *
     * @param publishable whether its sender has agreed that it is published without their data
     * @param sample whether it is marked as sample content
     */
    Question(
            TrackingCode code,
            @Nullable Topic topic,
            @Nullable Locality locality,
            boolean publishable,
            boolean sample,
            Instant now) {
        this.codeDigest = code.digest();
        this.topic = topic;
        this.locality = locality;
        this.publishable = publishable;
        this.sample = sample;
        this.state = RECEIVED;
        this.receivedAt = now;
        this.changedAt = now;
    }

    /** Gives it to those who shall answer it. @param due the last day for that */
    void assign(Agency to, LocalDate due, Instant now) {
        step(ASSIGNED, now, RECEIVED, ASSIGNED);
        agency = to;
        dueOn = due;
        note = null;
    }

    /** Says what it is about, which those who read it in office know better than its sender. */
    void describe(@Nullable Topic about, @Nullable Locality where) {
        topic = about;
        locality = where;
    }

    /**
     * Writes what the public shall read, or writes it anew.
     *
     * @param heading what it is called
     * @param words of the question, without anything that points to its sender
     */
    void answer(String heading, String words, String reply, Instant now) {
        if (heading.isBlank() || words.isBlank() || reply.isBlank()) {
            throw new TransitionRefused(Reason.NOTHING_TO_SHOW, "A title, the question and the answer are needed");
        }
        step(ANSWERED, now, ASSIGNED, ANSWERED);
        title = heading;
        asked = words;
        answer = reply;
        answeredAt = now;
        note = null;
    }

    /** Gives an answer back to those who wrote it. @param why what they should change */
    void sendBack(String why, Instant now) {
        requireReason(why);
        step(ASSIGNED, now, ANSWERED);
        note = why;
    }

    /** Shows question and answer to everybody. @param address where, unless it was public somewhere before */
    void publish(Slug address, Instant now) {
        publish(address, now, now);
    }

    /** @param at when it counts as published; kept when it is published again */
    void publish(Slug address, Instant at, Instant now) {
        if (!publishable) {
            throw new TransitionRefused(Reason.CONSENT_MISSING, "Its sender has not agreed that it is published");
        }
        step(PUBLISHED, now, ANSWERED);
        slug = slug == null ? address.value() : slug;
        publishedAt = publishedAt == null ? at : publishedAt;
        endedAt = now;
        note = null;
        withdrawnTitle = null;
        withdrawnReason = null;
        online = true;
    }

    /** Takes it from the public, to be written anew or closed. @param why what its page says then */
    void withdraw(String why, Instant now) {
        requireReason(why);
        step(ANSWERED, now, PUBLISHED);
        note = why;
        withdrawnTitle = title;
        withdrawnReason = why;
        endedAt = null;
        online = false;
    }

    /** Ends it without showing it to the public. @param why what its sender is told */
    void close(String why, Instant now) {
        requireReason(why);
        step(CLOSED, now, RECEIVED, ASSIGNED, ANSWERED);
        note = why;
        endedAt = now;
    }

    /** Takes up again what was closed. */
    void reopen(String why, Instant now) {
        requireReason(why);
        if (takenBack) {
            throw new TransitionRefused(Reason.WRONG_STATE, "Its sender has taken it back: nothing of it is left");
        }
        step(agency == null ? RECEIVED : ASSIGNED, now, CLOSED);
        note = why;
        endedAt = null;
    }

    /** Its sender wants nothing of it to remain: no word of theirs, nor what was made of them. @param why what pages and those in office are told */
    void takeBack(String why, Instant now) {
        takenBack = true;
        publishable = false;
        online = false;
        state = CLOSED;
        title = null;
        asked = null;
        answer = null;
        topic = null;
        locality = null;
        note = why;
        withdrawnTitle = null;
        withdrawnReason = why;
        changedAt = now;
        endedAt = now;
    }

    private void step(QuestionState to, Instant now, QuestionState... from) {
        if (!EnumSet.of(from[0], from).contains(state)) {
            throw new TransitionRefused(
                    Reason.WRONG_STATE, "From %s nothing becomes %s".formatted(state.code(), to.code()));
        }
        state = to;
        changedAt = now;
    }

    private static void requireReason(String why) {
        if (why.isBlank()) {
            throw new TransitionRefused(Reason.NO_REASON_GIVEN, "Say why, so that others understand it");
        }
    }

    /** Whether somebody should have answered by this day. */
    boolean isLate(LocalDate today) {
        return dueOn != null && today.isAfter(dueOn) && (state == ASSIGNED || state == RECEIVED);
    }

    @Override
    public long requireId() {
        return Objects.requireNonNull(id, "the question is not stored yet");
    }

    long version() {
        return version;
    }

    @Override
    public SubjectKind kind() {
        return SubjectKind.QUESTION;
    }

    /** Its name in addresses; before it is public its number. */
    @Override
    public String slug() {
        return slug == null ? String.valueOf(requireId()) : slug;
    }

    /** Its name in addresses once it was public, also when it no longer is. */
    Optional<String> address() {
        return Optional.ofNullable(slug);
    }

    boolean isTakenBack() {
        return takenBack;
    }

    public QuestionState state() {
        return state;
    }

    public boolean isOnline() {
        return online;
    }

    /** Whether it was public once and has been taken from the public. */
    boolean isWithdrawn() {
        return publishedAt != null && !online;
    }

    /** What it was called when the public last read it; empty when its sender has taken it back. */
    String withdrawnTitle() {
        return Objects.requireNonNullElse(withdrawnTitle, "");
    }

    /** Why it is not public any more, in words for the public. */
    String withdrawnReason() {
        return Objects.requireNonNullElse(withdrawnReason, "");
    }

    boolean isPublishable() {
        return publishable;
    }

    public boolean isSample() {
        return sample;
    }

    public Optional<Topic> topic() {
        return Optional.ofNullable(topic);
    }

    public Optional<Locality> locality() {
        return Optional.ofNullable(locality);
    }

    public Optional<Agency> agency() {
        return Optional.ofNullable(agency);
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** When it came to where it stands. */
    Instant changedAt() {
        return changedAt;
    }

    Optional<LocalDate> dueOn() {
        return Optional.ofNullable(dueOn);
    }

    /** What it is called; empty before it is answered. */
    public String title() {
        return Objects.requireNonNullElse(title, "");
    }

    /** Its words as the public reads them; empty before it is answered. */
    public String asked() {
        return Objects.requireNonNullElse(asked, "");
    }

    public String answer() {
        return Objects.requireNonNullElse(answer, "");
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    /** When it was first published, also while it is withdrawn. */
    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    /** Since when nothing more is to be done. */
    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** Why it was sent back, closed or withdrawn; empty otherwise. */
    String note() {
        return Objects.requireNonNullElse(note, "");
    }
}
