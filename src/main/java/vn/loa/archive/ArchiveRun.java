package vn.loa.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One archive that somebody brings in, from the first look to the report. */
@Entity
@Table(name = "archive_run")
public class ArchiveRun {
    /** So many files that no line names are told by their paths. */
    private static final int MOST_UNNAMED = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private String owner;
    private String name;
    private @Nullable String upload;
    private @Nullable String folder;

    @Enumerated(EnumType.STRING)
    private RunState state;

    @Enumerated(EnumType.STRING)
    private @Nullable Problem problem;

    private @Nullable String detail;
    private int attempt;

    @Column(name = "unnamed_count")
    private int unnamedCount;

    private String unnamed = "";

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "waits_since")
    private @Nullable Instant waitsSince;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    protected ArchiveRun() {}

    private ArchiveRun(String owner, String name, Instant now) {
        this.owner = owner;
        this.name = name;
        this.state = RunState.CHECKING;
        this.createdAt = now;
    }

    /** Of an archive, or a sheet alone, that was sent. @param upload id of a complete upload of this account */
    static ArchiveRun ofUpload(String owner, String name, String upload, Instant now) {
        var run = new ArchiveRun(owner, name, now);
        run.upload = upload;
        return run;
    }

    /** Of a folder below the one that the administrator has set up. @param folder its name */
    static ArchiveRun ofFolder(String owner, String folder, Instant now) {
        var run = new ArchiveRun(owner, folder, now);
        run.folder = folder;
        return run;
    }

    /** Another worker takes it: the turn of whoever had it is over. */
    void take() {
        attempt++;
    }

    /** The turn of the worker that took it last. */
    Turn turn() {
        return new Turn(requireId(), attempt);
    }

    /** It has been looked at. @param paths of files that no line names */
    void checked(List<String> paths) {
        require(RunState.CHECKING);
        unnamedCount = paths.size();
        unnamed = paths.stream().limit(MOST_UNNAMED).collect(Collectors.joining("\n"));
        state = RunState.CHECKED;
    }

    /** Somebody wants it carried out. @throws IllegalStateException unless it waits for that */
    void carryOut() {
        require(RunState.CHECKED);
        state = RunState.RUNNING;
    }

    /** There is no room for what comes next. @return since when there has been none */
    Instant waits(Instant now) {
        if (waitsSince == null) {
            waitsSince = now;
        }
        return waitsSince;
    }

    /** There is room. */
    void goesOn() {
        waitsSince = null;
    }

    void done(Instant now) {
        require(RunState.RUNNING);
        state = RunState.DONE;
        endedAt = now;
    }

    void refuse(Problem why, String about, Instant now) {
        state = RunState.REFUSED;
        problem = why;
        detail = about;
        endedAt = now;
    }

    /** What is under way ends where it is; what waits will not be carried out. */
    void stop(Instant now) {
        if (state.isUnderWay() || state == RunState.CHECKED) {
            state = RunState.STOPPED;
            endedAt = now;
        }
    }

    private void require(RunState needed) {
        if (state != needed) {
            throw new IllegalStateException("It is " + state + ", not " + needed);
        }
    }

    public long requireId() {
        return Objects.requireNonNull(id, "the run is not stored yet");
    }

    String owner() {
        return owner;
    }

    String name() {
        return name;
    }

    Optional<String> upload() {
        return Optional.ofNullable(upload);
    }

    Optional<String> folder() {
        return Optional.ofNullable(folder);
    }

    RunState state() {
        return state;
    }

    Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    String detail() {
        return Objects.requireNonNullElse(detail, "");
    }

    Instant createdAt() {
        return createdAt;
    }

    /** How many of its files no line names. */
    int unnamedCount() {
        return unnamedCount;
    }

    /** Paths of the first of them. */
    List<String> unnamed() {
        return unnamed.lines().toList();
    }

    /** Since when there has been no room for what comes next; empty when there is. */
    Optional<Instant> waitsSince() {
        return Optional.ofNullable(waitsSince).filter(since -> state == RunState.RUNNING);
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
