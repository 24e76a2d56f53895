package vn.loa.media.processing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.media.MediaKind;

/**
 * How far all that becomes of an asset is, over the steps that are known to be needed for it: those that have not begun count, too, so that no step
 * begins anew what people have seen come to its end.
 */
final class OverallProgress {
    private OverallProgress() {}

    /**
     * In percent; 100 only when all of it is there.
     *
     * @param isDub whether it is fitted to a film
     * @param jobs of one asset
     */
    static int percent(MediaKind kind, boolean isDub, List<ProcessingJob> jobs) {
        var known = steps(kind, isDub);
        var reached = jobs.stream().collect(Collectors.toMap(ProcessingJob::step, ProcessingJob::reached));
        var done = known.stream()
                .mapToInt(step -> step.weight() * reached.getOrDefault(step, 0))
                .sum();
        return done / known.stream().mapToInt(Step::weight).sum();
    }

    private static Set<Step> steps(MediaKind kind, boolean isDub) {
        return switch (kind) {
            case DOCUMENT, TEXT -> EnumSet.of(Step.TAKE_IN);
            case IMAGE -> EnumSet.of(Step.TAKE_IN, Step.SMALL);
            case AUDIO, VIDEO -> isDub ? EnumSet.allOf(Step.class) : EnumSet.of(Step.TAKE_IN, Step.SMALL, Step.FULL);
        };
    }
}
