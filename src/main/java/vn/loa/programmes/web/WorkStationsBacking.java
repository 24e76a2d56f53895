package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.programmes.PlanWeeks;
import vn.loa.programmes.WorkStations;
import vn.loa.programmes.WorkStations.Line;
import vn.loa.programmes.WorkWeek.State;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks.Kind;

/** The stations that somebody looks after: {@code /quan-tri/lich-phat}. An officer of one commune is led to theirs. */
@Named
@RequestScoped
public class WorkStationsBacking {
    @Inject
    private WorkStations stations;

    @Inject
    private PlanWeeks weeks;

    @Inject
    private UrgentStationsBacking urgent;

    @Inject
    private ProgrammeForms forms;

    @Inject
    private PickFields picks;

    @Inject
    private UrgentNowBacking emergencies;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private List<Line> lines = List.of();
    private boolean opening;

    public void begin() {
        var by = user.require();
        var own = stations.only(by);
        if (own.isPresent()) {
            Redirect.to(visit.href(Addresses.PROGRAMMES_AT_WORK + "/" + own.get()), FacesContext.getCurrentInstance());
            return;
        }
        if (forms.isTaken()) {
            take();
        }
        lines = stations.list(by);
        opening = stations.mayOpenMore(by);
        if (isOverseer()) {
            emergencies.load(null);
            urgent.offer();
        }
    }

    private void take() {
        if (emergencies.isSent()) {
            emergencies.take(null);
            return;
        }
        if (urgent.isSent()) {
            urgent.take();
            return;
        }
        if (sent.getButton().equals("mo")) {
            open(picks.code(Kind.UNIT, sent.text("xa"), visit.getWords()));
            return;
        }
        try {
            sent.done(
                    visit.say("stations.planned", weeks.plan(stations.thisWeek().plus(1), user.require())));
        } catch (NotPermitted others) {
            sent.forbid(visit.text("programme.not-permitted"));
        }
    }

    /** A station is set up on a page of its own, also where there is one already. */
    private void open(String unit) {
        if (stations.mayOpen(unit, user.require())) {
            Redirect.to(
                    visit.href(Addresses.PROGRAMMES_AT_WORK + "/" + unit + "/" + Addresses.SETTINGS),
                    FacesContext.getCurrentInstance());
        } else {
            var unclear = picks.trouble(Kind.UNIT, unit, visit.getWords());
            sent.refuse(unclear.isEmpty() ? visit.text("stations.not-there") : unclear);
        }
    }

    /** Whether they plan several stations at once. */
    public boolean isOverseer() {
        return user.require().is(Role.PUBLISHER) || user.require().is(Role.ADMINISTRATOR);
    }

    public List<Line> getLines() {
        return lines;
    }

    /** Whether there is a unit left in which they may set up a station. */
    public boolean isOpening() {
        return opening;
    }

    /** How many stations have no programme of next week. */
    public long getMissing() {
        return lines.stream()
                .filter(line -> !line.template() && line.slots() > 0 && line.next() == State.NONE)
                .count();
    }

    /** For the week after this. */
    public String getNextWeek() {
        return stations.thisWeek().plus(1).code();
    }

    public String getThisWeek() {
        return stations.thisWeek().code();
    }

    public String getAction() {
        return visit.getAddress().toString();
    }
}
