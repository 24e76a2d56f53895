package vn.loa.programmes.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import vn.loa.accounts.Actor;

/** Finds out at once whether a target could be sent something, for the administrator who asks. No transaction waits for the other side. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class TryTarget {
    private static final Logger LOG = System.getLogger(TryTarget.class.getName());

    @Inject
    private TargetSteps steps;

    @Inject
    private Adapters adapters;

    /** What came of it. */
    public sealed interface Outcome {
        record Reached() implements Outcome {}

        /** @param detail what the other side has said; may be empty */
        record Failed(Obstacle why, String detail) implements Outcome {}

        /** There is no such target, or it is not theirs. */
        record Unknown() implements Outcome {}
    }

    /** Takes as long as the other side does: some 30 seconds at most. @throws vn.loa.accounts.NotPermitted unless they are an administrator */
    public Outcome tryOut(long id, Actor by) {
        return steps.find(id, by).map(known -> tryOut(id, known)).orElseGet(Outcome.Unknown::new);
    }

    private Outcome tryOut(long id, TargetSteps.Known known) {
        var failed = failure(known);
        if (failed.isEmpty()) {
            return new Outcome.Reached();
        }
        if (!failed.get().seenHostKey().isEmpty()) {
            steps.saw(id, failed.get().seenHostKey());
        }
        return new Outcome.Failed(failed.get().why(), failed.get().detail());
    }

    private Optional<NotDelivered> failure(TargetSteps.Known known) {
        try {
            adapters.of(known.kind())
                    .tryOut(adapters.connection(
                            known.kind(), known.address(), known.username(), known.sealed(), known.hostKey()));
            return Optional.empty();
        } catch (NotDelivered refused) {
            return Optional.of(refused);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "A target cannot be tried", e);
            return Optional.of(new NotDelivered(Obstacle.BROKEN, "", e));
        }
    }
}
