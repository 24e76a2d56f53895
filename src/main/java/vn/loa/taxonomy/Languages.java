package vn.loa.taxonomy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Repository;

/** The languages of works and pages. */
@Repository
public class Languages {
    @PersistenceContext
    private EntityManager em;

    /** All of them, in the order in which they are shown. */
    public List<Language> all() {
        return em.createQuery("select x from Language x order by x.position, x.code", Language.class)
                .getResultList();
    }

    public Optional<Language> find(String code) {
        return Optional.ofNullable(em.find(Language.class, code));
    }

    public void add(Language added) {
        em.persist(added);
    }
}
