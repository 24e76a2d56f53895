package vn.loa.accounts;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.common.Repository;

/** The links by which people choose a password. */
@Repository
public class PasswordLinks {
    @PersistenceContext
    private EntityManager em;

    Optional<PasswordLink> find(TokenSecret secret) {
        return em.createQuery("select l from PasswordLink l where l.digest = :digest", PasswordLink.class)
                .setParameter("digest", secret.digest())
                .getResultStream()
                .findFirst();
    }

    /** The same, and nobody else uses it before this transaction ends. */
    Optional<PasswordLink> lock(TokenSecret secret) {
        return em.createQuery("select l from PasswordLink l where l.digest = :digest", PasswordLink.class)
                .setParameter("digest", secret.digest())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** When the links end that are good, by the ids of their accounts. One statement. @param of at least one */
    Map<Long, Instant> ends(List<Account> of, Instant now) {
        return em.createQuery(
                        "select l.account.id, max(l.expiresAt) from PasswordLink l"
                                + " where l.account in :accounts and l.usedAt is null and l.expiresAt > :now group by l.account.id",
                        Object[].class)
                .setParameter("accounts", of)
                .setParameter("now", now)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Instant) row[1]));
    }

    void add(PasswordLink added) {
        em.persist(added);
    }

    /**
     * Of all links to an account none is good any more.
     *
     * @return whether one was
     */
    boolean end(Account account, Instant now) {
        var ended = !ends(List.of(account), now).isEmpty();
        em.createQuery("delete from PasswordLink l where l.account = :account")
                .setParameter("account", account)
                .executeUpdate();
        return ended;
    }

    /** Forgets those that expired before this moment. */
    void forget(Instant expiredBefore) {
        em.createQuery("delete from PasswordLink l where l.expiresAt < :moment")
                .setParameter("moment", expiredBefore)
                .executeUpdate();
    }
}
