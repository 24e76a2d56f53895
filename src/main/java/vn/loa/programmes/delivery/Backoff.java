package vn.loa.programmes.delivery;

import java.time.Duration;
import java.util.Optional;
import vn.loa.common.TaskWorker;

/** For how long nothing is tried after a failure. Pure. */
final class Backoff {
    /** What the other side may ask for. */
    static final Duration LONGEST_WISH = Duration.ofHours(1);

    /** Until somebody has had a look: who tries a wrong password again and again is locked out. */
    static final Duration FOR_SOMEBODY = Duration.ofHours(1);

    private static final double LEAST = 0.75;
    private static final double SPREAD = 0.5;

    private Backoff() {}

    /**
     * Twice as long after each failure, but never longer than {@link TaskWorker#pause} goes, and not for everybody alike, so that not all come back in the same second.
     *
     * @param failures in a row, this one among them
     * @param wish what the other side has asked for
     * @param chance from 0 to 1
     */
    static Duration after(Obstacle why, int failures, Optional<Duration> wish, double chance) {
        if (wish.isPresent()) {
            return wish.get().compareTo(LONGEST_WISH) < 0 ? wish.get() : LONGEST_WISH;
        }
        var pause = why.cure() == Obstacle.Cure.SOMEBODY ? FOR_SOMEBODY : TaskWorker.pause(failures - 1);
        return Duration.ofMillis((long) (pause.toMillis() * (LEAST + SPREAD * chance)));
    }
}
