package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.editorial.TransitionRefused;
import vn.loa.editorial.TransitionRefused.Reason;

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
     * @param seen the version of the track that they have looked at; null when they do not say
     */
    public record Verdict(
            boolean approved,
            @Nullable String note,
            @Nullable Long seen) {}

    /**
     * @return empty when there is no such track
     * @throws vn.loa.accounts.NotPermitted unless they review its language
     * @throws vn.loa.editorial.TransitionRefused when it is not ready, or not as they have seen it
     */
    public Optional<TrackStatus> review(String slug, long id, Verdict verdict, Actor by) {
        ProductPolicy.requireStaff(by);
        var track = products.track(slug, id);
        return track.map(found -> judge(found, verdict, by)).map(TrackStatus::of);
    }

    private Track judge(Track track, Verdict verdict, Actor by) {
        if (verdict.seen() != null && verdict.seen() != track.version()) {
            throw new TransitionRefused(Reason.NOT_AS_SEEN, "The track has changed since it was looked at");
        }
        if (verdict.approved()) {
            return transitions.approve(track, by);
        }
        transitions.reject(track, verdict.note() == null ? "" : verdict.note(), by);
        return track;
    }
}
