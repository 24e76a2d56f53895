package vn.loa.syndication;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.loa.common.Rounds;
import vn.loa.common.SchemaMigration;

/** Writes down what {@link EmbedLog} has counted, so that no visitor waits for it. What is counted last when the portal ends is lost. */
@ApplicationScoped
public class KeepEmbedShowings {
    private static final long EVERY_SECONDS = 5;

    @Inject
    private Rounds rounds;

    @Inject
    private EmbedLog log;

    @Inject
    private EmbedShowings showings;

    void start(@Observes @Priority(SchemaMigration.FIRST + 100) @Initialized(ApplicationScoped.class) Object start) {
        rounds.every(
                Duration.ofSeconds(EVERY_SECONDS),
                "embed-showings",
                this::keep,
                "Which sites show embeds could not be written down");
    }

    private void keep() {
        var taken = log.take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            showings.add(taken);
        } catch (RuntimeException e) {
            log.giveBack(taken);
            throw e;
        }
    }
}
