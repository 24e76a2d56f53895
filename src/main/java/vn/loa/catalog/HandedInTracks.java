package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.editorial.Chronicle;
import vn.loa.editorial.TransitionRefused;
import vn.loa.editorial.TransitionRefused.Reason;
import vn.loa.media.processing.ProcessedAssets;
import vn.loa.subtitles.SubtitleImport;

/** Makes tracks for reviewers of subtitles that are handed in ({@link HandInSubtitles}). */
@ApplicationScoped
@Transactional
public class HandedInTracks {
    @Inject
    private Products products;

    @Inject
    private TrackEditing editing;

    @Inject
    private SubtitleDrafts drafts;

    @Inject
    private SubtitleImport imports;

    @Inject
    private ProcessedAssets assets;

    @Inject
    private Chronicle chronicle;

    /** @throws vn.loa.accounts.NotPermitted unless they edit the product at this address */
    void requireEditor(String slug, Actor by) {
        products.find(slug).ifPresent(product -> ProductPolicy.requireEditor(by, product));
    }

    /** How long the work at this address is; null while nobody knows. */
    @Nullable Duration length(String slug) {
        return products.find(slug)
                .flatMap(product -> Films.length(product.tracks()))
                .orElse(null);
    }

    /**
     * Takes what was read of this revision, unless there is another by now.
     *
     * @throws TransitionRefused when other words wait to take the place of what they change
     */
    SubtitleChange take(String slug, String name, int revision, SubtitleImport.Read read, Actor by) {
        var found = drafts.locked(slug, name, by);
        if (found.isEmpty()) {
            return new SubtitleChange.Unknown();
        }
        var desk = found.get();
        if (desk.revision() != revision) {
            return new SubtitleChange.Stale(desk.revision());
        }
        var sheet = desk.sheet().orElseThrow();
        var sent = put(desk, sheet, imports.store(read), by);
        var track = desk.track() == null ? sent : desk.track();
        sheet.handedIn(track, sent);
        products.flush();
        return new SubtitleChange.Done(
                drafts.draft(new SubtitleDrafts.Desk(desk.product(), desk.language(), track, Optional.of(sheet))));
    }

    /** @return the track that says what is handed in */
    private Track put(SubtitleDrafts.Desk desk, SubtitleSheet sheet, SubtitleImport.Imported made, Actor by) {
        var track = desk.track();
        if (track == null) {
            return add(desk, TrackKind.SUBTITLE, role(desk), null, made, by);
        }
        if (track.changes().anyMatch(change -> isInTheWay(change, sheet))) {
            // Neither are its words written over, nor do these go to the reviewer beside them, without what they put
            // right.
            throw new TransitionRefused(
                    Reason.OTHER_WORDS_WAIT, "A file that was sent in their place waits for its reviewer");
        }
        var own = track.changes().filter(sheet::isSent).findFirst();
        if (own.isPresent() || !track.isApproved()) {
            var waiting = own.orElse(track);
            reword(waiting, made, by);
            return waiting;
        }
        var change = add(desk, track.kind(), track.role(), track.label().orElse(null), made, by);
        change.replace(track);
        return change;
    }

    /** Whether a change waits for its reviewer that was not written here. @param sheet what is written here; null when nothing was */
    static boolean isInTheWay(Track change, @Nullable SubtitleSheet sheet) {
        return change.state() != TrackState.REJECTED && (sheet == null || !sheet.isSent(change));
    }

    private Track add(
            SubtitleDrafts.Desk desk,
            TrackKind kind,
            TrackRole role,
            @Nullable String label,
            SubtitleImport.Imported made,
            Actor by) {
        return editing.addTrack(desk.product(), kind, desk.language(), role, label, made.asset(), made.track(), by);
    }

    /** What is said in the language of the work is what its original says. */
    private static TrackRole role(SubtitleDrafts.Desk desk) {
        return desk.product().tracks().stream()
                        .filter(track -> track.isFilm() || track.isOriginalSound())
                        .anyMatch(track -> track.language().equals(desk.language()))
                ? TrackRole.ORIGINAL
                : TrackRole.TRANSLATION;
    }

    private void reword(Track track, SubtitleImport.Imported made, Actor by) {
        var file = track.asset();
        var words = track.cues();
        file.ifPresent(assets::hold);
        track.reworded(made.asset(), made.track());
        products.flush();
        words.ifPresent(products::forget);
        file.filter(left -> products.tracksOf(left.requireId()).isEmpty()).ifPresent(assets::discard);
        chronicle.record(track.product(), "hand-in-subtitles", by, track.kind().code() + " " + track.language());
    }
}
