package vn.loa.catalog;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import vn.loa.common.SchemaMigration;
import vn.loa.common.Seldom;

/** Ends what presses when its moment has come, within {@value #EVERY_SECONDS} seconds. Several nodes may try: one of them is told that it was it. */
@ApplicationScoped
public class EndPriorities {
    private static final Logger LOG = System.getLogger(EndPriorities.class.getName());
    private static final long EVERY_SECONDS = 2;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private PressProduct press;

    private final Seldom complaint = new Seldom();
    private @Nullable ScheduledFuture<?> rounds;

    void start(@Observes @Priority(SchemaMigration.FIRST + 300) @Initialized(ApplicationScoped.class) Object start) {
        rounds = executor.scheduleWithFixedDelay(this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    /** Must not throw: an exception would end all further rounds. */
    private void round() {
        try {
            endAll(press.over(), press::end);
        } catch (RuntimeException e) {
            complain("What has pressed long enough could not be looked for; the next round tries again", e);
        }
    }

    /** One that cannot be ended leaves no other pressing. */
    void endAll(List<Long> over, LongConsumer end) {
        for (var id : over) {
            try {
                end.accept(id);
            } catch (RuntimeException e) {
                complain("Product " + id + " presses on though its time is over; the next round tries again", e);
            }
        }
    }

    private void complain(String what, RuntimeException why) {
        LOG.log(complaint.isDue() ? Level.WARNING : Level.DEBUG, what, why);
    }
}
