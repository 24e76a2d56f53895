package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import vn.loa.accounts.Actor;
import vn.loa.common.Texts;

/**
 * Lets another of the pictures that were taken of a film stand for it. All of them were seen by whoever approved the film, so that a public film shows
 * the other one at once.
 */
@ApplicationScoped
@Transactional
public class ChoosePoster {
    @Inject
    private Products products;

    @Inject
    private ProductEditing editing;

    /**
     * @param percent of the film's length at which the picture was taken
     * @return empty when there is no such track
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws vn.loa.editorial.TransitionRefused when no pictures have been taken of it
     * @throws vn.loa.common.InvalidInput when none was taken there
     */
    public Optional<TrackStatus> choose(String slug, long id, int percent, Actor by) {
        ProductPolicy.requireStaff(by);
        var found = products.track(slug, id);
        found.ifPresent(track -> editing.choosePoster(track, percent, by));
        return found.map(TrackStatus::of);
    }

    /**
     * Says what the picture shows that stands for a work, for who does not see it.
     *
     * @param id of the picture, or of the film that it was taken of
     * @return whether there is such a track
     * @throws vn.loa.accounts.NotPermitted unless they edit or publish this product
     * @throws vn.loa.editorial.TransitionRefused unless they publish, when the picture is approved and so is the product, or the public sees that
     * @throws vn.loa.common.InvalidInput when it is no picture, a language is unknown, or a text is too long
     */
    public boolean describe(String slug, long id, Texts alt, Actor by) {
        ProductPolicy.requireStaff(by);
        var found = products.track(slug, id);
        found.ifPresent(track -> editing.describePicture(track, alt, by));
        return found.isPresent();
    }
}
