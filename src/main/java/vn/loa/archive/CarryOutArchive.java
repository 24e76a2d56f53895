package vn.loa.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.loa.accounts.Actor;
import vn.loa.accounts.NotPermitted;
import vn.loa.archive.ArchiveLines.Line;
import vn.loa.common.InvalidInput;
import vn.loa.editorial.TransitionRefused;

/**
 * Carries out the lines of an archive that wait for it, one after the other. What is done is done: whoever goes on later, on whatever node, begins with the line that was not finished. A line that cannot be carried out says why and
 * keeps no other from it.
 */
@ApplicationScoped
class CarryOutArchive {
    private static final Logger LOG = System.getLogger(CarryOutArchive.class.getName());

    /** So often a line may fail for reasons that nobody knows. */
    private static final int MOST_FAILURES = 5;

    @Inject
    private OpenArchive archives;

    @Inject
    private ArchiveLines lines;

    @Inject
    private RunSteps steps;

    @Inject
    private CarryOutLine carrying;

    @Inject
    private BringFile files;

    /**
     * Not within a transaction.
     *
     * @param isHopeless whether it has failed so often that an archive that cannot be opened never will be
     * @return after which pause to go on; empty when there is nothing more to do
     */
    Optional<Duration> carryOut(ArchiveRun run, Vocabulary words, Actor by, boolean isHopeless) throws IOException {
        var turn = run.turn();
        try (var open = open(run, isHopeless)) {
            for (var next = lines.next(turn.run());
                    next.isPresent() && steps.isRunning(turn);
                    next = lines.next(turn.run())) {
                var line = next.get();
                try {
                    var pause = carryOut(turn, line, open, words, by);
                    if (pause.isPresent()) {
                        return pause;
                    }
                } catch (Overtaken other) {
                    throw other;
                } catch (RuntimeException | IOException unexpected) {
                    if (!isGivenUp(turn, line.number(), unexpected)) {
                        throw unexpected;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private ArchiveFiles open(ArchiveRun run, boolean isHopeless) throws IOException {
        try {
            return archives.files(run);
        } catch (ArchiveRefused known) {
            throw known;
        } catch (RuntimeException | IOException unknown) {
            if (!isHopeless) {
                throw unknown;
            }
            LOG.log(Level.ERROR, "Archive " + run.requireId() + " cannot be opened and is refused", unknown);
            throw new ArchiveRefused(Problem.BROKEN, "");
        }
    }

    /** A line that has failed often enough is left out; before, all of it is tried again after a while. */
    private boolean isGivenUp(Turn turn, int line, Exception unexpected) {
        if (lines.failed(turn, line) < MOST_FAILURES) {
            return false;
        }
        LOG.log(Level.ERROR, "Line " + line + " of archive " + turn.run() + " is given up", unexpected);
        lines.end(turn, line, LineState.FAILED, List.of(new LineFault("", "broken", "")));
        return true;
    }

    private Optional<Duration> carryOut(Turn turn, Line line, ArchiveFiles open, Vocabulary words, Actor by)
            throws IOException {
        try {
            var product = carrying.product(turn, line, words, by);
            if (product.isPresent()) {
                for (var wish : FileWish.read(line.cells().getOrDefault(SheetColumn.FILES.code(), ""))) {
                    var pause = files.bring(turn, product.get(), wish, open, words, by);
                    if (pause.isPresent()) {
                        return pause;
                    }
                }
                lines.end(turn, line.number(), LineState.DONE, List.of());
            }
        } catch (LineRefused refused) {
            lines.end(turn, line.number(), LineState.FAILED, refused.faults());
        } catch (InvalidInput wrong) {
            lines.end(
                    turn,
                    line.number(),
                    LineState.FAILED,
                    wrong.violations().stream()
                            .map(each -> ReadLine.fault(each, line.cells()))
                            .toList());
        } catch (NotPermitted beyond) {
            lines.end(turn, line.number(), LineState.FAILED, List.of(new LineFault("", "not-yours", "")));
        } catch (TransitionRefused state) {
            lines.end(turn, line.number(), LineState.FAILED, List.of(new LineFault("", "not-draft", "")));
        }
        return Optional.empty();
    }
}
