package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.programmes.EditProgramme;
import vn.loa.programmes.EditProgramme.Mode;
import vn.loa.programmes.EditProgramme.Read;
import vn.loa.programmes.Week;
import vn.loa.programmes.WorkStations;
import vn.loa.programmes.WorkStations.Place;
import vn.loa.programmes.WorkWeek;
import vn.loa.programmes.WorkWeek.SlotPlan;
import vn.loa.programmes.WorkWeeks;

/** The programme of a week, for whoever plans it: {@code /quan-tri/lich-phat/{code}/{week}}. */
@Named
@RequestScoped
public class WorkWeekBacking {
    @Inject
    private WorkStations stations;

    @Inject
    private WorkWeeks weeks;

    @Inject
    private EditProgramme editing;

    @Inject
    private UrgentNowBacking emergencies;

    @Inject
    private ProgrammeForms forms;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable WorkWeek week;
    private List<Place> sources = List.of();
    private LocalDate today = LocalDate.MIN;

    public void begin() {
        var by = user.require();
        var wanted = Week.find(visit.route("week"));
        var code = visit.route("code");
        var found = forms.found(() -> wanted.flatMap(known -> weeks.find(code, known, by)));
        if (found.isEmpty()) {
            return;
        }
        week = found.get();
        today = stations.today();
        if (forms.isTaken()) {
            take(found.get().week());
            weeks.find(code, found.get().week(), by).ifPresent(now -> week = now);
        }
        sources = stations.sources(code, found.get().week(), by);
        if (isUrgentOffered()) {
            emergencies.load(code);
        }
    }

    private void take(Week of) {
        if (emergencies.isSent()) {
            emergencies.take(getWeek().code());
            return;
        }
        var by = user.require();
        var read = new Read(getWeek().code(), of, sent.number("ban"));
        switch (sent.getButton()) {
            case "xep" -> forms.tell(() -> editing.plan(read, Mode.FILL, by), "programme.planned");
            case "xep-lai" -> forms.tell(() -> editing.plan(read, Mode.ANEW, by), "programme.planned");
            case "chep" ->
                forms.tell(
                        () -> editing.copy(
                                read,
                                sent.line("tu"),
                                Week.find(sent.line("tuan")).orElse(of),
                                by),
                        "programme.copied");
            case "dang" -> forms.tell(() -> editing.publish(read, by), "programme.published");
            case "go" -> forms.tell(() -> editing.hide(read, by), "programme.hidden");
            case "hoan-tac" ->
                forms.tell(
                        () -> editing.undo(read, false, by),
                        getWeek().isShown() ? "programme.undone" : "programme.undone.draft");
            case "lam-lai" -> forms.tell(() -> editing.undo(read, true, by), "programme.redone");
            default -> sent.refuse(visit.text("programme.nothing"));
        }
    }

    public boolean isThere() {
        return week != null;
    }

    public WorkWeek getWeek() {
        return Objects.requireNonNull(week, "there is no such week");
    }

    /** Days that can still be planned; all of a week that is over. */
    public List<WorkWeek.Day> getDaysAhead() {
        return days(day -> !isOver(day));
    }

    /** Days before today, in the week of today. */
    public List<WorkWeek.Day> getDaysOver() {
        return days(this::isOver);
    }

    private List<WorkWeek.Day> days(Predicate<WorkWeek.Day> these) {
        return getWeek().days().stream().filter(these).toList();
    }

    private boolean isOver(WorkWeek.Day day) {
        return getWeek().week().contains(today) && day.date().isBefore(today);
    }

    public List<Place> getSources() {
        return sources;
    }

    /** The week from which is copied unless somebody says another. */
    public String getSourceWeek() {
        return getWeek().week().code();
    }

    /** The week before. */
    public Week getBefore() {
        return getWeek().week().plus(-1);
    }

    /** The week after. */
    public Week getAfter() {
        return getWeek().week().plus(1);
    }

    /** Whether something can be inserted at once, or stopped: only in the week of today, where it is heard. */
    public boolean isUrgentOffered() {
        return !getWeek().template() && getWeek().week().equals(stations.thisWeek());
    }

    /** Where that is done. */
    public String getUrgent() {
        return visit.link(
                Address.of(Addresses.PROGRAMMES_AT_WORK + "/" + getWeek().code() + "/" + Addresses.AT_ONCE));
    }

    /** Where a slot is planned. */
    public String slot(SlotPlan plan) {
        return visit.link(Address.of(here(getWeek().week()) + "/" + plan.slot().name()));
    }

    /** Where another week is planned. */
    public String at(Week other) {
        return visit.link(Address.of(here(other)));
    }

    private String here(Week of) {
        return Addresses.PROGRAMMES_AT_WORK + "/" + getWeek().code() + "/" + of.code();
    }

    public String getStation() {
        return visit.link(
                Address.of(Addresses.PROGRAMMES_AT_WORK + "/" + getWeek().code()));
    }

    /** Where a package is made of the week. */
    public String getPackages() {
        return visit.link(
                Address.of(Addresses.PROGRAMMES_AT_WORK + "/" + getWeek().code() + "/" + Addresses.PACKAGES)
                        .with(Addresses.WEEK, getWeek().week().code()));
    }

    /** Whether a package can be made of it. */
    public boolean isPackable() {
        return !getWeek().template()
                && getWeek().state() != WorkWeek.State.NONE
                && getWeek().state() != WorkWeek.State.DRAFT;
    }

    /** Share of a language in what is planned, in percent. */
    public long share(String language) {
        return Shares.of(getWeek().spoken()).getOrDefault(language, 0);
    }

    public List<String> getLanguages() {
        return getWeek().spoken().keySet().stream().sorted().toList();
    }

    public String getAction() {
        return visit.getAddress().toString();
    }
}
