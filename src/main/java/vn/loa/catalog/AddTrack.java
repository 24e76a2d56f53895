package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.loa.accounts.Actor;
import vn.loa.catalog.UploadedTracks.Begun;
import vn.loa.catalog.UploadedTracks.Result;
import vn.loa.catalog.UploadedTracks.Unreadable;
import vn.loa.catalog.UploadedTracks.Wanted;
import vn.loa.media.MediaKind;
import vn.loa.media.MediaRefused;
import vn.loa.media.uploads.UploadStaging;
import vn.loa.subtitles.SubtitleImport;

/**
 * Makes a track of an upload. Subtitles are read at once, between two transactions: one that says whether they are wanted, and one that makes the track if
 * they still are. Everything else is processed by a job. A file that is
 * refused leaves an entry in the audit trail, in a transaction of its own.
 */
@ApplicationScoped
public class AddTrack {
    @Inject
    private UploadedTracks tracks;

    @Inject
    private UploadStaging staging;

    @Inject
    private SubtitleImport subtitles;

    /**
     * Adds a track to the product at this address. Asking again for the same of the same upload finds the same track.
     *
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws vn.loa.common.InvalidInput when the upload is not one of this account, or the language is unknown
     * @throws vn.loa.media.uploads.UploadRefused when the upload is incomplete, in use elsewhere, or its bytes are given up
     * @throws vn.loa.media.MediaRefused when its bytes are of another kind than the track's
     */
    public Result add(String slug, Wanted wanted, Actor by) {
        if (wanted.kind().media() != MediaKind.TEXT) {
            return recording(slug, wanted, by);
        }
        var begun = tracks.begin(slug, wanted, by);
        return begun instanceof Begun free ? read(free, slug, wanted, by) : begun;
    }

    private Result recording(String slug, Wanted wanted, Actor by) {
        try {
            return tracks.add(slug, wanted, by);
        } catch (MediaRefused refused) {
            tracks.refused(slug, wanted, String.valueOf(refused.getMessage()), by);
            throw refused;
        }
    }

    private Result read(Begun free, String slug, Wanted wanted, Actor by) {
        var upload = free.upload();
        var outcome = subtitles.read(upload.name(), wanted.language(), () -> staging.read(upload), free.length());
        if (outcome instanceof SubtitleImport.Refused refused) {
            tracks.refused(slug, wanted, upload.name() + " " + refused.reason().code(), by);
            return new Unreadable(refused.reason(), refused.line());
        }
        return tracks.add(slug, wanted, (SubtitleImport.Read) outcome, by);
    }
}
