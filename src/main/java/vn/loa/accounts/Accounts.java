package vn.loa.accounts;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Repository;

/** The people who work with the portal. */
@Repository
public class Accounts {
    @PersistenceContext
    private EntityManager em;

    /** @param username lower case */
    public Optional<Account> find(String username) {
        return em.createQuery("select a from Account a where a.username = :name", Account.class)
                .setParameter("name", username)
                .getResultStream()
                .findFirst();
    }

    /** Those that exist only with the sample content. */
    public List<Account> samples() {
        return em.createQuery("select a from Account a where a.sample = true order by a.username", Account.class)
                .getResultList();
    }

    /** Stores a new account and gives it its id. */
    public void add(Account added) {
        em.persist(added);
        em.flush();
    }
}
