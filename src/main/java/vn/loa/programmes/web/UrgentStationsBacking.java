package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.catalog.StationSound;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.programmes.InsertEverywhere;
import vn.loa.programmes.InsertEverywhere.Result;
import vn.loa.programmes.InsertEverywhere.Told;
import vn.loa.programmes.InsertUrgently.Inserted;
import vn.loa.programmes.InsertUrgently.Wanted;
import vn.loa.programmes.UrgentReach;
import vn.loa.programmes.UrgentReach.Area;
import vn.loa.programmes.WorkStations;

/** The form by which those who plan several stations have something played at once on all, or on some of them. */
@Named("urgentStations")
@RequestScoped
public class UrgentStationsBacking {
    private static final String FIND = "tim";
    private static final String INSERT = "khan";

    /** Stands for all stations in the form: of a choice without a value browsers send the words. */
    private static final String ALL = "tat-ca";

    private static final int MOST_VOICES = 60;

    /** Before anybody looks for something: an emergency was published just now. */
    private static final int MOST_OFFERED = 10;

    private static final int MOST_NAMED = 10;

    @Inject
    private WorkStations stations;

    @Inject
    private UrgentReach reach;

    @Inject
    private InsertEverywhere inserting;

    @Inject
    private ProgrammeForms forms;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private List<List<StationSound>> choices = List.of();
    private List<Area> areas = List.of();

    /** Whether one of its buttons was pressed; the page has others. */
    boolean isSent() {
        return Set.of(FIND, INSERT).contains(sent.getButton());
    }

    void take() {
        var by = user.require();
        try {
            if (sent.getButton().equals(INSERT)) {
                insert();
            }
            if (!sent.isDone()) {
                areas = reach.areas(by);
                choices = found(MOST_VOICES);
            }
        } catch (NotPermitted others) {
            sent.forbid(visit.text("programme.not-permitted"));
            return;
        }
        if (sent.getButton().equals(FIND) && choices.isEmpty()) {
            sent.refuse(visit.text("programme.found.none"));
        }
    }

    /** What can be chosen before anybody looks for something: the newest. */
    void offer() {
        if (areas.isEmpty()) {
            areas = reach.areas(user.require());
            choices = found(MOST_OFFERED);
        }
    }

    private List<List<StationSound>> found(int most) {
        return stations.works("", stations.thisWeek(), sent.line("q"), most, user.require());
    }

    private void insert() {
        var wanted = new Wanted(Math.max(0, sent.number("san-pham")), chosen("tieng"));
        var told = inserting.insert(wanted, area(), user.require()).orElse(List.of());
        var played = told.stream().filter(Told::isPlayed).count();
        if (told.isEmpty()) {
            sent.refuse(visit.text("stations.urgent.none"));
        } else if (told.stream().allMatch(each -> each.result() == Result.UNPLAYABLE)) {
            sent.refuse(visit.text("programme.unplayable"));
        } else if (played == told.size()) {
            sent.lead(said(told), visit.link(visit.getAddress()));
        } else {
            // Where it is played it is not heard twice when the form is sent again.
            sent.refuse(said(told));
        }
    }

    /** Null for all. */
    private @Nullable String area() {
        var said = chosen("noi");
        return ALL.equals(said) ? null : said;
    }

    private @Nullable String chosen(String field) {
        var said = sent.line(field);
        return said.isEmpty() ? null : said;
    }

    private String said(List<Told> told) {
        var parts = new ArrayList<String>();
        inserted(of(told, Result.INSERTED)).ifPresent(parts::add);
        Stream.of(Result.ALREADY, Result.UNPLAYABLE, Result.FAILED).forEach(result -> {
            var there = of(told, result);
            if (!there.isEmpty()) {
                parts.add(visit.say("stations.urgent." + result.code(), there.size(), named(there)));
            }
        });
        return String.join(" ", parts);
    }

    private Optional<String> inserted(List<Told> told) {
        var all = told.stream()
                .flatMap(each -> Stream.ofNullable(each.inserted()))
                .toList();
        return all.stream().map(Inserted::at).min(LocalDateTime::compareTo).map(first -> {
            var languages = all.stream()
                    .map(Inserted::language)
                    .distinct()
                    .sorted()
                    .map(forms::language)
                    .collect(Collectors.joining(", "));
            var dropped = all.stream().mapToInt(Inserted::dropped).sum();
            return String.join(
                            " ",
                            visit.say(
                                    "stations.urgent.inserted",
                                    all.size(),
                                    visit.getWords().time(first)),
                            visit.say("stations.urgent.spoken", languages),
                            dropped == 0 ? "" : visit.say("programme.left", dropped))
                    .strip();
        });
    }

    private static List<Told> of(List<Told> told, Result result) {
        return told.stream().filter(each -> each.result() == result).toList();
    }

    private String named(List<Told> told) {
        return told.stream()
                        .limit(MOST_NAMED)
                        .map(each -> visit.of(each.place()))
                        .collect(Collectors.joining(", "))
                + (told.size() > MOST_NAMED ? " …" : "");
    }

    /** What was found of what somebody looks for: works, each with what can be heard of it. */
    public List<List<StationSound>> getChoices() {
        return choices;
    }

    /** Whether a work was chosen in a form that was refused. */
    public boolean isChosen(List<StationSound> work) {
        return sent.kept(INSERT, "san-pham", "")
                .equals(String.valueOf(work.get(0).product()));
    }

    /** Of all that was found, codes. */
    public List<String> getLanguages() {
        return choices.stream()
                .flatMap(List::stream)
                .map(StationSound::language)
                .distinct()
                .sorted()
                .toList();
    }

    public List<Area> getAreas() {
        return areas;
    }

    /** What stands for an area in the form. */
    public String value(Area area) {
        return area.code().isEmpty() ? ALL : area.code();
    }

    /** Whether it is what the form sends as it stands. */
    public boolean isChosenArea(Area area) {
        return value(area).equals(sent.kept(INSERT, "noi", ALL));
    }

    /** An area, and how many stations it has. */
    public String words(Area area) {
        return visit.say(
                "stations.urgent.area",
                area.code().isEmpty() ? visit.text("stations.urgent.all") : visit.of(area.label()),
                area.stations());
    }

    /** What can be heard of a work, in words. */
    public String languages(List<StationSound> voices) {
        return voices.stream()
                .map(voice -> forms.language(voice.language()) + " " + forms.length(voice.seconds()))
                .collect(Collectors.joining(" · "));
    }
}
