package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;

/** Opens a track to the public of its product, or sends it back. */
@ApplicationScoped
@Transactional
public class ReviewTrack {
    @Inject
    private Products products;

    @Inject
    private ProductTransitions transitions;

    /**
     * What a reviewer decides.
     *
     * @param note what must change, when it is not approved
     */
    public record Verdict(boolean approved, @Nullable String note) {}

    /** What comes of a verdict. */
    public sealed interface Outcome {}

    /** The track where it stands now; words that replaced others are the track that they replaced. */
    public record Judged(TrackStatus track) implements Outcome {}

    /** It has changed since it was looked at; nothing was done. */
    public record Stale() implements Outcome {}

    /** Its words may have become others, and they do not say which ones they have read; nothing was done. */
    public record Unsaid() implements Outcome {}

    /** There is no such track. */
    public record Unknown() implements Outcome {}

    /**
     * @param isSeen whether a version of the track is one that they have looked at; null when they do not say, which is enough for what stays the
     *     same file as long as it is the same track
     * @throws vn.loa.accounts.NotPermitted unless they review its language
     * @throws vn.loa.editorial.TransitionRefused when it is not ready
     */
    public Outcome review(String slug, long id, Verdict verdict, @Nullable LongPredicate isSeen, Actor by) {
        ProductPolicy.requireStaff(by);
        var found = products.track(slug, id);
        if (found.isEmpty()) {
            return new Unknown();
        }
        var track = found.get();
        ProductPolicy.requireReviewer(by, track);
        if (isSeen != null && track.kind().isWritten()) {
            // Who hands in other words has the product, too: what is compared here is not replaced before it is judged.
            products.lock(track.product());
        }
        return objection(track.kind(), track.version(), isSeen).orElseGet(() -> judge(track, verdict, by));
    }

    /** What stands against a verdict on this version, whatever it says. @param isSeen as {@link #review} */
    static Optional<Outcome> objection(TrackKind kind, long version, @Nullable LongPredicate isSeen) {
        if (isSeen == null) {
            return kind.isWritten() ? Optional.of(new Unsaid()) : Optional.empty();
        }
        return isSeen.test(version) ? Optional.empty() : Optional.of(new Stale());
    }

    private Judged judge(Track track, Verdict verdict, Actor by) {
        var judged = track;
        if (verdict.approved()) {
            judged = transitions.approve(track, by);
        } else {
            transitions.reject(track, verdict.note() == null ? "" : verdict.note(), by);
        }
        // So that its version counts what was done.
        products.flush();
        return new Judged(TrackStatus.added(judged, null));
    }
}
