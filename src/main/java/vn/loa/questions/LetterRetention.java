package vn.loa.questions;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.loa.common.Rounds;
import vn.loa.common.SchemaMigration;

/** Sees to it, after the start and every hour, that nothing of a sender is kept longer than promised. */
@ApplicationScoped
public class LetterRetention {
    private static final Logger LOG = Logger.getLogger(LetterRetention.class.getName());
    private static final Duration AFTER_START = Duration.ofSeconds(90);
    private static final Duration EVERY = Duration.ofHours(1);

    @Inject
    private Rounds rounds;

    @Inject
    private EraseLetters erase;

    void start(@Observes @Priority(SchemaMigration.FIRST + 100) @Initialized(ApplicationScoped.class) Object start) {
        rounds.every(
                AFTER_START,
                EVERY,
                "letter-retention",
                this::round,
                "What senders of questions wrote could not be erased");
    }

    private void round() {
        var erased = 0;
        var last = 0L;
        for (var due = erase.due(last); !due.isEmpty(); due = erase.due(last)) {
            erased += (int) due.stream().filter(this::isErased).count();
            last = due.get(due.size() - 1);
        }
        var all = erased;
        if (all > 0) {
            LOG.info(() -> "What the senders of " + all + " questions wrote was erased: its time was over");
        }
    }

    /** One that cannot be erased keeps none behind it from being erased. */
    private boolean isErased(long question) {
        try {
            erase.erase(question);
            return true;
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "What the sender of question " + question
                            + " wrote could not be erased; that is tried again in an hour",
                    e);
            return false;
        }
    }
}
