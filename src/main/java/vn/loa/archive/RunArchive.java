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
import vn.loa.accounts.PresentRights;
import vn.loa.accounts.Role;
import vn.loa.taxonomy.Taxonomies;

/** What a worker does with an archive: looks at it, or goes on carrying it out, with the rights that its owner has at that moment. */
@ApplicationScoped
class RunArchive {
    private static final Logger LOG = System.getLogger(RunArchive.class.getName());

    /** So often in a row it may fail for reasons that nobody knows. */
    private static final int HOPELESS = 5;

    @Inject
    private RunSteps steps;

    @Inject
    private CheckArchive checking;

    @Inject
    private CarryOutArchive carrying;

    @Inject
    private PresentRights rights;

    @Inject
    private ServerFolders folders;

    @Inject
    private Taxonomies taxonomies;

    /**
     * Not within a transaction.
     *
     * @param failures how often in a row it has failed
     * @return after which pause to go on; empty when there is nothing to do for now
     */
    Optional<Duration> run(long id, int failures) throws IOException {
        var taken = steps.take(id);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        var run = taken.get();
        try {
            var actor = rights.of(run.owner()).filter(who -> who.is(Role.EDITOR));
            if (actor.isEmpty()) {
                throw new ArchiveRefused(Problem.CLOSED, "");
            }
            requireFolder(run, actor.get());
            return run(run, actor.get(), failures);
        } catch (ArchiveRefused refused) {
            steps.refuse(run.turn(), refused.problem(), refused.detail());
            return Optional.empty();
        } catch (Overtaken other) {
            LOG.log(Level.WARNING, String.valueOf(other.getMessage()));
            return Optional.empty();
        }
    }

    /** They may have been moved to another place since. */
    private void requireFolder(ArchiveRun run, Actor by) {
        run.folder().filter(folder -> !folders.of(by).contains(folder)).ifPresent(folder -> {
            throw new ArchiveRefused(Problem.GONE, folder);
        });
    }

    private Optional<Duration> run(ArchiveRun run, Actor by, int failures) throws IOException {
        var words = new Vocabulary(taxonomies);
        if (run.state() == RunState.CHECKING) {
            steps.checked(run.turn(), check(run, words, by, failures));
            return Optional.empty();
        }
        var pause = carrying.carryOut(run, words, by, failures >= HOPELESS);
        if (pause.isEmpty()) {
            steps.done(run.turn());
        }
        return pause;
    }

    /** What fails again and again, for whatever reason, does not take the worker's time for ever. */
    private List<String> check(ArchiveRun run, Vocabulary words, Actor by, int failures) throws IOException {
        try {
            return checking.check(run, words, by);
        } catch (ArchiveRefused | Overtaken known) {
            throw known;
        } catch (IOException | RuntimeException | Error unknown) {
            if (failures < HOPELESS) {
                throw unknown;
            }
            LOG.log(Level.ERROR, "Archive " + run.requireId() + " cannot be looked at and is refused", unknown);
            throw new ArchiveRefused(unknown instanceof IOException ? Problem.UNREADABLE_ARCHIVE : Problem.BROKEN, "");
        }
    }
}
