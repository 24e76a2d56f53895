package vn.loa.questions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import vn.loa.accounts.Actor;
import vn.loa.editorial.Chronicle;

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
    private Chronicle chronicle;

    @Inject
    private Clock clock;

    /** Ids of some whose time is over; none when there is nothing left to do. */
    public List<Long> due() {
        return questions.endedBefore(limit(), AT_ONCE);
    }

    /** Does nothing when somebody has taken it up again since, or another node was first. */
    public void erase(long id) {
        questions
                .lock(id)
                .filter(question -> question.endedAt().filter(limit()::isAfter).isPresent())
                .ifPresent(question -> {
                    questions.eraseLetter(id);
                    chronicle.record(question, "erase", Actor.RETENTION, null);
                    if (!question.isOnline()) {
                        questions.remove(question);
                    }
                });
    }

    private Instant limit() {
        return clock.instant().minus(settings.retention());
    }
}
