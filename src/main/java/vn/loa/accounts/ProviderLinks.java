package vn.loa.accounts;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import vn.loa.accounts.provider.Identity;
import vn.loa.common.Repository;

/** As whom those who may sign in by the provider are known to it. */
@Repository
public class ProviderLinks {
    @PersistenceContext
    private EntityManager em;

    /** Of an account. */
    Optional<ProviderLink> find(long account) {
        return Optional.ofNullable(em.find(ProviderLink.class, account));
    }

    /** The one that is bound to this person. */
    Optional<ProviderLink> boundTo(String issuer, String subject) {
        return em.createQuery(
                        "select l from ProviderLink l where l.issuer = :issuer and l.subject = :subject",
                        ProviderLink.class)
                .setParameter("issuer", issuer)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst();
    }

    /** The one that waits for this address, or has waited for it. @param email in small letters */
    Optional<ProviderLink> named(String email) {
        return em.createQuery("select l from ProviderLink l where l.email = :email", ProviderLink.class)
                .setParameter("email", email)
                .getResultStream()
                .findFirst();
    }

    /** The one that waits for the verified address of this person. */
    Optional<ProviderLink> awaiting(Identity identity) {
        return identity.email().flatMap(this::named).filter(link -> !link.isBound());
    }

    /** Of an account as it stands now, and nobody else changes it before this transaction ends. */
    Optional<ProviderLink> lock(long account) {
        return em.createQuery("select l from ProviderLink l where l.account = :account", ProviderLink.class)
                .setParameter("account", account)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    void add(ProviderLink added) {
        em.persist(added);
        em.flush();
    }

    void remove(ProviderLink removed) {
        em.remove(removed);
        em.flush();
    }
}
