package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.catalog.HeardWork;
import vn.loa.catalog.HeardWorks;
import vn.loa.catalog.StationSound;
import vn.loa.catalog.StationSounds;
import vn.loa.common.Coded;
import vn.loa.common.Sha256;
import vn.loa.programmes.Broadcasts.Wanted;
import vn.loa.programmes.PlannedItem.Heard;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Languages;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/**
 * Takes entries into the as-run log, in any order and as often as they are sent. What was aired was aired: a work that was withdrawn since is taken as well, since
 * a log that may not say what happened is none; one that was never public cannot have come from the portal, and who asks for it does not learn that it exists.
 */
@ApplicationScoped
@Transactional
public class WriteLog {
    /** At once. */
    public static final int MOST = 1_000;

    /** Clocks of stations are a little wrong. */
    static final int AHEAD_SECONDS = 300;

    private static final Instant FIRST = Instant.parse("1999-12-31T17:00:00Z");

    @Inject
    private Localities localities;

    @Inject
    private Languages languages;

    @Inject
    private HeardWorks works;

    @Inject
    private StationSounds sounds;

    @Inject
    private Broadcasts broadcasts;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** What became of an entry. */
    public enum Result implements Coded {
        STORED,
        /** It was there already: sent before, or told by another way. */
        KNOWN,
        REFUSED
    }

    /** @param id of the entry in the log; null when it was refused @param faults why it was; empty otherwise */
    public record Taken(String key, Result result, @Nullable Long id, List<LogFault> faults) {
        public Taken {
            faults = List.copyOf(faults);
        }
    }

    /** @param broadcast in the log; null when it was refused */
    private record Found(
            String key, Result result, @Nullable Broadcast broadcast, List<LogFault> faults) {
        private Taken taken() {
            return new Taken(key, result, broadcast == null ? null : broadcast.requireId(), faults);
        }
    }

    private record Judged(
            LogEntry entry,
            @Nullable Locality place,
            @Nullable Aired aired,
            List<LogFault> faults) {}

    /**
     * @param entries at most {@value #MOST}
     * @return what became of each, in their order
     * @throws vn.loa.accounts.NotPermitted when one is of a commune of others; nothing is taken then. In a table it is only refused
     */
    public List<Taken> append(List<LogEntry> entries, LogOrigin origin, Actor by) {
        var judged = judged(entries, origin, by);
        var places = new TreeMap<Long, Locality>();
        judged.stream()
                .filter(each -> each.aired() != null)
                .flatMap(each -> Optional.ofNullable(each.place()).stream())
                .forEach(place -> places.put(id(place), place));
        places.keySet().forEach(broadcasts::await);
        var like = broadcasts.like(
                judged.stream().flatMap(each -> wanted(each).stream()).toList());
        var taken = new ArrayList<Found>();
        var ours = new HashMap<String, Broadcast>();
        var stored = new HashMap<Long, Integer>();
        var place = 0;
        for (var each : judged) {
            var before = each.aired() == null ? List.<Broadcast>of() : like.getOrDefault(place++, List.of());
            taken.add(take(each, before, ours, origin, by, stored));
        }
        if (!stored.isEmpty()) {
            broadcasts.untold();
        }
        // What the page that plays writes is its own trail, and would fill this one every few minutes.
        if (origin != LogOrigin.PLAYOUT) {
            stored.forEach((id, count) -> audit.record(
                    by, "log-broadcasts", "broadcasts", id, place(places, id), origin.code() + " " + count));
        }
        // At once: each by itself would look through all before it.
        broadcasts.flush();
        return taken.stream().map(Found::taken).toList();
    }

    private static String place(Map<Long, Locality> places, long id) {
        return Optional.ofNullable(places.get(id)).map(Locality::addressName).orElse("");
    }

    private static Optional<Wanted> wanted(Judged judged) {
        return judged.aired() == null || judged.place() == null
                ? Optional.empty()
                : Optional.of(new Wanted(id(judged.place()), judged.entry().key(), judged.aired()));
    }

    private static long id(Locality place) {
        return Optional.ofNullable(place.id()).orElseThrow();
    }

