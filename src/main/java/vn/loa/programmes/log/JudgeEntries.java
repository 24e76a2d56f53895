package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.catalog.HeardWork;
import vn.loa.catalog.HeardWorks;
import vn.loa.catalog.LongestSound;
import vn.loa.catalog.StationSound;
import vn.loa.catalog.StationSounds;
import vn.loa.programmes.PlannedItem.Heard;
import vn.loa.programmes.ProgrammePolicy;
import vn.loa.programmes.Station;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Languages;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/** Says what is wrong with entries that somebody wants in the log, and what those are about with which nothing is. Within the transaction of who asks. */
@ApplicationScoped
class JudgeEntries {
    /** Clocks of stations are a little wrong. */
    static final int AHEAD_SECONDS = 300;

    /** Players count a little more than a sound lasts: so many seconds, and a part of it. */
    private static final int SPARE_SECONDS = 5;

    private static final int SPARE_PART = 20;

    private static final Instant FIRST = Instant.parse("1999-12-31T17:00:00Z");

    /** What says of a time that it cannot be. */
    private static final Set<LogFault> OF_CLOCKS = EnumSet.of(LogFault.FUTURE, LogFault.LONG_AGO, LogFault.BEFORE);

    @Inject
    private Localities localities;

    @Inject
    private Languages languages;

    @Inject
    private HeardWorks works;

    @Inject
    private StationSounds sounds;

    @Inject
    private Clock clock;

    /**
     * @param place null when there is no such commune
     * @param aired null when there are faults
     * @param told what the clock of the station said where that cannot be; null where it can
     */
    record Judged(
            LogEntry entry,
            @Nullable Locality place,
            @Nullable Aired aired,
            @Nullable Instant told,
            List<LogFault> faults) {}

    /** In their order. A constant number of statements. @throws vn.loa.accounts.NotPermitted when all are of communes of others; one among theirs is a fault, as in a table */
    List<Judged> of(List<LogEntry> entries, LogOrigin origin, Actor by) {
        var places = localities.named(distinct(entries, LogEntry::place));
        var mine = new HashMap<String, Boolean>();
        places.forEach((name, place) -> mine.put(name, ProgrammePolicy.mayPlan(by, place)));
        if (origin != LogOrigin.FILE && !mine.containsValue(true)) {
            places.values().stream()
                    .filter(place -> !Station.isTemplate(place))
                    .forEach(place -> ProgrammePolicy.require(by, place));
        }
        var known = works.at(distinct(entries, LogEntry::product)).stream()
                .collect(Collectors.toMap(HeardWork::slug, Function.identity()));
        var spoken = languages.all().stream()
                .filter(Language::isContent)
                .map(Language::code)
                .collect(Collectors.toSet());
        var lengths = sounds.at(distinct(entries, LogEntry::product)).stream()
                .collect(
                        Collectors.toMap(sound -> new Heard(sound.product(), sound.language()), StationSound::seconds));
        var longest = longest(distinct(entries, LogEntry::product));
        return entries.stream()
                .map(entry -> {
                    var place = places.get(entry.place());
                    var work = known.get(entry.product());
                    var now = clock.instant();
                    var faults = new ArrayList<>(faults(entry, now));
                    if (work != null && entry.at().isBefore(work.since())) {
                        faults.add(LogFault.BEFORE);
                    }
                    // What a station played it has played, whatever its clock says.
                    var wrong = origin == LogOrigin.PLAYOUT && faults.removeAll(OF_CLOCKS);
                    var at = wrong && work != null ? possible(entry.planned(), work.since(), now) : entry.at();
                    if (place == null || Station.isTemplate(place)) {
                        faults.add(LogFault.PLACE);
                    } else if (!mine.getOrDefault(entry.place(), false)) {
                        faults.add(LogFault.NOT_YOURS);
                    }
                    faults.addAll(faults(
                            entry,
                            work,
                            spoken.contains(entry.language()),
                            isOfProgramme(origin, entry.planned() != null)));
                    // A station that was offline has played a sound that may be gone: what it played is kept, but not
                    // for longer than there was anything to play.
                    var most = work == null ? null : longest.get(new Heard(work.product(), entry.language()));
                    var longer = most != null && isLonger(entry, most);
                    if (longer && origin != LogOrigin.PLAYOUT) {
                        faults.add(LogFault.LONGER);
                    }
                    return faults.isEmpty() && work != null
                            ? new Judged(
                                    entry,
                                    place,
                                    aired(entry, work, longer ? most : entry.seconds(), lengths)
                                            .begun(at),
                                    wrong ? entry.at() : null,
                                    faults)
                            : new Judged(entry, place, null, null, faults);
                })
                .toList();
    }

