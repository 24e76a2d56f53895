package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.Role;
import vn.loa.common.InvalidInput;
import vn.loa.common.Texts;
import vn.loa.common.Violation;
import vn.loa.editorial.Chronicle;
import vn.loa.editorial.PublicationState;
import vn.loa.editorial.TransitionRefused;
import vn.loa.editorial.TransitionRefused.Reason;
import vn.loa.media.MediaAsset;
import vn.loa.subtitles.SubtitleTrack;
import vn.loa.taxonomy.Languages;

/**
 * What an editor does to the tracks of a product, and to the pictures that stand for it. Each act leaves an entry in the audit trail.
 *
 * <p>The caller has loaded what it hands over in the transaction that is running: without one the act is refused.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class TrackEditing {
    @Inject
    private Products products;

    @Inject
    private Languages languages;

    @Inject
    private Chronicle chronicle;

    /**
     * Adds a language version or companion, ready for review when its asset is.
     *
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws InvalidInput when the language is unknown, tracks of this kind are not taken, or cannot have this role
     */
    public Track addTrack(
            Product product,
            TrackKind kind,
            String language,
            TrackRole role,
            @Nullable String label,
            MediaAsset asset,
            @Nullable SubtitleTrack cues,
            Actor by) {
        ProductPolicy.requireEditor(by, product);
        var faults = faults(kind, language, role);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        var track = product.addTrack(kind, language, role, label, asset, cues);
        products.flush();
        chronicle.record(product, "add-track", by, kind.code() + " " + language);
        return track;
    }

    /** @throws InvalidInput unless works can be in this language. @param language a code */
    public void requireOfWorks(String language) {
        if (!isOfWorks(language)) {
            throw new InvalidInput(List.of(notOfWorks(language)));
        }
    }

    /**
     * All that is wrong with what a track shall be.
     *
     * @param kind null when it is not known, and nothing is said of it
     * @param language a code
     * @param role null when it is not known, and nothing is said of it
     */
    List<Violation> faults(@Nullable TrackKind kind, String language, @Nullable TrackRole role) {
        var faults = new ArrayList<Violation>();
        if (!isOfWorks(language)) {
            faults.add(notOfWorks(language));
        }
        if (kind != null && !kind.isOffered()) {
            faults.add(new Violation("kind", "is not taken yet, as no player offers it: " + kind.code()));
        }
        if (kind != null && role != null && !kind.allows(role)) {
            faults.add(new Violation("role", "does not go with the kind " + kind.code() + ": " + role.code()));
        }
        return faults;
    }

    private boolean isOfWorks(String language) {
        return languages.find(language).filter(found -> found.isContent()).isPresent();
    }

    private static Violation notOfWorks(String language) {
        return new Violation("language", "is not a language of works: " + language);
    }

    /**
     * Puts right what a track was taken for.
     *
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws InvalidInput when the language is unknown, tracks of this kind are not taken, cannot have this role, or are of other files
     * @throws TransitionRefused when it is approved, or changes what is
     */
    public void correctTrack(Track track, TrackKind kind, String language, TrackRole role, Actor by) {
        var product = track.product();
        ProductPolicy.requireEditor(by, product);
        var faults = faults(kind, language, role);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        var before = described(track);
        track.correct(kind, language, role);
        chronicle.record(product, "correct-track", by, before + " → " + described(track));
    }

    private static String described(Track track) {
        return track.kind().code() + " " + track.language() + " " + track.role().code();
    }

    /**
     * Takes a track away again.
     *
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws TransitionRefused when it is approved
     */
    public void removeTrack(Track track, Actor by) {
        var product = track.product();
        ProductPolicy.requireEditor(by, product);
        product.removeTrack(track);
        products.remove(track);
        chronicle.record(product, "remove-track", by, track.kind().code() + " " + track.language());
    }

    /**
     * Lets one of the pictures that were taken of a film stand for it.
     *
     * @param percent of the film's length at which it was taken
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws TransitionRefused when no pictures have been taken of it
     * @throws InvalidInput when none was taken there
     */
    public void choosePoster(Track film, int percent, Actor by) {
        var product = film.product();
        ProductPolicy.requireEditor(by, product);
        film.showAt(percent);
        chronicle.record(product, "choose-poster", by, film.language() + " " + percent + " %");
        told(film);
    }

    /**
     * Says what the picture shows that stands for the work.
     *
     * @param track the picture, or the film that it was taken of
     * @throws vn.loa.accounts.NotPermitted unless they edit or publish this product
     * @throws TransitionRefused unless they publish, when the picture is approved and so is the product, or the public sees that: words that nobody has
     *     looked at do not become public
     * @throws InvalidInput when it is no picture, a language is unknown, or a text is too long
     */
    public void describePicture(Track track, Texts alt, Actor by) {
        var product = track.product();
        ProductPolicy.requireDescriber(by, product);
        var unknown = languages.unknown(Map.of("alt", alt));
        if (!unknown.isEmpty()) {
            throw new InvalidInput(unknown);
        }
        var publication = product.publication();
        var isLookedAt =
                track.isApproved() && (publication.isOnline() || publication.state() != PublicationState.DRAFT);
        if (isLookedAt && !by.is(Role.PUBLISHER)) {
            throw new TransitionRefused(
                    Reason.WRONG_STATE, "This picture has been approved with its work: a publisher describes it");
        }
        track.describe(alt);
        chronicle.record(product, "describe-picture", by, track.kind().code() + " " + track.language());
        told(track);
    }

    private void told(Track track) {
        if (track.isPublic()) {
            products.flush();
            chronicle.published(track.product());
        }
    }
}
