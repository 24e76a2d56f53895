package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.catalog.UploadedTracks.Begun;
import vn.loa.catalog.UploadedTracks.Result;
import vn.loa.catalog.UploadedTracks.Unreadable;
import vn.loa.catalog.UploadedTracks.Wanted;
import vn.loa.common.Violation;
import vn.loa.media.MediaKind;
import vn.loa.media.MediaRefused;
import vn.loa.media.MediaRefused.Reason;
import vn.loa.media.SniffedType;
import vn.loa.media.uploads.Upload;
import vn.loa.media.uploads.UploadStaging;
import vn.loa.subtitles.SubtitleFile;
import vn.loa.subtitles.SubtitleImport;

/**
 * Makes a track of an upload. The file is looked into between two transactions: one that says whether it is wanted, and one that makes the track if it
 * still is. So nobody who changes the product waits for a file. Subtitles are read at once; everything else is processed by a job. A file that is
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
     * All that is wrong with what a track shall be, whatever product and file it is of.
     *
     * @param kind null when it is not known, and nothing is said of it
     * @param language a code
     * @param role null when it is not known, and nothing is said of it
     */
    public List<Violation> faults(@Nullable TrackKind kind, String language, @Nullable TrackRole role) {
        return tracks.faults(kind, language, role);
    }

    /**
     * Adds a track to the product at this address. Asking again for the same of the same upload finds the same track.
     *
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws vn.loa.common.InvalidInput when the upload is not one of this account, or the language is unknown
     * @throws vn.loa.media.uploads.UploadRefused when the upload is incomplete, in use elsewhere, or its bytes are given up
     * @throws vn.loa.media.MediaRefused when its bytes are of another kind than the track's
     */
    public Result add(String slug, Wanted wanted, Actor by) {
        var begun = tracks.begin(slug, wanted, by);
        if (!(begun instanceof Begun free)) {
            return begun;
        }
        return wanted.kind().media() == MediaKind.TEXT
                ? read(free, slug, wanted, by)
                : recording(free, slug, wanted, by);
    }

    private Result recording(Begun free, String slug, Wanted wanted, Actor by) {
        try {
            requireKind(free.upload(), wanted.kind().media());
        } catch (MediaRefused refused) {
            refused(slug, wanted, refused, by);
            throw refused;
        }
        return tracks.add(slug, wanted, by);
    }

    /** A recording may come as the sound of a film; everything else must be what it is wanted as. */
    private void requireKind(Upload upload, MediaKind wanted) {
        var kind = kind(upload, wanted);
        if (kind != wanted && !(wanted == MediaKind.AUDIO && kind == MediaKind.VIDEO)) {
            throw MediaRefused.otherKind(upload.name(), kind, wanted);
        }
    }

    private MediaKind kind(Upload upload, MediaKind wanted) {
        var declared = upload.declaredType().orElse(null);
        try {
            // Of an empty one there need not be a file.
            return upload.length() == 0
                    ? SniffedType.of(upload.name(), declared, new byte[0]).kind()
                    : SniffedType.of(upload.name(), declared, staging.file(upload))
                            .kind();
        } catch (MediaRefused refused) {
            if (refused.reason() == Reason.UNKNOWN_TYPE && SubtitleFile.isLike(head(upload))) {
                return MediaKind.TEXT;
            }
            throw refused.wanted(wanted);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read upload " + upload.id(), e);
        }
    }

    private byte[] head(Upload upload) {
        try (var content = staging.read(upload)) {
            return content.readNBytes(SubtitleFile.HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read upload " + upload.id(), e);
        }
    }

    private Result read(Begun free, String slug, Wanted wanted, Actor by) {
        var upload = free.upload();
        var outcome = subtitles.read(upload.name(), wanted.language(), () -> staging.read(upload), free.length());
        if (outcome instanceof SubtitleImport.Refused refused) {
            requireNothingElse(upload, slug, wanted, by);
            var unreadable = new Unreadable(refused.reason(), refused.line());
            tracks.refused(
                    slug,
                    wanted,
                    upload.name() + " " + refused.reason().code(),
                    refused.reason().code(),
                    unreadable.explanation(),
                    by);
            return unreadable;
        }
        return tracks.add(slug, wanted, (SubtitleImport.Read) outcome, by);
    }

    /** What cannot be read as subtitles may be a film, for instance: then it is called that. */
    private void requireNothingElse(Upload upload, String slug, Wanted wanted, Actor by) {
        recognised(upload).filter(kind -> kind != MediaKind.TEXT).ifPresent(kind -> {
            var refused = MediaRefused.otherKind(upload.name(), kind, MediaKind.TEXT);
            refused(slug, wanted, refused, by);
            throw refused;
        });
    }

    private void refused(String slug, Wanted wanted, MediaRefused why, Actor by) {
        tracks.refused(slug, wanted, String.valueOf(why.getMessage()), why.code(), why.explanation(), by);
    }

    private Optional<MediaKind> recognised(Upload upload) {
        if (upload.length() == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    SniffedType.of(upload.name(), null, staging.file(upload)).kind());
        } catch (MediaRefused unknown) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read upload " + upload.id(), e);
        }
    }
}
