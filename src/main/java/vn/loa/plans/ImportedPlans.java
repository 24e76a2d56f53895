package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.common.InvalidInput;
import vn.loa.common.RememberedAnswers;
import vn.loa.editorial.SubjectKind;
import vn.loa.media.MediaIngest;
import vn.loa.media.MediaIngest.KeptFile;
import vn.loa.media.documents.Warning;
import vn.loa.media.uploads.Upload;
import vn.loa.media.uploads.UploadStaging;
import vn.loa.media.uploads.Uploads;
import vn.loa.plans.intake.RecognisedPlan;

/** Keeps plans that were read in documents ({@link ImportPlan}): draft, document and audit entry in one transaction. */
@ApplicationScoped
@Transactional
class ImportedPlans {
    private static final int CREATED = 201;

    @Inject
    private Plans plans;

    @Inject
    private RememberedAnswers answers;

    @Inject
    private StartPlan start;

    @Inject
    private DraftPlan drafts;

    @Inject
    private WorkingPlans working;

    @Inject
    private TwinPlans twins;

    @Inject
    private PlanFiles files;

    @Inject
    private Uploads uploads;

    @Inject
    private UploadStaging staging;

    @Inject
    private MediaIngest ingest;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * Where a document comes from.
     *
     * @param name as its owner calls it
     * @param type what it is said to be
     * @param upload its id; null when it came at once
     * @param key by which whoever sent it may send it again; null when they do not
     */
    record Source(
            String name,
            @Nullable String type,
            @Nullable String upload,
            @Nullable String key) {}

    /** @param done the plan that was made of this upload before */
    record Begun(Upload upload, @Nullable WorkingPlan done) {}

    /** Whether the upload may become a plan; or which it has become already. */
    Begun begin(String id, Actor by) {
        PlanPolicy.requireImporter(by);
        var upload = lock(id, by);
        var done = upload.asset().flatMap(files::of);
        if (done.isEmpty()) {
            upload.requireFree(clock.instant());
            staging.requireBytes(upload);
        }
        return new Begun(upload, done.map(working::show).orElse(null));
    }

    private Upload lock(String id, Actor by) {
        return uploads.lock(id)
                .filter(known -> known.owner().equals(by.name()))
                .orElseThrow(() -> InvalidInput.of("upload", "is not an upload of yours"));
    }

    WorkingPlan add(
            Source source, KeptFile kept, String reading, RecognisedPlan found, List<Warning> warnings, Actor by) {
        var sent = source.key();
        if (sent == null) {
            return made(source, kept, reading, found, warnings, by);
        }
        var key = "plan " + sent + " " + kept.blob().sha256();
        var before = answers.claim(by.name(), key, sent);
        if (before.isPresent()) {
            return plans.find(Objects.toString(before.get().answer().location(), ""))
                    .map(working::show)
                    .orElseThrow();
        }
        var made = made(source, kept, reading, found, warnings, by);
        answers.keep(by.name(), key, new RememberedAnswers.Answer(CREATED, made.slug(), null, null));
        return made;
    }

    private WorkingPlan made(
            Source source, KeptFile kept, String reading, RecognisedPlan found, List<Warning> warnings, Actor by) {
        var drafted = drafts.from(
                found,
                source.name(),
                warnings.stream().filter(warning -> !warning.kind().isTrace()).toList(),
                by);
        var plan = start.begin(drafted.content(), by);
        var asset = ingest.ingest(List.of(kept));
        var id = source.upload();
        if (id != null) {
            var upload = lock(id, by);
            upload.become(asset.requireId(), clock.instant());
            upload.settle(clock.instant());
        }
        files.add(plan, asset, reading, Traces.of(warnings), clock.instant());
        audit.record(by, "import", SubjectKind.PLAN.code(), plan.requireId(), plan.slug(), source.name());
        var noticed = new ArrayList<>(drafted.warnings());
        twins.of(plan, by).forEach(twin -> noticed.add(ImportWarnings.twin(twin)));
        return working.show(plan).with(noticed);
    }

    /** Writes down that a file could not become a plan. */
    void refused(Source source, String why, Actor by) {
        audit.record(by, "refuse-file", SubjectKind.PLAN.code(), 0, "", source.name() + " " + why);
    }
}
