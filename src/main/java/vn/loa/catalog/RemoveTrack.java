package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.LongPredicate;
import vn.loa.accounts.Actor;
import vn.loa.editorial.TransitionRefused;
import vn.loa.editorial.TransitionRefused.Reason;
import vn.loa.media.processing.ProcessedAssets;

/**
 * Takes away a track that nobody has approved, with what was made for it. The upload is its owner's again for as long as its bytes are here: a
 * slip in the language need not cost sending four gigabytes once more.
 */
@ApplicationScoped
@Transactional
public class RemoveTrack {
    @Inject
    private Products products;

    @Inject
    private TrackEditing editing;

    @Inject
    private ProcessedAssets assets;

    @Inject
    private FitDubs dubs;

    @Inject
    private SubtitleSheets sheets;

    /** What comes of it. */
    public enum Outcome {
        REMOVED,

        /** It has changed since it was looked at; nothing was done. */
        STALE,

        /** There is no such track. */
        UNKNOWN
    }

    /**
     * @param isSeen whether a version of the track is one that they have looked at: other words, which took somebody a
     *     day, may stand in it by now
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws TransitionRefused when it is approved, or has words that were saved and not handed in
     */
    public Outcome remove(String slug, long id, LongPredicate isSeen, Actor by) {
        ProductPolicy.requireStaff(by);
        return products.track(slug, id).map(track -> remove(track, isSeen, by)).orElse(Outcome.UNKNOWN);
    }

    private Outcome remove(Track track, LongPredicate isSeen, Actor by) {
        ProductPolicy.requireEditor(by, track.product());
        var asset = track.asset();
        // Who hands in other words has the product, too: what is compared here is not replaced before it is gone.
        products.lock(track.product());
        if (!isSeen.test(track.version())) {
            return Outcome.STALE;
        }
        if (sheets.isUnsent(track)) {
            throw new TransitionRefused(Reason.UNSENT_WORDS, "Somebody writes at it; hand in what was saved first");
        }
        sheets.takeBack(track);
        asset.ifPresent(assets::hold);
        editing.removeTrack(track, by);
        dubs.follow(track);
        asset.filter(left -> products.tracksOf(left.requireId()).isEmpty()).ifPresent(assets::discard);
        return Outcome.REMOVED;
    }
}
