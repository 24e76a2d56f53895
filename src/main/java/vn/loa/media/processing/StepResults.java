package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.loa.media.AssetChanged;
import vn.loa.media.AssetReady;
import vn.loa.media.AssetState;
import vn.loa.media.FormerRenditions;
import vn.loa.media.KeptBlob;
import vn.loa.media.MediaAsset;
import vn.loa.media.MediaAssets;
import vn.loa.media.MediaKind;
import vn.loa.media.NamedBlobs;
import vn.loa.media.Playlists;
import vn.loa.media.Rendition;
import vn.loa.media.Segments;
import vn.loa.media.SniffedType;
import vn.loa.media.documents.ReadDocument;
import vn.loa.media.transcode.EncodedFile;
import vn.loa.media.transcode.Extent;
import vn.loa.media.transcode.MediaPlaylist;
import vn.loa.media.transcode.Probe;
import vn.loa.media.uploads.Upload;
import vn.loa.media.uploads.Uploads;

/**
 * What steps read and write in the database. Each method is one transaction, which begins with the lock on the job and ends without a
 * trace when another attempt has begun ({@link LateWorker}).
 */
@ApplicationScoped
@Transactional
class StepResults {
    @Inject
    private ProcessingJobs jobs;

    @Inject
    private ProcessingQueue queue;

    @Inject
    private ProcessingState state;

    @Inject
    private Dubbing dubbing;

    @Inject
    private MediaAssets assets;

    @Inject
    private EncodingTools tools;

    @Inject
    private NamedBlobs blobs;

    @Inject
    private FormerRenditions formers;

    @Inject
    private Playlists playlists;

    @Inject
    private Uploads uploads;

    @Inject
    private Event<AssetReady> ready;

    @Inject
    private Event<AssetChanged> changed;

    @Inject
    private Clock clock;

    /** @param kind what its owner wants it to be */
    record Incoming(Upload upload, MediaKind kind) {}

    /**
     * @param kind what its owner wants of it: of a film that is wanted as a sound nobody sees the pictures
     * @param extent of a dub, at least as long as its film
     */
    record Master(MediaKind kind, String sha256, long bytes, Extent extent) {}

    /** @param files hashes by the names of profiles, smallest first */
    record Film(Duration duration, Map<String, String> files) {}

    /** A file that was encoded and is in the blob store. */
    record Encoded(EncodedFile file, KeptBlob blob) {}

    Incoming incoming(Attempt attempt) {
        jobs.lock(attempt);
        var upload = uploads.of(attempt.asset())
                .orElseThrow(() -> new IllegalStateException("Asset " + attempt.asset() + " has no upload"));
        return new Incoming(upload, asset(attempt).kind());
    }

    Master master(Attempt attempt) {
        jobs.lock(attempt);
        var asset = asset(attempt);
        var master = asset.master()
                .orElseThrow(() -> new IllegalStateException("Asset " + attempt.asset() + " has no master"));
        return new Master(asset.kind(), master.sha256(), master.size(), extent(asset));
    }

    private Extent extent(MediaAsset asset) {
        var own = new Extent(
                asset.duration().orElse(Duration.ZERO),
                asset.width().orElse(0),
                asset.height().orElse(0));
        return asset.film()
                .flatMap(assets::find)
                .flatMap(MediaAsset::duration)
                .map(own::fillTo)
                .orElse(own);
    }

    /** The film that a sound dubs, with its finished files; empty when nobody knows how long it is. */
    Optional<Film> film(Attempt attempt) {
        jobs.lock(attempt);
        var film = asset(attempt)
                .film()
                .flatMap(assets::find)
                .orElseThrow(() -> new IllegalStateException("Asset " + attempt.asset() + " dubs no film"));
        return film.duration()
                .map(length -> new Film(
                        length,
                        film.renditions().stream()
                                .filter(file ->
                                        file.isPlayable() && file.contentType().equals("video/mp4"))
                                .collect(Collectors.toMap(
                                        Rendition::profile,
                                        Rendition::sha256,
                                        (one, other) -> one,
                                        LinkedHashMap::new))));
    }

    /** The master is in the blob store. A document is ready with that; everything else goes on. @param read of a document */
    void takenIn(Attempt attempt, SniffedType type, KeptBlob kept, Optional<Probe> probe, Optional<ReadDocument> read) {
        var job = jobs.lock(attempt);
        var asset = asset(attempt);
        var master = blobs.name(kept);
        asset.takenIn(master);
        uploads.of(attempt.asset()).ifPresent(upload -> upload.settle(clock.instant()));
        probe.ifPresent(found -> asset.measured(
                found.duration().isZero() ? null : found.duration(),
                found.picture().map(picture -> picture.width()).orElse(null),
                found.picture().map(picture -> picture.height()).orElse(null)));
        read.ifPresent(document -> asset.read(document.pages(), Excerpts.of(document)));
        if (asset.kind() == MediaKind.DOCUMENT) {
            asset.put(new Rendition(Rendition.MASTER, master, type.contentType()));
            show(asset);
        } else {
            queue.put(attempt.asset(), Step.SMALL);
        }
        job.done(clock.instant());
    }

