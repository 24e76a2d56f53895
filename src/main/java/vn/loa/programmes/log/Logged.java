package vn.loa.programmes.log;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.loa.common.TimeSource;
import vn.loa.programmes.PlannedItem.Heard;
import vn.loa.programmes.log.Confirmations.Moment;

/**
 * An entry of the log, for those who compare it with what was planned.
 *
 * @param planned when it was to begin by the programme; null when nobody said so
 */
public record Logged(long id, Aired aired, @Nullable Instant planned) {
    /** Somebody has found out since that it was heard at quite another time: then it is not what was planned. */
    private static final Duration FAR = Duration.ofHours(12);

    /** When it was heard, by the clock of Vietnam. */
    LocalDateTime at() {
        return local(aired.at());
    }

    /** What of the programme it answers: what it was planned as, if somebody said so, since what was planned for midnight may be heard a minute before. */
    Moment moment() {
        return new Moment(
                planned == null || isFar(planned) ? at() : local(planned),
                new Heard(aired.product(), aired.language()));
    }

    private boolean isFar(Instant moment) {
        return Duration.between(moment, aired.at()).abs().compareTo(FAR) >= 0;
    }

    private static LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, TimeSource.ZONE);
    }

    boolean isHeard() {
        return aired.outcome() != AiredOutcome.MISSED;
    }
}
