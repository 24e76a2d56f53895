package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import vn.loa.media.MediaAsset;
import vn.loa.media.MediaAssets;
import vn.loa.media.MediaKind;
import vn.loa.media.uploads.Upload;
import vn.loa.media.uploads.Uploads;

/** What is done with assets whose files are made by jobs: they begin as uploads, are tried again, and are discarded. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ProcessedAssets {
    @Inject
    private ProcessingQueue queue;

    @Inject
    private ProcessingJobs jobs;

    @Inject
    private Dubbing dubbing;

    @Inject
    private MediaAssets assets;

    @Inject
    private Uploads uploads;

    @Inject
    private Clock clock;

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
        queue.put(asset.requireId(), Step.TAKE_IN);
        return asset;
    }

    /**
     * What can be played stays; what failed of the rest is tried again from the beginning. What was rejected before anything of it could be played is on its
     * way again, and so is what was given up before it was taken in, as long as its upload has not expired.
     *
     * @return whether there was anything
     */
    public boolean retry(long asset) {
        var failed = jobs.of(asset).stream()
                .filter(ProcessingJob::hasFailed)
                .flatMap(job -> jobs.lock(job.requireId()).stream())
                .filter(job -> job.hasFailed() && (job.step() != Step.TAKE_IN || uploads.hold(asset)))
                .toList();
        failed.forEach(queue::restart);
        if (!failed.isEmpty()) {
            assets.lock(asset).ifPresent(MediaAsset::tryAgain);
        }
        return !failed.isEmpty();
    }

    /** Whether all that an asset becomes by itself is there. */
    public boolean isComplete(MediaAsset asset) {
        return dubbing.hasAll(asset);
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
        dubbing.release(asset);
        jobs.forget(asset.requireId());
        uploads.of(asset.requireId()).ifPresent(Upload::release);
        assets.remove(asset);
    }
}
