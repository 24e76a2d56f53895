package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import vn.loa.media.AssetState;
import vn.loa.media.MediaAsset;

/** How far the files of assets are, and what of them is not there. */
@ApplicationScoped
@Transactional
public class ProcessingState {
    @Inject
    private ProcessingJobs jobs;

    /** What of an asset that can be played is still missing, and why; not what is there and is encoded anew. One statement. */
    public List<Remainder> remainders(long asset) {
        return jobs.of(asset).stream()
                .filter(job -> job.step() != Step.TAKE_IN && !job.hasResult())
                .map(Remainder::of)
                .toList();
    }

    /** How far all that becomes of an asset is, in percent over all of its steps. It grows until somebody asks for something anew. */
    public int percent(MediaAsset asset) {
        return OverallProgress.percent(asset.kind(), asset.film().isPresent(), jobs.of(asset.requireId()));
    }

    /** Why the last attempt at an asset that is still on its way to be ready came to nothing, as a code; empty when none has failed. */
    public Optional<String> trouble(long asset) {
        return jobs.of(asset).stream()
                .filter(job -> job.step().isQuick() && job.isTriedAgain())
                .findFirst()
                .flatMap(ProcessingJob::reason);
    }

    /** Whether all that an asset becomes by itself is there. */
    boolean isComplete(MediaAsset asset) {
        return asset.state() == AssetState.READY
                && jobs.of(asset.requireId()).stream()
                        .allMatch(job -> job.step() == Step.DUB || job.state() == JobState.DONE);
    }
}
