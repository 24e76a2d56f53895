package vn.loa.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/**
 * What the page needs on which subtitles are written, but for their cues.
 *
 * @param title of the work
 * @param name by which the subtitles go within it
 * @param language what their language is called
 * @param tag of it for HTML
 * @param kind of track, as a code
 * @param state of their track, as a code; null for new ones
 * @param note why it, or a change of it, was sent back; null when it was not
 * @param change state of a change of approved subtitles, as a code; null when there is none
 * @param other whether a file that was sent in their place waits for its reviewer
 * @param replacedAt when such a file was approved, which nobody has changed since; null when none was
 * @param editor whether they may write
 * @param listen what they go with; null when nothing can be played
 * @param film whether that is seen, too
 * @param bytes of it
 * @param waveform address of its shape; null when nobody has drawn it
 * @param millis how long the work is; 0 while nobody knows
 * @param others subtitles and transcripts of the same work that can stand beside them
 * @param source name of the one of these that is translated from, and stands beside them at first; null when there is none
 */
public record SubtitlePage(
        String slug,
        Texts title,
        String name,
        Texts language,
        String tag,
        String kind,
        @Nullable String state,
        @Nullable String note,
        @Nullable String change,
        boolean other,
        @Nullable Instant replacedAt,
        boolean editor,
        @Nullable String listen,
        boolean film,
        long bytes,
        @Nullable String waveform,
        long millis,
        List<Other> others,
        @Nullable String source) {
    public SubtitlePage {
        others = List.copyOf(others);
    }

    /**
     * @param kind of track, as a code
     * @param tag of its language for HTML
     * @param file what its file was called when it came; null when it has none
     */
    public record Other(
            String name,
            String kind,
            Texts language,
            String tag,
            @Nullable String file) {}
}
