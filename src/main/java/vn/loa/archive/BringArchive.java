package vn.loa.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;
import vn.loa.media.uploads.Upload;
import vn.loa.media.uploads.Uploads;

/** Brings archives in, for editors: each sees and steers their own. Others are answered with {@link NotPermitted}. */
@ApplicationScoped
@Transactional
public class BringArchive {
    private static final int LISTED = 30;
    private static final int TOLD = 200;

    @Inject
    private ArchiveRuns runs;

    @Inject
    private ArchiveLines lines;

    @Inject
    private ArchiveQueue queue;

    @Inject
    private ServerFolders folders;

    @Inject
    private RunSteps steps;

    @Inject
    private Uploads uploads;

    @Inject
    private Clock clock;

    /**
     * How far an archive is.
     *
     * @param problem code of what keeps all of it from being brought in; null when nothing does
     * @param counts how many lines are in each state
     * @param unnamedCount how many of its files no line names
     * @param unnamed paths of the first of them
     * @param waitsSince since when there has been no room for its next file; null when there is
     * @param faulty the first lines with which something is wrong; only of a single archive
     * @param sound the first of the others; only of a single archive
     */
    public record View(
            long id,
            String name,
            RunState state,
            @Nullable String problem,
            String detail,
            Map<LineState, Integer> counts,
            int unnamedCount,
            List<String> unnamed,
            List<LineView> faulty,
            List<LineView> sound,
            Instant createdAt,
            @Nullable Instant waitsSince,
            @Nullable Instant endedAt) {
        public int count(LineState state) {
            return counts.getOrDefault(state, 0);
        }

        /** Whether it was looked at, and there is nothing to carry out. */
        public boolean isForNothing() {
            return state == RunState.CHECKED && left() == 0;
        }

        /** Lines that are still to be carried out, or would be. */
        public int left() {
            return count(LineState.NEW) + count(LineState.CHANGED);
        }

        public int lines() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** A line, for a report. @param was what it was to do, once it is done; null before @param product address; null while there is none */
    public record LineView(
            int number,
            String key,
            String title,
            LineState state,
            @Nullable LineState was,
            List<LineFault> faults,
            @Nullable String product) {
        static LineView of(ArchiveLines.Line line) {
            return new LineView(
                    line.number(),
                    line.key(),
                    line.title(),
                    line.state(),
                    line.was().isEmpty() ? null : LineState.valueOf(line.was()),
                    line.faults(),
                    line.product());
        }
    }

    /** Lets an upload be looked at. @param upload its id @return the archive, which may be there already; empty when it is no complete upload of theirs */
    public Optional<Long> ofUpload(String upload, Actor by) {
        require(by);
        return uploads.lock(upload)
                .filter(found -> found.owner().equals(by.name()))
                .filter(Upload::isComplete)
                .filter(found -> found.asset().isEmpty())
                .map(found -> found.keepOn(clock.instant()))
                .map(found -> runs.open(upload)
                        .map(ArchiveRun::requireId)
                        .orElseGet(() -> begin(ArchiveRun.ofUpload(by.name(), found.name(), upload, clock.instant()))));
    }

    /** Lets a folder be looked at. @return the archive; empty when there is, for them, no such folder */
    public Optional<Long> ofFolder(String folder, Actor by) {
        require(by);
        return folders.of(by).contains(folder)
                ? Optional.of(begin(ArchiveRun.ofFolder(by.name(), folder, clock.instant())))
                : Optional.empty();
    }

    private long begin(ArchiveRun run) {
        runs.add(run);
        queue.put(run);
        return run.requireId();
    }

    /** Lets one that was looked at be carried out; false when it does not wait for that. */
    public boolean carryOut(long id, Actor by) {
        var run = own(id, by).filter(found -> found.state() == RunState.CHECKED);
        run.ifPresent(found -> {
            found.carryOut();
            steps.hold(found);
            queue.put(found);
        });
        return run.isPresent();
    }

    /** Ends it where it is; what was done stays. False when it has ended. */
    public boolean stop(long id, Actor by) {
        var run = own(id, by).filter(found -> found.state().isUnderWay() || found.state() == RunState.CHECKED);
        run.ifPresent(found -> steps.stop(found, by));
        return run.isPresent();
    }

    private Optional<ArchiveRun> own(long id, Actor by) {
        require(by);
        return runs.lock(id).filter(run -> run.owner().equals(by.name()));
    }

    /** Theirs, the newest first. Two statements. */
    public List<View> list(Actor by) {
        require(by);
        var found = runs.of(by.name(), LISTED);
        var counts = lines.counts(found.stream().map(ArchiveRun::requireId).toList());
        return found.stream()
                .map(run -> view(run, counts.getOrDefault(run.requireId(), Map.of()), List.of(), List.of()))
                .toList();
    }

    /** One of theirs; empty when there is no such. */
    public Optional<View> find(long id, Actor by) {
        require(by);
        return runs.find(id)
                .filter(run -> run.owner().equals(by.name()))
                .map(run -> view(
                        run,
                        lines.counts(id),
                        lines.faulty(id, TOLD).stream().map(LineView::of).toList(),
                        lines.sound(id, TOLD).stream().map(LineView::of).toList()));
    }

    /** So many lines of one of theirs behind this one, in order. */
    public List<LineView> lines(long id, int line, int most, Actor by) {
        require(by);
        return runs.find(id).filter(run -> run.owner().equals(by.name())).isEmpty()
                ? List.of()
                : lines.after(id, line, most).stream().map(LineView::of).toList();
    }

    /** Names of the folders that may be brought in. */
    public List<String> folders(Actor by) {
        require(by);
        return folders.of(by);
    }

    private static View view(
            ArchiveRun run, Map<LineState, Integer> counts, List<LineView> faulty, List<LineView> sound) {
        return new View(
                run.requireId(),
                run.name(),
                run.state(),
                run.problem().map(Problem::code).orElse(null),
                run.detail(),
                counts,
                run.unnamedCount(),
                run.unnamed(),
                faulty,
                sound,
                run.createdAt(),
                run.waitsSince().orElse(null),
                run.endedAt().orElse(null));
    }

    private static void require(Actor by) {
        if (!by.is(Role.EDITOR)) {
            throw new NotPermitted(by, "bring archives in");
        }
    }
}
