package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.loa.accounts.Actor;
import vn.loa.editorial.Chronicle;
import vn.loa.media.FormerRenditions;
import vn.loa.media.MediaAsset;
import vn.loa.media.processing.ProcessedAssets;

/**
 * Lets approved tracks take the places of others. The caller has locked the product.
 *
 * <p>A film goes only when the one that takes its place is complete and every dub shows that: until then both are approved, and {@link NewestTracks} says which of
 * them counts.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ReplacedTracks {
    @Inject
    private Products products;

    @Inject
    private FitDubs dubs;

    @Inject
    private ProcessedAssets assets;

    @Inject
    private FormerRenditions formers;

    @Inject
    private SubtitleDrafts drafts;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Clock clock;

    /** Before a track is approved: nobody records anything about those whose places it takes before the running transaction ends. */
    void begin(Track track) {
        // What waits to take the same place already is replaced with it.
        track.replaces()
                .ifPresent(old -> track.product().tracks().stream()
                        .filter(other -> other != track && other.isApproved())
                        .filter(other -> other.replaces().filter(old::equals).isPresent())
                        .max(Comparator.comparing(Track::position))
                        .ifPresent(track::replace));
        track.places().stream().flatMap(old -> old.asset().stream()).forEach(assets::hold);
    }

    /**
     * Words that replace others take over their track, which is known and written on under its number.
     *
     * @return that track; empty when this one is not of words that replace others
     */
    Optional<Track> takeOver(Track change, Actor by) {
        var places = change.places();
        if (places.isEmpty() || !SubtitleDrafts.isWritten(change)) {
            return Optional.empty();
        }
        var track = places.get(places.size() - 1);
        if (!SubtitleDrafts.isWritten(track)) {
            return Optional.empty();
        }
        takeOver(track, change, by);
        places.stream().filter(other -> other != track).forEach(other -> retire(other, track, by));
        return Optional.of(track);
    }

    private void takeOver(Track track, Track change, Actor by) {
        var own = track.asset().orElseThrow();
        var made = change.asset().orElseThrow();
        assets.hold(made);
        var before = track.cues();
        drafts.follow(track, change, by);
        var wasOpen = track.isApproved();
        track.takeOver(change, by, clock.instant());
        // Pages that are open go on asking for the file that they know; one that was taken from the public stays so.
        own.renditions().stream()
                .filter(old -> wasOpen)
                .filter(old -> made.renditions().stream().anyMatch(file -> file.replaces(old)))
                .forEach(formers::keep);
        own.takeFilesOf(made);
        track.product().removeTrack(change);
        products.remove(change);
        before.ifPresent(products::forget);
        assets.discard(made);
    }

    /**
     * Takes those away whose places an approved track takes, unless something public still needs one of them.
     *
     * @return whether anything has gone
     */
    boolean settle(Track track, Actor by) {
        var places = track.places();
        if (places.isEmpty() || track.kind() == TrackKind.VIDEO && areNeeded(places, track)) {
            return false;
        }
        places.forEach(old -> retire(old, track, by));
        return true;
    }

    private boolean areNeeded(List<Track> films, Track successor) {
        return successor.asset().filter(assets::isComplete).isEmpty() || areShown(films, successor.product());
    }

    /** Whether dubs show one of them that will show another film. */
    private static boolean areShown(List<Track> films, Product product) {
        var shown = films.stream()
                .flatMap(film -> film.asset().stream())
                .map(MediaAsset::requireId)
                .toList();
        return Films.of(product.tracks()).filter(films::contains).isEmpty()
                && product.tracks().stream()
                        .filter(track -> track.isDub() && track.state() != TrackState.REJECTED)
                        .flatMap(dub -> dub.asset().flatMap(MediaAsset::shownFilm).stream())
                        .anyMatch(shown::contains);
    }

    /** Takes away what another track has taken the place of, with what was made for it. */
    private void retire(Track old, Track successor, Actor by) {
        var product = old.product();
        var asset = old.asset();
        if (old.isPublic()) {
            var heir = successor.asset().orElseThrow();
            old.files().forEach(file -> formers.keep(file, heir));
        }
        product.replaceTrack(old, successor);
        products.remove(old);
        dubs.follow(old);
        asset.filter(left -> products.tracksOf(left.requireId()).isEmpty()).ifPresent(assets::discard);
        chronicle.record(product, "replace-track", by, old.kind().code() + " " + old.language());
    }
}
