package vn.loa.accounts;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import vn.loa.common.Fetch;
import vn.loa.common.Page;
import vn.loa.common.Repository;

/** The tokens that have been given out and not forgotten yet. */
@Repository
public class AccessTokens {
    @PersistenceContext
    private EntityManager em;

    /** With its account. One statement. */
    Optional<AccessToken> find(TokenSecret secret) {
        return em.createQuery("select t from AccessToken t where t.digest = :digest", AccessToken.class)
                .setParameter("digest", secret.digest())
                .setHint(Fetch.JOIN, "t.account")
                .getResultStream()
                .findFirst();
    }

    /** Takes one of somebody's tokens back; false when there is no good one with this id, or somebody else is first. */
    boolean revoke(String username, long id, Instant now) {
        return em.createQuery("update AccessToken t set t.revokedAt = :now, t.version = t.version + 1"
                                + " where t.account in (select a from Account a where a.username = :name) and t.id = :id"
                                + " and t.revokedAt is null and t.expiresAt > :now")
                        .setParameter("now", now)
                        .setParameter("name", username)
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }

    /** Those that open something and are neither revoked nor expired, the newest first. Two statements. */
    Page<AccessToken> of(String username, Instant now, int page, int size) {
        var from = " from AccessToken t where t.account.username = :name and t.revokedAt is null and t.expiresAt > :now"
                + " and t.kind <> vn.loa.accounts.TokenKind.FIRST_STEP";
        var total = em.createQuery("select count(t)" + from, Long.class)
                .setParameter("name", username)
                .setParameter("now", now)
                .getSingleResult();
        var found = em.createQuery("select t" + from + " order by t.id desc", AccessToken.class)
                .setParameter("name", username)
                .setParameter("now", now)
                .setFirstResult(Math.multiplyExact(page - 1, size))
                .setMaxResults(size)
                .getResultList();
        return new Page<>(found, total, page, size);
    }

    /** Stores a new token and gives it its id. */
    void add(AccessToken added) {
        em.persist(added);
        em.flush();
    }

    /** Notes a use past the version, so that it disturbs nobody; does nothing when one was noted after {@code notedBefore}. */
    void used(long id, Instant now, Instant notedBefore) {
        em.createQuery("update AccessToken t set t.lastUsedAt = :now where t.id = :id"
                        + " and (t.lastUsedAt is null or t.lastUsedAt < :before)")
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("before", notedBefore)
                .executeUpdate();
    }

    /** Notes past the version to which browser a token was given. */
    void given(long id, String device) {
        em.createQuery("update AccessToken t set t.device = :device where t.id = :id")
                .setParameter("device", device)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Takes all of somebody's tokens back. */
    void revokeAll(Account account, Instant now) {
        em.createQuery("update AccessToken t set t.revokedAt = :now, t.version = t.version + 1"
                        + " where t.account = :account and t.revokedAt is null")
                .setParameter("now", now)
                .setParameter("account", account)
                .executeUpdate();
    }

    /** Takes all of somebody's tokens back but one; answers how many were good. */
    int revokeAllBut(String username, long kept, Instant now) {
        return em.createQuery("update AccessToken t set t.revokedAt = :now, t.version = t.version + 1"
                        + " where t.account in (select a from Account a where a.username = :name) and t.id <> :kept"
                        + " and t.revokedAt is null and t.expiresAt > :now")
                .setParameter("now", now)
                .setParameter("name", username)
                .setParameter("kept", kept)
                .executeUpdate();
    }

    /** When any of somebody's browsers last asked for something, with a token older than this one. */
    Optional<Instant> lastUseBefore(String username, long token) {
        return em.createQuery(
                        "select t.lastUsedAt from AccessToken t where t.account.username = :name and t.id < :token"
                                + " and t.kind = vn.loa.accounts.TokenKind.BROWSER and t.lastUsedAt is not null"
                                + " order by t.lastUsedAt desc",
                        Instant.class)
                .setParameter("name", username)
                .setParameter("token", token)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Forgets those that expired before this moment. */
    void forget(Instant expiredBefore) {
        em.createQuery("delete from AccessToken t where t.expiresAt < :moment")
                .setParameter("moment", expiredBefore)
                .executeUpdate();
    }
}
