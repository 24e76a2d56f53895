package vn.loa.accounts;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import vn.loa.common.Repository;

/**
 * How often signing in was refused, hour by hour, by account and network. These are deeds of strangers, so they are counted, not
 * listed: whoever guesses day and night adds a few numbers, and no address is kept for longer than its use.
 */
@Repository
class SignInRefusals {
    /** Stands for names of no account: such a name might be a password typed in the wrong field. */
    static final String NOBODY = "unknown";

    /** Stands for the networks of an hour beyond so many. */
    private static final String ELSEWHERE = "elsewhere";

    private static final int MOST_IN_AN_HOUR = 1_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(90);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** @param username of an account, or {@link #NOBODY} */
    void count(String username, Network from) {
        var hour = moment(clock.instant().truncatedTo(ChronoUnit.HOURS));
        em.createNativeQuery("""
                        insert into sign_in_refusal as known (hour, account, network, times)
                        select ?1, ?2, case when (select count(*) from sign_in_refusal where hour = ?1) < ?4 then ?3 else ?5 end, 1
                        on conflict (hour, account, network) do update set times = known.times + 1""")
                .setParameter(1, hour)
                .setParameter(2, username)
                .setParameter(3, from.name())
                .setParameter(4, MOST_IN_AN_HOUR)
                .setParameter(5, ELSEWHERE)
                .executeUpdate();
    }

    /** Forgets what has been kept long enough. */
    void forget(Instant now) {
        em.createNativeQuery("delete from sign_in_refusal where hour < ?1")
                .setParameter(1, moment(now.minus(FORGOTTEN_AFTER)))
                .executeUpdate();
    }

    /** As PostgreSQL's driver takes it in a statement of SQL. */
    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
