package vn.loa.questions;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.loa.common.SchemaMigration;

/** Sees to it, after the start and every hour, that nothing of a sender is kept longer than promised. */
@ApplicationScoped
public class LetterRetention {
    private static final Logger LOG = Logger.getLogger(LetterRetention.class.getName());
    private static final long AFTER_START = 90;
    private static final int MOST_CAUSES = 8;
    private static final long EVERY = TimeUnit.HOURS.toSeconds(1);

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private EraseLetters erase;

    private @Nullable ScheduledFuture<?> rounds;

    void start(@Observes @Priority(SchemaMigration.FIRST + 100) @Initialized(ApplicationScoped.class) Object start) {
        rounds = executor.scheduleWithFixedDelay(this::round, AFTER_START, EVERY, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    /** Must not throw: an exception would end all further rounds. */
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
