package vn.loa.plans;

import jakarta.json.bind.annotation.JsonbTransient;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.plans.PlanDocument.Addressee;
import vn.loa.plans.PlanDocument.Basis;
import vn.loa.plans.PlanDocument.Issued;
import vn.loa.plans.PlanDocument.Named;
import vn.loa.plans.PlanDocument.Part;
import vn.loa.plans.PlanDocument.Period;
import vn.loa.plans.PlanDocument.Promise;
import vn.loa.plans.PlanDocument.Signed;

/**
 * A plan as those who work on it see it: its newest revision, public or not, and where it stands; null where nothing is known. The fields from {@code number}
 * to {@code deliverables} are those that are written.
 *
 * @param version grows with every change of content or state
 * @param state of the newest revision: draft, in-review, approved, published, withdrawn, archived
 * @param online whether the public sees a revision, this or an older one
 * @param withdrawalReason what the public page of a withdrawn plan says
 * @param warnings of an import alone: what somebody should look at before it is handed in
 */
public record WorkingPlan(
        String slug,
        @JsonbTransient long version,
        String state,
        boolean online,
        boolean sample,
        @Nullable Instant publishedAt,
        Instant changedAt,
        @Nullable String withdrawalReason,
        @Nullable String reference,
        @Nullable String number,
        @Nullable String symbol,
        String kind,
        @Nullable Issued issued,
        @Nullable Named agency,
        String subject,
        Texts summary,
        String level,
        String locality,
        Period period,
        @Nullable String programme,
        @Nullable String parent,
        @Nullable Signed signer,
        List<Basis> legalBases,
        List<Addressee> recipients,
        List<Part> sections,
        List<Promise> deliverables,
        List<PlanFile> files,
        @Nullable List<ImportWarning> warnings) {

    /**
     * A document that the plan was read from.
     *
     * @param name as its owner calls it
     * @param bytes its size
     * @param offered whether the public is given it with this revision, once that is published
     * @param traces what it tells beside its text; null while nobody has looked
     */
    public record PlanFile(
            long id,
            String name,
            String type,
            long bytes,
            Instant addedAt,
            boolean offered,
            @Nullable Traces traces) {}

    /**
     * Something to look at.
     *
     * @param field where in the plan, as a path: {@code issued}, {@code deliverables[2].quantity}
     * @param code why, for programs
     * @param message the same in words
     */
    public record ImportWarning(String field, String code, Texts message) {}

    static WorkingPlan of(Plan plan, List<PlanFile> files) {
        return of(plan, plan.current(), files);
    }

    /** @param revision of the plan: what it says is told */
    static WorkingPlan of(Plan plan, PlanRevision revision, List<PlanFile> files) {
        var publication = plan.publication();
        var content = WrittenContent.of(revision);
        return new WorkingPlan(
                plan.slug(),
                plan.version(),
                publication.state().code(),
                publication.isOnline(),
                plan.isSample(),
                publication.publishedAt().orElse(null),
                publication.changedAt(),
                publication.withdrawalReason().orElse(null),
                revision.reference().orElse(null),
                content.number(),
                content.symbol(),
                content.kind(),
                revision.issued()
                        .map(date -> new Issued(date.date(), date.precision().code()))
                        .orElse(null),
                revision.issuer()
                        .map(agency -> new Named(agency.code(), agency.name().in(Texts.FALLBACK)))
                        .orElse(null),
                content.subject(),
                content.summary(),
                content.level().code(),
                content.locality(),
                new Period(content.periodFrom(), content.periodTo()),
                content.programme(),
                content.parent(),
                content.signer() == null
                        ? null
                        : new Signed(content.signer().name(), content.signer().capacity()),
                content.legalBases().stream().map(WorkingPlan::basis).toList(),
                PlanDocument.addressees(revision),
                revision.sections().stream().map(PlanDocument::part).toList(),
                revision.deliverables().stream().map(PlanDocument::promise).toList(),
                files,
                null);
    }

    private static Basis basis(PlanContent.Basis basis) {
        return new Basis(
                basis.reference(),
                basis.kind(),
                basis.date(),
                basis.issuer(),
                basis.title(),
                basis.relation().code(),
                basis.amends(),
                basis.citedIn(),
                basis.plan());
    }

    WorkingPlan with(List<ImportWarning> noticed) {
        return new WorkingPlan(
                slug,
                version,
                state,
                online,
                sample,
                publishedAt,
                changedAt,
                withdrawalReason,
                reference,
                number,
                symbol,
                kind,
                issued,
                agency,
                subject,
                summary,
                level,
                locality,
                period,
                programme,
                parent,
                signer,
                legalBases,
                recipients,
                sections,
                deliverables,
                files,
                noticed);
    }
}
