package vn.loa.administration.web;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.loa.administration.EditLanguages;
import vn.loa.common.Followed;
import vn.loa.common.SchemaMigration;
import vn.loa.common.Seldom;
import vn.loa.editorial.ContentRevision;

/** What administrators have decided on another node is seen on this one within seconds, and pages that were made here meanwhile are made anew. */
@ApplicationScoped
public class FollowDecisions {
    private static final Logger LOG = System.getLogger(FollowDecisions.class.getName());
    private static final int EVERY_SECONDS = 1;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    @Any
    private Instance<Followed> followed;

    @Inject
    private EditLanguages languages;

    @Inject
    private ContentRevision contentRevision;

    private final Following following = new Following();
    private final Seldom complaint = new Seldom();
    private boolean begun;
    private long seen = -1;
    private @Nullable ScheduledFuture<?> rounds;

    void start(@Observes @Priority(SchemaMigration.FIRST + 300) @Initialized(ApplicationScoped.class) Object start) {
        look();
        rounds = executor.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    /** What was decided on this node holds on it at once. */
    public void now() {
        following.read(followed);
        // Made meanwhile, after the decision and before this node knew of it.
        following.ifOther(languages::outdatePages);
    }

    /** Must not throw: an exception would end all further rounds. */
    private void look() {
        try {
            var revision = contentRevision.current();
            if (revision != seen) {
                var isWhole = following.read(followed);
                // What this node reads first is not another than it was.
                following.ifOther(begun ? languages::outdatePages : () -> {});
                begun = true;
                if (isWhole) {
                    // Not before: what could not be read is read in the next round.
                    seen = revision;
                }
            }
        } catch (RuntimeException away) {
            LOG.log(
                    complaint.isDue() ? Level.WARNING : Level.DEBUG,
                    "What administrators decided could not be read; what was read last holds",
                    away);
        }
    }
}
