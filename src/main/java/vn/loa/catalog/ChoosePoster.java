package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import vn.loa.accounts.Actor;
import vn.loa.common.Texts;
import vn.loa.editorial.TransitionRefused;
import vn.loa.editorial.TransitionRefused.Reason;

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
    private TrackEditing editing;

    /**
     * @param percent of the film's length at which the picture was taken
     * @param isSeen whether a version of the track is one that they have looked at
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws vn.loa.editorial.TransitionRefused when no pictures have been taken of it
     * @throws vn.loa.common.InvalidInput when none was taken there
     */
    public TrackChange choose(String slug, long id, int percent, LongPredicate isSeen, Actor by) {
        ProductPolicy.requireStaff(by);
        return products.track(slug, id)
                .map(film -> choose(film, percent, isSeen, by))
                .orElseGet(TrackChange.Unknown::new);
    }

    private TrackChange choose(Track film, int percent, LongPredicate isSeen, Actor by) {
        ProductPolicy.requireEditor(by, film.product());
        if (!isSeen.test(film.version())) {
            return new TrackChange.Stale();
        }
        editing.choosePoster(film, percent, by);
        products.flush();
        return new TrackChange.Done(TrackStatus.of(film));
    }

    /**
     * Says what the picture shows that stands for a work, for who does not see it.
     *
     * @param id of the picture, or of the film that it was taken of
     * @param seen what they found said, by language; what is said in another language stays
     * @param said the same as it shall be; empty where nothing shall be said
     * @return whether there is such a track
     * @throws vn.loa.accounts.NotPermitted unless they edit or publish this product
     * @throws vn.loa.editorial.TransitionRefused unless they publish, when the picture is approved and so is the product, or the public sees that; or
     *     when somebody else has said something different since in a language in which they change it
     * @throws vn.loa.common.InvalidInput when it is no picture, a language is unknown, or a text is too long
     */
    public boolean describe(String slug, long id, Map<String, String> seen, Map<String, String> said, Actor by) {
        ProductPolicy.requireStaff(by);
        var found = products.track(slug, id);
        found.ifPresent(track -> {
            ProductPolicy.requireDescriber(by, track.product());
            editing.describePicture(track, changed(track.alt(), seen, said), by);
        });
        return found.isPresent();
    }

    private static Texts changed(Texts stored, Map<String, String> seen, Map<String, String> said) {
        var texts = new TreeMap<>(stored.asMap());
        said.forEach((language, text) -> {
            var before = seen.getOrDefault(language, "");
            var now = texts.getOrDefault(language, "");
            if (!text.equals(before) && !text.equals(now)) {
                if (!now.equals(before)) {
                    throw new TransitionRefused(
                            Reason.NOT_AS_SEEN, "Somebody else has described the picture since in " + language);
                }
                texts.put(language, text);
            }
        });
        return Texts.of(texts);
    }
}
