package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.TimeSource;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.programmes.EditProgramme;
import vn.loa.programmes.EditProgramme.Entry;
import vn.loa.programmes.EditProgramme.Outcome;
import vn.loa.programmes.EditProgramme.Read;
import vn.loa.programmes.ItemPriority;
import vn.loa.programmes.Week;
import vn.loa.programmes.WorkStations;
import vn.loa.programmes.WorkStations.Choice;
import vn.loa.programmes.WorkStations.Choices;
import vn.loa.programmes.WorkStations.Wanted;
import vn.loa.programmes.WorkWeek;
import vn.loa.programmes.WorkWeek.Line;
import vn.loa.programmes.WorkWeek.SlotPlan;
import vn.loa.programmes.WorkWeeks;
import vn.loa.taxonomy.Taxonomies;

/**
 * One slot, for whoever plans it: {@code /quan-tri/lich-phat/{code}/{week}/{slot}}. What is in the slot travels in the form until it is saved, so that the page
 * shows what would come of it, and works without a script.
 */
@Named
@RequestScoped
public class WorkSlotBacking {
    private static final int MOST_ENTRIES = 300;
    private static final int CHOICES = 30;
    private static final int MOST_CHOICES = 600;
    private static final String MORE = "hien-them";

    @Inject
    private WorkStations stations;

    @Inject
    private WorkWeeks weeks;

    @Inject
    private EditProgramme editing;

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private ProgrammeForms forms;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private Clock clock;

    private @Nullable WorkWeek week;
    private @Nullable SlotPlan plan;
    private @Nullable SlotPlan others;
    private Choices choices = Choices.NONE;
    private int offered = CHOICES;
    private boolean changed;
    private long version;
    private String mark = "";

    public void begin() {
        var by = user.require();
        var code = visit.route("code");
        var name = visit.route("slot");
        var found = forms.found(() -> Week.find(visit.route("week"))
                .flatMap(wanted -> weeks.find(code, wanted, by))
                .filter(there -> saved(there, name).isPresent()));
        if (found.isEmpty()) {
            return;
        }
        week = found.get();
        version = found.get().version();
        plan = saved(found.get(), name).orElseThrow();
        mark = plan.mark();
        if (sent.isSent()) {
            version = sent.number("ban");
            mark = sent.line("khung");
            take(found.get().week(), name, SlotEntries.read(sent.all("muc")));
        }
        offered = offered();
        choices = stations.choices(
                code,
                found.get().week(),
                new Wanted(
                        sent.line("q"),
                        sent.line("tieng"),
                        sent.line("the-loai"),
                        Math.max(0, getPlan().left())),
                offered,
                by);
    }

    /** How much is offered: as much as before, and more where somebody asks for it. */
    private int offered() {
        var before = Math.min(MOST_CHOICES, Math.max(CHOICES, sent.number("so")));
        return (int) Math.min(MOST_CHOICES, before + (sent.getButton().equals(MORE) ? 2 * CHOICES : 0));
    }

    private static Optional<SlotPlan> saved(WorkWeek week, String name) {
        return week.days().stream()
                .flatMap(day -> day.slots().stream())
                .filter(each -> each.slot().name().equals(name))
                .findFirst();
    }

    private void take(Week of, String name, List<Entry> entries) {
        var by = user.require();
        var changes = new ArrayList<>(entries);
        var genuine = forms.isTaken();
        if (genuine && isTooMuch(entries)) {
            sent.refuse(visit.say("programme.slot.most", MOST_ENTRIES));
        } else if (genuine && sent.getButton().equals("luu")) {
            var outcome = forms.tell(
                    () -> editing.save(new Read(getWeek().code(), of, version), name, mark, changes, by),
                    getWeek().isShown() ? "programme.saved" : "programme.saved.draft");
            if (outcome instanceof Outcome.Done done) {
                version = done.version();
                weeks.find(getWeek().code(), of, by).ifPresent(now -> {
                    week = now;
                    plan = saved(now, name).orElse(plan);
                    mark = getPlan().mark();
                });
                return;
            }
            if (outcome instanceof Outcome.Stale) {
                overtaken(of, name);
            }
        } else if (genuine) {
            SlotEntries.change(sent.getButton(), changes);
        }
        changed = true;
        weeks.tried(getWeek().code(), of, name, changes, by).ifPresent(tried -> plan = tried);
    }

