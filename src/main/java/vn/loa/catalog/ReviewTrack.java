package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
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

    /**
     * @return empty when there is no such track
     * @throws vn.loa.accounts.NotPermitted unless they review its language
     * @throws vn.loa.editorial.TransitionRefused when it is not ready
     */
    public Optional<TrackStatus> review(String slug, long id, Verdict verdict, Actor by) {
        ProductPolicy.requireStaff(by);
        var track = products.track(slug, id);
        track.ifPresent(found -> judge(found, verdict, by));
        return track.map(TrackStatus::of);
    }

    private void judge(Track track, Verdict verdict, Actor by) {
        if (verdict.approved()) {
            transitions.approve(track, by);
        } else {
            transitions.reject(track, verdict.note() == null ? "" : verdict.note(), by);
        }
    }
}
