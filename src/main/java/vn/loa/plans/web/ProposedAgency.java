package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.InvalidInput;
import vn.loa.common.PlainText;
import vn.loa.common.web.Visit;
import vn.loa.plans.ProposeAgency;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks.Kind;

/** Proposes the agency of a plan, which the list lacks. */
@RequestScoped
public class ProposedAgency {
    /** Its name; no field of a plan. */
    static final String NAME = "co-quan-moi";

    @Inject
    private ProposeAgency propose;

    @Inject
    private SentPlan sent;

    @Inject
    private PickFields picks;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private String namesake = "";

    /** The plan is by an agency that the list lacks; that is saved with everything else. */
    PlanOutcome take(PlanForm form, long version, boolean isAnother) {
        var name = PlainText.line(sent.parameter(NAME));
        try {
            var proposal = propose.propose(name, isAnother, user.require());
            if (proposal instanceof ProposeAgency.Several several) {
                namesake = name;
                return PlanOutcome.stays(form, version, severalAgencies(name, several.codes()));
            }
            var agency = (ProposeAgency.Named) proposal;
            namesake = agency.isNew() ? "" : name;
            form.set("agency", agency.code());
            return PlanOutcome.proceeds(
                    form, version, visit.say(agency.isNew() ? "plan.agency.done" : "plan.agency.there", name));
        } catch (InvalidInput wrong) {
            return PlanOutcome.stays(
                    form, version, visit.say("plan.agency.wrong", ProposeAgency.LONGEST, ProposeAgency.MOST));
        }
    }

    private String severalAgencies(String name, List<String> codes) {
        return visit.say("plan.agency.several", name, picks.texts(Kind.ANY_AGENCY, codes, visit.getWords()));
    }

    /** What was proposed, when agencies of this name are there already; empty else. */
    String namesake() {
        return namesake;
    }
}
