package vn.loa.common;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers to requests that carried a key of their caller, for a day. An answer is kept in the transaction of what was done: there is
 * no deed without its answer.
 */
@Repository
public class RememberedAnswers {
    private static final Duration KEPT_FOR = Duration.ofDays(1);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** What was asked and answered. */
    public record Remembered(String request, Answer answer) {}

    public record Answer(
            int status,
            @Nullable String location,
            @Nullable String entityTag,
            @Nullable String body) {}

    /**
     * Claims a key, and forgets what is older than a day. While another transaction holds the same key, this one waits for its end.
     *
     * @param request what is asked, in a form to compare
     * @return what was answered before; empty when the key is new and this transaction must {@link #keep} an answer
     */
    public Optional<Remembered> claim(String caller, String key, String request) {
        var now = clock.instant();
        em.createNativeQuery("delete from idempotency_key where created_at < ?")
                .setParameter(1, Timestamp.from(now.minus(KEPT_FOR)))
                .executeUpdate();
        var claimed = em.createNativeQuery("insert into idempotency_key (caller, key, request, created_at)"
                        + " values (?, ?, ?, ?) on conflict (caller, key) do nothing")
                .setParameter(1, caller)
                .setParameter(2, key)
                .setParameter(3, request)
                .setParameter(4, Timestamp.from(now))
                .executeUpdate();
        return claimed == 1 ? Optional.empty() : find(caller, key);
    }

    private Optional<Remembered> find(String caller, String key) {
        var row = (Object[]) em.createNativeQuery("select request, status, location, entity_tag, body"
                        + " from idempotency_key where caller = ? and key = ?")
                .setParameter(1, caller)
                .setParameter(2, key)
                .getSingleResult();
        return Optional.of(new Remembered(
                (String) row[0],
                new Answer(((Number) row[1]).intValue(), (String) row[2], (String) row[3], (String) row[4])));
    }

    /** Keeps the answer under a key that this transaction has claimed. */
    public void keep(String caller, String key, Answer answer) {
        em.createNativeQuery("update idempotency_key set status = ?, location = ?, entity_tag = ?, body = ?"
                        + " where caller = ? and key = ?")
                .setParameter(1, answer.status())
                .setParameter(2, answer.location())
                .setParameter(3, answer.entityTag())
                .setParameter(4, answer.body())
                .setParameter(5, caller)
                .setParameter(6, key)
                .executeUpdate();
    }

    /** Gives a claimed key back: nothing was done, and the request may be sent again. */
    public void release(String caller, String key) {
        em.createNativeQuery("delete from idempotency_key where caller = ? and key = ?")
                .setParameter(1, caller)
                .setParameter(2, key)
                .executeUpdate();
    }
}
