package vn.loa.archive;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
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
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.loa.archive.ArchiveQueue.ArchivePut;
import vn.loa.common.LoaDatabase;
import vn.loa.common.SchemaMigration;
import vn.loa.common.TaskWorker;

/** The worker of this node for archives, on a thread of the container. The scheduler hands each to one worker of all nodes; the archive of one that died goes to another within half a minute. */
@ApplicationScoped
class ArchiveWorkers {
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
        var made =
                TaskWorker.of(database, ArchiveQueue.TABLE, bringing(), threads).build();
        scheduler = made;
        made.start();
    }

    private CustomTask<Void> bringing() {
        return Tasks.custom(ArchiveQueue.TASK)
                .onFailure((failed, operations) -> operations.reschedule(
                        failed, failed.getTimeDone().plus(TaskWorker.pause(failed.getExecution().consecutiveFailures))))
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