    private Found take(
            Judged judged,
            List<Broadcast> before,
            Map<String, Broadcast> ours,
            LogOrigin origin,
            Actor by,
            Map<Long, Integer> stored) {
        var entry = judged.entry();
        var place = judged.place();
        var aired = judged.aired();
        if (aired == null || place == null) {
            return new Found(entry.key(), Result.REFUSED, null, judged.faults());
        }
        var named = id(place) + " " + entry.key();
        var same = Optional.ofNullable(ours.get(named))
                .or(() -> before.stream()
                        .filter(each -> each.key().equals(entry.key()))
                        .findFirst());
        if (same.isPresent()) {
            return same.get().digest().equals(entry.digest())
                    ? new Found(entry.key(), Result.KNOWN, same.get(), List.of())
                    : new Found(entry.key(), Result.REFUSED, null, List.of(LogFault.KEY));
        }
        var told = before.stream()
                .filter(each -> !each.isStruck() && each.origin() != origin)
                .findFirst();
        if (told.isPresent()) {
            if (told.get().outcome() != AiredOutcome.MISSED || aired.outcome() == AiredOutcome.MISSED) {
                return new Found(entry.key(), Result.KNOWN, told.get(), List.of());
            }
            // Somebody took it for missed before the station could say that it was heard.
            broadcasts.add(told.get().correct(told.get().aired(), true, "aired", clock.instant(), by.name()));
        }
        var made = new Broadcast(
                place, aired, new Broadcast.Writing(entry.key(), entry.digest(), origin, clock.instant(), by.name()));
        broadcasts.add(made);
        ours.put(named, made);
        stored.merge(id(place), 1, Integer::sum);
        return new Found(entry.key(), Result.STORED, made, List.of());
    }

    private List<Judged> judged(List<LogEntry> entries, LogOrigin origin, Actor by) {
        var places = localities.named(distinct(entries, LogEntry::place));
        var mine = new HashMap<String, Boolean>();
        places.forEach((name, place) -> mine.put(name, mayWrite(place, origin, by)));
        var known = works.at(distinct(entries, LogEntry::product)).stream()
                .collect(Collectors.toMap(HeardWork::slug, Function.identity()));
        var spoken = languages.all().stream()
                .filter(Language::isContent)
                .map(Language::code)
                .collect(Collectors.toSet());
        var lengths = sounds
                .at(entries.stream()
                        .filter(entry -> entry.seconds() == null)
                        .map(LogEntry::product)
                        .distinct()
                        .toList())
                .stream()
                .collect(
                        Collectors.toMap(sound -> new Heard(sound.product(), sound.language()), StationSound::seconds));
        return entries.stream()
                .map(entry -> {
                    var place = places.get(entry.place());
                    var work = known.get(entry.product());
                    var faults = new ArrayList<>(faults(entry, clock.instant()));
                    if (place == null || Station.isTemplate(place)) {
                        faults.add(LogFault.PLACE);
                    } else if (!mine.getOrDefault(entry.place(), false)) {
                        faults.add(LogFault.NOT_YOURS);
                    }
                    faults.addAll(faults(entry, work, spoken.contains(entry.language()), origin));
                    return faults.isEmpty() && work != null
                            ? new Judged(entry, place, aired(entry, work, lengths), faults)
                            : new Judged(entry, place, null, faults);
                })
                .toList();
    }

    private static boolean mayWrite(Locality place, LogOrigin origin, Actor by) {
        if (origin != LogOrigin.FILE && !Station.isTemplate(place)) {
            ProgrammePolicy.require(by, place);
        }
        return ProgrammePolicy.mayPlan(by, place);
    }

    private static List<String> distinct(List<LogEntry> entries, Function<LogEntry, String> field) {
        return entries.stream().map(field).distinct().toList();
    }

    private static Aired aired(LogEntry entry, HeardWork work, Map<Heard, Integer> lengths) {
        var seconds = entry.seconds() == null
                ? lengths.getOrDefault(new Heard(work.product(), entry.language()), 0)
                : entry.seconds();
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
        }
        if (entry.note().length() > Aired.LONGEST_NOTE) {
            faults.add(LogFault.NOTE);
        }
        return faults;
    }

    /** The page that plays was given the voice by the portal: it may have been taken away since. */
    static List<LogFault> faults(LogEntry entry, @Nullable HeardWork work, boolean spoken, LogOrigin origin) {
        var faults = new ArrayList<LogFault>();
        if (work == null) {
            faults.add(LogFault.PRODUCT);
        }
        if (!spoken) {
            faults.add(LogFault.LANGUAGE);
        } else if (work != null
                && origin != LogOrigin.PLAYOUT
                && !work.languages().contains(entry.language())) {
            faults.add(LogFault.VOICE);
        }
        return faults;
    }

    /** A key for what has none: the same of the same, so that what is sent twice is taken once. */
    static String keyOf(String kind, LogEntry entry) {
        return kind + " "
                + Sha256.hex(entry.place() + "\n" + entry.at() + "\n" + entry.product() + "\n" + entry.language())
                        .substring(0, 40);
    }
}