    /** When it was planned for, if that can be; else the moment at which it was told. */
    private static Instant possible(@Nullable Instant planned, Instant since, Instant now) {
        return planned == null || planned.isAfter(now) || planned.isBefore(since) ? now : planned;
    }

    private static List<String> distinct(List<LogEntry> entries, Function<LogEntry, String> field) {
        return entries.stream().map(field).distinct().toList();
    }

    /** How long the longest sound lasts that these works have or had, in seconds: a voice that took over since may be shorter than what was heard. */
    private Map<Heard, Integer> longest(List<String> slugs) {
        return sounds.longest(slugs).stream()
                .collect(
                        Collectors.toMap(sound -> new Heard(sound.product(), sound.language()), LongestSound::seconds));
    }

    /** @param heard in seconds; null for as long as it lasts */
    private static Aired aired(LogEntry entry, HeardWork work, @Nullable Integer heard, Map<Heard, Integer> lengths) {
        var seconds = heard == null ? lengths.getOrDefault(new Heard(work.product(), entry.language()), 0) : heard;
        return new Aired(work.product(), entry.language(), entry.at(), seconds, entry.outcome(), entry.note());
    }

    /** What is wrong with an entry whatever it is about. */
    static List<LogFault> faults(LogEntry entry, Instant now) {
        var faults = new ArrayList<LogFault>();
        if (entry.key().isBlank() || entry.key().length() > LogEntry.LONGEST_KEY) {
            faults.add(LogFault.KEY_FORM);
        }
        if (entry.at().isAfter(now.plusSeconds(AHEAD_SECONDS))) {
            faults.add(LogFault.FUTURE);
        } else if (entry.at().isBefore(FIRST)) {
            faults.add(LogFault.LONG_AGO);
        }
        if (entry.seconds() != null && (entry.seconds() < 0 || entry.seconds() > Aired.LONGEST)) {
            faults.add(LogFault.SECONDS);
        } else if (entry.seconds() != null && entry.seconds() == 0 && entry.outcome() == AiredOutcome.AIRED) {
            faults.add(LogFault.UNHEARD);
        }
        if (entry.note().length() > LogEntry.LONGEST_NOTE) {
            faults.add(LogFault.NOTE);
        }
        return faults;
    }

    /** Whether an entry says that more was heard than there ever was of it; nobody knows that of a voice that is gone. */
    boolean isLonger(LogEntry entry) {
        return sounds.longest(List.of(entry.product())).stream()
                .filter(sound -> sound.language().equals(entry.language()))
                .anyMatch(sound -> isLonger(entry, sound.seconds()));
    }

    /** @param lasts in seconds; null when nobody knows */
    static boolean isLonger(LogEntry entry, @Nullable Integer lasts) {
        return lasts != null
                && entry.seconds() != null
                && entry.seconds() <= Aired.LONGEST
                && entry.seconds() > lasts + SPARE_SECONDS + lasts / SPARE_PART;
    }

    /** Whether the portal itself has named the voice: to the page that plays, or to somebody who says of a programme whether it was aired. */
    static boolean isOfProgramme(LogOrigin origin, boolean planned) {
        return origin == LogOrigin.PLAYOUT || origin == LogOrigin.HAND && planned;
    }

    /** @param ofProgramme whether the portal has named the voice: it may have been taken away since */
    static List<LogFault> faults(LogEntry entry, @Nullable HeardWork work, boolean spoken, boolean ofProgramme) {
        var faults = new ArrayList<LogFault>();
        if (work == null) {
            faults.add(LogFault.PRODUCT);
        }
        if (!spoken) {
            faults.add(LogFault.LANGUAGE);
        } else if (work != null && !ofProgramme && !work.languages().contains(entry.language())) {
            faults.add(LogFault.VOICE);
        }
        return faults;
    }
}
