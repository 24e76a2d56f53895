package vn.loa.media.processing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import vn.loa.common.LoaDatabase;
import vn.loa.media.AssetChanged;
import vn.loa.media.AssetState;
import vn.loa.media.MediaAsset;
import vn.loa.media.MediaAssets;
import vn.loa.media.MediaKind;
import vn.loa.media.uploads.Upload;
import vn.loa.media.uploads.Uploads;

/** Where jobs are put. A job is there exactly if the transaction commits that put it there. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ProcessingQueue {
    /** Its instances are named by the ids of jobs. */
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("media-processing");

    /** The table of what somebody waits for. */
    static final String QUICK = "scheduled_tasks";

    /** The priority of what nobody waits for. */
    static final int RENEWAL = 10;

    /** The table of what may take long. */
    static final String LONG = "scheduled_long_tasks";

    @Resource(lookup = LoaDatabase.NAME)
    private DataSource database;

    @Inject
    private ProcessingJobs jobs;

    @Inject
    private MediaAssets assets;

    @Inject
    private Uploads uploads;

    @Inject
    private Event<JobPut> put;

    @Inject
    private Event<AssetChanged> changed;

    @Inject
    private Clock clock;

    private SchedulerClient quick;
    private SchedulerClient lasting;

    /** Somebody put a job; workers need not wait for their next look. */
    record JobPut(long job) {}

    /** Connections that are borrowed during a transaction belong to it, so rows written by the client do, too. */
    @PostConstruct
    void connect() {
        quick = client(QUICK);
        lasting = client(LONG);
    }

    private SchedulerClient client(String table) {
        return SchedulerClient.Builder.create(database)
                .tableName(table)
                .jdbcCustomization(postgresql())
                .enablePriority()
                .build();
    }

    static PostgreSqlJdbcCustomization postgresql() {
        return new PostgreSqlJdbcCustomization(false, false);
    }

    /**
     * Makes an asset of an upload: named now, processed as soon as a worker is free.
     *
     * @param kind what its owner wants it to be
     * @throws vn.loa.media.uploads.UploadRefused when it is not complete or in use
     */
    public MediaAsset accept(Upload upload, MediaKind kind) {
        var asset = MediaAsset.received(kind, upload.name(), clock.instant());
        assets.add(asset);
        upload.become(asset.requireId(), clock.instant());
        put(asset.requireId(), Step.TAKE_IN);
        return asset;
    }

    /**
     * Lets nobody record anything about an asset before the running transaction ends. Whoever works on it changes what is made of it as the last act, so
     * who changes both asks for this first.
     */
    public void hold(MediaAsset asset) {
        jobs.of(asset.requireId()).forEach(job -> jobs.lock(job.requireId()));
        assets.lock(asset.requireId());
    }

    /**
     * Forgets an asset that nothing refers to any more; who works on it is late from now on. Its upload is free again, and what dubbed it
     * is a sound like any other.
     */
    public void discard(MediaAsset asset) {
        var sounds = assets.fittedTo(asset.requireId());
        sounds.forEach(sound -> {
            if (isDubOf(sound, asset)) {
                jobs.forget(sound.requireId(), Step.DUB);
            }
            assets.lock(sound.requireId());
            sound.loses(asset.requireId());
        });
        // Only now: those who hear of it lock what every change of content locks, and that must be the last lock of
        // everybody.
        sounds.forEach(sound -> changed.fire(new AssetChanged(sound.requireId())));
        jobs.forget(asset.requireId());
        uploads.of(asset.requireId()).ifPresent(Upload::release);
        assets.remove(asset);
    }

    /**
     * A sound replaces that of a film: it is fitted as soon as both are complete, and anew whenever the film changes. Until then it shows the film
     * that it was fitted to before; who fits it to that one is late from now on. Nothing happens when it replaces the sound of this film already.
     *
     * @param sound not stored with another film at the same time
     */
    public void dub(MediaAsset sound, MediaAsset film) {
        if (!isDubOf(sound, film)) {
            assets.lock(film.requireId());
            jobs.forget(sound.requireId(), Step.DUB);
            assets.lock(sound.requireId());
            sound.dubs(film.requireId());
            fit(sound, film);
        }
    }

    private static boolean isDubOf(MediaAsset sound, MediaAsset film) {
        return sound.film().filter(id -> id == film.requireId()).isPresent();
    }

    /** All that was to be made of an asset is there: it is fitted to its film, or sounds are fitted to it. The film is locked. */
    void completed(MediaAsset asset) {
        asset.film().flatMap(assets::find).ifPresent(film -> fit(asset, film));
        assets.dubsOf(asset.requireId()).forEach(sound -> fit(sound, asset));
    }

    private void fit(MediaAsset sound, MediaAsset film) {
        if (hasAll(sound) && hasAll(film)) {
            var job = jobs.find(sound.requireId(), Step.DUB).flatMap(found -> jobs.lock(found.requireId()));
            job.ifPresentOrElse(this::restart, () -> put(sound.requireId(), Step.DUB));
        }
    }

    /** Whether all that an asset becomes by itself is there. */
    boolean isComplete(MediaAsset asset) {
        return asset.state() == AssetState.READY
                && jobs.of(asset.requireId()).stream()
                        .allMatch(job -> job.step() == Step.DUB || job.state() == JobState.DONE);
    }

    /** The same, though some of it may be made by a profile that has changed, and be encoded anew. */
    private boolean hasAll(MediaAsset asset) {
        return asset.state() == AssetState.READY
                && jobs.of(asset.requireId()).stream().allMatch(job -> job.step() == Step.DUB || job.hasResult());
    }

    /** Nothing happens when the asset has come to this step before. */
    void put(long asset, Step step) {
        if (jobs.find(asset, step).isEmpty()) {
            var job = new ProcessingJob(asset, step, clock.instant());
            jobs.add(job);
            schedule(job);
        }
    }

    private void restart(ProcessingJob job) {
        job.restart();
        schedule(job);
    }

    private void schedule(ProcessingJob job) {
        var length = assets.find(job.asset()).flatMap(MediaAsset::duration).orElse(Duration.ZERO);
        schedule(job, job.step().isQuick() ? quick : lasting, job.step().priority(length));
    }

    private void schedule(ProcessingJob job, SchedulerClient client, int priority) {
        client.scheduleIfNotExists(
                TASK.instance(Long.toString(job.requireId())).priority(priority).build(), clock.instant());
        put.fire(new JobPut(job.requireId()));
    }

    /**
     * What can be played stays; what failed of the rest is tried again from the beginning. What was rejected before anything of it could be played is on its
     * way again.
     *
     * @return whether there was anything
     */
    public boolean retry(long asset) {
        var failed = jobs.of(asset).stream()
                .filter(job -> job.step() != Step.TAKE_IN && job.hasFailed())
                .flatMap(job -> jobs.lock(job.requireId()).stream())
                .filter(ProcessingJob::hasFailed)
                .toList();
        failed.forEach(this::restart);
        if (!failed.isEmpty()) {
            assets.lock(asset).ifPresent(MediaAsset::tryAgain);
        }
        return !failed.isEmpty();
    }

    /** What of an asset that can be played is still missing, and why; not what is there and is encoded anew. One statement. */
    @Transactional
    public List<Remainder> remainders(long asset) {
        return jobs.of(asset).stream()
                .filter(job -> job.step() != Step.TAKE_IN && !job.hasResult())
                .map(Remainder::of)
                .toList();
    }

    /**
     * What was encoded by a profile of another version is encoded anew when nobody waits for anything else. Nothing happens while something of the
     * asset is still to come or has failed. What is there stays public until the new file takes its place.
     *
     * @return whether there was anything to do
     */
    @Transactional
    boolean renew(long asset) {
        var all = jobs.of(asset);
        if (!all.stream().allMatch(job -> job.state() == JobState.DONE)) {
            return false;
        }
        var steps = all.stream()
                .filter(job -> job.step() == Step.SMALL || job.step() == Step.FULL)
                .flatMap(job -> jobs.lock(job.requireId()).stream())
                .toList();
        if (steps.isEmpty() || !steps.stream().allMatch(job -> job.state() == JobState.DONE)) {
            return false;
        }
        steps.forEach(job -> {
            job.renew();
            schedule(job, lasting, job.step() == Step.SMALL ? RENEWAL : RENEWAL - 1);
        });
        return true;
    }

    /** Jobs of which the scheduler knows nothing, because a worker removed them while somebody began them anew. */
    @Transactional
    int recall() {
        var forgotten = jobs.forgotten();
        forgotten.forEach(this::schedule);
        return forgotten.size();
    }

    /** How far all that becomes of an asset is, in percent over all of its steps. It grows until somebody asks for something anew. */
    @Transactional
    public int percent(MediaAsset asset) {
        return OverallProgress.percent(asset.kind(), asset.film().isPresent(), jobs.of(asset.requireId()));
    }

    /** Why the last attempt at an asset that is still on its way to be ready came to nothing, as a code; empty when none has failed. */
    @Transactional
    public Optional<String> trouble(long asset) {
        return jobs.of(asset).stream()
                .filter(job -> job.step().isQuick() && job.isTriedAgain())
                .findFirst()
                .flatMap(ProcessingJob::reason);
    }
}
