package vn.loa.questions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;

/**
 * Erases what senders wrote when its time is over: the letter of a question that is public, and all of one that ended without being published. Each in
 * a transaction of its own; several nodes may do so at once.
 */
@ApplicationScoped
@Transactional
public class EraseLetters {
    private static final int AT_ONCE = 100;

    @Inject
    private Questions questions;

    @Inject
    private QuestionSettings settings;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * Ids of some whose time is over, in their order; none when there are no more.
     *
     * @param after the last id that is known already
     */
    public List<Long> due(long after) {
        return questions.due(limit(), after, AT_ONCE);
    }

    /**
     * Erases what the sender wrote; what has ended without being public goes altogether. One that nobody has touched for as long loses the letter, too. Does
     * nothing when somebody has taken it up again since, or another node was first.
     */
    public void erase(long id) {
        questions
                .lock(id)
                .filter(question ->
                        question.endedAt().orElseGet(question::changedAt).isBefore(limit()))
                .ifPresent(question -> {
                    questions.eraseLetter(id);
                    audit.record(Actor.RETENTION, "erase", question.kind().code(), id, String.valueOf(id), null);
                    if (!question.isOnline() && question.endedAt().isPresent()) {
                        questions.remove(question);
                    }
                });
    }

    private Instant limit() {
        return clock.instant().minus(settings.retention());
    }
}
