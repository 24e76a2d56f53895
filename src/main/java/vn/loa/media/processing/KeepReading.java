package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import vn.loa.media.AssetChanged;
import vn.loa.media.Blob;
import vn.loa.media.MediaAsset;
import vn.loa.media.MediaAssets;
import vn.loa.media.documents.ReadDocument;

/** Keeps what a document says that is there already, and tells those who follow. */
@ApplicationScoped
@Transactional
class KeepReading {
    @Inject
    private MediaAssets assets;

    @Inject
    private Event<AssetChanged> changed;

    /** The name of a document's bytes; empty when it is there no more. */
    public Optional<String> master(long asset) {
        return assets.find(asset).flatMap(MediaAsset::master).map(Blob::sha256);
    }

    public void keep(long asset, ReadDocument document) {
        assets.lock(asset).ifPresent(kept -> {
            kept.read(document.pages(), Excerpts.of(document));
            changed.fire(new AssetChanged(asset));
        });
    }

    /** It cannot be read in the way of today, and is not tried again. */
    public void giveUp(long asset) {
        assets.lock(asset).ifPresent(MediaAsset::unreadable);
    }
}
