package vn.loa.archive;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.loa.common.Rounds;
import vn.loa.common.SchemaMigration;

/** Forgets what was brought in long ago, also where nobody brings anything in any more. */
@ApplicationScoped
class ForgetArchives {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofHours(6);

    @Inject
    private Rounds rounds;

    @Inject
    private RunSteps steps;

    void start(@Observes @Priority(SchemaMigration.FIRST + 300) @Initialized(ApplicationScoped.class) Object start) {
        rounds.every(FIRST, EVERY, "archives", steps::forget, "What was brought in long ago could not be forgotten");
    }
}
