package vn.loa.programmes.packages;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
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
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.loa.common.LoaDatabase;
import vn.loa.common.SchemaMigration;
import vn.loa.common.TaskWorker;
import vn.loa.programmes.packages.PackageQueue.PackagePut;

/** The worker of this node for packages: one after the other, and once an hour those away that are too old. */
@ApplicationScoped
class PackageWorkers {
    private static final Duration SWEEP = Duration.ofHours(1);

    @Resource(lookup = LoaDatabase.NAME)
    private DataSource database;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    @ConfigProperty(name = "loa.jobs.workers", defaultValue = "1")
    private int workers;

    @Inject
    private RunPackage packages;

    private @Nullable Scheduler scheduler;

    void start(@Observes @Priority(SchemaMigration.FIRST + 300) @Initialized(ApplicationScoped.class) Object start) {
        if (workers <= 0) {
            return;
        }
        var made = TaskWorker.of(database, PackageQueue.TABLE, packing(), threads)
                .startTasks(sweeping())
                .build();
        scheduler = made;
        made.start();
    }

    private CustomTask<Void> packing() {
        return Tasks.custom(PackageQueue.TASK)
                .onFailure((failed, operations) -> operations.reschedule(
                        failed, failed.getTimeDone().plus(TaskWorker.pause(failed.getExecution().consecutiveFailures))))
                .execute((instance, context) -> {
                    try {
                        packages.run(Long.parseLong(instance.getId()), context.getExecution().consecutiveFailures);
                        return new CompletionHandler.OnCompleteRemove<>();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private RecurringTask<Void> sweeping() {
        return Tasks.recurring("package-sweep", FixedDelay.of(SWEEP)).execute((instance, context) -> packages.sweep());
    }

    /** A new package need not wait for the next look. */
    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) PackagePut put) {
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
