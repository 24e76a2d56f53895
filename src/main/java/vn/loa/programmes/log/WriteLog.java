package vn.loa.programmes.log;

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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.common.Coded;
import vn.loa.programmes.Communes;
import vn.loa.programmes.log.Broadcasts.Wanted;
import vn.loa.programmes.log.JudgeEntries.Judged;
import vn.loa.programmes.playout.PairPlayout;
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

    @Inject
    private JudgeEntries judge;

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

        private Taken called(String other) {
            return new Taken(other, result, id, faults);
        }
    }

    /** @param broadcast in the log; null when it was refused */
    private record Found(
            String key, Result result, @Nullable Broadcast broadcast, List<LogFault> faults) {
        private Taken taken() {
            return new Taken(key, result, broadcast == null ? null : broadcast.requireId(), faults);
        }
    }

    /** The same as {@link #append}, told by a player of a station: its keys are its own. @return what became of each, in their order, by the keys that it knows */
    public List<Taken> played(List<LogEntry> entries, PairPlayout.Known by) {
        var named = entries.stream().map(entry -> entry.toldBy(by.player())).toList();
        var taken = append(named, LogOrigin.PLAYOUT, by.actor());
        return IntStream.range(0, entries.size())
                .mapToObj(at -> taken.get(at).called(entries.get(at).key()))
                .toList();
    }

    /**
     * @param entries at most {@value #MOST}
     * @return what became of each, in their order
     * @throws vn.loa.accounts.NotPermitted when all are of communes of others; one among theirs is only refused, as all are in a table
     */
    public List<Taken> append(List<LogEntry> entries, LogOrigin origin, Actor by) {
        var judged = judge.of(entries, origin, by);
        var places = new TreeMap<Long, Locality>();
        judged.stream()
                .filter(each -> each.aired() != null)
                .flatMap(each -> Optional.ofNullable(each.place()).stream())
                .forEach(place -> places.put(Communes.id(place), place));
        broadcasts.await(places.keySet());
        var wanted = judged.stream().flatMap(each -> wanted(each).stream()).toList();
        var like = broadcasts.like(wanted);
        var during = broadcasts.during(wanted);
        // A page that plays tells of what was heard: it is marked where that seems not to be.
        var others = origin == LogOrigin.PLAYOUT ? Map.<Integer, List<Broadcast>>of() : broadcasts.others(wanted);
        var taken = new ArrayList<Found>();
        var ours = new HashMap<String, Broadcast>();
        var stored = new HashMap<Long, Integer>();
        var now = clock.instant();
        var place = 0;
        for (var each : judged) {
            var before = each.aired() == null
                    ? Before.NONE
                    : new Before(
                            like.getOrDefault(place, List.of()),
                            during.getOrDefault(place, List.of()),
                            others.getOrDefault(place, List.of()));
            place += each.aired() == null ? 0 : 1;
            taken.add(take(each, before, ours, new Telling(origin, now, by), stored));
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

    /** What the log says already. @param like with the same key, or of the same broadcast @param during what may be heard while it is @param others the same of something else */
    private record Before(List<Broadcast> like, List<Broadcast> during, List<Broadcast> others) {
        private static final Before NONE = new Before(List.of(), List.of(), List.of());
    }

    /** How, when and by whom all of it is told: at one moment, by which it is known what was told at once. */
    private record Telling(LogOrigin origin, Instant now, Actor by) {}

    /** Who tells of a broadcast once: each player, and each of the other ways. */
    private static String teller(LogOrigin origin, String key) {
        return origin == LogOrigin.PLAYOUT ? key.split(" ", 2)[0] : origin.code();
    }

    private static String place(Map<Long, Locality> places, long id) {
        return Optional.ofNullable(places.get(id)).map(Locality::addressName).orElse("");
    }

    private static Optional<Wanted> wanted(Judged judged) {
        return judged.aired() == null || judged.place() == null
                ? Optional.empty()
                : Optional.of(new Wanted(
                        Communes.id(judged.place()),
                        judged.entry().key(),
                        judged.aired(),
                        judged.entry().planned()));
    }

    private Found take(
            Judged judged, Before before, Map<String, Broadcast> ours, Telling telling, Map<Long, Integer> stored) {
        var origin = telling.origin();
        var entry = judged.entry();
        var place = judged.place();
        var aired = judged.aired();
        if (aired == null || place == null) {
            return new Found(entry.key(), Result.REFUSED, null, judged.faults());
        }
        var named = Communes.id(place) + " " + entry.key();
        var same = Optional.ofNullable(ours.get(named))
                .or(() -> before.like().stream()
                        .filter(each -> each.key().equals(entry.key()))
                        .findFirst());
        // Who strikes out what they have not named themselves could never tell of it again.
        var again = same.filter(each -> each.isStruck() && origin != LogOrigin.PLAYOUT && entry.isKeyed());
        if (same.isPresent() && again.isEmpty()) {
            return same.get().digest().equals(entry.digest())
                    ? new Found(entry.key(), Result.KNOWN, same.get(), List.of())
                    : new Found(entry.key(), Result.REFUSED, null, List.of(LogFault.KEY));
        }
        var self = teller(origin, entry.key());
        var overlapping = Stream.concat(before.during().stream(), ours.values().stream())
                .filter(each -> Communes.id(each.locality()) == Communes.id(place) && !each.isStruck())
                .filter(each -> each.overlaps(aired, entry.planned()))
                .toList();
        // Loudspeakers play one thing at a time: who tells of the same at the same time, if less exactly, tells of the
        // same broadcast.
        var told = Stream.concat(before.like().stream(), overlapping.stream())
                .filter(each ->
                        !each.isStruck() && !teller(each.origin(), each.key()).equals(self))
                .distinct()
                .toList();
        var known = told.stream()
                .filter(each -> !aired.outcome().isMoreThan(each.outcome()))
                .findFirst();
        if (known.isPresent()) {
            return new Found(entry.key(), Result.KNOWN, known.get(), List.of());
        }
        if (!told.containsAll(overlapping)) {
            return new Found(entry.key(), Result.REFUSED, null, List.of(LogFault.OVERLAP));
        }
        // Who confirms the programme is believed too: they cannot choose another time.
        if (origin != LogOrigin.PLAYOUT
                && !JudgeEntries.isOfProgramme(origin, entry.planned() != null)
                && Stream.concat(before.others().stream(), ours.values().stream())
                        .anyMatch(each -> Communes.id(each.locality()) == Communes.id(place)
                                && !each.isStruck()
                                && each.aired().collides(aired))) {
            return new Found(entry.key(), Result.REFUSED, null, List.of(LogFault.OTHER));
        }
        // Somebody took it for missed, or for broken off, before the station, or before the one of its players that
        // loudspeakers hang on, could say how much was heard.
        told.forEach(less -> broadcasts.add(less.correct(
                less.aired(), true, "aired", telling.now(), telling.by().name())));
        var made = again.orElseGet(() -> written(judged, place, aired, telling));
        if (again.isPresent()) {
            broadcasts.add(
                    made.tell(aired, entry.digest(), telling.now(), telling.by().name()));
        } else {
            broadcasts.add(made);
        }
        ours.put(named, made);
        stored.merge(Communes.id(place), 1, Integer::sum);
        return new Found(entry.key(), Result.STORED, made, List.of());
    }

    private Broadcast written(Judged judged, Locality place, Aired aired, Telling telling) {
        var entry = judged.entry();
        return new Broadcast(
                place,
                aired,
                new Broadcast.Writing(
                        entry.key(),
                        entry.digest(),
                        telling.origin(),
                        telling.now(),
                        telling.by().name(),
                        entry.planned(),
                        judged.told()));
    }
}
