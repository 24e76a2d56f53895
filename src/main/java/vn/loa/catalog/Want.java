package vn.loa.catalog;

import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/**
 * Something that a product lacks on its way to the public.
 *
 * @param kind what it is
 * @param name of the person or the language that it is about; null when it is about none
 * @param count how many there are, where they are counted; otherwise 0
 */
public record Want(Kind kind, @Nullable Texts name, int count) {
    /** What can be lacking; pages word it by its code. */
    public enum Kind implements vn.loa.common.Coded {
        /** It has neither a track nor a text. */
        CONTENT(true),
        /** It has tracks, of which none is approved, and no text. */
        APPROVAL(true),
        /** A shown person has not agreed, or agrees no longer. */
        CONSENT(true),
        /** Tracks that were sent back, or of which nothing came. */
        REJECTED(false),
        /** Tracks that are still processed. */
        PROCESSING(false),
        /** Tracks that wait for a reviewer. */
        READY(false),
        SUMMARY(false),
        TOPIC(false),
        AUDIENCE(false),
        /** A film is spoken in a language in which nobody can read along. */
        CAPTIONS(false);

        private final boolean needed;

        Kind(boolean needed) {
            this.needed = needed;
        }

        /** Whether nothing is published without it. */
        public boolean isNeeded() {
            return needed;
        }
    }

    static Want of(Kind kind) {
        return new Want(kind, null, 0);
    }
}
