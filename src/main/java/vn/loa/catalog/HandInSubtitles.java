package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.IntPredicate;
import vn.loa.accounts.Actor;
import vn.loa.common.InvalidInput;
import vn.loa.subtitles.CueScript;
import vn.loa.subtitles.SubtitleImport;

/**
 * Gives subtitles that were written here to the reviewer of their language. What the public sees stays as it is until they are approved.
 */
@ApplicationScoped
public class HandInSubtitles {
    @Inject
    private SubtitleDrafts drafts;

    @Inject
    private HandedInTracks tracks;

    @Inject
    private SubtitleImport imports;

    /**
     * Not within a transaction: the bytes of the file for players are kept before anything refers to them. Cues that say nothing are left out. Asking again
     * for what was handed in already does nothing, unless it was sent back: who thinks that it was right can say so.
     *
     * @param isSeen whether a revision is the one that shall be handed in
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws InvalidInput when they say nothing
     * @throws vn.loa.editorial.TransitionRefused when a file that was sent in their place waits for its reviewer
     * @throws vn.loa.media.StorageAway when the file cannot be kept
     */
    public SubtitleChange handIn(String slug, String name, IntPredicate isSeen, Actor by) {
        ProductPolicy.requireStaff(by);
        var found = drafts.find(slug, name, by);
        if (found.isEmpty()) {
            return new SubtitleChange.Unknown();
        }
        var draft = found.get();
        if (!isSeen.test(draft.revision())) {
            return new SubtitleChange.Stale(draft.revision());
        }
        if (draft.revision() == draft.handed() && !draft.returned()) {
            return new SubtitleChange.Done(draft);
        }
        var said = CueScript.said(draft.cues());
        if (said.isEmpty()) {
            throw InvalidInput.of("cues", "must say something");
        }
        tracks.requireEditor(slug, by);
        var read = imports.written(slug + "-" + draft.language() + ".vtt", draft.language(), said, tracks.length(slug));
        return tracks.take(slug, name, draft.revision(), read, by);
    }
}
