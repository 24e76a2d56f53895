package vn.loa.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import vn.loa.accounts.Actor;
import vn.loa.accounts.PresentRights;
import vn.loa.accounts.Role;
import vn.loa.taxonomy.Taxonomies;

/** What a worker does with an archive: looks at it, or goes on carrying it out, with the rights that its owner has at that moment. */
@ApplicationScoped
class RunArchive {
    /** So often a line may fail for reasons that nobody knows. */
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
    private Taxonomies taxonomies;

    /**
     * Not within a transaction.
     *
     * @param failures how often in a row it has failed
     * @return after which pause to go on; empty when there is nothing to do for now
     */
    Optional<Duration> run(long id, int failures) throws IOException {
        var found = steps.find(id).filter(run -> run.state().isUnderWay());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var run = found.get();
        var actor = rights.of(run.owner()).filter(who -> who.is(Role.EDITOR));
        if (actor.isEmpty()) {
            steps.refuse(id, Problem.CLOSED, "");
            return Optional.empty();
        }
        try {
            return run(run, actor.get(), failures);
        } catch (ArchiveRefused refused) {
            steps.refuse(id, refused.problem(), refused.detail());
            return Optional.empty();
        }
    }

    private Optional<Duration> run(ArchiveRun run, Actor by, int failures) throws IOException {
        var words = new Vocabulary(taxonomies);
        if (run.state() == RunState.CHECKING) {
            try {
                checking.check(run, words, by);
            } catch (IOException unreadable) {
                if (failures >= HOPELESS) {
                    throw new ArchiveRefused(Problem.UNREADABLE_ARCHIVE, "");
                }
                throw unreadable;
            }
            steps.checked(run.requireId());
            return Optional.empty();
        }
        var pause = carrying.carryOut(run, words, by, failures >= HOPELESS);
        if (pause.isEmpty()) {
            steps.done(run.requireId());
        }
        return pause;
    }
}
