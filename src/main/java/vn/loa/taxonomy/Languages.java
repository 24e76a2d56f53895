package vn.loa.taxonomy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Repository;
import vn.loa.common.Texts;
import vn.loa.common.Violation;

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

    /** What is wrong with a field that holds a text per language: those in languages that there are not. */
    public List<Violation> unknown(String field, Texts texts) {
        return texts.languages().stream()
                .filter(language -> find(language).isEmpty())
                .map(language -> new Violation(field + "." + language, "is not in a known language"))
                .toList();
    }

    public void add(Language added) {
        em.persist(added);
    }
}
