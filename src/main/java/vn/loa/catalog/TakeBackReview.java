package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditEntry;
import vn.loa.accounts.AuditTrail;
import vn.loa.editorial.TransitionRefused;
import vn.loa.editorial.TransitionRefused.Reason;
import vn.loa.media.AssetState;
import vn.loa.media.MediaAsset;

/**
 * Lets a reviewer take back what they have just said of a track, which waits for a review again. That is possible as long as nothing has followed: nothing else has
 * been done to the product since, and the track has taken the place of no other, which would be gone.
 */
@ApplicationScoped
@Transactional
public class TakeBackReview {
    /** How many entries of the trail tell whether something has followed. */
    private static final int ENTRIES = 2;

    private static final Set<String> VERDICTS = Set.of("approve-track", "reject-track");
    private static final String REPLACED = "replace-track";

    @Inject
    private Products products;

    @Inject
    private ProductTransitions transitions;

    @Inject
    private AuditTrail audit;

    /**
     * @param isSeen whether a version of the track is one that they have looked at
     * @throws vn.loa.accounts.NotPermitted unless they review its language
     * @throws TransitionRefused when something has followed
     */
    public ReviewTrack.Outcome takeBack(String slug, long id, LongPredicate isSeen, Actor by) {
        ProductPolicy.requireStaff(by);
        var found = products.track(slug, id);
        if (found.isEmpty()) {
            return new ReviewTrack.Unknown();
        }
        var track = found.get();
        ProductPolicy.requireReviewer(by, track);
        var product = track.product();
        products.lock(product);
        if (!isSeen.test(track.version())) {
            return new ReviewTrack.Stale();
        }
        var entries = audit.latest(product.kind().code(), product.requireId(), 0, ENTRIES);
        if (last(product.tracks(), entries, by).filter(track::equals).isEmpty()) {
            throw new TransitionRefused(Reason.ALREADY_FOLLOWED, "Something has followed on this verdict");
        }
        transitions.takeBackReview(track, by);
        products.flush();
        return new ReviewTrack.Judged(TrackStatus.added(track, null));
    }

    /**
     * The track of which they can take back what they have said.
     *
     * @param tracks all of one product
     * @param entries of the trail of that product, the latest first, at least {@value #ENTRIES} if there are so many
     */
    static Optional<Track> last(Collection<Track> tracks, List<AuditEntry> entries, Actor by) {
        if (entries.isEmpty()
                || !VERDICTS.contains(entries.get(0).action())
                || !entries.get(0).actor().equals(by.name())) {
            return Optional.empty();
        }
        return tracks.stream()
                .filter(track -> track.reviewedAt().isPresent())
                .max(Comparator.comparing(track -> track.reviewedAt().orElseThrow()))
                .filter(track -> track.reviewer().filter(by.name()::equals).isPresent())
                .filter(track -> !hasReplaced(track, entries))
                .filter(track -> track.asset()
                        .map(MediaAsset::state)
                        .filter(AssetState.READY::equals)
                        .isPresent())
                .filter(track -> ProductPolicy.mayReview(by, track));
    }

    private static boolean hasReplaced(Track track, List<AuditEntry> entries) {
        return entries.stream()
                .skip(1)
                .limit(ENTRIES - 1)
                .anyMatch(entry -> entry.action().equals(REPLACED)
                        && !entry.at().isBefore(track.reviewedAt().orElseThrow()));
    }
}
