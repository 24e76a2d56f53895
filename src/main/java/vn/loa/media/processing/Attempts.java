package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import vn.loa.media.AssetRejected;
import vn.loa.media.AssetState;
import vn.loa.media.MediaAssets;
import vn.loa.media.uploads.Uploads;

/** Begins and ends attempts at jobs, each in a transaction of its own. */
@ApplicationScoped
@Transactional
class Attempts {
    @Inject
    private ProcessingJobs jobs;

    @Inject
    private MediaAssets assets;

    @Inject
    private Uploads uploads;

    @Inject
    private Event<AssetRejected> rejected;

    @Inject
    private Clock clock;

    /** The next attempt at a job; empty when there is nothing to do any more. */
    Optional<Attempt> begin(long id) {
        var found = jobs.lock(id).filter(job -> !job.isFinished());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var job = found.get();
        if (job.isHopeless()) {
            job.giveUp(clock.instant());
            reject(job);
            return Optional.empty();
        }
        job.begin(clock.instant());
        return Optional.of(new Attempt(id, job.asset(), job.step(), job.attempt()));
    }

    /**
     * Records why an attempt came to nothing, and when nothing will come of the asset, rejects it. What can be played already stays, and so
     * do the bytes of an upload unless they are at fault themselves: no trouble of ours costs the only copy, which can be tried again until the upload expires.
     *
     * @return the pause before the next attempt; empty when there will be none
     * @throws LateWorker when another attempt has begun
     */
    Optional<Duration> failed(Attempt attempt, Trouble trouble) {
        var job = jobs.lock(attempt);
        var pause = job.failed(trouble, clock.instant());
        if (trouble.kind() == Trouble.Kind.DATA) {
            uploads.of(job.asset()).ifPresent(upload -> upload.settle(clock.instant()));
        }
        if (pause.isEmpty()) {
            reject(job);
        }
        return pause;
    }

    /** The pause after an attempt that has ended: none when somebody wants the job to be done anew; empty when it is at its end. */
    Optional<Duration> rest(Attempt attempt) {
        return jobs.lock(attempt.job())
                .filter(job -> job.state() == JobState.WAITING)
                .map(job -> Duration.ZERO);
    }

    private void reject(ProcessingJob job) {
        assets.lock(job.asset())
                .filter(asset -> asset.state() != AssetState.READY && asset.state() != AssetState.REJECTED)
                .ifPresent(asset -> {
                    asset.reject(job.reason().orElse("failed"), job.detail().orElse(""));
                    rejected.fire(new AssetRejected(job.asset()));
                });
    }
}
