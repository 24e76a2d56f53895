package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.common.InvalidInput;
import vn.loa.common.Messages;
import vn.loa.common.Texts;
import vn.loa.media.FileFormat;
import vn.loa.media.MediaAsset;
import vn.loa.media.MediaKind;
import vn.loa.media.MediaRefused;
import vn.loa.media.MediaRefused.Reason;
import vn.loa.media.SniffedType;
import vn.loa.media.processing.ProcessingQueue;
import vn.loa.media.uploads.Upload;
import vn.loa.media.uploads.UploadStaging;
import vn.loa.media.uploads.Uploads;
import vn.loa.subtitles.SubtitleImport;
import vn.loa.subtitles.SubtitleTrack;
import vn.loa.subtitles.SubtitleWarning;
import vn.loa.subtitles.SubtitlesRefused;

/**
 * Makes tracks of uploads: asset, track, job and audit entry in one transaction. Subtitles are read at once, everything else is
 * processed by a job.
 */
@ApplicationScoped
public class UploadedTracks {
    @Inject
    private Products products;

    @Inject
    private ProductEditing editing;

    @Inject
    private Uploads uploads;

    @Inject
    private UploadStaging staging;

    @Inject
    private ProcessingQueue queue;

    @Inject
    private FitDubs dubs;

    @Inject
    private SubtitleImport subtitles;

    @Inject
    private Clock clock;

    /**
     * @param upload id of a complete upload of the same account
     * @param language code
     */
    public record Wanted(
            String upload,
            TrackKind kind,
            String language,
            TrackRole role,
            @Nullable String label) {
        private boolean isOf(Track track) {
            return track.kind() == kind
                    && track.language().equals(language)
                    && track.role() == role
                    && track.label().equals(Optional.ofNullable(label));
        }
    }

    /** What came of it. */
    public sealed interface Result {}

    /** There is the track. */
    public record Added(TrackStatus track) implements Result {}

    /** The upload is a track already, of another kind, language, role or label. */
    public record Different(TrackStatus track) implements Result {}

    /** There is no product at this address. */
    public record NoProduct() implements Result {}

    /** It holds no subtitles that can be read. @param line of the file, from 1; 0 when it is about the whole */
    public record Unreadable(SubtitlesRefused.Reason reason, int line) implements Result {
        /** What to do about it, in English. */
        public String explanation() {
            return reason.text(Messages.in("en"), line);
        }
    }

    /**
     * Adds a track to the product at this address. Asking again for the same of the same upload finds the same track.
     *
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws InvalidInput when the upload is not one of this account, or the language is unknown
     * @throws vn.loa.media.uploads.UploadRefused when the upload is incomplete, in use elsewhere, or its bytes are given up
     * @throws MediaRefused when its bytes are of another kind than the track's
     */
    @Transactional
    public Result add(String slug, Wanted wanted, Actor by) {
        ProductPolicy.requireStaff(by);
        var product = products.find(slug);
        if (product.isEmpty()) {
            return new NoProduct();
        }
        ProductPolicy.requireEditor(by, product.get());
        // A film and a dub that come at the same time must not miss each other.
        products.lock(product.get());
        var upload = uploads.lock(wanted.upload())
                .filter(found -> found.owner().equals(by.name()))
                .orElseThrow(() -> InvalidInput.of("upload", "is not an upload of yours"));
        return already(product.get(), upload)
                .<Result>map(track ->
                        wanted.isOf(track) ? new Added(TrackStatus.of(track)) : new Different(TrackStatus.of(track)))
                .orElseGet(() -> make(product.get(), upload, wanted, by));
    }

    private Optional<Track> already(Product product, Upload upload) {
        return upload.asset()
                .flatMap(asset -> products.tracksOf(asset).stream()
                        .filter(track -> track.product().equals(product))
                        .findFirst());
    }

    private Result make(Product product, Upload upload, Wanted wanted, Actor by) {
        upload.requireFree(clock.instant());
        staging.requireBytes(upload);
        var kind = wanted.kind().media();
        if (kind == MediaKind.TEXT) {
            return read(product, upload, wanted, by);
        }
        requireKind(upload, kind);
        return added(product, wanted, queue.accept(upload, kind), null, List.of(), by);
    }

    private Result read(Product product, Upload upload, Wanted wanted, Actor by) {
        var outcome = subtitles.take(upload.name(), wanted.language(), () -> staging.read(upload), length(product));
        if (outcome instanceof SubtitleImport.Refused refused) {
            return new Unreadable(refused.reason(), refused.line());
        }
        var imported = (SubtitleImport.Imported) outcome;
        upload.become(imported.asset().requireId(), clock.instant());
        upload.settle(clock.instant());
        return added(product, wanted, imported.asset(), imported.track(), imported.warnings(), by);
    }

    /** How long that is which the subtitles are for: its film, else its longest sound; null while nobody knows. */
    private static @Nullable Duration length(Product product) {
        return Stream.of(TrackKind.VIDEO, TrackKind.AUDIO)
                .flatMap(kind -> product.tracks().stream()
                        .filter(track -> track.kind() == kind)
                        .flatMap(track -> track.asset().flatMap(MediaAsset::duration).stream())
                        .max(Comparator.naturalOrder())
                        .stream())
                .findFirst()
                .orElse(null);
    }

    private Result added(
            Product product,
            Wanted wanted,
            MediaAsset asset,
            @Nullable SubtitleTrack cues,
            List<SubtitleWarning> warnings,
            Actor by) {
        var track = editing.addTrack(
                product, wanted.kind(), wanted.language(), wanted.role(), wanted.label(), asset, cues, by);
        dubs.begin(track);
        return new Added(TrackStatus.added(
                track,
                track.state() == TrackState.PROCESSING ? 0 : null,
                warnings.isEmpty()
                        ? null
                        : warnings.stream().map(UploadedTracks::explained).toList()));
    }

    private static Texts explained(SubtitleWarning warning) {
        return Texts.of(Map.of("vi", warning.text(Messages.in("vi")), "en", warning.text(Messages.in("en"))));
    }

    /** A recording may come as the sound of a film; everything else must be what it is wanted as. */
    private void requireKind(Upload upload, MediaKind wanted) {
        var kind = SniffedType.of(upload.name(), upload.declaredType().orElse(null), head(upload))
                .kind();
        if (kind != wanted && !(wanted == MediaKind.AUDIO && kind == MediaKind.VIDEO)) {
            throw new MediaRefused(
                    Reason.OTHER_TYPE,
                    "%s is of the kind %s, and this track needs %s"
                            .formatted(upload.name(), kind.code(), wanted.code()));
        }
    }

    private byte[] head(Upload upload) {
        try (var content = staging.read(upload)) {
            return content.readNBytes(FileFormat.HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read upload " + upload.id(), e);
        }
    }
}
