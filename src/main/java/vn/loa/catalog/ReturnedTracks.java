package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.catalog.UploadedTracks.Wanted;
import vn.loa.common.InvalidInput;
import vn.loa.editorial.Chronicle;
import vn.loa.media.MediaAsset;
import vn.loa.media.processing.ProcessedAssets;
import vn.loa.subtitles.Cue;
import vn.loa.subtitles.SubtitleTrack;

/**
 * Lets files take the places of tracks that were sent back, or that came to harm, at once: nobody goes on with those. All others keep theirs until the new one is
 * approved ({@link ReplacedTracks}). The caller has locked the product.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ReturnedTracks {
    @Inject
    private Products products;

    @Inject
    private SubtitleSheets sheets;

    @Inject
    private ProcessedAssets assets;

    @Inject
    private FitDubs dubs;

    @Inject
    private Chronicle chronicle;

    /** Whether it was sent back and is written at here: then it says other words from now on, and what was written stays among what was saved. */
    boolean isWrittenOn(Track old) {
        return old.state() == TrackState.REJECTED
                && SubtitleDrafts.isWritten(old)
                && sheets.of(old).isPresent();
    }

    /**
     * Lets it say the words of a file; whoever writes at the former ones learns it when they save.
     *
     * @return the track
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws InvalidInput unless the file is the same to the same work
     */
    Track reword(Track old, Wanted wanted, MediaAsset file, SubtitleTrack words, Actor by) {
        ProductPolicy.requireEditor(by, old.product());
        if (!wanted.isLike(old)) {
            throw InvalidInput.of("replaces", "must be a track of the same kind, language and role");
        }
        var sheet = sheets.of(old).orElseThrow();
        var before = old.asset();
        var said = old.cues();
        before.ifPresent(assets::hold);
        old.reworded(file, words);
        sheets.save(
                sheet, SheetDeed.TAKEN, words.cues().stream().map(Cue::timed).toList(), by.name());
        sheet.handedIn(old, old);
        products.flush();
        said.ifPresent(products::forget);
        discard(before.orElse(null));
        recordReplaced(old, by);
        return old;
    }

    /**
     * @param fresh what a file has become
     * @throws InvalidInput unless both are the same to the same work
     */
    void replace(Track old, Track fresh, Actor by) {
        fresh.replace(old);
        if (old.state() != TrackState.REJECTED) {
            return;
        }
        var whose = old.replaces();
        var before = old.asset();
        before.ifPresent(assets::hold);
        sheets.takeBack(old);
        old.product().replaceTrack(old, fresh);
        products.remove(old);
        dubs.follow(old);
        discard(before.orElse(null));
        recordReplaced(old, by);
        whose.ifPresent(first -> replace(first, fresh, by));
    }

    private void discard(@Nullable MediaAsset left) {
        if (left != null && products.tracksOf(left.requireId()).isEmpty()) {
            assets.discard(left);
        }
    }

    private void recordReplaced(Track old, Actor by) {
        chronicle.record(old.product(), "replace-track", by, old.kind().code() + " " + old.language());
    }
}
