package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.common.Messages;
import vn.loa.media.IncomingFile;
import vn.loa.media.MediaIngest;
import vn.loa.media.MediaKind;
import vn.loa.media.MediaRefused;
import vn.loa.media.SniffedType;
import vn.loa.media.documents.DocumentReader;
import vn.loa.media.documents.DocumentRefused;
import vn.loa.media.documents.ReadDocument;
import vn.loa.media.documents.ReaderBusy;
import vn.loa.media.documents.Warning;
import vn.loa.media.sandbox.ProgramFailed;
import vn.loa.media.uploads.UploadStaging;
import vn.loa.plans.ImportedPlans.Source;
import vn.loa.plans.PlanImport.Drafted;
import vn.loa.plans.PlanImport.Later;
import vn.loa.plans.PlanImport.Refused;
import vn.loa.plans.intake.DocumentBlocks;
import vn.loa.plans.intake.PlanRecogniser;
import vn.loa.plans.intake.RecognisedPlan;
import vn.loa.plans.intake.Recognition;

/**
 * Makes the draft of a plan of a document. The document is read in a process of its own between two transactions: one that says whether it is wanted, and one that makes
 * the draft. So nothing waits for it but whoever has sent it, and not for longer than the reader lets a document take. A file that is refused leaves an entry in
 * the audit trail. Nothing is ever published.
 */
@ApplicationScoped
public class ImportPlan {
    private static final Logger LOG = System.getLogger(ImportPlan.class.getName());

    /** For another document that is being read: most take a second. */
    private static final int TURNS = 40;

    private static final long BETWEEN_TURNS_MILLIS = 500;

    @Inject
    private ImportedPlans plans;

    @Inject
    private DocumentReader reader;

    @Inject
    private MediaIngest ingest;

    @Inject
    private UploadStaging staging;

    /**
     * Of an upload. Asking again for the same upload finds the same plan.
     *
     * @throws vn.loa.accounts.NotPermitted unless they edit plans
     * @throws vn.loa.common.InvalidInput when the upload is not one of this account
     * @throws vn.loa.media.uploads.UploadRefused when it is incomplete, in use elsewhere, or its bytes are given up
     */
    public PlanImport upload(String id, Actor by) {
        var begun = plans.begin(id, by);
        if (begun.done() != null) {
            return new Drafted(begun.done());
        }
        var upload = begun.upload();
        var type = upload.declaredType().orElse(null);
        return read(new Source(upload.name(), type, id, null), upload.length() == 0 ? null : staging.file(upload), by);
    }

    /**
     * Of a file that nobody writes to any more. Asking again for the same file with the same key within a day finds the same plan.
     *
     * @param name as its owner calls it
     * @param key null when each time makes another
     * @throws vn.loa.accounts.NotPermitted unless they edit plans
     */
    public PlanImport file(Path file, String name, @Nullable String key, Actor by) {
        PlanPolicy.requireImporter(by);
        return read(new Source(name, null, null, key), file, by);
    }

    private PlanImport read(Source source, @Nullable Path file, Actor by) {
        try {
            var size = file == null ? 0 : Files.size(file);
            if (file == null || size == 0) {
                return refused(source, "empty", "plan.import.empty", by);
            }
            if (SniffedType.of(source.name(), source.type(), file).kind() != MediaKind.DOCUMENT) {
                return refused(source, "not-a-document", "plan.import.not-a-document", by);
            }
            var document = inTurn(file);
            return document.blocks().isEmpty() && document.kind().ordinal() > TEXTS
                    ? refused(source, "not-a-text", "plan.import.not-a-document", by)
                    : recognised(source, file, document, by);
        } catch (MediaRefused refused) {
            return refused(source, refused.code(), "plan.import.not-a-document", by);
        } catch (DocumentRefused refused) {
            var code = refused.refusal().code();
            LOG.log(Level.INFO, "A document of {0} is refused: {1}", by.name(), refused.getMessage());
            return refused(source, code, "media.trouble." + code, by);
        } catch (ReaderBusy busy) {
            return new Later(Messages.complete(messages -> messages.text("plan.import.busy")));
        } catch (ProgramFailed failed) {
            LOG.log(Level.WARNING, "A document could not be read here and now", failed);
            return new Later(Messages.complete(messages -> messages.text("plan.import.failed")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + source.name(), e);
        }
    }

    /** Kinds after this one have no text that is read. */
    private static final int TEXTS = vn.loa.media.documents.DocumentKind.OPEN_TEXT.ordinal();

    private ReadDocument inTurn(Path file) {
        for (var turn = 1; ; turn++) {
            try {
                return reader.read(file);
            } catch (ReaderBusy busy) {
                if (turn == TURNS) {
                    throw busy;
                }
                pause(busy);
            }
        }
    }

    private static void pause(ReaderBusy busy) {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_TURNS_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy;
        }
    }

    private PlanImport recognised(Source source, Path file, ReadDocument document, Actor by) {
        var blocks = DocumentBlocks.of(document.blocks());
        var recognition = PlanRecogniser.recognise(blocks);
        if (recognition instanceof Recognition.WithoutText) {
            return withoutText(source, document, by);
        }
        if (recognition instanceof Recognition.Illegible illegible) {
            return illegible
                    .encoding()
                    .<PlanImport>map(
                            encoding -> refused(source, "legacy-font", "plan.import.legacy-font", by, encoding.label()))
                    .orElseGet(() -> refused(source, "illegible", "plan.import.illegible", by));
        }
        if (!(recognition instanceof Recognition.Recognised found)) {
            return refused(source, "too-long", "plan.import.too-long", by);
        }
        return found.plan().isOfNoOffice()
                ? refused(source, "no-plan", "plan.import.no-plan", by)
                : drafted(source, file, document, found.plan(), by);
    }

    /** Pages that are pictures can be read once their letters are recognised; what is empty cannot. */
    private PlanImport withoutText(Source source, ReadDocument document, Actor by) {
        var isScanned = document.warnings().stream().anyMatch(warning -> warning.kind() == Warning.Kind.SCANNED);
        return isScanned
                ? refused(source, "scanned", "plan.import.scanned", by)
                : refused(source, "no-text", "plan.import.no-text", by);
    }

    private PlanImport drafted(Source source, Path file, ReadDocument document, RecognisedPlan found, Actor by) {
        var kept = ingest.keep(IncomingFile.original(source.name(), source.type(), () -> Files.newInputStream(file)));
        var reading = StoredReading.write(DocumentBlocks.of(document.blocks()));
        return new Drafted(plans.add(source, kept, reading, found, document.warnings(), by));
    }

    private PlanImport refused(Source source, String code, String message, Actor by, Object... arguments) {
        plans.refused(source, code, by);
        return new Refused(
                code,
                Messages.complete(messages ->
                        arguments.length == 0 ? messages.text(message) : messages.text(message, arguments)));
    }
}
