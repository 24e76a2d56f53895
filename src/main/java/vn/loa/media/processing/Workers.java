package vn.loa.media.processing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import vn.loa.common.LoaDatabase;
import vn.loa.common.SchemaMigration;
import vn.loa.media.processing.ProcessingQueue.JobPut;

/**
 * The workers of this node, on threads of the container: some for what somebody waits for, others for what may take long, so that a long film never
 * delays the first sound of another file; long films never take all of the former ({@link FilmTurns}). A machine without ffmpeg takes in documents and leaves the rest to others. The scheduler hands each due job to one worker of all nodes; one that has not
 * said for four heartbeats that it lives is taken for dead, and its job given to another.
 */
@ApplicationScoped
class Workers {
    private static final Duration LOOK_AROUND = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final int MISSED_HEARTBEATS = 4;

    /** How long an encoding is given to end when the portal is stopped; it begins anew at the next start. */
    private static final Duration PARTING = Duration.ofSeconds(3);

    /** Before jobs: it takes a moment, and makes room. */
    private static final int SWEEP_PRIORITY = 95;

    @Resource(lookup = LoaDatabase.NAME)
    private DataSource database;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private JobSettings settings;

    @Inject
    private RunJob jobs;

    @Inject
    private FilmTurns films;

    @Inject
    private EncodingTools tools;

    @Inject
    private Sweep sweep;

    @Inject
    private ReadAnew documents;

    @Inject
    private Renewal renewal;

    private final List<Scheduler> schedulers = new ArrayList<>();

    void start(@Observes @Priority(SchemaMigration.FIRST + 300) @Initialized(ApplicationScoped.class) Object start) {
        if (settings.workers() == 0) {
            return;
        }
        schedulers.add(workers(
                        settings.quickWorkers(), ProcessingQueue.QUICK, job -> films.take(job, () -> jobs.run(job)))
                .startTasks(sweeping(), reading())
                .build());
        if (tools.areThere()) {
            schedulers.add(workers(settings.workers(), ProcessingQueue.LONG, jobs::run)
                    .startTasks(renewing())
                    .build());
        }
        schedulers.forEach(Scheduler::start);
    }

    private SchedulerBuilder workers(int number, String table, LongFunction<Optional<Duration>> attempt) {
        return Scheduler.create(database, List.<Task<?>>of(processing(attempt)))
                .tableName(table)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .threads(number)
                .executorService(Executors.newFixedThreadPool(number, threads))
                .dueExecutor(Executors.newSingleThreadExecutor(threads))
                .housekeeperExecutor(Executors.newScheduledThreadPool(2, threads))
                .jdbcCustomization(ProcessingQueue.postgresql())
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(LOOK_AROUND)
                .enablePriority()
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(PARTING);
    }

    /** @param attempt at a job, by its id: gives the pause before the next, or nothing */
    private static CustomTask<Void> processing(LongFunction<Optional<Duration>> attempt) {
        return Tasks.custom(ProcessingQueue.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) -> {
                    var pause = attempt.apply(Long.parseLong(instance.getId()));
                    return pause.<CompletionHandler<Void>>map(rest -> (completed, operations) -> operations.reschedule(
                                    completed, Instant.now().plus(rest)))
                            .orElseGet(CompletionHandler.OnCompleteRemove::new);
                });
    }

    private RecurringTask<Void> sweeping() {
        return Tasks.recurring("media-sweep", FixedDelay.of(Sweep.EVERY))
                .defaultPriority(SWEEP_PRIORITY)
                .execute((instance, context) -> sweep.run());
    }

    private RecurringTask<Void> reading() {
        return Tasks.recurring("media-reading", FixedDelay.of(ReadAnew.EVERY))
                .defaultPriority(SWEEP_PRIORITY)
                .execute((instance, context) -> documents.run());
    }

    private RecurringTask<Void> renewing() {
        return Tasks.recurring("media-renewal", FixedDelay.of(Renewal.EVERY))
                .defaultPriority(SWEEP_PRIORITY)
                .execute((instance, context) -> renewal.run());
    }

    /** A new job need not wait for the next look. */
    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobPut put) {
        schedulers.forEach(Scheduler::triggerCheckForDueExecutions);
    }

    @PreDestroy
    void stop() {
        schedulers.forEach(Scheduler::stop);
    }
}
