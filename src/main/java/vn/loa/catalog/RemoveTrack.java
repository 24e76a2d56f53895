package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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

    /**
     * @return whether there was such a track
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws TransitionRefused when it is approved, or has words that were saved and not handed in
     */
    public boolean remove(String slug, long id, Actor by) {
        ProductPolicy.requireStaff(by);
        var found = products.track(slug, id);
        found.ifPresent(track -> remove(track, by));
        return found.isPresent();
    }

    private void remove(Track track, Actor by) {
        var asset = track.asset();
        products.lock(track.product());
        if (sheets.isUnsent(track)) {
            throw new TransitionRefused(Reason.UNSENT_WORDS, "Somebody writes at it; hand in what was saved first");
        }
        track.replaces().flatMap(sheets::of).ifPresent(SubtitleSheet::takenBack);
        asset.ifPresent(assets::hold);
        editing.removeTrack(track, by);
        dubs.follow(track);
        asset.filter(left -> products.tracksOf(left.requireId()).isEmpty()).ifPresent(assets::discard);
    }
}
