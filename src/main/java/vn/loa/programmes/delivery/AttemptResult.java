package vn.loa.programmes.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of sending something once.
 *
 * @param bytes that went over the line, or into the folder
 * @param why null when it was taken, or is newer there
 * @param detail what the other side has said; may be empty
 * @param wish for how long it wants to be left alone; null when it has not said so
 * @param seenHostKey the key that a server has shown and nobody has confirmed; empty when there is none
 */
record AttemptResult(
        Instant beganAt,
        Duration took,
        long bytes,
        AttemptOutcome outcome,
        @Nullable Obstacle why,
        String detail,
        @Nullable Duration wish,
        String seenHostKey) {}
