package vn.loa.media.processing;

import org.jspecify.annotations.Nullable;

/**
 * A step that is missing of an asset which can be played already.
 *
 * @param percent from 0 to 100, how far it is
 * @param reason why its last attempt came to nothing, as a code; null when none failed
 */
public record Remainder(
        Step step, JobState state, int percent, @Nullable String reason) {
    static Remainder of(ProcessingJob job) {
        return new Remainder(
                job.step(), job.state(), job.percent(), job.reason().orElse(null));
    }

    /** Whether it failed for reasons that may be gone by now: a file that is at fault stays so. */
    public boolean isWorthTrying() {
        return state == JobState.DEAD;
    }

    /** Whether nothing more happens unless somebody asks for it. */
    public boolean hasFailed() {
        return state == JobState.REFUSED || state == JobState.DEAD;
    }
}
