package vn.loa.accounts;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.common.Fetch;
import vn.loa.common.Page;
import vn.loa.common.Repository;
import vn.loa.taxonomy.Locality;

/** The people who work with the portal. */
@Repository
public class Accounts {
    /** Of the lock that those take who count accounts: any number that no other lock has. */
    private static final long ONE_BY_ONE = 0x6163_636f_756e_7473L;

    @PersistenceContext
    private EntityManager em;

    /** @param username lower case */
    public Optional<Account> find(String username) {
        return em.createQuery("select a from Account a where a.username = :name", Account.class)
                .setParameter("name", username)
                .getResultStream()
                .findFirst();
    }

    /** The same, and nobody else changes it before this transaction ends. */
    Optional<Account> lock(String username) {
        return em.createQuery("select a from Account a where a.username = :name", Account.class)
                .setParameter("name", username)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** The same by its id. */
    Optional<Account> lock(long id) {
        return Optional.ofNullable(em.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The names by which people know these accounts, by username; those without an account have none. One statement. */
    public Map<String, String> displayNames(Collection<String> usernames) {
        return usernames.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select a.username, a.displayName from Account a where a.username in :names",
                                Object[].class)
                        .setParameter("names", usernames)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /** Those that exist only with the sample content. */
    public List<Account> samples() {
        return em.createQuery("select a from Account a where a.sample = true order by a.username", Account.class)
                .getResultList();
    }

    /** By name, those of these units, or all. Two statements and one for each part of an account. @param places ids of units; {@link AccountFilter#unit} is in them */
    Page<Account> list(Optional<List<Long>> places, AccountFilter filter, int page, int size) {
        var values = new HashMap<String, Object>();
        var from = " from Account a where " + condition(places, filter, values);
        var total = em.createQuery("select count(a)" + from, Long.class);
        var query = em.createQuery("select a" + from + " order by a.username", Account.class)
                .setFirstResult(Math.multiplyExact(page - 1, size))
                .setMaxResults(size)
                .setHint(Fetch.BATCH_TYPE, Fetch.IN)
                .setHint(Fetch.BATCH, "a.roles")
                .setHint(Fetch.BATCH, "a.languages")
                .setHint(Fetch.BATCH, "a.locality");
        values.forEach(total::setParameter);
        values.forEach(query::setParameter);
        return new Page<>(query.getResultList(), total.getSingleResult(), page, size);
    }

    private static String condition(Optional<List<Long>> places, AccountFilter filter, Map<String, Object> values) {
        var all = new ArrayList<String>();
        all.add("(lower(a.username) like :text escape '!' or lower(a.displayName) like :text escape '!')");
        values.put("text", "%" + filter.text().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
        places.ifPresent(ids -> {
            all.add("a.locality.id in :places");
            // A list without anything is none for the database.
            values.put("places", ids.isEmpty() ? List.of(-1L) : ids);
        });
        if (filter.unit().equals(AccountFilter.EVERYWHERE)) {
            all.add("a.locality is null");
        }
        if (filter.role() != null) {
            all.add(":role member of a.roles");
            values.put("role", filter.role());
        }
        if (filter.state() != null) {
            all.add(
                    switch (filter.state()) {
                        case OPEN -> "a.enabled = true and a.awaited = false";
                        case AWAITED -> "a.enabled = true and a.awaited = true";
                        case CLOSED -> "a.enabled = false";
                    });
        }
        return String.join(" and ", all);
    }

    /** The units to which accounts are confined, by name; of these units, or all. One statement. @param places ids of units */
    List<Locality> units(Optional<List<Long>> places) {
        var query = em.createQuery(
                "select l from Locality l left join fetch l.parent where l.id in (select a.locality.id from Account a)"
                        + (places.isPresent() ? " and l.id in :places" : "") + " order by l.name, l.code",
                Locality.class);
        places.ifPresent(ids -> query.setParameter("places", ids));
        return query.getResultList();
    }

    /** Whether somebody else than this account may administer the whole portal, and has come already: who is awaited may never come. */
    boolean isAdministeredWithout(String username) {
        return em.createQuery(
                                "select count(a) from Account a where a.enabled = true and a.awaited = false and a.locality is null"
                                        + " and :role member of a.roles and a.username <> :name",
                                Long.class)
                        .setParameter("role", Role.ADMINISTRATOR)
                        .setParameter("name", username)
                        .getSingleResult()
                > 0;
    }

    /** Until this transaction ends nobody else opens, changes or closes accounts, so that what was counted stays true. */
    void oneByOne() {
        em.createNativeQuery("select pg_advisory_xact_lock(?)")
                .setParameter(1, ONE_BY_ONE)
                .getSingleResult();
    }

    /** Counts as a change of the account, whatever part of it changed. */
    void changed(Account account) {
        em.lock(account, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        em.flush();
    }

    /** Stores a new account and gives it its id. */
    public void add(Account added) {
        em.persist(added);
        em.flush();
    }
}
