package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.common.InvalidInput;
import vn.loa.common.Messages;
import vn.loa.common.Saying;
import vn.loa.common.Texts;
import vn.loa.common.Violation;
import vn.loa.editorial.Chronicle;
import vn.loa.media.MediaAsset;
import vn.loa.media.processing.ProcessedAssets;
import vn.loa.media.uploads.Upload;
import vn.loa.media.uploads.UploadStaging;
import vn.loa.media.uploads.Uploads;
import vn.loa.subtitles.SubtitleImport;
import vn.loa.subtitles.SubtitleTrack;
import vn.loa.subtitles.SubtitlesRefused;

/** Makes tracks of uploads ({@link AddTrack}): asset, track, job and audit entry in one transaction. */
@ApplicationScoped
public class UploadedTracks {
    @Inject
    private Products products;

    @Inject
    private Chronicle chronicle;

    @Inject
    private TrackEditing editing;

    @Inject
    private Uploads uploads;

    @Inject
    private UploadStaging staging;

    @Inject
    private ProcessedAssets assets;

    @Inject
    private FitDubs dubs;

    @Inject
    private SubtitleImport subtitles;

    @Inject
    private ReturnedTracks returned;

    @Inject
    private Clock clock;

    /**
     * @param upload id of a complete upload of the same account
     * @param language code
     * @param replaces id of the track whose place it takes when it is approved, or at once when that was sent back; null when it takes none
     */
    public record Wanted(
            String upload,
            TrackKind kind,
            String language,
            TrackRole role,
            @Nullable String label,
            @Nullable Long replaces) {
        /** Whether they are the same to their work. */
        boolean isLike(Track track) {
            return track.kind() == kind && track.language().equals(language) && track.role() == role;
        }

        private boolean isOf(Track track) {
            return isLike(track) && track.label().equals(Optional.ofNullable(label));
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
        /** What to do about it, for people. */
        public Texts explanation() {
            return Messages.complete(saying()::in);
        }

        /** The same, to be said later. */
        public Saying saying() {
            return reason.saying(line);
        }
    }

    /**
     * Nothing stands against it, and nothing has been done.
     *
     * @param length how long that is which subtitles would be for; null while nobody knows
     */
    record Begun(Upload upload, @Nullable Duration length) implements Result {}

    /** As {@link AddTrack#faults}. */
    @Transactional
    List<Violation> faults(@Nullable TrackKind kind, String language, @Nullable TrackRole role) {
        return editing.faults(kind, language, role);
    }

    /** Whether the upload may become a track; or what has come of it already. */
    @Transactional
    Result begin(String slug, Wanted wanted, Actor by) {
        return make(
                slug,
                wanted,
                by,
                (product, upload) ->
                        new Begun(upload, Films.length(product.tracks()).orElse(null)));
    }

    /** Makes a track whose files come by a job. */
    @Transactional
    Result add(String slug, Wanted wanted, Actor by) {
        return make(
                slug,
                wanted,
                by,
                (product, upload) -> added(
                        product, wanted, assets.accept(upload, wanted.kind().media()), null, by));
    }

    /** Makes a track of subtitles that were read. */
    @Transactional
    Result add(String slug, Wanted wanted, SubtitleImport.Read read, Actor by) {
        return make(slug, wanted, by, (product, upload) -> {
            var imported = subtitles.store(read);
            upload.become(imported.asset().requireId(), clock.instant());
            upload.settle(clock.instant());
            return added(product, wanted, imported.asset(), imported.track(), by);
        });
    }

    /** Writes down that a file could not become a track of this product; its sender reads so when they come back. */
    @Transactional
    void refused(String slug, Wanted wanted, String why, String reason, Texts explanation, Actor by) {
        uploads.lock(wanted.upload())
                .filter(upload -> upload.owner().equals(by.name()))
                .ifPresent(upload -> upload.refuse(reason, explanation));
        products.find(slug)
                .ifPresent(product -> chronicle.record(
                        product, "refuse-file", by, wanted.kind().code() + " " + wanted.language() + ": " + why));
    }

    private Result make(String slug, Wanted wanted, Actor by, BiFunction<Product, Upload, Result> make) {
        ProductPolicy.requireStaff(by);
        var found = products.find(slug);
        if (found.isEmpty()) {
            return new NoProduct();
        }
        var product = found.get();
        ProductPolicy.requireEditor(by, product);
        editing.requireOfWorks(wanted.language());
        // A film and a dub that come at the same time must not miss each other.
        products.lock(product);
        var upload = uploads.lock(wanted.upload())
                .filter(known -> known.owner().equals(by.name()))
                .orElseThrow(() -> InvalidInput.of("upload", "is not an upload of yours"));
        return already(product, upload)
                .<Result>map(track -> wanted.isOf(track)
                        ? new Added(TrackStatus.added(track, null))
                        : new Different(TrackStatus.of(track)))
                .orElseGet(() -> {
                    upload.requireFree(clock.instant());
                    staging.requireBytes(upload);
                    return make.apply(product, upload);
                });
    }

    private static Track named(Product product, long id) {
        return product.tracks().stream()
                .filter(track -> track.requireId() == id)
                .findFirst()
                .orElseThrow(() -> InvalidInput.of("replaces", "is not a track of this product"));
    }

    private Optional<Track> already(Product product, Upload upload) {
        return upload.asset()
                .flatMap(asset -> products.tracksOf(asset).stream()
                        .filter(track -> track.product().equals(product))
                        .findFirst());
    }

    private Result added(Product product, Wanted wanted, MediaAsset asset, @Nullable SubtitleTrack cues, Actor by) {
        var old = wanted.replaces() == null ? null : named(product, wanted.replaces());
        var track = old != null && cues != null && returned.isWrittenOn(old)
                ? returned.reword(old, wanted, asset, cues, by)
                : editing.addTrack(
                        product, wanted.kind(), wanted.language(), wanted.role(), wanted.label(), asset, cues, by);
        if (old != null && old != track) {
            returned.replace(old, track, by);
        }
        dubs.begin(track);
        products.flush();
        return new Added(TrackStatus.added(track, track.state() == TrackState.PROCESSING ? 0 : null));
    }
}
