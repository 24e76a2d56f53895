package vn.loa.programmes.delivery;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.PlainText;

/** Something was not taken by the other side, or the other side could not be reached. */
final class NotDelivered extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    private final Obstacle why;
    private final String detail;
    private final @Nullable Duration pause;

    NotDelivered(Obstacle why, String detail) {
        this(why, detail, null, null);
    }

    NotDelivered(Obstacle why, String detail, @Nullable Throwable cause) {
        this(why, detail, null, cause);
    }

    /** @param pause after which the other side wants to be asked again; null when it has not said so */
    NotDelivered(Obstacle why, String detail, @Nullable Duration pause, @Nullable Throwable cause) {
        super(why.code() + " " + detail, cause);
        var line = PlainText.line(detail);
        this.why = why;
        this.detail = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        this.pause = pause;
    }

    Obstacle why() {
        return why;
    }

    /** What the other side has said, cut short; may be empty. It holds nothing secret. */
    String detail() {
        return detail;
    }

    /** Fingerprint of the key that a server has shown and by which nobody knows it; empty when that is not what was wrong. */
    String seenHostKey() {
        return why == Obstacle.NEW_HOST_KEY || why == Obstacle.OTHER_HOST_KEY ? detail : "";
    }

    Optional<Duration> pause() {
        return Optional.ofNullable(pause);
    }
}
