package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.loa.accounts.Actor;
import vn.loa.media.documents.DocumentReader;
import vn.loa.media.documents.DocumentRefused;
import vn.loa.media.documents.ReaderBusy;
import vn.loa.media.sandbox.ProgramFailed;

/** Looks into the document of a plan for what it tells beside its text, in the process in which documents are read. Those that were read lately have been looked into already. */
@ApplicationScoped
public class InspectOriginal {
    private static final Logger LOG = System.getLogger(InspectOriginal.class.getName());
    private static final int BUFFER = 1 << 16;

    @Inject
    private SourceTexts sources;

    @Inject
    private OfferOriginal originals;

    @Inject
    private DocumentReader reader;

    /** What came of it. */
    public enum Inspected {
        SEEN,
        /** There is no such document. */
        UNKNOWN,
        /** It could not be read here and now; later it can. */
        LATER,
        /** It cannot be read, now or later. */
        UNREADABLE
    }

    /**
     * @throws vn.loa.accounts.NotPermitted unless they edit this plan
     * @throws vn.loa.editorial.TransitionRefused unless it is a draft
     * @throws StorageAway when its bytes cannot be read now
     */
    public Inspected inspect(String slug, long document, Actor by) {
        if (!originals.isOfferable(slug, document, by)) {
            return Inspected.UNKNOWN;
        }
        try {
            var copy = Files.createTempFile("loa-plan", ".original");
            try {
                if (!copied(slug, document, copy, by)) {
                    return Inspected.UNKNOWN;
                }
                originals.seen(slug, document, Traces.of(reader.read(copy).warnings()), by);
                return Inspected.SEEN;
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (ReaderBusy busy) {
            return Inspected.LATER;
        } catch (DocumentRefused refused) {
            LOG.log(Level.INFO, "A document of the plan " + slug + " cannot be looked into", refused);
            return Inspected.UNREADABLE;
        } catch (ProgramFailed failed) {
            LOG.log(Level.WARNING, "A document of the plan " + slug + " could not be looked into", failed);
            return Inspected.LATER;
        } catch (IOException e) {
            throw new UncheckedIOException("A document cannot be looked into", e);
        }
    }

    private boolean copied(String slug, long document, Path copy, Actor by) throws IOException {
        var original = sources.original(slug, document, by);
        if (original.isEmpty()) {
            return false;
        }
        try (var content = original.get().content();
                var out = Files.newOutputStream(copy)) {
            var buffer = new byte[BUFFER];
            for (long at = 0; at < content.size(); ) {
                var read = content.read(at, buffer, 0, buffer.length);
                if (read <= 0) {
                    break;
                }
                out.write(buffer, 0, read);
                at += read;
            }
        }
        return true;
    }
}
