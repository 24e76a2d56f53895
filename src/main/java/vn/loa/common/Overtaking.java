package vn.loa.common;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Tells whether something failed because somebody else did something at the same moment: nothing was done then, and it can be tried again. */
public final class Overtaking {
    /** Of transactions that cannot be put in a row, and that wait for each other. */
    private static final Set<String> STATES = Set.of("40001", "40P01");

    private static final int DEEPEST_CAUSE = 30;

    private Overtaking() {}

    /** Whether what was read has been changed by somebody else before it was written, or who waited for each other could not both go on. */
    public static boolean explains(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(cause -> cause instanceof OptimisticLockException
                        || (cause instanceof SQLException refused
                                && STATES.contains(String.valueOf(refused.getSQLState()))));
    }
}
