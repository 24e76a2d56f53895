package vn.loa.media.processing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import vn.loa.common.LoaDatabase;
import vn.loa.media.MediaAsset;
import vn.loa.media.MediaAssets;

/** Where jobs are put. A job is there exactly if the transaction commits that put it there. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ProcessingQueue {
    /** Its instances are named by the ids of jobs. */
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("media-processing");

    /** The table of what somebody waits for. */
    static final String QUICK = "scheduled_tasks";

    /** The priority of what nobody waits for. */
    static final int RENEWAL = 10;

    /** The table of what may take long. */
    static final String LONG = "scheduled_long_tasks";

    @Resource(lookup = LoaDatabase.NAME)
    private DataSource database;

    @Inject
    private ProcessingJobs jobs;

    @Inject
    private MediaAssets assets;

    @Inject
    private Event<JobPut> put;

    @Inject
    private Clock clock;

    private SchedulerClient quick;
    private SchedulerClient lasting;

    /** Somebody put a job; workers need not wait for their next look. */
    record JobPut(long job) {}

    /** Connections that are borrowed during a transaction belong to it, so rows written by the client do, too. */
    @PostConstruct
    void connect() {
        quick = client(QUICK);
        lasting = client(LONG);
    }

    private SchedulerClient client(String table) {
        return SchedulerClient.Builder.create(database)
                .tableName(table)
                .jdbcCustomization(postgresql())
                .enablePriority()
                .build();
    }

    static PostgreSqlJdbcCustomization postgresql() {
        return new PostgreSqlJdbcCustomization(false, false);
    }

    /** Nothing happens when the asset has come to this step before. */
    void put(long asset, Step step) {
        if (jobs.find(asset, step).isEmpty()) {
            var job = new ProcessingJob(asset, step, clock.instant());
            jobs.add(job);
            schedule(job);
        }
    }

    /** From the beginning, whatever came of it before. The job is locked. */
    void restart(ProcessingJob job) {
        job.restart();
        schedule(job);
    }

    private void schedule(ProcessingJob job) {
        var length = assets.find(job.asset()).flatMap(MediaAsset::duration).orElse(Duration.ZERO);
        schedule(job, job.step().isQuick() ? quick : lasting, job.step().priority(length));
    }

    private void schedule(ProcessingJob job, SchedulerClient client, int priority) {
        client.scheduleIfNotExists(
                TASK.instance(Long.toString(job.requireId())).priority(priority).build(), clock.instant());
        put.fire(new JobPut(job.requireId()));
    }

    /**
     * What was encoded by a profile of another version is encoded anew when nobody waits for anything else. Nothing happens while something of the
     * asset is still to come or has failed. What is there stays public until the new file takes its place.
     *
     * @return whether there was anything to do
     */
    @Transactional
    boolean renew(long asset) {
        var all = jobs.of(asset);
        if (!all.stream().allMatch(job -> job.state() == JobState.DONE)) {
            return false;
        }
        var steps = all.stream()
                .filter(job -> job.step() == Step.SMALL || job.step() == Step.FULL)
                .flatMap(job -> jobs.lock(job.requireId()).stream())
                .toList();
        if (steps.isEmpty() || !steps.stream().allMatch(job -> job.state() == JobState.DONE)) {
            return false;
        }
        steps.forEach(job -> {
            job.restart();
            schedule(job, lasting, job.step() == Step.SMALL ? RENEWAL : RENEWAL - 1);
        });
        return true;
    }

    /** Jobs of which the scheduler knows nothing, because a worker removed them while somebody began them anew. */
    @Transactional
    int recall() {
        var forgotten = jobs.forgotten();
        forgotten.forEach(this::schedule);
        return forgotten.size();
    }
}
