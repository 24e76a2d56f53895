package vn.loa.catalog;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;

/**
 * A step that somebody wants a product, or a plan, to take.
 *
 * @param at when it shall be published, of what is scheduled
 * @param note why, of what is withdrawn, sent back or taken out again
 */
public record Step(To to, @Nullable Instant at, @Nullable String note) {
    /** Where it leads, by the names of the API. */
    public enum To implements Coded {
        /** Handed in for review. */
        REVIEW,
        APPROVED,
        SCHEDULED,
        PUBLISHED,
        WITHDRAWN,
        /** Put away: neither public nor worked on. */
        ARCHIVED,
        /** Sent back, or taken out again; or, of a published product, the next revision opened. */
        DRAFT;

        public static Optional<To> find(String code) {
            return Stream.of(values()).filter(to -> to.code().equals(code)).findFirst();
        }
    }

    /** The note; empty without any. */
    public String reason() {
        return note == null ? "" : note;
    }
}
