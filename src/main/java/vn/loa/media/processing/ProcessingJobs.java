package vn.loa.media.processing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.loa.common.Page;
import vn.loa.common.Repository;
import vn.loa.media.MediaKind;

/** What has to be done, and what came of it. */
@Repository
@Transactional
public class ProcessingJobs {
    private static final Pattern WORK_FOLDER = Pattern.compile("([0-9]{1,18})-([0-9]{1,9})");

    @PersistenceContext
    private EntityManager em;

    /** @param file as its owner called it */
    record Named(ProcessingJob job, String file) {}

    /** The steps of an asset that have begun or wait, in the order in which they came: one that goes on to the next locks them in no other. */
    public List<ProcessingJob> of(long asset) {
        return em.createQuery("select j from ProcessingJob j where j.asset = :asset order by j.id", ProcessingJob.class)
                .setParameter("asset", asset)
                .getResultList();
    }

    /** The same of several assets. One statement, or none. */
    List<ProcessingJob> of(Collection<Long> assets) {
        return assets.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select j from ProcessingJob j where j.asset in :assets order by j.id",
                                ProcessingJob.class)
                        .setParameter("assets", assets)
                        .getResultList();
    }

    /** Those that are to be done and that no worker would find. */
    @SuppressWarnings("unchecked") // A native query of entities.
    List<ProcessingJob> forgotten() {
        return em.createNativeQuery(
                        "select * from processing_job j where j.finished_at is null and not exists (select 1 from"
                                + " (select task_name, task_instance from scheduled_tasks"
                                + " union all select task_name, task_instance from scheduled_long_tasks) s"
                                + " where s.task_name = 'media-processing' and s.task_instance = j.id::text) for update skip locked",
                        ProcessingJob.class)
                .getResultList();
    }

    /** Those in one state, or all, the newest first. Two statements. */
    Page<Named> page(Optional<JobState> state, int page, int size) {
        var narrowed = state.isPresent() ? " and j.state = :state" : "";
        var total = em.createQuery(
                "select count(j) from ProcessingJob j, MediaAsset a where a.id = j.asset" + narrowed, Long.class);
        var lines = em.createQuery(
                        "select j, a.originalName from ProcessingJob j, MediaAsset a where a.id = j.asset" + narrowed
                                + " order by j.id desc",
                        Object[].class)
                .setFirstResult(Math.multiplyExact(page - 1, size))
                .setMaxResults(size);
        state.ifPresent(one -> {
            total.setParameter("state", one);
            lines.setParameter("state", one);
        });
        return new Page<>(
                lines.getResultStream()
                        .map(row -> new Named((ProcessingJob) row[0], (String) row[1]))
                        .toList(),
                total.getSingleResult(),
                page,
                size);
    }

    /** How many are in each state, by code. One statement. */
    Map<String, Long> counts() {
        return em.createQuery("select j.state, count(j) from ProcessingJob j group by j.state", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> ((JobState) row[0]).code(), row -> (Long) row[1]));
    }

    Optional<ProcessingJob> find(long id) {
        return Optional.ofNullable(em.find(ProcessingJob.class, id));
    }

    /** How many have died and nobody has looked after. */
    public long dead() {
        return em.createQuery("select count(j) from ProcessingJob j where j.state = :dead", Long.class)
                .setParameter("dead", JobState.DEAD)
                .getSingleResult();
    }

    /** How many there were before a moment that are tried again and again because of what is not the fault of their files. */
    public long stuck(Instant before) {
        return em.createQuery(
                        "select count(j) from ProcessingJob j where j.finishedAt is null and j.reason is not null"
                                + " and j.createdAt < :before",
                        Long.class)
                .setParameter("before", before)
                .getSingleResult();
    }

    /** Whether a job makes the small files of a film that is longer than this. */
    boolean isForLongFilm(long id, Duration length) {
        return !em.createQuery(
                        "select j.id from ProcessingJob j, MediaAsset a where j.id = :id and j.step = :small"
                                + " and a.id = j.asset and a.kind = :film and a.durationMillis > :millis",
                        Long.class)
                .setParameter("id", id)
                .setParameter("small", Step.SMALL)
                .setParameter("film", MediaKind.VIDEO)
                .setParameter("millis", length.toMillis())
                .getResultList()
                .isEmpty();
    }

    /** Whether something that was done before is being done again, or waits for that. */
    boolean isRenewing() {
        return !em.createQuery(
                        "select j.id from ProcessingJob j where j.renewal = true and j.finishedAt is null", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Whether an attempt with a work folder of this name, {@code job-number}, is under way. */
    boolean isUnderWay(String folder) {
        var parts = WORK_FOLDER.matcher(folder);
        return parts.matches()
                && Optional.ofNullable(em.find(ProcessingJob.class, Long.parseLong(parts.group(1))))
                        .filter(job ->
                                job.state() == JobState.RUNNING && job.attempt() == Integer.parseInt(parts.group(2)))
                        .isPresent();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(ProcessingJob job) {
        em.persist(job);
        em.flush();
    }

    /** Forgets all that was to be done for an asset, after whoever is recording something about it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forget(long asset) {
        of(asset).forEach(job -> lock(job.requireId()).ifPresent(em::remove));
        em.flush();
    }

    /** Forgets one step of an asset, after whoever is recording something about it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forget(long asset, Step step) {
        find(asset, step).flatMap(job -> lock(job.requireId())).ifPresent(em::remove);
        em.flush();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Optional<ProcessingJob> find(long asset, Step step) {
        return em.createQuery(
                        "select j from ProcessingJob j where j.asset = :asset and j.step = :step", ProcessingJob.class)
                .setParameter("asset", asset)
                .setParameter("step", step)
                .getResultStream()
                .findFirst();
    }

    /** The job for one transaction at a time. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<ProcessingJob> lock(long id) {
        return Optional.ofNullable(em.find(ProcessingJob.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * The job of this attempt, for one transaction at a time: nobody begins another attempt before the running transaction ends.
     *
     * @throws LateWorker when another attempt has begun
     */
    @Transactional(Transactional.TxType.MANDATORY)
    ProcessingJob lock(Attempt attempt) {
        var job = lock(attempt.job()).orElseThrow(() -> new LateWorker(attempt.job(), attempt.number()));
        job.require(attempt.number());
        return job;
    }

    /** Records how far an attempt is. @throws LateWorker when another has begun */
    void reached(Attempt attempt, int percent) {
        var job = em.find(ProcessingJob.class, attempt.job(), LockModeType.PESSIMISTIC_WRITE);
        if (job == null) {
            throw new LateWorker(attempt.job(), attempt.number());
        }
        job.require(attempt.number());
        job.reached(percent);
    }
}
