package vn.loa.programmes.packages;

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

/** Where packages wait for a worker. One is there exactly if the transaction commits that put it there. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PackageQueue {
    /** Its instances are named by the ids of packages. */
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("station-package");

    static final String TABLE = "scheduled_package_tasks";

    @Resource(lookup = LoaDatabase.NAME)
    private DataSource database;

    @Inject
    private Event<PackagePut> put;

    @Inject
    private Clock clock;

    private SchedulerClient client;

    /** Somebody put one; workers need not wait for their next look. */
    record PackagePut(long id) {}

    /** Connections that are borrowed during a transaction belong to it, so rows written by the client do, too. */
    @PostConstruct
    void connect() {
        client = SchedulerClient.Builder.create(database)
                .tableName(TABLE)
                .jdbcCustomization(TaskWorker.postgresql())
                .build();
    }

    void put(StationPackage waiting) {
        client.scheduleIfNotExists(
                TASK.instance(Long.toString(waiting.requireId())).build(), clock.instant());
        put.fire(new PackagePut(waiting.requireId()));
    }
}
