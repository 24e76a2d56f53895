package vn.loa.media.uploads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import vn.loa.media.AssetState;
import vn.loa.media.MediaAssets;

/** Ends uploads whose time is over, and gives up bytes that are in the blob store or belong to nothing. */
@ApplicationScoped
public class UploadSweep {
    private static final int AT_MOST = 10_000;

    @Inject
    private Uploads uploads;

    @Inject
    private UploadStaging staging;

    @Inject
    private MediaAssets assets;

    @Inject
    private Clock clock;

    /** How many uploads came to their end. What somebody is sending at this moment is left alone. */
    public int run() throws IOException {
        var ended = 0;
        for (var id : uploads.expired(clock.instant(), AT_MOST)) {
            ended += end(id) ? 1 : 0;
        }
        for (var id : staging.ids()) {
            if (!isNeeded(id)) {
                giveUp(id);
            }
        }
        return ended;
    }

    private boolean end(String id) throws IOException {
        try (var bytes = staging.open(id).orElse(null)) {
            if (bytes == null || !uploads.removeSettled(id)) {
                return false;
            }
            bytes.delete();
            return true;
        }
    }

    private boolean isNeeded(String id) {
        return uploads.find(id)
                .filter(upload -> upload.asset()
                        .flatMap(assets::find)
                        .map(asset -> asset.state() == AssetState.RECEIVED)
                        .orElse(true))
                .isPresent();
    }

    private void giveUp(String id) throws IOException {
        try (var bytes = staging.open(id).orElse(null)) {
            if (bytes != null && !isNeeded(id)) {
                bytes.delete();
            }
        }
    }
}
