package vn.loa.plans;

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

/** How a plan is sent to the API: what {@link PlanContent} reads. Describes; {@link ReadPlan} reads. */
public record PlanBody(
        @Nullable String number,
        @Nullable String symbol,
        String kind,
        @Nullable Issued issued,
        @Nullable Named agency,
        String subject,
        @Nullable Texts summary,
        String level,
        String locality,
        @Nullable Period period,
        @Nullable String programme,
        @Nullable String parent,
        @Nullable Signed signer,
        @Nullable List<Basis> legalBases,
        @Nullable List<Addressee> recipients,
        @Nullable List<Part> sections,
        @Nullable List<Promise> deliverables) {}
