package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import vn.loa.media.BlobStore;
import vn.loa.media.MediaAssets;
import vn.loa.media.documents.DocumentReader;
import vn.loa.media.documents.DocumentRefused;
import vn.loa.media.documents.ReadDocument;
import vn.loa.media.documents.ReaderBusy;
import vn.loa.media.sandbox.ProgramFailed;
import vn.loa.media.sandbox.ProgramFailed.Fault;

/**
 * Reads documents that came in before their words were kept, or kept in this way, so that search finds what they say: a few at a time, and none while
 * another document is being read. What cannot be read stays as it is.
 */
@ApplicationScoped
class ReadAnew {
    static final Duration EVERY = Duration.ofMinutes(10);

    /** The others follow when these are done. */
    private static final int AT_ONCE = 50;

    /** When so many in a row cannot be read, it is not they that are at fault but the reader or the storage. */
    private static final int FEW = 5;

    private static final Logger LOG = System.getLogger(ReadAnew.class.getName());

    @Inject
    private MediaAssets assets;

    @Inject
    private BlobStore store;

    @Inject
    private DocumentReader reader;

    @Inject
    private KeepReading readings;

    /** After which the next round begins: the last one at which a round gave up, so that the same few do not end each. */
    private volatile long from;

    /** @return how many were read */
    public int run() {
        var round = new Round();
        try {
            // Those that fail stay behind, and must not hide the others.
            for (var ids = assets.unreadDocuments(from, AT_ONCE);
                    !ids.isEmpty() && round.read == 0 && round.goesOn();
                    ids = assets.unreadDocuments(ids.get(ids.size() - 1), AT_ONCE)) {
                ids.stream().takeWhile(id -> round.goesOn()).forEach(round::read);
            }
        } catch (ReaderBusy others) {
            LOG.log(Level.DEBUG, "Somebody's document is being read; the older ones wait", others);
        } catch (ProgramFailed noRoom) {
            LOG.log(Level.WARNING, "No document can be read now; all wait: {0}", noRoom.getMessage());
        }
        from = round.goesOn() ? 0 : round.last;
        if (!round.goesOn()) {
            LOG.log(Level.ERROR, "{0} documents one after the other could not be read; the rest waits", FEW);
        }
        if (round.read > 0) {
            LOG.log(Level.INFO, "{0} documents were read anew", round.read);
        }
        return round.read;
    }

    /** Reads one document after the other, as long as that is of any use. */
    private final class Round {
        private int read;
        private int failed;
        private long last;

        boolean goesOn() {
            return failed < FEW;
        }

        void read(long id) {
            last = id;
            try {
                var document = ReadAnew.this.read(readings.master(id));
                document.ifPresent(said -> readings.keep(id, said));
                read += document.isPresent() ? 1 : 0;
                failed = 0;
            } catch (DocumentRefused refused) {
                LOG.log(Level.INFO, "Document {0} is kept as it is: {1}", id, refused.getMessage());
                readings.giveUp(id);
                failed = 0;
            } catch (IOException | ProgramFailed failure) {
                if (failure instanceof ProgramFailed program && program.fault() == Fault.NOT_STARTED) {
                    throw program;
                }
                LOG.log(Level.WARNING, "Document " + id + " could not be read now; that is tried again", failure);
                failed++;
            }
        }
    }

    /** Empty when there is nothing to be read. */
    private Optional<ReadDocument> read(Optional<String> sha256) throws IOException {
        if (sha256.isEmpty()) {
            return Optional.empty();
        }
        var blob = store.open(sha256.get());
        if (blob.isEmpty()) {
            return Optional.empty();
        }
        var file = Files.createTempFile("loa-read", ".document");
        try (var content = blob.get();
                var bytes = content.stream(0)) {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(reader.read(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
