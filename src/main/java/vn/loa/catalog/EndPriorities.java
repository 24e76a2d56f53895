package vn.loa.catalog;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;
import vn.loa.common.Rounds;
import vn.loa.common.SchemaMigration;
import vn.loa.common.Seldom;

/** Ends what presses when its moment has come, within {@value #EVERY_SECONDS} seconds. Several nodes may try: one of them is told that it was it. */
@ApplicationScoped
public class EndPriorities {
    private static final Logger LOG = System.getLogger(EndPriorities.class.getName());
    private static final long EVERY_SECONDS = 2;

    @Inject
    private Rounds rounds;

    @Inject
    private PressProduct press;

    private final Seldom complaint = new Seldom();

    void start(@Observes @Priority(SchemaMigration.FIRST + 300) @Initialized(ApplicationScoped.class) Object start) {
        rounds.every(
                Duration.ofSeconds(EVERY_SECONDS),
                "end-priorities",
                this::round,
                "What has pressed long enough could not be looked for");
    }

    private void round() {
        endAll(press.over(), press::end);
    }

    /** One that cannot be ended leaves no other pressing. */
    void endAll(List<Long> over, LongConsumer end) {
        for (var id : over) {
            try {
                end.accept(id);
            } catch (RuntimeException e) {
                LOG.log(
                        complaint.isDue() ? Level.WARNING : Level.DEBUG,
                        "Product " + id + " presses on though its time is over; the next round tries again",
                        e);
            }
        }
    }
}
