package vn.loa.plans;

/** What stands in a revision, as it was written. */
final class WrittenContent {
    private WrittenContent() {}

    /** Also names plans that are not public: for those who work on it. */
    static PlanContent of(PlanRevision revision) {
        return new PlanContent(
                revision.documentNumber().orElse(null),
                revision.symbol().orElse(null),
                revision.kind(),
                revision.issued().orElse(null),
                revision.issuer().map(agency -> agency.code()).orElse(null),
                revision.subject(),
                revision.summary(),
                revision.level(),
                revision.locality().addressName(),
                revision.periodFrom().orElse(null),
                revision.periodTo().orElse(null),
                revision.programme().orElse(null),
                revision.parent().map(Plan::slug).orElse(null),
                revision.signerName().isPresent() || revision.signerCapacity().isPresent()
                        ? new PlanContent.Signer(
                                revision.signerName().orElse(null),
                                revision.signerCapacity().orElse(null))
                        : null,
                revision.legalBases().stream().map(WrittenContent::basis).toList(),
                revision.recipients(),
                revision.sections().stream().map(WrittenContent::part).toList(),
                revision.deliverables().stream().map(WrittenContent::promise).toList());
    }

    private static PlanContent.Basis basis(LegalBasis basis) {
        return new PlanContent.Basis(
                basis.reference(),
                basis.kind(),
                basis.issuedOn().orElse(null),
                basis.issuer().orElse(null),
                basis.title().orElse(null),
                basis.relation(),
                basis.amends().orElse(null),
                basis.citedIn().orElse(null),
                basis.plan().map(Plan::slug).orElse(null));
    }

    private static PlanContent.Part part(Section section) {
        return new PlanContent.Part(
                section.depth(), section.number().orElse(null), section.title(), section.anchor(), section.text());
    }

    private static PlanContent.Promise promise(Deliverable promise) {
        return new PlanContent.Promise(
                promise.key(),
                promise.title(),
                promise.genre().code(),
                promise.quantity().orElse(null),
                promise.languages(),
                promise.adaptation(),
                promise.minutesMin().orElse(null),
                promise.minutesMax().orElse(null),
                promise.isReplay(),
                promise.channels(),
                promise.thresholdSubscribers().orElse(null),
                promise.thresholdViews().orElse(null),
                promise.deadline().orElse(null),
                promise.isDueBefore(),
                promise.leadUnit().orElse(null),
                promise.supportingUnits(),
                promise.budgetSource().orElse(null));
    }
}
