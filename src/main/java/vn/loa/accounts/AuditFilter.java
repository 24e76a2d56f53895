package vn.loa.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.TimeSource;

/**
 * Which entries of the audit trail somebody looks for. What is empty narrows nothing.
 *
 * @param who part of the name of who did it
 * @param kind of what it was done to, as the trail writes it
 * @param action as the trail writes it
 * @param subject part of the address or name of what it was done to
 * @param from the first day, in Vietnam
 * @param to the last day
 */
public record AuditFilter(
        String who,
        String kind,
        String action,
        String subject,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    public static AuditFilter none() {
        return new AuditFilter("", "", "", "", null, null);
    }

    /** The first moment that counts. */
    Optional<Instant> begin() {
        return Optional.ofNullable(from)
                .map(day -> day.atStartOfDay(TimeSource.ZONE).toInstant());
    }

    /** The first moment that counts no more. */
    Optional<Instant> end() {
        return Optional.ofNullable(to)
                .map(day -> day.plusDays(1).atStartOfDay(TimeSource.ZONE).toInstant());
    }

    public boolean narrows() {
        return !equals(none());
    }
}
