package vn.loa.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.media.uploads.Upload;
import vn.loa.media.uploads.Uploads;

/** The steps of the life of an archive, each in a transaction of its own. What ends lets go of the bytes that were sent. */
@ApplicationScoped
@Transactional
class RunSteps {
    static final String SUBJECT = "archive";

    private static final Duration REMEMBERED = Duration.ofDays(90);

    @Inject
    private ArchiveRuns runs;

    @Inject
    private ArchiveLines lines;

    @Inject
    private Uploads uploads;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** A worker takes it, so that nobody else has a turn at it any more; empty when there is nothing to do with it. */
    Optional<ArchiveRun> take(long id) {
        var taken = runs.lock(id).filter(run -> run.state().isUnderWay());
        taken.ifPresent(run -> {
            run.take();
            hold(run);
        });
        return taken;
    }

    /** The bytes that were sent stay for as long as they would if they were sent now: those of an archive may be needed long after they came. */
    void hold(ArchiveRun run) {
        run.upload().flatMap(uploads::lock).ifPresent(upload -> upload.keepOn(clock.instant()));
    }

    /** Forgets what ended long ago, and what nobody has let be carried out since. */
    void forget() {
        runs.forget(clock.instant().minus(REMEMBERED));
    }

    boolean isRunning(Turn turn) {
        return runs.find(turn.run())
                .filter(run -> run.turn().equals(turn) && run.state() == RunState.RUNNING)
                .isPresent();
    }

    /** Its next file has no room. @return how long it has had none. @throws Overtaken when somebody else has it */
    Duration waits(Turn turn) {
        var now = clock.instant();
        return lock(turn).map(run -> Duration.between(run.waits(now), now)).orElseThrow(() -> new Overtaken(turn));
    }

    /** A file of it has come in. */
    void goesOn(Turn turn) {
        lock(turn).ifPresent(ArchiveRun::goesOn);
    }

    /** How many bytes were sent with it, which count until it has ended; 0 of a folder. */
    long sentBytes(Turn turn) {
        return runs.find(turn.run())
                .flatMap(ArchiveRun::upload)
                .flatMap(uploads::find)
                .map(Upload::length)
                .orElse(0L);
    }

    private Optional<ArchiveRun> lock(Turn turn) {
        return runs.lock(turn.run()).filter(run -> run.turn().equals(turn));
    }

    /** It has been looked at; nothing happens when it was stopped meanwhile. @param unnamed paths of files that no line names */
    void checked(Turn turn, List<String> unnamed) {
        lock(turn).filter(run -> run.state() == RunState.CHECKING).ifPresent(run -> run.checked(unnamed));
    }

    void done(Turn turn) {
        lock(turn).filter(run -> run.state() == RunState.RUNNING).ifPresent(run -> {
            run.done(clock.instant());
            letGo(run);
            audit.record(run.owner(), "import-archive", SUBJECT, turn.run(), run.name(), summary(turn.run()));
        });
    }

    void refuse(Turn turn, Problem why, String about) {
        lock(turn).filter(run -> run.state().isUnderWay()).ifPresent(run -> {
            run.refuse(why, about, clock.instant());
            letGo(run);
            audit.record(run.owner(), "refuse-archive", SUBJECT, turn.run(), run.name(), why.code());
        });
    }

    /** It ends where it is. */
    void stop(ArchiveRun run, Actor by) {
        run.stop(clock.instant());
        letGo(run);
        audit.record(by, "stop-archive", SUBJECT, run.requireId(), run.name(), summary(run.requireId()));
    }

    /** The bytes that were sent are needed no longer. */
    private void letGo(ArchiveRun run) {
        run.upload()
                .flatMap(uploads::lock)
                .filter(upload -> upload.asset().isEmpty())
                .ifPresent(upload -> upload.settle(clock.instant()));
    }

    /** Somebody is handed the files of products. @param about which, and how many */
    void handedOut(Actor by, String name, String about) {
        audit.record(by, "export-archive", SUBJECT, 0, name, about);
    }

    private String summary(long id) {
        var counts = lines.counts(id);
        return "done %d, failed %d, faulty %d, same %d"
                .formatted(
                        counts.getOrDefault(LineState.DONE, 0),
                        counts.getOrDefault(LineState.FAILED, 0),
                        counts.getOrDefault(LineState.FAULTY, 0),
                        counts.getOrDefault(LineState.SAME, 0));
    }
}
