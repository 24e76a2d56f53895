package vn.loa.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/**
 * A product at work, as a line of a list.
 *
 * @param version of the product, for whoever decides on what this line says
 * @param state code of where it stands
 * @param online whether the public sees a revision, this or an older one
 * @param languages those that there are tracks in, in the order of their names' list
 * @param changedAt when somebody did something to it last
 * @param changedBy the name by which people know them; null when it was the portal itself
 * @param deed what they did
 * @param assignee the name of who sees it through; null when nobody does
 */
public record WorkLine(
        String slug,
        long version,
        Texts title,
        Texts genre,
        String state,
        boolean online,
        @Nullable Instant scheduledFor,
        List<Spoken> languages,
        Instant changedAt,
        @Nullable String changedBy,
        String deed,
        @Nullable String assignee) {

    public WorkLine {
        languages = List.copyOf(languages);
    }

    /** Tracks in one language. @param label of the language */
    public record Spoken(Texts label, int approved, int ready, int processing, int rejected) {
        /** Code of the state that asks for work first: rejected, processing, ready, or approved when all are. */
        public String state() {
            if (rejected > 0) {
                return TrackState.REJECTED.code();
            }
            if (processing > 0) {
                return TrackState.PROCESSING.code();
            }
            return ready > 0 ? TrackState.READY.code() : TrackState.APPROVED.code();
        }
    }

    /** Tracks that wait for somebody who knows their language. */
    public int ready() {
        return languages.stream().mapToInt(Spoken::ready).sum();
    }

    /** Tracks whose files are processed. */
    public int processing() {
        return languages.stream().mapToInt(Spoken::processing).sum();
    }

    /** Tracks that were sent back or could not be processed. */
    public int rejected() {
        return languages.stream().mapToInt(Spoken::rejected).sum();
    }
}
