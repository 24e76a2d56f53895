package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.Consumer;
import vn.loa.accounts.Actor;
import vn.loa.editorial.Chronicle;
import vn.loa.media.AssetChanged;
import vn.loa.media.AssetReady;
import vn.loa.media.AssetRejected;
import vn.loa.media.AssetTriedAgain;
import vn.loa.media.MediaAsset;

/** Takes tracks along with the assets that they are made of, in the transaction in which those change. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class FollowAssets {
    @Inject
    private Products products;

    @Inject
    private FitDubs dubs;

    @Inject
    private Chronicle chronicle;

    void ready(@Observes AssetReady event) {
        follow(event.asset(), Track::processed);
    }

    /** More can be played than before: the public learns of it when the track is approved. */
    void changed(@Observes AssetChanged event) {
        follow(event.asset(), track -> {});
    }

    void rejected(@Observes AssetRejected event) {
        follow(event.asset(), track -> {
            track.failed();
            dubs.follow(track);
            chronicle.record(
                    track.product(),
                    "reject-track",
                    Actor.PROCESSING,
                    track.asset().flatMap(MediaAsset::reason).orElse(null));
        });
    }

    /** Somebody who looks after the server has had it tried again. */
    void triedAgain(@Observes AssetTriedAgain event) {
        follow(event.asset(), track -> {
            track.triedAgain();
            dubs.follow(track);
        });
    }

    private void follow(long asset, Consumer<Track> step) {
        for (var track : products.tracksOf(asset)) {
            step.accept(track);
            var product = track.product();
            if (track.isApproved() && product.publication().isOnline()) {
                products.touch(track);
                chronicle.published(product);
            }
        }
    }
}
