package vn.loa.search;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.loa.common.Rounds;
import vn.loa.common.SchemaMigration;

/** Writes what {@link SearchLog} has counted, so that no visitor waits for it. What is counted last when the portal ends is lost. */
@ApplicationScoped
public class KeepSearchTerms {
    private static final long EVERY_SECONDS = 20;

    @Inject
    private Rounds rounds;

    @Inject
    private SearchLog log;

    @Inject
    private SearchTerms terms;

    void start(@Observes @Priority(SchemaMigration.FIRST + 100) @Initialized(ApplicationScoped.class) Object start) {
        rounds.every(
                Duration.ofSeconds(EVERY_SECONDS),
                "search-terms",
                this::keep,
                "What was looked for could not be counted");
    }

    private void keep() {
        var taken = log.take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            terms.add(taken);
        } catch (RuntimeException e) {
            log.giveBack(taken);
            throw e;
        }
    }
}
