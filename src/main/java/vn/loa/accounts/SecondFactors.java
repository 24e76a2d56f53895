package vn.loa.accounts;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import vn.loa.common.Repository;

/** What people have besides their passwords. */
@Repository
public class SecondFactors {
    @PersistenceContext
    private EntityManager em;

    /** Of an account; it may not be confirmed yet. */
    Optional<SecondFactor> find(long account) {
        return Optional.ofNullable(em.find(SecondFactor.class, account));
    }

    /** The same, and nobody else uses it before this transaction ends. */
    Optional<SecondFactor> lock(long account) {
        return Optional.ofNullable(em.find(SecondFactor.class, account, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(SecondFactor added) {
        em.persist(added);
        em.flush();
    }

    void remove(SecondFactor removed) {
        em.remove(removed);
        em.flush();
    }
}
