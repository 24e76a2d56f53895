package vn.loa.programmes.log;

import java.time.Instant;
import java.time.LocalDateTime;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;

/**
 * An entry of the log of a commune, as people read it.
 *
 * @param version that corrections are about
 * @param key by which whoever has told it knows it
 * @param at when it began
 * @param slug of the work
 * @param genre what its kind is called
 * @param language code of the one that was heard
 * @param seconds 0 when nobody knows, or it was not heard
 * @param struck whether it was written by mistake, and counts for nothing
 * @param corrected whether it said something else before
 * @param online whether the work is public now
 * @param by who has written it
 */
public record LogLine(
        long id,
        long version,
        String key,
        Instant at,
        String slug,
        Texts title,
        Texts genre,
        String language,
        int seconds,
        AiredOutcome outcome,
        LogOrigin origin,
        String note,
        boolean struck,
        boolean corrected,
        boolean online,
        String by) {
    /** Names it with the version that was read: {@code 12.0}. */
    public String mark() {
        return id + "." + version;
    }

    /** By the clock of Vietnam. */
    public LocalDateTime local() {
        return LocalDateTime.ofInstant(at, TimeSource.ZONE);
    }
}
