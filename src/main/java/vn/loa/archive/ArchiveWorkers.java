package vn.loa.archive;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.loa.archive.ArchiveQueue.ArchivePut;
import vn.loa.common.LoaDatabase;
import vn.loa.common.SchemaMigration;

/** The worker of this node for archives, on a thread of the container. The scheduler hands each to one worker of all nodes; the archive of one that died goes to another within half a minute. */
@ApplicationScoped
class ArchiveWorkers {
    private static final Duration LOOK_AROUND = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(10);

    /** Doublings of the pause, beyond which it is the longest. */
    private static final int MOST_DOUBLINGS = 6;

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration PARTING = Duration.ofSeconds(3);

    @Resource(lookup = LoaDatabase.NAME)
    private DataSource database;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private ArchiveSettings settings;

    @Inject
    private RunArchive archives;

    private @Nullable Scheduler scheduler;

    void start(@Observes @Priority(SchemaMigration.FIRST + 300) @Initialized(ApplicationScoped.class) Object start) {
        if (!settings.hasWorkers()) {
            return;
        }
        var made = Scheduler.create(database, List.<Task<?>>of(bringing()))
                .tableName(ArchiveQueue.TABLE)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .threads(1)
                .executorService(Executors.newFixedThreadPool(1, threads))
                .dueExecutor(Executors.newSingleThreadExecutor(threads))
                .housekeeperExecutor(Executors.newScheduledThreadPool(2, threads))
                .jdbcCustomization(ArchiveQueue.postgresql())
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(LOOK_AROUND)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(PARTING)
                .build();
        scheduler = made;
        made.start();
    }

    private CustomTask<Void> bringing() {
        return Tasks.custom(ArchiveQueue.TASK)
                .onFailure((failed, operations) -> operations.reschedule(
                        failed, failed.getTimeDone().plus(pause(failed.getExecution().consecutiveFailures))))
                .execute((instance, context) -> {
                    try {
                        var pause = archives.run(
                                ArchiveQueue.run(instance.getId()), context.getExecution().consecutiveFailures);
                        return pause.<CompletionHandler<Void>>map(
                                        rest -> (completed, operations) -> operations.reschedule(
                                                completed, Instant.now().plus(rest)))
                                .orElseGet(CompletionHandler.OnCompleteRemove::new);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    /** Twice as long after each failure in a row. */
    private static Duration pause(int failures) {
        var pause = RETRY.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_RETRY) < 0 ? pause : LONGEST_RETRY;
    }

    /** A new archive need not wait for the next look. */
    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) ArchivePut put) {
        var there = scheduler;
        if (there != null) {
            there.triggerCheckForDueExecutions();
        }
    }

    @PreDestroy
    void stop() {
        var there = scheduler;
        if (there != null) {
            there.stop();
        }
    }
}
