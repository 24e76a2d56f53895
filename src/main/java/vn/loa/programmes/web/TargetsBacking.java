package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.SentOnce;
import vn.loa.common.web.Visit;
import vn.loa.programmes.delivery.EditTargets;
import vn.loa.programmes.delivery.SteerTargets;
import vn.loa.programmes.delivery.TargetFault;
import vn.loa.programmes.delivery.TargetOutcome;
import vn.loa.programmes.delivery.TargetView;

/** The systems to which programmes are sent: {@code /quan-tri/noi-nhan}. */
@Named
@RequestScoped
public class TargetsBacking {
    private static final String ADD = "them";

    @Inject
    private EditTargets targets;

    @Inject
    private SteerTargets steering;

    @Inject
    private TargetTalk talk;

    @Inject
    private SentForm sent;

    @Inject
    private SentOnce once;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private List<TargetView> lines = List.of();

    public void begin() {
        if (talk.isTaken()) {
            take();
        }
        lines = targets.all(user.require());
    }

    private void take() {
        var by = user.require();
        if (sent.getButton().equals("lay-lai")) {
            talk.tell(steering.restore(sent.number("noi"), by));
        } else if (sent.getButton().equals(ADD)) {
            talk.tell(once.make(
                    by.name(),
                    () -> targets.add(talk.written(), by),
                    outcome -> outcome instanceof TargetOutcome.Done done
                            ? Optional.of(Long.toString(done.id()))
                            : Optional.empty(),
                    id -> new TargetOutcome.Done(Long.parseLong(id), 0),
                    () -> new TargetOutcome.Wrong(TargetFault.SENT_ALREADY)));
        } else {
            talk.tell(new TargetOutcome.Stale());
        }
    }

    /** Those that are there. */
    public List<TargetView> getLines() {
        return lines.stream().filter(line -> !line.isRemoved()).toList();
    }

    /** Those that can be taken back. */
    public List<TargetView> getRemoved() {
        return lines.stream().filter(TargetView::isRemoved).toList();
    }

    public String address(TargetView target) {
        return visit.href(Addresses.TARGETS + "/" + target.id());
    }

    /** What a field holds: what was written and not taken. */
    public String field(String name) {
        return sent.kept(ADD, name, "");
    }

    /** Whether a box is ticked. */
    public boolean ticked(String name) {
        return sent.isRefused(ADD) ? sent.has(name) : !name.equals("quen-bi-mat");
    }

    public boolean part(String code) {
        return sent.isRefused(ADD) ? sent.all("phan").contains(code) : code.equals("sounds");
    }

    /** Whether something secret is kept already. */
    public boolean isSecretKept() {
        return false;
    }

    public String getButton() {
        return ADD;
    }

    public String getAction() {
        return visit.getAddress().toString();
    }
}
