package vn.loa.archive;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import javax.sql.DataSource;
import vn.loa.common.LoaDatabase;
import vn.loa.common.TaskWorker;

/** Where archives wait for a worker. One is there exactly if the transaction commits that put it there. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ArchiveQueue {
    /** Its instances are named by the id of an archive and what is to be done: what was done may not be forgotten yet when the next is put. */
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("archive");

    private static final String PART = ".";

    static final String TABLE = "scheduled_archive_tasks";

    @Resource(lookup = LoaDatabase.NAME)
    private DataSource database;

    @Inject
    private Event<ArchivePut> put;

    @Inject
    private Clock clock;

    private SchedulerClient client;

    /** Somebody put one; workers need not wait for their next look. */
    record ArchivePut(long run) {}

    /** Connections that are borrowed during a transaction belong to it, so rows written by the client do, too. */
    @PostConstruct
    void connect() {
        client = SchedulerClient.Builder.create(database)
                .tableName(TABLE)
                .jdbcCustomization(TaskWorker.postgresql())
                .build();
    }

    void put(ArchiveRun run) {
        var name = run.requireId() + PART + run.state().code();
        client.scheduleIfNotExists(TASK.instance(name).build(), clock.instant());
        put.fire(new ArchivePut(run.requireId()));
    }

    /** The archive that an instance of the task is about. */
    static long run(String instance) {
        return Long.parseLong(instance.substring(0, instance.indexOf(PART)));
    }
}
