package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Paging;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.programmes.delivery.DeliveryLog;
import vn.loa.programmes.delivery.DeliveryLog.Log;
import vn.loa.programmes.delivery.EditTargets;
import vn.loa.programmes.delivery.SendAgain;
import vn.loa.programmes.delivery.SteerTargets;
import vn.loa.programmes.delivery.TargetView;
import vn.loa.programmes.delivery.TryTarget;

/** One system to which programmes are sent, and what was sent there: {@code /quan-tri/noi-nhan/{id}}. */
@Named
@RequestScoped
public class TargetBacking {
    private static final String CHANGE = "sua";

    @Inject
    private EditTargets targets;

    @Inject
    private SteerTargets steering;

    @Inject
    private SendAgain again;

    @Inject
    private TryTarget trial;

    @Inject
    private DeliveryLog logs;

    @Inject
    private TargetTalk talk;

    @Inject
    private DeliveryWords words;

    @Inject
    private SentForm sent;

    @Inject
    private Absence absence;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable TargetView target;
    private @Nullable Log log;

    public void begin() {
        var by = user.require();
        if (targets.find(id(), by).isEmpty()) {
            absence.unknown();
            return;
        }
        if (talk.isTaken()) {
            take();
        }
        target = targets.find(id(), by).orElse(null);
        log = logs.ofTarget(id(), words.chosen().orElse(null), Paging.number(visit.parameter(Paging.PARAMETER)), by)
                .orElse(null);
    }

    private void take() {
        var by = user.require();
        switch (sent.getButton()) {
            case CHANGE -> talk.tell(targets.change(id(), sent.number("ban"), talk.written(), by));
            case "thu" -> talk.tell(trial.tryOut(id(), by));
            case "tin-khoa" -> talk.tell(steering.trust(id(), sent.line("khoa"), by));
            case "gui-het" -> talk.tell(steering.sendAll(id(), by));
            case "dung" -> talk.tell(steering.pause(id(), by));
            case "gui-tiep" -> talk.tell(steering.resume(id(), by));
            case "bo" -> talk.tell(steering.remove(id(), by));
            case "lay-lai" -> talk.tell(steering.restore(id(), by));
            default -> retry();
        }
    }

    private void retry() {
        if (again.ofTarget(id(), sent.number("lan"), user.require())) {
            sent.done(visit.text("delivery.retried"));
        } else {
            sent.refuse(visit.text("delivery.not-retried"));
        }
    }

    private long id() {
        var id = visit.route("id");
        return id.matches("[0-9]{1,18}") ? Long.parseLong(id) : -1;
    }

    public boolean isThere() {
        return target != null;
    }

    public TargetView getTarget() {
        return Objects.requireNonNull(target, "there is no such target");
    }

    public Log getLog() {
        return Objects.requireNonNull(log, "there is no such target");
    }

    public Paging getPaging() {
        return Paging.of(getLog().lines(), visit.getAddress());
    }

    /** What a field holds: what was written and not taken, else what there is. */
    public String field(String name) {
        return sent.kept(CHANGE, name, TargetForm.shown(getTarget(), name));
    }

    /** Whether a box is ticked. */
    public boolean ticked(String name) {
        if (sent.isRefused(CHANGE)) {
            return sent.has(name);
        }
        return switch (name) {
            case "khi-dang" -> getTarget().onPublication();
            case "khi-khan" -> getTarget().onUrgent();
            default -> false;
        };
    }

    public boolean part(String code) {
        return sent.isRefused(CHANGE)
                ? sent.all("phan").contains(code)
                : getTarget().parts().contains(code);
    }

    /** Whether something secret is kept already. */
    public boolean isSecretKept() {
        return getTarget().secret();
    }

    public String getButton() {
        return CHANGE;
    }

    /** Where its log begins, not narrowed. */
    public String getWhole() {
        return visit.link(visit.getAddress().without(Addresses.OUTCOME).without(Paging.PARAMETER));
    }

    public String getAction() {
        return visit.getAddress().toString();
    }
}
