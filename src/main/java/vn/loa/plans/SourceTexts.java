package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
    private Plans plans;

    @Inject
    private PlanFiles files;

    @Inject
    private BlobStore store;

    /** The newest document of a plan, with what is recognised in it; empty when it has none. */
    @Transactional
    public Optional<SourceText> of(String slug, Actor by) {
        return plans.find(slug).filter(plan -> PlanPolicy.maySee(by, plan)).flatMap(this::of);
    }

    private Optional<SourceText> of(Plan plan) {
        return files.latest(plan).flatMap(source -> {
            var blocks = StoredReading.read(source.reading());
            return files.of(plan).stream()
                    .filter(file -> file.id() == source.id())
                    .findFirst()
                    .map(file -> text(file, blocks));
        });
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
