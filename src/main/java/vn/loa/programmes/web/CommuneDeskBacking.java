package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.Role;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;
import vn.loa.programmes.ProgrammePolicy;
import vn.loa.programmes.WorkStations;
import vn.loa.programmes.desk.CommuneDesk;
import vn.loa.programmes.desk.CommuneDesk.Coming;
import vn.loa.programmes.desk.CommuneDesks;
import vn.loa.programmes.log.MonthReport;
import vn.loa.programmes.playout.PairPlayout.Player;

/**
 * The first page of an officer: their commune's station today, and what waits. It is the desk of whoever does nothing else, and for all who look after stations
 * {@code /quan-tri/xa}, where those with several choose, and {@code /quan-tri/xa/{code}}.
 */
@Named("communeDesk")
@RequestScoped
public class CommuneDeskBacking {
    /** When a player was seen is noted once a minute, and sounds are some seconds shorter than planned. */
    private static final Duration SEEN_WITHIN = Duration.ofMinutes(2);

    @Inject
    private CommuneDesks desks;

    @Inject
    private WorkStations stations;

    @Inject
    private CommunePackages packages;

    @Inject
    private CommuneDeeds deeds;

    @Inject
    private LogDeeds log;

    @Inject
    private UrgentNowBacking emergencies;

    @Inject
    private ProgrammeForms forms;

    @Inject
    private LogWords words;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable CommuneDesk desk;
    private List<WorkStations.Line> choices = List.of();

    public void begin() {
        var by = user.require();
        if (visit.getAddress().path().equals(Addresses.DESK) && isOverseer(by)) {
            emergencies.loadForDesk();
            return;
        }
        if (visit.getAddress().path().equals(Addresses.NEWS)
                || visit.getAddress().path().equals(Addresses.DESK) && !ProgrammePolicy.isOfficerAlone(by)) {
            return;
        }
        var code = visit.route("code");
        if (code.isEmpty() && isOverseer(by)) {
            choices =
                    stations.list(by).stream().filter(line -> !line.template()).toList();
            return;
        }
        var found = code.isEmpty() ? own(by) : forms.found(() -> read(code, by));
        desk = found.orElse(null);
        if (FacesContext.getCurrentInstance().getResponseComplete()) {
            return;
        }
        found.ifPresent(packages::load);
        found.ifPresent(there -> emergencies.loadAt(there.station()));
        found.ifPresent(there -> log.load(there.code(), by));
    }

    private static boolean isOverseer(Actor by) {
        return by.is(Role.PUBLISHER) || by.is(Role.ADMINISTRATOR);
    }

    private Optional<CommuneDesk> own(Actor by) {
        if (!by.is(Role.COMMUNE_OFFICER)) {
            return Optional.empty();
        }
        stations.own(by).ifPresent(unit -> take(unit, by));
        return desks.own(by);
    }

    private Optional<CommuneDesk> read(String code, Actor by) {
        if ((deeds.isSent() || emergencies.isSent()) && desks.of(code, by).isPresent()) {
            take(code, by);
        }
        return desks.of(code, by);
    }

    private void take(String code, Actor by) {
        if (deeds.isSent()) {
            deeds.take(code, by);
        } else if (emergencies.isSent() && forms.isTaken()) {
            emergencies.take(code);
        }
    }

    public boolean isThere() {
        return desk != null;
    }

    public CommuneDesk getDesk() {
        return Objects.requireNonNull(desk, "there is no such commune");
    }

    /** The day of what comes, where it is not today and was not named for what comes before it; empty otherwise. @param place among what comes */
    public String day(int place) {
        var ahead = getDesk().ahead();
        var day = ahead.get(place).at().toLocalDate();
        var named = place == 0
                ? getDesk().now().toLocalDate()
                : ahead.get(place - 1).at().toLocalDate();
        return day.equals(named) ? "" : forms.day(day);
    }

    /** Stations to choose from, for whoever looks after several. */
    public List<WorkStations.Line> getChoices() {
        return choices;
    }

    /** Whether this is for somebody who chooses. */
    public boolean isChoosing() {
        return visit.route("code").isEmpty() && isOverseer(user.require());
    }

    /** What cannot be played of what was to be packed, in words. */
    public List<String> getLost() {
        return deeds.lost();
    }

    /** Weeks ahead of which nobody sees what is worked on. */
    public List<Coming> getUndone() {
        return getDesk().weeks().stream().filter(week -> !week.isDone()).toList();
    }

    /** Whether nothing waits. */
    public boolean isFree() {
        var here = getDesk();
        return here.slots() > 0
                && getUndone().isEmpty()
                && here.waiting() == 0
                && packages.getOutdated().isEmpty()
                && !isReportDue();
    }

    /** Whether the report that is shown is of a month that is over, and nobody has filed it. */
    public boolean isReportDue() {
        var report = getDesk().report();
        return report.filed() == null
                && LogWords.isOver(report.month(), getDesk().now());
    }

    /** Last month, when it is filed, for who has said so by mistake; else null. */
    public @Nullable YearMonth getJustFiled() {
        return getDesk().lastFiled() ? getDesk().report().month().minusMonths(1) : null;
    }

    /** Whether there is a page of what is new, for whom this one is the first. */
    public boolean isWithNews() {
        return user.require().is(Role.COMMUNE_OFFICER);
    }

    /** How a player is: {@code alive}, {@code silent} where it should have told of something, or {@code idle} when there was nothing to tell. */
    public String life(Player player) {
        var expected = getDesk().expected();
        var seen = player.seen();
        if (expected == null) {
            return "idle";
        }
        return seen != null && !LogWords.local(seen).isBefore(expected.minus(SEEN_WITHIN)) ? "alive" : "silent";
    }

    /** The priority of a line of the report, in words. */
    public String priority(MonthReport.Line line) {
        var priority = line.priority();
        return visit.text(priority == null ? "commune.report.unplanned" : "programme.priority." + priority.code());
    }

    /** The days of which the log says nothing, in words. */
    public String silent(MonthReport report) {
        return String.join(
                ", ", report.silent().stream().map(visit.getWords()::numbers).toList());
    }

    /** The report as a file. @param ending pdf or xlsx */
    public String paper(String ending) {
        return visit.href(Addresses.LOG_FILES + "/" + getDesk().code() + "/"
                + getDesk().report().month() + "." + ending);
    }

    /** A page of the station. @param page the last segment of its address; empty for the first */
    public String to(String page) {
        var station = Addresses.PROGRAMMES_AT_WORK + "/" + getDesk().code();
        return visit.link(Address.of(page.isEmpty() ? station : station + "/" + page));
    }

    /** The log of the month of the report. */
    public String getLog() {
        return words.at(
                Addresses.PROGRAMMES_AT_WORK + "/" + getDesk().code() + "/" + Addresses.LOG_BOOK,
                getDesk().report().month());
    }

    public String getAction() {
        return visit.getAddress().toString();
    }
}
