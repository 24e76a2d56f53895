package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.catalog.StationSound;
import vn.loa.common.PlainText;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.programmes.InsertUrgently;
import vn.loa.programmes.InsertUrgently.Inserted;
import vn.loa.programmes.InsertUrgently.Wanted;
import vn.loa.programmes.WorkStations;
import vn.loa.programmes.WorkWeek;
import vn.loa.programmes.WorkWeeks;

/** What cannot wait is played at once on one station, in one language after the other: {@code /quan-tri/lich-phat/{code}/khan}. */
@Named
@RequestScoped
public class WorkUrgentBacking {
    private static final String INSERT = "chen";
    private static final int MOST_VOICES = 60;

    /** Before anybody looks for something: an emergency was published just now. */
    private static final int MOST_OFFERED = 12;

    /** An emergency that is heard in more than these is a programme. */
    private static final int MOST_AT_ONCE = 10;

    /** In the address: what was inserted. */
    static final String INSERTED = "da-chen";

    /** When, in which languages, and how much fell out for it. */
    private static final Pattern TOLD = Pattern.compile(
            "(20[0-9]{2}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?)~([a-z]{2,8}(?:-[a-z]{2,8})*)~([0-9]{1,4})");

    /** A work and the language in which it is heard. */
    private static final Pattern VOICE = Pattern.compile("([0-9]{1,18})\\.([a-z]{2,8})");

    @Inject
    private WorkStations stations;

    @Inject
    private WorkWeeks weeks;

    @Inject
    private InsertUrgently urgent;

    @Inject
    private ProgrammeForms forms;

    @Inject
    private UrgentNowBacking emergencies;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable WorkWeek week;
    private List<List<StationSound>> choices = List.of();

    public void begin() {
        var by = user.require();
        var code = visit.route("code");
        var now = stations.thisWeek();
        var found = forms.found(() -> weeks.find(code, now, by).filter(known -> !known.template()));
        if (found.isEmpty()) {
            return;
        }
        week = found.get();
        if (forms.isTaken()) {
            take();
            weeks.find(code, now, by).ifPresent(known -> week = known);
        }
        emergencies.load(getWeek().code());
        if (!sent.isSent() || emergencies.isSent()) {
            choices = found(words().isEmpty() ? MOST_OFFERED : MOST_VOICES);
            tell();
        }
    }

    private void take() {
        if (emergencies.isSent()) {
            emergencies.take(getWeek().code());
            return;
        }
        if (sent.getButton().equals(INSERT)) {
            insert();
            choices = found(MOST_VOICES);
        } else {
            sent.refuse(visit.text("programme.nothing"));
        }
    }

    /** What somebody looks for stands in the address, or in the form by which they choose from what they found. */
    private String words() {
        return sent.isSent() ? sent.line("q") : PlainText.line(visit.parameter("q"));
    }

    /** The newest, where nobody has said what they look for. */
    private List<List<StationSound>> found(int most) {
        return stations.works(getWeek().code(), getWeek().week(), words(), most, user.require());
    }

    private void insert() {
        var chosen = sent.all("san-pham").stream().distinct().toList();
        var wanted = chosen.stream().flatMap(each -> wanted(each).stream()).toList();
        if (chosen.isEmpty() || chosen.size() > MOST_AT_ONCE) {
            sent.refuse(visit.say("programme.urgent.choose", MOST_AT_ONCE));
            return;
        }
        if (wanted.size() < chosen.size()) {
            sent.refuse(visit.text("programme.unplayable"));
            return;
        }
        try {
            urgent.insert(wanted, getWeek().code(), sent.number("ban"), user.require())
                    .ifPresentOrElse(this::lead, () -> sent.refuse(visit.text("programme.unplayable")));
        } catch (NotPermitted others) {
            sent.forbid(visit.text("programme.not-permitted"));
        }
    }

    private static Optional<Wanted> wanted(String chosen) {
        return Optional.of(VOICE.matcher(chosen))
                .filter(voice -> voice.matches())
                .map(voice -> new Wanted(Long.parseLong(voice.group(1)), voice.group(2)));
    }

    /** To the page as it is now: who goes back and forth between pages sends nothing again. */
    private void lead(List<Inserted> told) {
        var first =
                told.stream().map(Inserted::at).min(LocalDateTime::compareTo).orElseThrow();
        var languages = told.stream().map(Inserted::language).distinct().collect(Collectors.joining("-"));
        var dropped = told.stream().mapToInt(Inserted::dropped).sum();
        Redirect.to(
                visit.link(visit.getAddress().without("q").with(INSERTED, first + "~" + languages + "~" + dropped)),
                FacesContext.getCurrentInstance());
    }

    /** What was inserted, if it is still there: an address says much. */
    private void tell() {
        var told = TOLD.matcher(visit.parameter(INSERTED));
        if (!told.matches()) {
            return;
        }
        var at = moment(told.group(1));
        if (emergencies.getAll().stream().anyMatch(each -> !at.isBefore(each.begins()) && !at.isAfter(each.ends()))) {
            var languages =
                    Stream.of(told.group(2).split("-")).map(forms::language).collect(Collectors.joining(", "));
            var dropped = Integer.parseInt(told.group(3));
            sent.done(visit.say("programme.inserted", visit.getWords().time(at), languages)
                    + (dropped == 0 ? "" : " " + visit.say("programme.left", dropped)));
        }
    }

    /** Long ago where it is none. */
    private static LocalDateTime moment(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeParseException none) {
            return LocalDateTime.MIN;
        }
    }

    /** What somebody looks for, in the page. */
    public String getWords() {
        return words();
    }

    public boolean isThere() {
        return week != null;
    }

    /** The week of today. */
    public WorkWeek getWeek() {
        return Objects.requireNonNull(week, "there is no such station");
    }

    /** What was found of what somebody looks for: works, each with what can be heard of it. */
    public List<List<StationSound>> getChoices() {
        return choices;
    }

    /** What stands for something that was found, in the form. */
    public String voice(StationSound sound) {
        return sound.product() + "." + sound.language();
    }

    /** Whether it was chosen in a form that was refused. */
    public boolean isChosen(StationSound sound) {
        return sent.isRefused(INSERT) && sent.all("san-pham").contains(voice(sound));
    }

    /** Where everybody hears it. */
    public String page(StationSound sound) {
        return visit.href(sound.page());
    }

    public String getStation() {
        return visit.link(
                Address.of(Addresses.PROGRAMMES_AT_WORK + "/" + getWeek().code()));
    }

    /** Where somebody looks for something else. */
    public String getPage() {
        return visit.getAddress().path();
    }

    public String getAction() {
        return visit.getAddress().without(INSERTED).toString();
    }
}
