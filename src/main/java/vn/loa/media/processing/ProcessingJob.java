package vn.loa.media.processing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.media.processing.Trouble.Kind;

/** One step for one asset. Each attempt has a number, and only the newest may change the job or what it works on. */
@Entity
@Table(name = "processing_job")
public class ProcessingJob {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private long asset;
    private Step step;
    private JobState state;
    private int attempt;

    /** It was done before, and what it made is there until it is done again. */
    private boolean renewal;

    private int failures;
    private int crashes;
    private int percent;
    private @Nullable String reason;
    private @Nullable String detail;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    protected ProcessingJob() {}

    ProcessingJob(long asset, Step step, Instant now) {
        this.asset = asset;
        this.step = step;
        this.state = JobState.WAITING;
        this.createdAt = now;
    }

    /** Begins the next attempt, whoever made the last one: a worker that is not heard of any more. */
    void begin(Instant now) {
        if (isUnderWay()) {
            crashes++;
        }
        attempt++;
        state = JobState.RUNNING;
        startedAt = now;
    }

    private boolean isUnderWay() {
        return state == JobState.RUNNING;
    }

    /** From the beginning; an attempt that is under way is late from now on. What it has made before stays meanwhile. */
    void restart() {
        renewal = hasResult();
        state = JobState.WAITING;
        failures = 0;
        crashes = 0;
        percent = 0;
        reason = null;
        detail = null;
        finishedAt = null;
    }

    /** @throws LateWorker unless this attempt is the newest, and under way */
    void require(int number) {
        if (attempt != number || state != JobState.RUNNING) {
            throw new LateWorker(requireId(), number);
        }
    }

    void done(Instant now) {
        percent = 100;
        reason = null;
        detail = null;
        renewal = false;
        finish(JobState.DONE, now);
    }

    /**
     * Records why an attempt came to nothing. What falls over a file again and again is not tried for ever;
     * what is out of reach counts against no file, however long.
     *
     * @return the pause before the next one; empty when there will be none
     */
    Optional<Duration> failed(Trouble trouble, Instant now) {
        reason = trouble.reason();
        detail = trouble.detail();
        crashes = 0;
        if (trouble.kind() == Kind.DATA) {
            finish(JobState.REFUSED, now);
            return Optional.empty();
        }
        state = JobState.WAITING;
        if (trouble.kind() == Kind.INTERRUPTED || trouble.kind() == Kind.OCCUPIED) {
            reason = null;
            detail = null;
            return Optional.of(trouble.kind() == Kind.OCCUPIED ? Retries.OCCUPIED : Duration.ZERO);
        }
        if (trouble.kind() == Kind.ELSEWHERE || trouble.kind() == Kind.AWAY) {
            return Optional.of(trouble.kind() == Kind.AWAY ? Retries.AWAY : Retries.ELSEWHERE);
        }
        failures++;
        if (failures >= Retries.most(step)) {
            finish(JobState.DEAD, now);
            return Optional.empty();
        }
        return Optional.of(Retries.pause(failures));
    }

    /** Whether the process died so often in a row while it was under way that it must have died of it. */
    boolean isHopeless() {
        return (isUnderWay() ? crashes + 1 : crashes) >= Retries.MOST_CRASHES;
    }

    void giveUp(Instant now) {
        reason = "crashed";
        detail = Retries.MOST_CRASHES + " attempts ended with the process";
        finish(JobState.DEAD, now);
    }

    private void finish(JobState end, Instant now) {
        state = end;
        finishedAt = now;
    }

    /** Whether nothing came of it, and nothing will unless somebody asks for it. */
    boolean hasFailed() {
        return state == JobState.REFUSED || state == JobState.DEAD;
    }

    /** Whether it has failed for our own reasons, or cannot be done here, and is not given up. */
    boolean isTriedAgain() {
        return reason != null && !isFinished();
    }

    /** Whether what it makes is there: of this time, or of the time before. */
    boolean hasResult() {
        return state == JobState.DONE || renewal;
    }

    boolean isFinished() {
        return finishedAt != null;
    }

    /** What an attempt before has reached counts until this one is further: who waits for it has seen that. */
    void reached(int newPercent) {
        percent = Math.max(percent, newPercent);
    }

    /** From 0 to 100; 100 only when what it makes is there, of this time or of an earlier one. */
    int reached() {
        return hasResult() ? 100 : Math.min(percent, 99);
    }

    /** Set once it is stored. */
    public long requireId() {
        return Objects.requireNonNull(id, "the job is not stored yet");
    }

    /** The id of the asset it is for. */
    public long asset() {
        return asset;
    }

    public Step step() {
        return step;
    }

    public JobState state() {
        return state;
    }

    /** The number of the newest attempt, from 1; 0 before the first. */
    public int attempt() {
        return attempt;
    }

    /** From 0 to 100. */
    public int percent() {
        return percent;
    }

    /** Why the last attempt came to nothing, as a code. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    /** Those of our own that did not end the process. */
    int failures() {
        return failures;
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }
}
