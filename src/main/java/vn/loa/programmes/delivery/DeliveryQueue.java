package vn.loa.programmes.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import javax.sql.DataSource;
import vn.loa.common.LoaDatabase;
import vn.loa.common.TaskWorker;

/** Where targets wait for a worker: one task for each, so that nobody else sends there at the same time. What is to be sent stands elsewhere; a task that is missing is made when something is due. */
@ApplicationScoped
class DeliveryQueue {
    /** Its instances are named by the ids of targets. */
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("programme-delivery");

    static final String TABLE = "scheduled_delivery_tasks";
    private static final Logger LOG = System.getLogger(DeliveryQueue.class.getName());

    @Resource(lookup = LoaDatabase.NAME)
    private DataSource database;

    @Inject
    private Clock clock;

    private SchedulerClient client;

    /** Connections that are borrowed during a transaction belong to it, so rows written by the client do, too. */
    @PostConstruct
    void connect() {
        client = SchedulerClient.Builder.create(database)
                .tableName(TABLE)
                .jdbcCustomization(TaskWorker.postgresql())
                .build();
    }

    /** A worker looks after this target as soon as one is free. One that does already looks for more when it is done. @param target its id */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void wake(long target) {
        var name = Long.toString(target);
        try {
            if (!client.scheduleIfNotExists(TASK.instance(name).build(), clock.instant())) {
                client.reschedule(TASK.instanceId(name), clock.instant());
            }
        } catch (TaskInstanceException underWay) {
            LOG.log(Level.DEBUG, "Somebody looks after target {0} already", name);
        }
    }
}
