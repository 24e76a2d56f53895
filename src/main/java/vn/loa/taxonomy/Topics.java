package vn.loa.taxonomy;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.common.Repository;

/** The tree of topics. */
@Repository
public class Topics {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private FormerCodes formerCodes;

    /** All of them, in the order in which they are shown among their siblings. */
    public List<Topic> all() {
        return em.createQuery("select t from Topic t left join fetch t.parent order by t.position, t.code", Topic.class)
                .getResultList();
    }

    /** The one with this code, or that has taken the place of one with it. */
    public Optional<Topic> find(String code) {
        return Optional.ofNullable(em.find(Topic.class, code))
                .or(() -> formerCodes.now(FormerCodes.TOPIC, code).map(now -> em.find(Topic.class, now)));
    }

    /** The code itself and those of everything below it; empty when there is no such topic. One statement. */
    public List<String> withDescendants(String code) {
        var children = all().stream()
                .collect(Collectors.groupingBy(
                        t -> t.parent().map(Topic::code).orElse(""),
                        Collectors.mapping(Topic::code, Collectors.toList())));
        if (children.values().stream().noneMatch(codes -> codes.contains(code))) {
            return List.of();
        }
        var found = new ArrayList<String>();
        var open = new ArrayDeque<>(List.of(code));
        while (!open.isEmpty()) {
            var next = open.pop();
            found.add(next);
            open.addAll(children.getOrDefault(next, List.of()));
        }
        return found;
    }

    public void add(Topic added) {
        em.persist(added);
    }
}
