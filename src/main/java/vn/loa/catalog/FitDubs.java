package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.Predicate;
import vn.loa.media.MediaAsset;
import vn.loa.media.processing.Dubbing;

/**
 * Lets the dubs of a product go with its film. A film that comes while another one is public takes them along only when it is approved: what the public has
 * does not depend on what nobody has looked at.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class FitDubs {
    @Inject
    private Dubbing dubbing;

    /** After a track has come: a dub is fitted to the film, whichever of the two comes first. */
    void begin(Track added) {
        var isFilm = Films.of(added.product().tracks()).filter(added::equals).isPresent();
        fit(added.product(), dub -> isFilm || dub.equals(added));
    }

    /** After a film was approved, sent back or removed: when another one is that of the product now, the dubs of the one before go along. */
    void follow(Track film) {
        if (film.kind() == TrackKind.VIDEO) {
            fit(film.product(), dub -> dub.asset().flatMap(MediaAsset::film).isPresent());
        }
    }

    private void fit(Product product, Predicate<Track> these) {
        Films.of(product.tracks())
                .flatMap(Track::asset)
                .ifPresent(film -> product.tracks().stream()
                        .filter(Track::isDub)
                        .filter(these)
                        .flatMap(dub -> dub.asset().stream())
                        .forEach(sound -> dubbing.dub(sound, film)));
    }
}
