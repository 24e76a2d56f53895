package vn.loa.administration.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import vn.loa.administration.EditLanguages;
import vn.loa.common.Followed;
import vn.loa.common.Rounds;
import vn.loa.common.SchemaMigration;
import vn.loa.editorial.ContentRevision;

/** What administrators have decided on another node is seen on this one within seconds, and pages that were made here meanwhile are made anew. */
@ApplicationScoped
public class FollowDecisions {
    private static final int EVERY_SECONDS = 1;

    @Inject
    private Rounds rounds;

    @Inject
    @Any
    private Instance<Followed> followed;

    @Inject
    private EditLanguages languages;

    @Inject
    private ContentRevision contentRevision;

    private final Following following = new Following();
    private boolean begun;
    private long seen = -1;

    void start(@Observes @Priority(SchemaMigration.FIRST + 300) @Initialized(ApplicationScoped.class) Object start) {
        rounds.nowAndEvery(
                Duration.ofSeconds(EVERY_SECONDS),
                "follow-decisions",
                this::look,
                "What administrators decided could not be read, and what was read last holds");
    }

    /** What was decided on this node holds on it at once. */
    public void now() {
        following.read(followed);
        // Made meanwhile, after the decision and before this node knew of it.
        following.ifOther(languages::outdatePages);
    }

    private void look() {
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
    }
}
