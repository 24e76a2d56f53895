package vn.loa.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.subtitles.SubtitleWarning;
import vn.loa.subtitles.TimedText;

/**
 * Subtitles as they are being written.
 *
 * @param slug of their product
 * @param language its code
 * @param track id of the track that they are written for; null until they are handed in for the first time
 * @param revision grows whenever something is saved; 0 as long as nothing was
 * @param handed the revision that was handed in last; 0 when none was
 * @param returned whether what they say now was handed in and sent back
 * @param cues in order of time; some may say nothing yet
 * @param warnings what an editor may want to put right, by numbers of cues from 1
 * @param savedAt null as long as nothing was saved
 * @param savedBy the name by which people know them; null when it was a part of the portal
 */
public record SubtitleDraft(
        String slug,
        String language,
        @Nullable Long track,
        int revision,
        int handed,
        boolean returned,
        List<TimedText> cues,
        List<SubtitleWarning> warnings,
        @Nullable Instant savedAt,
        @Nullable String savedBy) {
    public SubtitleDraft {
        cues = List.copyOf(cues);
        warnings = List.copyOf(warnings);
    }
}
