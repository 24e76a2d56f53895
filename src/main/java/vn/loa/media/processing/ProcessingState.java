package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.media.AssetState;
import vn.loa.media.MediaAsset;

/** How far the files of assets are, and what of them is not there. */
@ApplicationScoped
@Transactional
public class ProcessingState {
    @Inject
    private ProcessingJobs jobs;

    /**
     * How far an asset is.
     *
     * @param remainders what of it is still missing once it can be played, and why; not what is there and is encoded anew
     * @param percent how far all that becomes of it is, over all of its steps. It grows until somebody asks for something anew
     * @param trouble why the last attempt came to nothing while it is still on its way to be ready, as a code; empty when none has failed
     */
    public record Progress(List<Remainder> remainders, int percent, Optional<String> trouble) {
        public Progress {
            remainders = List.copyOf(remainders);
        }

        private static Progress of(MediaAsset asset, List<ProcessingJob> jobs) {
            return new Progress(
                    jobs.stream()
                            .filter(job -> job.step() != Step.TAKE_IN && !job.hasResult())
                            .map(Remainder::of)
                            .toList(),
                    OverallProgress.percent(asset.kind(), asset.film().isPresent(), jobs),
                    jobs.stream()
                            .filter(job -> job.step().isQuick() && job.isTriedAgain())
                            .findFirst()
                            .flatMap(ProcessingJob::reason));
        }
    }

    /** How far these assets are, by their ids. One statement, or none. */
    public Map<Long, Progress> of(Collection<MediaAsset> assets) {
        var ids = assets.stream().map(MediaAsset::requireId).collect(Collectors.toSet());
        var known = jobs.of(ids).stream().collect(Collectors.groupingBy(ProcessingJob::asset));
        return assets.stream()
                .collect(Collectors.toMap(
                        MediaAsset::requireId,
                        asset -> Progress.of(asset, known.getOrDefault(asset.requireId(), List.of())),
                        (one, same) -> one));
    }

    /** Whether all that an asset becomes by itself is there. */
    boolean isComplete(MediaAsset asset) {
        return asset.state() == AssetState.READY
                && jobs.of(asset.requireId()).stream()
                        .allMatch(job -> job.step() == Step.DUB || job.state() == JobState.DONE);
    }
}
