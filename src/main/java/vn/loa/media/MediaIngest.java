package vn.loa.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.loa.media.MediaRefused.Reason;

/** Takes files in: their type is told from their bytes, their bytes are safe on the disk before any row names them. */
@ApplicationScoped
public class MediaIngest {
    @Inject
    private BlobStore store;

    @Inject
    private MediaStorage storage;

    @Inject
    private MediaAssets assets;

    @Inject
    private NamedBlobs named;

    @Inject
    private Clock clock;

    private record Kept(StoredBlob blob, SniffedType type) {}

    /**
     * Makes one asset of a master and what was encoded from it. All or nothing; bytes of a failed attempt stay unnamed in the store.
     *
     * @param files the first is the master
     * @throws MediaRefused when one of them is empty, too large, of no known type, or not of the type it is said to be
     * @throws UncheckedIOException when bytes cannot be read or kept
     */
    @Transactional
    public MediaAsset ingest(List<IncomingFile> files) {
        var kept = new LinkedHashMap<IncomingFile, Kept>();
        for (var file : files) {
            kept.put(file, keep(file));
        }
        return describe(files.get(0), kept);
    }

    /** As {@link #ingest(List)}, of a single file. */
    @Transactional
    public MediaAsset ingest(IncomingFile file) {
        return ingest(List.of(file));
    }

    /**
     * Makes one asset of a text that its caller has read whole and understood, and of what was made from it. The text itself is kept for its owner:
     * it is no rendition, so it has no public address.
     *
     * @throws MediaRefused as {@link #ingest(List)}
     * @throws UncheckedIOException when bytes cannot be kept
     */
    @Transactional
    public MediaAsset ingestText(String name, byte[] text, IncomingFile made) {
        try {
            var master = store.store(new ByteArrayInputStream(text), storage.mostBytes());
            var asset = new MediaAsset(
                    MediaKind.TEXT, name, named.name(master, () -> new ByteArrayInputStream(text)), clock.instant());
            return complete(asset, Map.of(made, keep(made)), made.measurement());
        } catch (BlobTooLarge e) {
            throw new MediaRefused(Reason.TOO_LARGE, "%s is larger than %,d bytes".formatted(name, e.limit()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep " + name, e);
        }
    }

    private MediaAsset describe(IncomingFile master, Map<IncomingFile, Kept> kept) {
        var first = Objects.requireNonNull(kept.get(master));
        var asset = new MediaAsset(first.type().kind(), master.name(), name(master, first), clock.instant());
        return complete(asset, kept, master.measurement());
    }

    private MediaAsset complete(MediaAsset asset, Map<IncomingFile, Kept> kept, Measurement known) {
        asset.measured(known.duration(), known.width(), known.height());
        kept.forEach((file, stored) -> {
            var rendition = new Rendition(
                    file.profile(), name(file, stored), stored.type().contentType());
            var measured = file.measurement();
            rendition.measured(measured.bitrate(), measured.width(), measured.height(), measured.duration());
            asset.put(rendition);
        });
        assets.add(asset);
        return asset;
    }

    private Blob name(IncomingFile file, Kept kept) {
        return named.name(kept.blob(), file.content());
    }

    private Kept keep(IncomingFile file) {
        try (var content = file.content().open()) {
            var head = content.readNBytes(FileFormat.HEAD);
            var type = SniffedType.of(file.name(), file.declaredType(), head);
            return new Kept(store.store(join(head, content), storage.mostBytes()), type);
        } catch (BlobTooLarge e) {
            throw new MediaRefused(Reason.TOO_LARGE, "%s is larger than %,d bytes".formatted(file.name(), e.limit()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep " + file.name(), e);
        }
    }

    private static InputStream join(byte[] head, InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(head), rest);
    }
}
