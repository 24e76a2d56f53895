package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.Coded;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.programmes.EditProgramme;
import vn.loa.programmes.EditProgramme.Entry;
import vn.loa.programmes.EditProgramme.Outcome;
import vn.loa.programmes.EditProgramme.Read;
import vn.loa.programmes.ItemPriority;
import vn.loa.programmes.Schedule;
import vn.loa.programmes.Week;
import vn.loa.programmes.WorkStations;
import vn.loa.programmes.WorkStations.Choice;
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
    private static final Pattern ENTRY = Pattern.compile("([0-9]{1,18})\\.([a-z]{2,8})\\.(normal|high|urgent)");
    private static final int MOST_ENTRIES = 300;
    private static final int MOST_CHOICES = 30;

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

    private @Nullable WorkWeek week;
    private @Nullable SlotPlan plan;
    private @Nullable SlotPlan others;
    private List<Choice> choices = List.of();
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
            take(found.get().week(), name, entries(sent.all("muc")));
        }
        choices = stations.choices(
                code, found.get().week(), sent.line("q"), sent.line("tieng"), sent.line("the-loai"), MOST_CHOICES, by);
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
            change(sent.getButton(), changes);
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

    private static void change(String button, List<Entry> entries) {
        var parts = button.split(":", 2);
        var place = parts.length == 2 && parts[1].matches("[0-9]{1,4}") ? Integer.parseInt(parts[1]) : -1;
        var there = place >= 0 && place < entries.size();
        switch (parts[0]) {
            case "len" -> {
                if (there && place > 0) {
                    Collections.swap(entries, place, place - 1);
                }
            }
            case "xuong" -> {
                if (there && place + 1 < entries.size()) {
                    Collections.swap(entries, place, place + 1);
                }
            }
            case "bo" -> {
                if (there) {
                    entries.remove(place);
                }
            }
            case "uu-tien" -> {
                if (there) {
                    var entry = entries.get(place);
                    var other = entry.priority() == ItemPriority.NORMAL ? ItemPriority.HIGH : ItemPriority.NORMAL;
                    entries.set(place, new Entry(entry.product(), entry.language(), other));
                }
            }
            case "them" -> {
                if (parts.length == 2) {
                    entry(parts[1]).ifPresent(entries::add);
                }
            }
            default -> {
                // Looking and trying change nothing.
            }
        }
    }

    private static List<Entry> entries(List<String> written) {
        return written.stream()
                .limit(Schedule.MOST)
                .flatMap(each -> entry(each).stream())
                .toList();
    }

    private static Optional<Entry> entry(String written) {
        var parts = ENTRY.matcher(written);
        return parts.matches()
                ? Optional.of(new Entry(
                        Long.parseLong(parts.group(1)), parts.group(2), Coded.of(ItemPriority.class, parts.group(3))))
                : Optional.empty();
    }

    /** What stands for a thing in the form. */
    public String entry(Line line) {
        return line.product() + "." + line.language() + "." + line.priority().code();
    }

    /** What stands for something that is added. */
    public String added(Choice choice) {
        return choice.sound().product() + "." + choice.sound().language() + "." + ItemPriority.NORMAL.code();
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
        return choices;
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
