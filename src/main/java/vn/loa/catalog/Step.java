package vn.loa.catalog;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
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
    /** Characters of what somebody says to others about a work or a track. */
    public static final int LONGEST_NOTE = 1_000;

    /** Where it leads, by the names of the API. */
    public enum To implements Coded {
        /** Handed in for review. */
        REVIEW,
        /** Taken back by those who had handed it in. */
        TAKEN_BACK,
        APPROVED,
        SCHEDULED,
        /** Not published by itself after all. */
        UNSCHEDULED,
        PUBLISHED,
        WITHDRAWN,
        /** Put away: neither public nor worked on. */
        ARCHIVED,
        /** Sent back, or taken out again; or, of a published product, the next revision opened. */
        DRAFT;

        public static Optional<To> find(String code) {
            return Coded.find(To.class, code);
        }

        /** All of them, for people. */
        public static String codes() {
            return Stream.of(values()).map(To::code).collect(Collectors.joining(", "));
        }
    }

    /** The note; empty without any. */
    public String reason() {
        return note == null ? "" : note;
    }
}
