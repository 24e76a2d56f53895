package vn.loa.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import vn.loa.media.MediaRefused.Reason;

/**
 * Takes files in: their type is told from their bytes, their bytes are safe before any row names them. So there are two acts: the bytes are kept
 * outside of all transactions, and one transaction makes of them what it needs. Bytes that none names are swept.
 */
@ApplicationScoped
public class MediaIngest {
    @Inject
    private KeepBytes bytes;

    @Inject
    private MediaStorage storage;

    @Inject
    private MediaAssets assets;

    @Inject
    private NamedBlobs named;

    @Inject
    private Clock clock;

    /** A file whose bytes are kept. */
    public record KeptFile(IncomingFile file, KeptBlob blob, SniffedType type) {}

    /** A text whose bytes are kept, with what was made from it. */
    public record KeptText(String name, KeptBlob blob, KeptFile made) {}

    /**
     * Not within a transaction.
     *
     * @throws MediaRefused when it is empty, too large, of no known type, or not of the type it is said to be
     * @throws UncheckedIOException when it cannot be read
     * @throws StorageAway when its bytes cannot be kept
     */
    public KeptFile keep(IncomingFile file) {
        var type = SniffedType.of(file.name(), file.declaredType(), head(file));
        return new KeptFile(file, keep(file.name(), file.content()), type);
    }

    /**
     * The same of a text that its caller has read whole and understood.
     *
     * @param made from it
     */
    public KeptText keepText(String name, byte[] text, IncomingFile made) {
        return new KeptText(name, keep(name, () -> new ByteArrayInputStream(text)), keep(made));
    }

    private KeptBlob keep(String name, IncomingFile.Content content) {
        try {
            return bytes.keep(content, storage.mostBytes());
        } catch (BlobTooLarge e) {
            throw new MediaRefused(Reason.TOO_LARGE, "%s is larger than %,d bytes".formatted(name, e.limit()));
        } catch (IOException e) {
            throw new StorageAway("Cannot keep " + name, e);
        }
    }

    /**
     * Makes one asset of a master and what was encoded from it.
     *
     * @param files the first is the master
     */
    @Transactional
    public MediaAsset ingest(List<KeptFile> files) {
        var master = files.get(0);
        var asset =
                new MediaAsset(master.type().kind(), master.file().name(), named.name(master.blob()), clock.instant());
        return complete(asset, files, master.file().measurement());
    }

    /**
     * Makes one asset of a text. The text itself is kept for its owner: it is no rendition, so it has no public address.
     */
    @Transactional
    public MediaAsset ingest(KeptText text) {
        var asset = new MediaAsset(MediaKind.TEXT, text.name(), named.name(text.blob()), clock.instant());
        return complete(asset, List.of(text.made()), text.made().file().measurement());
    }

    private MediaAsset complete(MediaAsset asset, List<KeptFile> files, Measurement known) {
        asset.measured(known.duration(), known.width(), known.height());
        for (var kept : files) {
            var file = kept.file();
            var rendition = new Rendition(
                    file.profile(), named.name(kept.blob()), kept.type().contentType());
            var measured = file.measurement();
            rendition.measured(measured.bitrate(), measured.width(), measured.height(), measured.duration());
            asset.put(rendition);
        }
        assets.add(asset);
        return asset;
    }

    private static byte[] head(IncomingFile file) {
        try (var content = file.content().open()) {
            return content.readNBytes(FileFormat.HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }
}
