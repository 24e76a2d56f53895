package vn.loa.search;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;
import vn.loa.common.Repository;
import vn.loa.search.IndexRebuild.Failure;
import vn.loa.search.IndexRebuild.Progress;
import vn.loa.search.IndexRebuild.State;

/**
 * How far the last rebuild of the index is, whichever node is at it. One at a time among all nodes: a run has a number, and what says another number changes
 * nothing. A run of which nothing was heard for two minutes has died with its node. Each method is a transaction of its own.
 */
@Repository
@Transactional(TxType.REQUIRES_NEW)
public class IndexRuns {
    private static final String IS_ALIVE = "state = 'running' and heard_at > now() - interval '2 minutes'";

    @PersistenceContext
    private EntityManager em;

    /** @return the number of a new run; empty while another goes on */
    public OptionalLong begin() {
        List<?> run = em.createNativeQuery(
                        "update index_rebuild set run = run + 1, state = 'running', done = 0, total = 0,"
                                + " since = now(), until = null, failure = null, heard_at = now() where not ("
                                + IS_ALIVE
                                + ") returning run")
                .getResultList();
        return run.stream().mapToLong(number -> ((Number) number).longValue()).findFirst();
    }

    /** Whether this run has not been taken for dead, and another begun. Says that it lives. */
    public boolean goesOn(long run, int done, int total) {
        return em.createNativeQuery("update index_rebuild set done = ?2, total = ?3, heard_at = now()"
                                + " where run = ?1 and state = 'running'")
                        .setParameter(1, run)
                        .setParameter(2, done)
                        .setParameter(3, total)
                        .executeUpdate()
                == 1;
    }

    /** @param failure what went wrong; null when nothing did */
    public void end(long run, int done, int total, @Nullable Failure failure) {
        em.createNativeQuery("update index_rebuild set state = ?2, done = ?3, total = ?4, until = now(), failure = ?5"
                        + " where run = ?1 and state = 'running'")
                .setParameter(1, run)
                .setParameter(2, failure == null ? State.DONE.code() : State.FAILED.code())
                .setParameter(3, done)
                .setParameter(4, total)
                .setParameter(5, failure == null ? null : failure.code())
                .executeUpdate();
    }

    /** One statement. */
    @Transactional
    public Progress progress() {
        var row = (Object[]) em.createNativeQuery("select case when state = 'running' and not (" + IS_ALIVE
                        + ") then 'failed' else state end, done, total,"
                        + " cast(extract(epoch from since) * 1000 as bigint),"
                        + " cast(extract(epoch from coalesce(until, heard_at)) * 1000 as bigint), failure"
                        + " from index_rebuild")
                .getSingleResult();
        var state = Coded.of(State.class, (String) row[0]);
        // A run that nobody hears of any more has written nothing.
        var failure = Objects.toString(row[5], Failure.NODE_STOPPED.code());
        return new Progress(
                state,
                ((Number) row[1]).intValue(),
                ((Number) row[2]).intValue(),
                moment(row[3]),
                state == State.RUNNING ? null : moment(row[4]),
                state == State.FAILED ? Coded.of(Failure.class, failure) : null);
    }

    private static @Nullable Instant moment(@Nullable Object millis) {
        return millis instanceof Number number ? Instant.ofEpochMilli(number.longValue()) : null;
    }
}
