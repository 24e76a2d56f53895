package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vn.loa.accounts.Actor;
import vn.loa.media.BlobContent;
import vn.loa.media.BlobStore;
import vn.loa.media.StorageAway;
import vn.loa.plans.WorkingPlan.PlanFile;
import vn.loa.plans.intake.IntakeBlock;
import vn.loa.plans.intake.PlanRecogniser;
import vn.loa.plans.intake.Recognition;

/** The documents that plans were read from, for those who work on them. */
@ApplicationScoped
public class SourceTexts {
    @Inject
    private PlanFiles files;

    @Inject
    private BlobStore store;

    /** The newest document of a plan, with what is recognised in it; empty when it has none. Nothing of the database is held while it is recognised. */
    public Optional<SourceText> of(String slug, Actor by) {
        return files.read(slug, plan -> PlanPolicy.maySee(by, plan))
                .map(read -> text(read.file(), StoredReading.read(read.reading())));
    }

    private static SourceText text(PlanFile file, List<IntakeBlock> blocks) {
        return PlanRecogniser.recognise(blocks) instanceof Recognition.Recognised recognised
                ? new MarkedText(blocks, recognised.plan()).of(file)
                : MarkedText.plain(file, blocks);
    }

    /** A document as its owner sent it. Close it. */
    public record Original(PlanFile file, BlobContent content) {}

    /** @throws StorageAway when its bytes cannot be read now */
    public Optional<Original> original(String slug, long id, Actor by) {
        var found = files.kept(slug, id, plan -> PlanPolicy.maySee(by, plan));
        try {
            return found.isEmpty()
                    ? Optional.empty()
                    : store.open(found.get().sha256())
                            .map(content -> new Original(found.get().file(), content));
        } catch (IOException e) {
            throw new StorageAway("Cannot read the document of a plan", e);
        }
    }
}
