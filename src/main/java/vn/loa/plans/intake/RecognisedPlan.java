package vn.loa.plans.intake;

import java.util.List;
import java.util.Optional;
import vn.loa.plans.ImpreciseDate;
import vn.loa.plans.PlanContent;
import vn.loa.plans.Recipient;

/**
 * What was found in a document, in the shapes that a plan is written in.
 *
 * @param superior the office above the agency, as the letterhead names it
 * @param number empty where it is left blank; {@code 06/2022} where the year belongs to it
 * @param symbol for example {@code KH-UBND}
 * @param town where it was signed, by the name of the unit
 * @param issued an impossible day is left out
 * @param legalBases those of the preamble first
 * @param sections in the order of the document
 * @param deliverables those with a number first
 */
public record RecognisedPlan(
        Optional<Finding<String>> superior,
        Optional<Finding<String>> agency,
        Optional<Finding<String>> number,
        Optional<Finding<String>> symbol,
        Optional<Finding<String>> town,
        Optional<Finding<ImpreciseDate>> issued,
        Optional<Finding<DocumentKind>> kind,
        Optional<Finding<String>> subject,
        Optional<Finding<Period>> period,
        List<Finding<PlanContent.Basis>> legalBases,
        List<Finding<PlanContent.Part>> sections,
        List<Finding<PlanContent.Promise>> deliverables,
        List<Finding<Recipient>> recipients,
        Optional<Finding<PlanContent.Signer>> signer) {
    public RecognisedPlan {
        legalBases = List.copyOf(legalBases);
        sections = List.copyOf(sections);
        deliverables = List.copyOf(deliverables);
        recipients = List.copyOf(recipients);
    }

    /** Whether nothing tells that an office has issued it: neither number, nor day, nor office, nor a name for its kind, nor anything else that such a document has. */
    public boolean isOfNoOffice() {
        return number.isEmpty()
                && symbol.isEmpty()
                && issued.isEmpty()
                && agency.isEmpty()
                && kind.isEmpty()
                && legalBases.isEmpty()
                && recipients.isEmpty()
                && deliverables.isEmpty();
    }
}
