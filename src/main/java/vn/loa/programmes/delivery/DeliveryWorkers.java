package vn.loa.programmes.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.loa.common.LoaDatabase;
import vn.loa.common.SchemaMigration;
import vn.loa.common.TaskWorker;
import vn.loa.programmes.delivery.PlanDeliveries.DeliveryPut;

/** The workers of this node that send programmes: several targets at the same time, so that one that is slow keeps no other waiting, and what is urgent never waits for those that are. */
@ApplicationScoped
class DeliveryWorkers {
    /** Some of them for what is urgent alone. */
    private static final int AT_ONCE = RunDeliveries.ORDINARY + 2;

    /** What has come due, or was put while somebody looked after its target. */
    private static final Duration LOOK_AROUND = Duration.ofSeconds(5);

    private static final Duration SWEEP = Duration.ofHours(1);

    @Resource(lookup = LoaDatabase.NAME)
    private DataSource database;

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    @ConfigProperty(name = "loa.jobs.workers", defaultValue = "1")
    private int workers;

    @Inject
    private RunDeliveries deliveries;

    @Inject
    private DeliverySteps steps;

    @Inject
    private DeliveryQueue queue;

    private @Nullable Scheduler scheduler;

    private @Nullable OnceForMany looks;

    void start(@Observes @Priority(SchemaMigration.FIRST + 300) @Initialized(ApplicationScoped.class) Object start) {
        if (workers <= 0) {
            return;
        }
        var made = TaskWorker.of(database, DeliveryQueue.TABLE, sending(), threads, AT_ONCE)
                .startTasks(looking(), sweeping())
                .build();
        scheduler = made;
        looks = new OnceForMany(executor, this::look);
        made.start();
    }

    private CustomTask<Void> sending() {
        return Tasks.custom(DeliveryQueue.TASK)
                .onFailure((failed, operations) -> operations.reschedule(
                        failed, failed.getTimeDone().plus(TaskWorker.pause(failed.getExecution().consecutiveFailures))))
                .execute((instance, context) -> {
                    var next = deliveries.run(Long.parseLong(instance.getId()));
                    return (completed, operations) -> next.ifPresentOrElse(
                            moment -> operations.reschedule(completed, moment), operations::remove);
                });
    }

    private RecurringTask<Void> looking() {
        return Tasks.recurring("delivery-look", FixedDelay.of(LOOK_AROUND)).execute((instance, context) -> look());
    }

    private RecurringTask<Void> sweeping() {
        return Tasks.recurring("delivery-sweep", FixedDelay.of(SWEEP)).execute((instance, context) -> steps.sweep());
    }

    /** Two nodes may do it at the same time. What is due is known before anybody is woken, which takes a connection for each: whoever held one meanwhile would wait for others who do, too. */
    private void look() {
        steps.due().forEach(queue::wake);
        var there = scheduler;
        if (there != null) {
            there.triggerCheckForDueExecutions();
        }
    }

    /** What is put need not wait for the next look. On a thread of its own: the transaction of whoever has put it is not quite over. Those who put much at once are served by one look. */
    void put(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveryPut put) {
        var there = looks;
        if (there != null) {
            there.ask();
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
