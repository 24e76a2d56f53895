package vn.loa.taxonomy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.common.Repository;
import vn.loa.common.Texts;
import vn.loa.common.Violation;

/** The languages of works and pages. */
@Repository
public class Languages {
    /** Whoever writes more languages than there are knows by then. */
    private static final int MOST_TOLD = 20;

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

    /**
     * What is wrong with fields that hold a text per language: those in languages that there are not.
     *
     * @param fields the texts by the names of their fields
     */
    public List<Violation> unknown(Map<String, Texts> fields) {
        return unknown(fields, all());
    }

    /** The same, where all languages have been read. */
    public static List<Violation> unknown(Map<String, Texts> fields, List<Language> all) {
        var known = all.stream().map(Language::code).collect(Collectors.toSet());
        return fields.entrySet().stream()
                .flatMap(field -> field.getValue().languages().stream()
                        .filter(language -> !known.contains(language))
                        .limit(MOST_TOLD)
                        .map(language -> new Violation(field.getKey() + "." + language, "is not in a known language")))
                .toList();
    }

    public void add(Language added) {
        em.persist(added);
    }
}
