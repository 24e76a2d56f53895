package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.common.PublicAddress;
import vn.loa.common.Texts;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;
import vn.loa.programmes.PlayedDay;
import vn.loa.programmes.PublicProgrammes;
import vn.loa.programmes.PublicProgrammes.Shown;
import vn.loa.programmes.Week;
import vn.loa.taxonomy.Taxonomies;

/** The programme of a commune's loudspeakers, today and in a week: {@code /lich-phat/{code}}. */
@Named
@RequestScoped
public class ProgrammeBacking {
    /** So many things are shown at once: more are too heavy for a slow line. */
    private static final int MOST_LINES = 100;

    @Inject
    private PublicProgrammes programmes;

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private PublicAddress address;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    private @Nullable Shown page;
    private @Nullable PlayedDay chosen;
    private Map<String, Texts> languages = Map.of();

    /** Reads the week that the address asks for, or answers that there is none. */
    public void load() {
        var asked = visit.parameter(Addresses.WEEK);
        var week = Week.find(asked);
        var found = asked.isEmpty() || week.isPresent()
                ? programmes.week(visit.route("code"), week.orElse(null))
                : Optional.<Shown>empty();
        var day = visit.parameter(Addresses.DAY);
        if (found.isEmpty() || !day.isEmpty() && found.get().days().stream().noneMatch(each -> isNamed(each, day))) {
            absence.unknown();
            return;
        }
        page = found.get();
        chosen = found.get().days().stream()
                .filter(each -> day.isEmpty() ? !each.blocks().isEmpty() : isNamed(each, day))
                .findFirst()
                .filter(each -> !day.isEmpty() || found.get().ofToday().isEmpty())
                .orElse(null);
        languages = taxonomies.languageLabels();
    }

    private static boolean isNamed(PlayedDay day, String name) {
        return day.date().toString().equals(name);
    }

    /** Whether the week is too long for one page: then each day but one is only named, and leads to where it is shown. */
    public boolean isBrief() {
        return page != null
                && page.days().stream()
                                .flatMap(day -> day.blocks().stream())
                                .mapToInt(block -> block.lines().size())
                                .sum()
                        > MOST_LINES;
    }

    /** Whether a day of a long week is shown. */
    public boolean isChosen(PlayedDay day) {
        return day.equals(chosen);
    }

    /** When a station is on air on a day: {@code 05:00–05:30, 17:00–17:30}. */
    public String times(PlayedDay day) {
        var words = visit.getWords();
        return day.blocks().stream()
                .map(block -> words.time(block.begins()) + (block.extra() ? "" : "–" + words.time(block.ends())))
                .collect(Collectors.joining(", "));
    }

    /** Where a day of a long week is shown. */
    public String at(PlayedDay day) {
        return visit.link(Address.of(path())
                .with(Addresses.WEEK, Week.of(day.date()).code())
                .with(Addresses.DAY, day.date().toString()));
    }

    public @Nullable Shown getPage() {
        return page;
    }

    /** What is heard today; null when nothing is, or another week or a day of a long one is shown. */
    public @Nullable PlayedDay getToday() {
        return page == null || isBrief() && chosen != null
                ? null
                : page.ofToday().filter(day -> !day.blocks().isEmpty()).orElse(null);
    }

    /** Whether a day lies open at once: in the week of today tomorrow does, since today stands above; in others all do, but not on light pages. */
    public boolean isOpen(PlayedDay day) {
        if (page == null || visit.isLight()) {
            return false;
        }
        return !page.week().contains(page.today())
                || day.date().equals(page.today().plusDays(1));
    }

    /** The language of something, in words. */
    public String language(String code) {
        return visit.of(languages.getOrDefault(code, Texts.of(Texts.FALLBACK, code)));
    }

    /** {@code Thứ hai, ngày 23 tháng 11 năm 2026}. */
    public String day(PlayedDay day) {
        var words = visit.getWords();
        return words.weekday(day.date().getDayOfWeek()) + ", " + words.day(day.date());
    }

    /** Where another week is shown. */
    public String week(Week week) {
        return visit.link(Address.of(path()).with(Addresses.WEEK, week.code()));
    }

    /** Where the week of today is shown. */
    public String getThisWeek() {
        return visit.href(path());
    }

    /** The feed for calendars; with the full address where that is known, since it is pasted into other programs. */
    public String getCalendar() {
        return (address.isKnown() ? address.root() : "") + path() + ".ics";
    }

    private String path() {
        return Addresses.PROGRAMMES + "/" + visit.route("code");
    }
}
