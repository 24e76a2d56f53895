package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.loa.accounts.Actor;
import vn.loa.editorial.Chronicle;
import vn.loa.editorial.TransitionRefused;
import vn.loa.editorial.TransitionRefused.Reason;
import vn.loa.media.AssetState;
import vn.loa.media.processing.ProcessedAssets;
import vn.loa.media.processing.ProcessingState;
import vn.loa.media.processing.ProcessingState.Progress;
import vn.loa.media.processing.Remainder;
import vn.loa.taxonomy.Languages;

/** What those who work on products may read of them, public or not. To all others what is not public does not exist. */
@ApplicationScoped
@Transactional
public class WorkingProducts {
    private static final Progress NOTHING = new Progress(List.of(), 0, Optional.empty());

    @Inject
    private Products products;

    @Inject
    private WorkTracks tracks;

    @Inject
    private ProcessingState processing;

    @Inject
    private ProcessedAssets assets;

    @Inject
    private FitDubs dubs;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Languages languages;

    @Inject
    private Clock clock;

    /** The product at this address, if they have to do with it; without its consents for those who only look on. */
    public Optional<WorkingProduct> find(String slug, Actor by) {
        return products.find(slug)
                .filter(product -> ProductPolicy.maySee(by, product))
                .map(product -> ProductPolicy.mayKeepConsents(by, product)
                        ? show(product)
                        : show(product).withoutConsents());
    }

    /** A product that has been loaded in the transaction that is running. */
    @Transactional(Transactional.TxType.MANDATORY)
    WorkingProduct show(Product product) {
        var warnings = Captions.missing(product).stream()
                .flatMap(language -> languages.find(language).stream())
                .map(Captions::warning)
                .toList();
        return WorkingProduct.of(product, warnings, clock.instant());
    }

    /** A track of the product at this address. @param by empty for a citizen, who sees what is public */
    public Optional<TrackStatus> track(String slug, long id, Optional<Actor> by) {
        return products.track(slug, id)
                .filter(track -> isTheirs(track, by) || NewestTracks.isShown(track))
                .map(track -> isTheirs(track, by) ? status(track) : TrackStatus.of(track));
    }

    /**
     * The tracks of the product at this address, without their files. The number of statements does not grow with them.
     *
     * @param by empty for a citizen, who sees what is public
     * @return empty when there is, for them, no such product
     */
    public Optional<List<TrackStatus>> tracks(String slug, Optional<Actor> by) {
        return products.find(slug).flatMap(product -> {
            if (by.filter(actor -> ProductPolicy.maySee(actor, product)).isPresent()) {
                return Optional.of(statuses(tracks.of(product)).stream()
                        .map(TrackStatus::withoutSources)
                        .toList());
            }
            return product.publication().isOnline()
                    ? Optional.of(products.approvedTracks(product).stream()
                            .map(TrackStatus::of)
                            .toList())
                    : Optional.empty();
        });
    }

    private static boolean isTheirs(Track track, Optional<Actor> by) {
        return by.filter(actor -> ProductPolicy.maySee(actor, track.product())).isPresent();
    }

    private TrackStatus status(Track track) {
        return statuses(List.of(track)).get(0);
    }

    /** With how far their processing is, and what was noticed in them. One statement, besides those that read their files. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<TrackStatus> statuses(List<Track> tracks) {
        var assets = tracks.stream().flatMap(track -> track.asset().stream()).toList();
        var known = processing.of(assets);
        return tracks.stream()
                .map(track -> status(
                        track,
                        track.asset().map(asset -> known.get(asset.requireId())).orElse(NOTHING)))
                .toList();
    }

    private static TrackStatus status(Track track, Progress progress) {
        var isProcessed = track.state() == TrackState.PROCESSING;
        // What a reviewer sent back is complete, or about to be; nobody waits for the rest of it.
        var remainders = isProcessed
                        || track.asset()
                                .filter(asset ->
                                        track.state() != TrackState.REJECTED || asset.state() == AssetState.REJECTED)
                                .isEmpty()
                ? List.<Remainder>of()
                : progress.remainders();
        var isUnderWay = isProcessed || remainders.stream().anyMatch(remainder -> !remainder.hasFailed());
        return TrackStatus.of(
                track,
                isUnderWay ? progress.percent() : null,
                isProcessed ? progress.trouble() : Optional.empty(),
                remainders);
    }

    /**
     * Tries again what could not be made of a track; nothing happens when there is nothing.
     *
     * @return empty when there is no such track
     * @throws TransitionRefused when its file was never taken in, so that there is nothing to try
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     */
    public Optional<TrackStatus> retry(String slug, long id, Actor by) {
        ProductPolicy.requireStaff(by);
        var found = products.track(slug, id);
        found.ifPresent(track -> {
            ProductPolicy.requireEditor(by, track.product());
            if (isTriedAgain(track)) {
                chronicle.record(
                        track.product(), "retry-track", by, track.kind().code() + " " + track.language());
                products.flush();
            }
        });
        return found.map(this::status);
    }

    /** A track that the processing rejected has nothing to show; one that a reviewer sent back has. */
    private boolean isTriedAgain(Track track) {
        var asset = track.asset()
                .orElseThrow(() -> new TransitionRefused(Reason.TRACK_NOT_READY, "It has no file that is processed"));
        if (asset.state() == AssetState.REJECTED && asset.master().isEmpty()) {
            throw new TransitionRefused(
                    Reason.TRACK_NOT_READY,
                    "Its file was not taken in; remove the track and send the file or another one");
        }
        var isRejected = asset.state() == AssetState.REJECTED;
        var isAgain = assets.retry(asset.requireId());
        if (isAgain && isRejected) {
            track.triedAgain();
            dubs.follow(track);
        }
        return isAgain;
    }
}
