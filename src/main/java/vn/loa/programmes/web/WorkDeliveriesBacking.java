package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Paging;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.programmes.WorkStations;
import vn.loa.programmes.WorkStations.View;
import vn.loa.programmes.delivery.DeliveryLog;
import vn.loa.programmes.delivery.DeliveryLog.Log;
import vn.loa.programmes.delivery.SendAgain;

/** What was sent of a station to other systems, for whoever looks after it: {@code /quan-tri/lich-phat/{code}/gui-di}. */
@Named
@RequestScoped
public class WorkDeliveriesBacking {
    @Inject
    private WorkStations stations;

    @Inject
    private DeliveryLog logs;

    @Inject
    private SendAgain again;

    @Inject
    private DeliveryWords words;

    @Inject
    private ProgrammeForms forms;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable View station;
    private @Nullable Log log;

    public void begin() {
        var by = user.require();
        var code = visit.route("code");
        var found =
                forms.found(() -> logs.isSent(code, by).isPresent() ? stations.find(code, by) : Optional.<View>empty());
        if (found.isEmpty()) {
            return;
        }
        station = found.get();
        if (forms.isTaken()) {
            take();
        }
        log = logs.ofStation(
                        getStation().code(),
                        words.chosen().orElse(null),
                        Paging.number(visit.parameter(Paging.PARAMETER)),
                        by)
                .orElse(null);
    }

    private void take() {
        try {
            if (again.ofStation(getStation().code(), sent.number("lan"), user.require())) {
                sent.done(visit.text("delivery.retried"));
            } else {
                sent.refuse(visit.text("delivery.not-retried"));
            }
        } catch (NotPermitted others) {
            sent.forbid(visit.text("programme.not-permitted"));
        }
    }

    public boolean isThere() {
        return station != null;
    }

    public View getStation() {
        return Objects.requireNonNull(station, "there is no such unit");
    }

    public Log getLog() {
        return Objects.requireNonNull(log, "there is no such station");
    }

    public Paging getPaging() {
        return Paging.of(getLog().lines(), visit.getAddress());
    }

    /** The same, not narrowed. */
    public String getWhole() {
        return visit.link(visit.getAddress().without(Addresses.OUTCOME).without(Paging.PARAMETER));
    }

    public String getBack() {
        return visit.link(
                Address.of(Addresses.PROGRAMMES_AT_WORK + "/" + getStation().code()));
    }

    public String getAction() {
        return visit.getAddress().toString();
    }
}
