package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.PublicAddress;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.programmes.EditProgramme;
import vn.loa.programmes.EditProgramme.Mode;
import vn.loa.programmes.EditProgramme.Read;
import vn.loa.programmes.Week;
import vn.loa.programmes.WorkStations;
import vn.loa.programmes.WorkStations.View;
import vn.loa.programmes.WorkWeek;
import vn.loa.programmes.WorkWeeks;
import vn.loa.programmes.delivery.DeliveryLog;
import vn.loa.programmes.delivery.DeliveryLog.Trouble;

/** The station of one commune, for whoever looks after it: {@code /quan-tri/lich-phat/{code}}. */
@Named
@RequestScoped
public class WorkStationBacking {
    @Inject
    private WorkStations stations;

    @Inject
    private WorkWeeks weeks;

    @Inject
    private EditProgramme editing;

    @Inject
    private DeliveryLog logs;

    @Inject
    private ProgrammeForms forms;

    @Inject
    private PublicAddress address;

    @Inject
    private UrgentNowBacking emergencies;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable View station;
    private List<WorkWeek> coming = List.of();
    private List<Trouble> troubles = List.of();
    private boolean delivered;

    public void begin() {
        var by = user.require();
        var found = forms.found(() -> stations.find(visit.route("code"), by));
        if (found.isEmpty()) {
            return;
        }
        station = found.get();
        if (forms.isTaken()) {
            take();
        }
        var now = stations.thisWeek();
        coming = Stream.of(now, now.plus(1))
                .flatMap(week -> weeks.find(found.get().code(), week, by).stream())
                .toList();
        if (!found.get().template()) {
            emergencies.load(found.get().code());
            delivered = logs.isSent(found.get().code(), by).orElse(false);
            troubles = delivered ? logs.troubles(found.get().code(), by) : List.of();
        }
    }

    private void take() {
        if (emergencies.isSent()) {
            emergencies.take(getStation().code());
            return;
        }
        var read = new Read(
                getStation().code(), Week.find(sent.line("tuan")).orElse(stations.thisWeek()), sent.number("ban"));
        var by = user.require();
        if (sent.getButton().equals("dang")) {
            forms.tell(() -> editing.publish(read, by), "programme.published");
        } else {
            forms.tell(() -> editing.plan(read, Mode.FILL, by), "programme.planned");
        }
    }

    /** Whether who asks has no list of stations to go back to: they are led here from it. */
    public boolean isOnly() {
        return stations.only(user.require()).isPresent();
    }

    public boolean isThere() {
        return station != null;
    }

    public View getStation() {
        return Objects.requireNonNull(station, "there is no such unit");
    }

    /** This week and the next. */
    public List<WorkWeek> getComing() {
        return coming;
    }

    /** Whether this is the week of today. */
    public boolean isNow(WorkWeek week) {
        return week.week().equals(stations.thisWeek());
    }

    /** Where a week is planned. */
    public String week(WorkWeek week) {
        return visit.link(Address.of(Addresses.PROGRAMMES_AT_WORK + "/" + week.code() + "/"
                + week.week().code()));
    }

    /** Where its as-run log is kept. */
    public String getLog() {
        return visit.link(
                Address.of(Addresses.PROGRAMMES_AT_WORK + "/" + getStation().code() + "/" + Addresses.LOG_BOOK));
    }

    /** Whether its programme is sent to other systems. */
    public boolean isDelivered() {
        return delivered;
    }

    /** Which of them have taken nothing for long. */
    public List<Trouble> getTroubles() {
        return troubles;
    }

    /** Where it says what was sent there. */
    public String getDeliveries() {
        return visit.link(
                Address.of(Addresses.PROGRAMMES_AT_WORK + "/" + getStation().code() + "/" + Addresses.SENT));
    }

    /** Where browsers that play are paired with it. */
    public String getPlayers() {
        return visit.link(
                Address.of(Addresses.PROGRAMMES_AT_WORK + "/" + getStation().code() + "/" + Addresses.PLAYERS));
    }

    /** Where it is set up. */
    public String getSettings() {
        return visit.link(
                Address.of(Addresses.PROGRAMMES_AT_WORK + "/" + getStation().code() + "/" + Addresses.SETTINGS));
    }

    /** Where packages are made of it. */
    public String getPackages() {
        return visit.link(
                Address.of(Addresses.PROGRAMMES_AT_WORK + "/" + getStation().code() + "/" + Addresses.PACKAGES));
    }

    /** Where everybody sees it. */
    public String getPublicPage() {
        return Addresses.PROGRAMMES + "/" + getStation().code();
    }

    /** The full address of the feed for calendars. */
    public String getCalendar() {
        return (address.isKnown() ? address.root() : "") + getPublicPage() + ".ics";
    }

    public String getAction() {
        return visit.getAddress().toString();
    }
}
