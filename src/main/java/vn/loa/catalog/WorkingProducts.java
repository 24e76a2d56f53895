package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.media.processing.ProcessingQueue;

/** What those who work on products may read of them, public or not. To all others what is not public does not exist. */
@ApplicationScoped
@Transactional
public class WorkingProducts {
    @Inject
    private Products products;

    @Inject
    private ProcessingQueue queue;

    /** The product at this address, if they have to do with it. */
    public Optional<WorkingProduct> find(String slug, Actor by) {
        return products.find(slug)
                .filter(product -> ProductPolicy.maySee(by, product))
                .map(WorkingProduct::of);
    }

    /** A track of the product at this address. @param by empty for a citizen, who sees what is public */
    public Optional<TrackStatus> track(String slug, long id, Optional<Actor> by) {
        return products.track(slug, id)
                .filter(track -> track.isPublic()
                        || by.filter(actor -> ProductPolicy.maySee(actor, track.product()))
                                .isPresent())
                .map(track -> TrackStatus.of(track, percent(track), null));
    }

    private @Nullable Integer percent(Track track) {
        return track.state() == TrackState.PROCESSING
                ? track.asset().map(asset -> queue.percent(asset.requireId())).orElse(0)
                : null;
    }
}
