package vn.loa.common;

import java.util.Objects;
import java.util.stream.Stream;

/** Tells what failed because a disk is full from all other failures. */
public final class WantOfRoom {
    /** Causes may lead round in a circle. */
    private static final int DEEPEST_CAUSE = 30;

    private WantOfRoom() {}

    /** Whether a failure was caused by a full disk. Java tells it by the words of the system alone. */
    public static boolean explains(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .map(String::valueOf)
                .anyMatch(said -> said.contains("No space left on device") || said.contains("Disk quota exceeded"));
    }
}
