package vn.loa.questions;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.loa.common.Fetch;
import vn.loa.common.Page;
import vn.loa.common.Repository;
import vn.loa.common.Sha256;
import vn.loa.common.Texts;
import vn.loa.common.Titled;

/** All questions, public or not, and the letters that they came in. */
@Repository
public class Questions {
    private static final String PUBLIC = " q.online = true";
    private static final String REVISIONS = "select q.id, q.version from Question q where" + PUBLIC;

    @PersistenceContext
    private EntityManager em;

    void add(Question question) {
        em.persist(question);
        em.flush();
    }

    void add(Letter letter) {
        em.persist(letter);
    }

    void flush() {
        em.flush();
    }

    public Optional<Question> find(long id) {
        return Optional.ofNullable(em.find(Question.class, id));
    }

    /** The same, for somebody who is about to change it. */
    Optional<Question> lock(long id) {
        return Optional.ofNullable(em.find(Question.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The question at this public address, also when it has been taken down, with what its page says of it. One statement. */
    public Optional<Question> find(String slug) {
        return shown(em.createQuery("select q from Question q where q.slug = :slug", Question.class))
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    Optional<Question> find(TrackingCode code) {
        return shown(em.createQuery("select q from Question q where q.codeDigest = :digest", Question.class))
                .setParameter("digest", code.digest())
                .getResultStream()
                .findFirst();
    }

    /** Makes others who send the same at this moment wait until this transaction is over. */
    void await(TrackingCode code) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtext(?1)) as text)")
                .setParameter(1, code.digest())
                .getSingleResult();
    }

    private static TypedQuery<Question> shown(TypedQuery<Question> query) {
        return query.setHint(Fetch.LEFT_JOIN, "q.agency")
                .setHint(Fetch.LEFT_JOIN, "q.topic")
                .setHint(Fetch.LEFT_JOIN, "q.locality");
    }

    /** Whether a question has this address, or had it and is forgotten. */
    boolean isTaken(String slug) {
        return !em.createQuery("select q.id from Question q where q.slug = :slug", Long.class)
                        .setParameter("slug", slug)
                        .getResultList()
                        .isEmpty()
                || gone(slug).isPresent();
    }

    /** Lets nobody else have the address of a question that is about to be forgotten. What it was called is not kept for that. */
    void keepAway(Question question) {
        question.address()
                .ifPresent(slug -> em.createNativeQuery("insert into question_gone (address_digest, taken_back)"
                                + " values (?1, ?2) on conflict (address_digest) do nothing")
                        .setParameter(1, Sha256.hex(slug))
                        .setParameter(2, question.isTakenBack())
                        .executeUpdate());
    }

    /** Whether the sender took back what was public at this address and is forgotten; empty when nothing was. One statement. */
    Optional<Boolean> gone(String slug) {
        List<?> found = em.createNativeQuery("select taken_back from question_gone where address_digest = ?1")
                .setParameter(1, Sha256.hex(slug))
                .getResultList();
        return found.stream().map(Boolean.class::cast).findFirst();
    }

    Optional<Letter> letter(long question) {
        return Optional.ofNullable(em.find(Letter.class, question));
    }

    /** Erases what a sender wrote, if it is still there. @return whether it was */
    boolean eraseLetter(long question) {
        return em.createQuery("delete from Letter l where l.question = :question")
                        .setParameter("question", question)
                        .executeUpdate()
                > 0;
    }

    /** Forgets a question altogether, but for where it was public. */
    void remove(Question question) {
        keepAway(question);
        em.remove(question);
    }

    /**
     * Ids of those of which something is left to be erased, in their order: a letter of what has ended, or was left alone, before this moment, or all of what
     * has ended without being public.
     *
     * @param after the last id that is known already
     */
    List<Long> due(Instant moment, long after, int atMost) {
        return em.createQuery(
                        "select q.id from Question q where q.id > :after and ((q.endedAt < :moment and q.online = false)"
                                + " or ((q.endedAt < :moment or (q.endedAt is null and q.changedAt < :moment))"
                                + " and exists (select l.question from Letter l where l.question = q.id))) order by q.id",
                        Long.class)
                .setParameter("moment", moment)
                .setParameter("after", after)
                .setMaxResults(atMost)
                .getResultList();
    }

    /**
     * Public ones, the last published first. Two statements.
     *
     * @param topics codes that they are about one of; empty for all
     */
    Page<Question> published(Collection<String> topics, int page, int size) {
        var about = topics.isEmpty() ? "" : " and q.topic.code in :topics";
        var count = em.createQuery("select count(q) from Question q where" + PUBLIC + about, Long.class);
        var found = shown(em.createQuery(
                "select q from Question q where" + PUBLIC + about + " order by q.publishedAt desc, q.id desc",
                Question.class));
        if (!topics.isEmpty()) {
            count.setParameter("topics", topics);
            found.setParameter("topics", topics);
        }
        return new Page<>(
                found.setFirstResult(Math.multiplyExact(page - 1, size))
                        .setMaxResults(size)
                        .getResultList(),
                count.getSingleResult(),
                page,
                size);
    }

    /** How many public ones are about each topic, by its code. One statement. */
    Map<String, Long> countsByTopic() {
        var counts = new LinkedHashMap<String, Long>();
        em.createQuery(
                        "select t.code, count(q) from Question q join q.topic t where" + PUBLIC + " group by t.code",
                        Object[].class)
                .getResultStream()
                .forEach(row -> counts.put((String) row[0], (Long) row[1]));
        return counts;
    }

    /** Those of these that are public, in no order. One statement, or none. */
    public List<Titled> titles(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select q.id, q.slug, q.title from Question q where" + PUBLIC + " and q.id in :ids",
                                Object[].class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .map(row -> new Titled(
                                (Long) row[0],
                                (String) row[1],
                                Texts.of(Texts.FALLBACK, Objects.requireNonNullElse((String) row[2], ""))))
                        .toList();
    }

    /** Those of these that are public, with what lists say of them; in no order. One statement. */
    public List<Question> publicOnes(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : shown(em.createQuery("select q from Question q where" + PUBLIC + " and q.id in :ids", Question.class))
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** The version of every public question, by its id. One statement. */
    public Map<Long, String> publicRevisions() {
        return revisions(em.createQuery(REVISIONS + " order by q.id", Object[].class));
    }

    /** How many {@link #publicRevisions()} there are. One statement. */
    public long publicOnes() {
        return em.createQuery("select count(q) from Question q where" + PUBLIC, Long.class)
                .getSingleResult();
    }

    /** Those of {@link #publicRevisions()} that these have. One statement. */
    public Map<Long, String> publicRevisions(List<Long> ids) {
        return revisions(
                em.createQuery(REVISIONS + " and q.id in :ids", Object[].class).setParameter("ids", ids));
    }

    private static Map<Long, String> revisions(TypedQuery<Object[]> query) {
        var revisions = new LinkedHashMap<Long, String>();
        query.getResultStream().forEach(row -> revisions.put((Long) row[0], String.valueOf(row[1])));
        return revisions;
    }
}