    /** One file is there before the others. */
    void keep(Attempt attempt, Encoded file) {
        jobs.lock(attempt);
        var asset = asset(attempt);
        put(asset, file);
        if (isPlayable(file)) {
            show(asset);
        }
    }

    /** All files of the step are there. */
    void encoded(Attempt attempt, List<Encoded> files) {
        var job = jobs.lock(attempt);
        // What fits a dub goes before the dub itself, as it does where it is fitted. A film goes before its dubs, so
        // that of two that become complete at once the later one sees the other.
        assets.filmOf(attempt.asset()).ifPresent(assets::lock);
        jobs.find(attempt.asset(), Step.DUB).ifPresent(fit -> jobs.lock(fit.requireId()));
        var asset = asset(attempt);
        files.forEach(file -> put(asset, file));
        var isNew = open(asset);
        job.done(clock.instant());
        if (attempt.step() == Step.SMALL && asset.kind() != MediaKind.IMAGE) {
            queue.put(attempt.asset(), Step.FULL);
        }
        if (state.isComplete(asset)) {
            // What no profile makes of it any more is not made anew, either.
            giveUp(
                    asset,
                    file -> !asset.isOfFilm(file)
                            && file.profileVersion()
                                    .filter(made -> tools.encoder().isOutdated(file.profile(), made))
                                    .isPresent());
            dubbing.completed(asset);
        }
        tell(asset, isNew);
    }

    /** All files of a dub that fits its film are there. @param offset of the dub, where it can be told */
    void fitted(Attempt attempt, List<Encoded> files, Optional<Duration> offset) {
        var job = jobs.lock(attempt);
        var asset = asset(attempt);
        files.forEach(file -> put(asset, file));
        // What was replaced showed the film that it was fitted to before.
        giveUp(
                asset,
                old -> asset.isOfFilm(old)
                        && files.stream()
                                .noneMatch(file -> file.file().profile().equals(old.profile())));
        asset.fitted(offset.orElse(null));
        show(asset);
        job.done(clock.instant());
    }

    private MediaAsset asset(Attempt attempt) {
        return assets.lock(attempt.asset())
                .orElseThrow(() -> new IllegalStateException("There is no asset " + attempt.asset()));
    }

    private void show(MediaAsset asset) {
        tell(asset, open(asset));
    }

    /** @return whether it can be played only from now on */
    private static boolean open(MediaAsset asset) {
        if (asset.state() == AssetState.READY) {
            return false;
        }
        if (asset.state() == AssetState.RECEIVED) {
            throw new IllegalStateException("An asset is shown only after it was taken in");
        }
        asset.ready();
        return true;
    }

    /** Who hears of it locks what every change of content locks, and that must be the last lock of everybody. */
    private void tell(MediaAsset asset, boolean isNew) {
        if (isNew) {
            ready.fire(new AssetReady(asset.requireId()));
        } else {
            changed.fire(new AssetChanged(asset.requireId()));
        }
    }

    private void put(MediaAsset asset, Encoded encoded) {
        var file = encoded.file();
        var blob = blobs.name(encoded.blob());
        var rendition = new Rendition(file.profile(), blob, file.contentType());
        var measured = file.measurement();
        rendition.measured(measured.bitrate(), measured.width(), measured.height(), measured.duration());
        rendition.madeBy(file.version());
        file.loudness().ifPresent(heard -> rendition.sounds(heard.integrated(), heard.truePeak()));
        file.segments().ifPresent(cut -> {
            rendition.segmented(segments(cut));
            playlists.put(blob, cut.text());
        });
        asset.renditions().stream().filter(rendition::replaces).forEach(formers::keep);
        asset.put(rendition);
    }

    private void giveUp(MediaAsset asset, Predicate<Rendition> these) {
        asset.renditions().stream().filter(these).forEach(formers::keep);
        asset.forget(these);
    }

    private static Segments segments(MediaPlaylist playlist) {
        return new Segments(
                playlist.codecs(),
                playlist.peakBandwidth(),
                playlist.averageBandwidth(),
                playlist.frameRate().orElse(null),
                playlist.channels().orElse(null));
    }

    private static boolean isPlayable(Encoded encoded) {
        var type = encoded.file().contentType();
        return type.startsWith("audio/") || type.startsWith("video/");
    }
}
