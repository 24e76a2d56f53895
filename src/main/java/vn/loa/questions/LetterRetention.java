package vn.loa.questions;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.logging.Logger;
import vn.loa.common.Rounds;
import vn.loa.common.SchemaMigration;

/** Sees to it, after the start and every hour, that nothing of a sender is kept longer than promised. */
@ApplicationScoped
public class LetterRetention {
    private static final Logger LOG = Logger.getLogger(LetterRetention.class.getName());
    private static final Duration AFTER_START = Duration.ofSeconds(90);
    private static final int MOST_CAUSES = 8;
    private static final Duration EVERY = Duration.ofHours(1);

    @Inject
    private Rounds rounds;

    @Inject
    private EraseLetters erase;

    void start(@Observes @Priority(SchemaMigration.FIRST + 100) @Initialized(ApplicationScoped.class) Object start) {
        rounds.every(AFTER_START, EVERY, "letter-retention", this::round, "A round of erasing letters failed");
    }

    /** Tells of failures itself: nothing of what a row holds may stand in the log. */
    private void round() {
        try {
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
        } catch (RuntimeException e) {
            LOG.warning(() -> "What senders of questions wrote could not be erased (" + kind(e)
                    + "); that is tried again in an hour");
        }
    }

    /** One that cannot be erased keeps none behind it from being erased. */
    private boolean isErased(long question) {
        try {
            erase.erase(question);
            return true;
        } catch (RuntimeException e) {
            LOG.warning(() -> "What the sender of question " + question + " wrote could not be erased (" + kind(e)
                    + "); that is tried again in an hour");
            return false;
        }
    }

    /** What went wrong, without the words of it: messages of databases quote what stands in the rows, and logs are kept by others. */
    static String kind(Throwable failure) {
        var kinds = new LinkedHashSet<String>();
        var cause = Optional.of(failure);
        for (var steps = 0; cause.isPresent() && steps < MOST_CAUSES; steps++) {
            var each = cause.get();
            kinds.add(each.getClass().getSimpleName()
                    + (each instanceof SQLException refused ? " " + refused.getSQLState() : ""));
            cause = Optional.ofNullable(each.getCause());
        }
        return String.join(", by ", kinds);
    }
}
