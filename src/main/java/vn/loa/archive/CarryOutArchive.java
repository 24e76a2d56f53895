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
     * @param isHopeless whether what failed for no known reason has failed so often that the next line comes instead
     * @return after which pause to go on; empty when there is nothing more to do
     */
    Optional<Duration> carryOut(ArchiveRun run, Vocabulary words, Actor by, boolean isHopeless) throws IOException {
        var id = run.requireId();
        var hopeless = isHopeless;
        try (var open = archives.files(run)) {
            for (var next = lines.next(id); next.isPresent() && steps.isRunning(id); next = lines.next(id)) {
                var line = next.get();
                try {
                    var pause = carryOut(id, line, open, words, by);
                    if (pause.isPresent()) {
                        return pause;
                    }
                } catch (RuntimeException | IOException unexpected) {
                    if (!hopeless) {
                        throw unexpected;
                    }
                    LOG.log(Level.ERROR, "Line " + line.number() + " of archive " + id + " is given up", unexpected);
                    lines.end(id, line.number(), LineState.FAILED, List.of(new LineFault("", "broken", "")));
                    hopeless = false;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Duration> carryOut(long run, Line line, ArchiveFiles open, Vocabulary words, Actor by)
            throws IOException {
        try {
            var product = carrying.product(run, line, words, by);
            if (product.isPresent()) {
                for (var wish : FileWish.read(line.cells().getOrDefault(SheetColumn.FILES.code(), ""))) {
                    var pause = files.bring(product.get(), wish, open, words, by);
                    if (pause.isPresent()) {
                        return pause;
                    }
                }
                lines.end(run, line.number(), LineState.DONE, List.of());
            }
        } catch (LineRefused refused) {
            lines.end(run, line.number(), LineState.FAILED, refused.faults());
        } catch (InvalidInput wrong) {
            lines.end(
                    run,
                    line.number(),
                    LineState.FAILED,
                    wrong.violations().stream()
                            .map(each -> ReadLine.fault(each, line.cells()))
                            .toList());
        } catch (NotPermitted beyond) {
            lines.end(run, line.number(), LineState.FAILED, List.of(new LineFault("", "not-yours", "")));
        } catch (TransitionRefused state) {
            lines.end(run, line.number(), LineState.FAILED, List.of(new LineFault("", "not-draft", "")));
        }
        return Optional.empty();
    }
}
