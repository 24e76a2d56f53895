package vn.loa.common;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Task;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * The worker of this node for tasks of one kind for which nobody waits on a page, on a thread of the container. The scheduler hands each task to one worker of all nodes; that of one that died goes to
 * another within half a minute.
 */
public final class TaskWorker {
    private static final Duration LOOK_AROUND = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(10);

    /** Doublings of the pause, beyond which it is the longest. */
    private static final int MOST_DOUBLINGS = 6;

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration PARTING = Duration.ofSeconds(3);

    private TaskWorker() {}

    /** One that is not started yet. @param table of the tasks */
    public static SchedulerBuilder of(DataSource database, String table, Task<?> task, ManagedThreadFactory threads) {
        return of(database, table, task, threads, 1);
    }

    /** The same for several at once. */
    public static SchedulerBuilder of(
            DataSource database, String table, Task<?> task, ManagedThreadFactory threads, int atOnce) {
        return Scheduler.create(database, List.<Task<?>>of(task))
                .tableName(table)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .threads(atOnce)
                .executorService(Executors.newFixedThreadPool(atOnce, threads))
                .dueExecutor(Executors.newSingleThreadExecutor(threads))
                .housekeeperExecutor(Executors.newScheduledThreadPool(2, threads))
                .jdbcCustomization(postgresql())
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(LOOK_AROUND)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(PARTING);
    }

    public static PostgreSqlJdbcCustomization postgresql() {
        return new PostgreSqlJdbcCustomization(false, false);
    }

    /** After so many failures in a row: twice as long after each, but never longer than ten minutes. */
    public static Duration pause(int failures) {
        var pause = RETRY.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_RETRY) < 0 ? pause : LONGEST_RETRY;
    }
}
