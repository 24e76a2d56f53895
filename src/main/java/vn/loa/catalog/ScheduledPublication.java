package vn.loa.catalog;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import vn.loa.common.Rounds;
import vn.loa.common.SchemaMigration;
import vn.loa.editorial.TransitionRefused;

/**
 * Publishes what was scheduled when its moment has come, within {@value #EVERY_SECONDS} seconds. Several nodes may try: the version
 * of the product lets one of them win. One product that cannot be published does not hold up the others: it is given back to its publisher.
 */
@ApplicationScoped
public class ScheduledPublication {
    private static final Logger LOG = System.getLogger(ScheduledPublication.class.getName());
    private static final long EVERY_SECONDS = 15;

    @Inject
    private Rounds rounds;

    @Inject
    private PublishWhenDue publish;

    void start(@Observes @Priority(SchemaMigration.FIRST + 300) @Initialized(ApplicationScoped.class) Object start) {
        rounds.every(
                Duration.ofSeconds(EVERY_SECONDS),
                "scheduled-publication",
                this::round,
                "What is due could not be read");
    }

    private void round() {
        for (var id : publish.due()) {
            publishOne(id);
        }
    }

    private void publishOne(long id) {
        try {
            publish.publish(id);
        } catch (TransitionRefused refused) {
            // The message may name a person shown; neither the log nor the trail forgets.
            giveBack(id, refused.reason().code());
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "Product " + id + " was due but could not be published; the next round tries again",
                    e);
        }
    }

    private void giveBack(long id, String why) {
        try {
            publish.giveBack(id, why);
            LOG.log(
                    Level.WARNING,
                    "Product {0} was due but is not published: {1}. It is approved and waits for its publisher",
                    Long.toString(id),
                    why);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Product " + id + " could not be given back; the next round tries again", e);
        }
    }
}
