package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.programmes.delivery.DeliverySettings;
import vn.loa.programmes.delivery.TargetOutcome;
import vn.loa.programmes.delivery.TryTarget;
import vn.loa.programmes.delivery.WrittenTarget;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks.Kind;

/** What the pages of targets share: their forms, and what they say to whoever has sent one. */
@Named
@RequestScoped
public class TargetTalk {
    @Inject
    private DeliveryWords words;

    @Inject
    private DeliverySettings settings;

    @Inject
    private PickFields picks;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    /** Whether a form was sent that may be taken; one that may not is refused. */
    boolean isTaken() {
        if (!sent.isSent()) {
            return false;
        }
        if (!sent.isGenuine(purpose())) {
            sent.refuse(visit.text("work.again"));
            return false;
        }
        return true;
    }

    /** What was written into the form of a target. */
    WrittenTarget written() {
        return TargetForm.written(sent, picks.code(Kind.UNIT, sent.text("don-vi"), visit.getWords()));
    }

    /** Whether the operator has named a folder: without one, nothing can be put into any. */
    public boolean isFolderKnown() {
        return settings.folder().isPresent();
    }

    public String getToken() {
        return sent.token(purpose());
    }

    private String purpose() {
        return FormTokens.ofDesk(user.require().name());
    }

    void tell(TargetOutcome outcome) {
        if (outcome instanceof TargetOutcome.Wrong wrong) {
            sent.refuse(visit.text("targets.wrong." + wrong.fault().code()));
        } else if (outcome instanceof TargetOutcome.Done done) {
            var key = "targets.done." + sent.getButton();
            sent.done(done.count() > 0 ? visit.say(key + ".some", done.count()) : visit.text(key));
        } else {
            sent.refuse(visit.text("targets.stale"));
        }
    }

    void tell(TryTarget.Outcome outcome) {
        if (outcome instanceof TryTarget.Outcome.Reached) {
            sent.done(visit.text("targets.reached"));
        } else if (outcome instanceof TryTarget.Outcome.Failed failed) {
            sent.refuse(words.reason(failed.why())
                    + (failed.detail().isEmpty() ? "" : " " + words.detail(failed.why(), failed.detail())));
        } else {
            sent.refuse(visit.text("targets.stale"));
        }
    }
}
