package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.InvalidInput;
import vn.loa.common.Violation;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.programmes.EditStation;
import vn.loa.programmes.Preference;
import vn.loa.programmes.WorkStations;
import vn.loa.programmes.WorkStations.View;
import vn.loa.taxonomy.Taxonomies;

/** When a station is on air, and what it likes to play: {@code /quan-tri/lich-phat/{code}/thiet-lap}. */
@Named
@RequestScoped
public class WorkSettingsBacking {
    /** The button that takes over what the whole province plans with. */
    private static final String TEMPLATE = "mau";
    /** Of holidays beside those that there are. */
    private static final int EMPTY_ROWS = 3;

    /** Of preferences, at least. */
    private static final int RANKS = 3;

    /** Fields of which it is said what is wrong with which value. */
    private static final Set<String> NAMED = Set.of("slots", "shares");

    @Inject
    private WorkStations stations;

    @Inject
    private EditStation editing;

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

    private @Nullable View station;
    private SettingsForm form = SettingsForm.empty();
    private List<String> faults = List.of();

    /** A row of the form for holidays. */
    public record HolidayRow(String day, String name, String as) {}

    public void begin() {
        var by = user.require();
        var found = forms.found(() -> stations.find(visit.route("code"), by));
        if (found.isEmpty()) {
            return;
        }
        station = found.get();
        // Whatever keeps them from being taken, settings that were written stay.
        form = sent.isSent() && !sent.getButton().equals(TEMPLATE)
                ? SettingsForm.sent(sent, taxonomies.languagesOfWorks())
                : SettingsForm.of(found.get().settings());
        if (forms.isTaken()) {
            take(found.get());
        }
    }

    private void take(View before) {
        var by = user.require();
        var version = sent.number("ban");
        try {
            EditStation.Result result;
            if (sent.getButton().equals(TEMPLATE)) {
                result = editing.takeTemplate(before.code(), version, by);
            } else {
                result = editing.save(before.code(), version, form.settings(), by);
            }
            switch (result) {
                case DONE -> {
                    stations.find(before.code(), by).ifPresent(now -> station = now);
                    form = SettingsForm.of(getStation().settings());
                    sent.done(visit.text("station.saved"));
                }
                case STALE -> sent.refuse(visit.text("programme.stale"));
                case UNKNOWN -> sent.refuse(visit.text("station.no-template"));
            }
        } catch (NotPermitted others) {
            sent.forbid(visit.text("programme.not-permitted"));
        } catch (InvalidInput wrong) {
            var named = form.wrong().stream().map(this::words).toList();
            faults = Stream.concat(
                            named.stream(),
                            wrong.violations().stream()
                                    .map(Violation::field)
                                    .filter(field -> named.isEmpty() || !NAMED.contains(field))
                                    .map(field -> visit.text("station.wrong." + field)))
                    .distinct()
                    .toList();
            sent.refuse(visit.text("station.wrong"));
        }
    }

    private String words(SettingsForm.Wrong wrong) {
        var said = visit.say("station.wrong." + wrong.key(), wrong.value());
        return wrong.day() == null ? said : weekday(wrong.day()) + ": " + said;
    }

    public boolean isThere() {
        return station != null;
    }

    public View getStation() {
        return Objects.requireNonNull(station, "there is no such unit");
    }

    public SettingsForm getForm() {
        return form;
    }

    /** What is wrong, each in words. */
    public List<String> getFaults() {
        return faults;
    }

    public List<DayOfWeek> getWeekdays() {
        return List.of(DayOfWeek.values());
    }

    /** {@code Thứ hai}. */
    public String weekday(DayOfWeek day) {
        return visit.getWords().weekday(day);
    }

    /** What was written for a weekday. */
    public String times(DayOfWeek day) {
        return form.times().getOrDefault(day, "");
    }

    public String share(String language) {
        return form.shares().getOrDefault(language, "");
    }

    public List<Taxonomies.LanguageItem> getLanguages() {
        return taxonomies.languagesOfWorks();
    }

    public List<Taxonomies.GenreItem> getGenres() {
        return taxonomies.genres();
    }

    /** What is preferred, in order, with a place for more. */
    public List<Preference> getPreferences() {
        var rows = new ArrayList<>(form.preferences());
        do {
            rows.add(new Preference("", "", "", ""));
        } while (rows.size() < RANKS);
        return rows.subList(0, Math.min(rows.size(), Preference.MOST));
    }

    public List<Taxonomies.Item> getTopics() {
        return taxonomies.topics();
    }

    public List<Taxonomies.Item> getAudiences() {
        return taxonomies.audiences();
    }

    /** Those that there are, and some to fill in. */
    public List<HolidayRow> getHolidays() {
        var rows = new ArrayList<>(form.holidays());
        Stream.generate(() -> new HolidayRow("", "", "")).limit(EMPTY_ROWS).forEach(rows::add);
        return rows;
    }

    public String getBack() {
        return visit.link(
                Address.of(Addresses.PROGRAMMES_AT_WORK + "/" + getStation().code()));
    }

    public String getAction() {
        return visit.getAddress().toString();
    }
}
