package vn.loa.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.media.Rendition;

/** A public plan in the shape of the API's {@code plan}; null where the plan does not say. */
public record PlanDocument(
        String slug,
        @Nullable String reference,
        @Nullable String number,
        @Nullable String symbol,
        String kind,
        @Nullable Issued issued,
        Named agency,
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
        List<Original> files,
        boolean sample) {

    /**
     * The document as it was issued, to be saved.
     *
     * @param url from the root of the portal; what is behind it never changes
     */
    public record Original(String url, String type, long bytes) {
        /** The ending of its name, in capitals: what people call its format. */
        public String format() {
            return url.substring(url.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        }

        static List<Original> of(PlanRevision revision) {
            return revision
                    .offered()
                    .flatMap(source -> source.asset().renditions().stream()
                            .filter(Rendition::isMaster)
                            .findFirst())
                    .map(master -> new Original(
                            master.address(revision.plan().slug(), Texts.FALLBACK),
                            master.contentType(),
                            master.bytes()))
                    .stream()
                    .toList();
        }
    }

    /** @param precision day, month or year: what of the date is known */
    public record Issued(LocalDate date, String precision) {}

    public record Named(String code, String name) {}

    /** In years. */
    public record Period(@Nullable Integer from, @Nullable Integer to) {}

    public record Signed(@Nullable String name, @Nullable String capacity) {}

    /** @param plan address of the same document in the portal; @param citedIn anchor of the section that cites it */
    public record Basis(
            String reference,
            String kind,
            @Nullable LocalDate date,
            @Nullable String issuer,
            @Nullable String title,
            String relation,
            @Nullable String amends,
            @Nullable String citedIn,
            @Nullable String plan) {}

    public record Addressee(String name, @Nullable String role) {}

    public record Part(int depth, @Nullable String number, String title, String anchor, String text) {}

    /** @param how dub, subtitle or none @param dueBefore whether it is due before the day of the deadline, not on it */
    public record Promise(
            String id,
            Texts title,
            String genre,
            @Nullable Integer quantity,
            List<String> languages,
            String how,
            @Nullable Minutes minutes,
            boolean replay,
            List<String> channels,
            @Nullable Threshold threshold,
            @Nullable LocalDate deadline,
            boolean dueBefore,
            @Nullable String leadUnit,
            List<String> supportingUnits,
            @Nullable String budgetSource) {}

    public record Minutes(@Nullable Integer min, @Nullable Integer max) {}

    /** What a channel needs to count. */
    public record Threshold(
            @Nullable Long subscribers, @Nullable Long views) {}

    static PlanDocument of(PlanRevision revision) {
        return new PlanDocument(
                revision.plan().slug(),
                revision.reference().orElse(null),
                revision.documentNumber().orElse(null),
                revision.symbol().orElse(null),
                revision.kind(),
                revision.issued()
                        .map(i -> new Issued(i.date(), i.precision().code()))
                        .orElse(null),
                new Named(revision.agency().code(), revision.agency().name().in(Texts.FALLBACK)),
                revision.subject(),
                revision.summary(),
                revision.level().code(),
                revision.locality().addressName(),
                new Period(
                        revision.periodFrom().orElse(null), revision.periodTo().orElse(null)),
                revision.programme().orElse(null),
                revision.parent()
                        .filter(parent -> parent.publication().isOnline())
                        .map(Plan::slug)
                        .orElse(null),
                revision.signerName().isPresent() || revision.signerCapacity().isPresent()
                        ? new Signed(
                                revision.signerName().orElse(null),
                                revision.signerCapacity().orElse(null))
                        : null,
                revision.legalBases().stream().map(PlanDocument::basis).toList(),
                addressees(revision),
                revision.sections().stream().map(PlanDocument::part).toList(),
                revision.deliverables().stream().map(PlanDocument::promise).toList(),
                Original.of(revision),
                revision.plan().isSample());
    }

    static List<Addressee> addressees(PlanRevision revision) {
        return revision.recipients().stream()
                .map(r -> new Addressee(
                        r.name(), r.role().map(RecipientRole::code).orElse(null)))
                .toList();
    }

    static Part part(Section section) {
        return new Part(
                section.depth(), section.number().orElse(null), section.title(), section.anchor(), section.text());
    }

    static Basis basis(LegalBasis basis) {
        return new Basis(
                basis.reference(),
                basis.kind(),
                basis.issuedOn().orElse(null),
                basis.issuer().orElse(null),
                basis.title().orElse(null),
                basis.relation().code(),
                basis.amends().orElse(null),
                basis.citedIn().orElse(null),
                basis.plan()
                        .filter(p -> p.publication().isOnline())
                        .map(Plan::slug)
                        .orElse(null));
    }

    static Promise promise(Deliverable d) {
        return new Promise(
                d.key(),
                d.title(),
                d.genre().code(),
                d.quantity().orElse(null),
                d.languages(),
                d.adaptation().code(),
                d.minutesMin().isPresent() || d.minutesMax().isPresent()
                        ? new Minutes(
                                d.minutesMin().orElse(null), d.minutesMax().orElse(null))
                        : null,
                d.isReplay(),
                d.channels(),
                d.thresholdSubscribers().isPresent() || d.thresholdViews().isPresent()
                        ? new Threshold(
                                d.thresholdSubscribers().orElse(null),
                                d.thresholdViews().orElse(null))
                        : null,
                d.deadline().orElse(null),
                d.isDueBefore(),
                d.leadUnit().orElse(null),
                d.supportingUnits(),
                d.budgetSource().orElse(null));
    }
}