    /** Whether more would be in the slot than it may hold; what is there already may still be removed. */
    private boolean isTooMuch(List<Entry> entries) {
        return sent.getButton().equals("luu") && entries.size() > MOST_ENTRIES
                || sent.getButton().startsWith("them:") && entries.size() >= MOST_ENTRIES;
    }

    /** Somebody else was faster: what they have saved is shown beside, and whoever sends the form again has seen it. */
    private void overtaken(Week of, String name) {
        weeks.find(getWeek().code(), of, user.require()).ifPresent(now -> {
            week = now;
            version = now.version();
            others = saved(now, name).orElse(null);
            mark = saved(now, name).map(SlotPlan::mark).orElse("");
            sent.refuse(visit.text("programme.slot.stale"));
        });
    }

    /** What stands for a thing in the form. */
    public String entry(Line line) {
        return SlotEntries.write(line.product(), line.language(), line.priority());
    }

    /** Whether it can be taken away. */
    public boolean isRemovable(Line line) {
        return line.priority() != ItemPriority.URGENT
                && (!isFixed(line) || line.end().isAfter(LocalDateTime.now(clock.withZone(TimeSource.ZONE))));
    }

    /** Whether it stays where it is: it is urgent, or has begun. */
    public boolean isFixed(Line line) {
        return line.priority() == ItemPriority.URGENT
                || getWeek().isShown()
                        && !line.at().isAfter(LocalDateTime.now(clock.withZone(TimeSource.ZONE)))
                        && getPlan().slot().contains(line.at());
    }

    /** From when on the rest is laid, in seconds of the day. */
    public int getFree() {
        return getPlan().lines().stream()
                .filter(line -> !isFixed(line))
                .map(line -> line.at().toLocalTime())
                .findFirst()
                .orElse(getPlan().slot().begins())
                .toSecondOfDay();
    }

    /** What stands for something that is added. */
    public String added(Choice choice) {
        return SlotEntries.write(choice.sound().product(), choice.sound().language(), ItemPriority.NORMAL);
    }

    public boolean isThere() {
        return week != null;
    }

    public WorkWeek getWeek() {
        return Objects.requireNonNull(week, "there is no such week");
    }

    public SlotPlan getPlan() {
        return Objects.requireNonNull(plan, "there is no such slot");
    }

    /** What somebody else has saved meanwhile; null when nobody has. */
    public @Nullable SlotPlan getOthers() {
        return others;
    }

    public List<Choice> getChoices() {
        return choices.first();
    }

    /** How much was found. */
    public int getFound() {
        return choices.all();
    }

    /** How much is offered at the most, which the form keeps. */
    public int getOffered() {
        return offered;
    }

    /** Whether more can be shown. */
    public boolean isMore() {
        return choices.all() > offered && offered < MOST_CHOICES;
    }

    /** Whether it has no room in what is left of the slot. */
    public boolean isTooLong(Choice choice) {
        return choice.sound().seconds() > getPlan().left();
    }

    /** Whether what is shown is not saved yet. */
    public boolean isChanged() {
        return changed;
    }

    /** The version that the form is about. */
    public long getVersion() {
        return version;
    }

    /** The slot that the form is about, as it was read. */
    public String getMark() {
        return mark;
    }

    public List<Taxonomies.LanguageItem> getLanguages() {
        return taxonomies.languagesOfWorks();
    }

    public List<Taxonomies.GenreItem> getGenres() {
        return taxonomies.genres();
    }

    /** Back to the week. */
    public String getBack() {
        return visit.link(Address.of(Addresses.PROGRAMMES_AT_WORK + "/"
                + getWeek().code() + "/" + getWeek().week().code()));
    }

    public String getAction() {
        return visit.getAddress().toString();
    }
}
