package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.catalog.StationSound;
import vn.loa.catalog.StationSounds;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;

/**
 * Puts a work into the running programme of a station at once, in what everybody sees and in what is worked on. A station that nobody has planned for this week
 * plays it all the same. Sent twice, it is heard once.
 */
@ApplicationScoped
@Transactional
public class InsertUrgently {
    /** Code of such changes. */
    static final String REASON = "urgent";

    /** Stations need a moment to learn of it. */
    private static final int LEAD_MINUTES = 2;

    /** A form that was sent again on a slow line comes no later. */
    private static final int RESENT_MINUTES = 30;

    @Inject
    private Communes communes;

    @Inject
    private Stations stations;

    @Inject
    private Programmes programmes;

    @Inject
    private ProgrammeWriting writing;

    @Inject
    private StationSounds sounds;

    @Inject
    private Clock clock;

    /**
     * What came of it at one station.
     *
     * @param at when it is played
     * @param language code of the one it is heard in there
     * @param dropped how many things have no room any more
     * @param already whether it stood there before
     */
    public record Inserted(LocalDateTime at, String language, int dropped, boolean already) {}

    /**
     * What is put in.
     *
     * @param product id
     * @param language code of the one that it is heard in; null for that of the greatest share of the station that there is a file in
     */
    public record Wanted(long product, @Nullable String language) {}

    /**
     * Where it is put in already, nothing is done but to say when it is played, unless somebody has seen that and wants it once more.
     *
     * @param unit name of the commune in addresses
     * @param seen version of the programme that somebody has read before they wanted it, 0 when there was none; null when they have read none
     * @return empty when nobody can hear the work in this language, or there is no such station; a template is none
     * @throws vn.loa.accounts.NotPermitted unless they plan its programme
     */
    public Optional<Inserted> insert(Wanted wanted, String unit, @Nullable Long seen, Actor by) {
        return insert(List.of(wanted), unit, seen, by).map(told -> told.get(0));
    }

    /** The same of several works or languages, of which each is heard after the one before; all or nothing. @param wanted at least one @return what came of each */
    public Optional<List<Inserted>> insert(List<Wanted> wanted, String unit, @Nullable Long seen, Actor by) {
        return communes.of(unit, by).flatMap(stations::of).flatMap(station -> {
            var voices = wanted.stream()
                    .flatMap(each -> voice(each, station).stream())
                    .toList();
            return voices.size() < wanted.size() ? Optional.empty() : Optional.of(insert(voices, station, seen, by));
        });
    }

    private Optional<StationSound> voice(Wanted wanted, Station station) {
        return voice(
                sounds.of(List.of(wanted.product())).stream()
                        .filter(voice ->
                                wanted.language() == null || wanted.language().equals(voice.language()))
                        .toList(),
                station);
    }

    private static Optional<StationSound> voice(List<StationSound> voices, Station station) {
        var shares = station.settings().rule().shares();
        return voices.stream()
                .min(Comparator.comparingInt((StationSound voice) -> -shares.getOrDefault(voice.language(), 0))
                        .thenComparing(voice -> !voice.language().equals(Texts.FALLBACK))
                        .thenComparing(StationSound::language));
    }

    private List<Inserted> insert(List<StationSound> voices, Station station, @Nullable Long seen, Actor by) {
        stations.lock(station.locality());
        var moment = LocalDateTime.now(clock.withZone(TimeSource.ZONE))
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(LEAD_MINUTES);
        var week = Week.of(moment.toLocalDate());
        var slots = station.settings().slotsOf(week);
        var found = programmes.lock(station, week);
        // Both are read before anything is written: writing forgets what is too old to be taken back.
        var shown = found.map(known -> schedule(known, known.published())).orElse(Schedule.empty());
        var lately = Stream.concat(before(station, moment).items().stream(), shown.items().stream())
                .toList();
        var once =
                seen == null || found.filter(known -> known.version() != seen).isPresent();
        var told = new ArrayList<Inserted>();
        var added = new LinkedHashMap<PlannedItem, StationSound>();
        var now = shown;
        for (var voice : voices) {
            var urgent =
                    new PlannedItem(moment, voice.product(), voice.language(), voice.seconds(), ItemPriority.URGENT);
            var put = UrgentInsertion.into(now, urgent, slots);
            var already = once ? already(lately, urgent, put.at()) : Optional.<PlannedItem>empty();
            if (already.isPresent()) {
                told.add(new Inserted(already.get().at(), voice.language(), 0, true));
            } else if (added.putIfAbsent(urgent, voice) == null) {
                now = put.schedule();
                told.add(new Inserted(put.at(), voice.language(), put.dropped().size(), false));
            }
        }
        if (!added.isEmpty()) {
            write(station, week, found.orElse(null), now, added, slots, by);
        }
        return told;
    }

    private void write(
            Station station,
            Week week,
            @Nullable Programme found,
            Schedule shown,
            Map<PlannedItem, StationSound> added,
            List<Slot> slots,
            Actor by) {
        var programme = found == null ? begun(station, week) : found;
        var worked = programme.edition();
        var shared = programme.isShownAsItIs() || worked == 0;
        var draft = shared ? shown : schedule(programme, Optional.of(worked));
        var slugs = added.values().stream().map(StationSound::slug).distinct().collect(Collectors.joining(", "));
        // Each of both is taken back to what it was itself: a draft is never shown by that.
        var edition = writing.write(
                programme, shared ? from(programme) : programme.published().orElse(null), shown, REASON, by, slugs);
        programme.show(edition.number());
        if (!shared) {
            for (var urgent : added.keySet()) {
                draft = UrgentInsertion.into(draft, urgent, slots).schedule();
            }
            programme.workOn(worked);
            writing.write(programme, draft, REASON, by, slugs);
        }
        writing.told();
        writing.changed(programme, true);
    }

    private static @Nullable Integer from(Programme programme) {
        return programme.edition() == 0 ? null : programme.edition();
    }

    private Programme begun(Station station, Week week) {
        var begun = new Programme(station, week);
        programmes.add(begun);
        programmes.flush();
        return begun;
    }

    /** What everybody sees of the week before, where it was not over lately. */
    private Schedule before(Station station, LocalDateTime moment) {
        return weekBefore(moment)
                .map(week -> Schedule.of(programmes.shown(station, week, week)))
                .orElse(Schedule.empty());
    }

    /** Around midnight on Sunday, what was put in lately stands in the week before. */
    static Optional<Week> weekBefore(LocalDateTime moment) {
        var yesterday = Week.of(moment.toLocalDate().minusDays(1));
        return yesterday.equals(Week.of(moment.toLocalDate())) ? Optional.empty() : Optional.of(yesterday);
    }

    /** The same, played lately or to be played before it would be. */
    static Optional<PlannedItem> already(List<PlannedItem> lately, PlannedItem urgent, LocalDateTime at) {
        return lately.stream()
                .filter(item -> item.isUrgent()
                        && item.heard().equals(urgent.heard())
                        && item.end().isAfter(urgent.at().minusMinutes(RESENT_MINUTES))
                        && !item.at().isAfter(at))
                .findFirst();
    }

    private Schedule schedule(Programme programme, Optional<Integer> number) {
        return number.flatMap(known -> programmes.edition(programme, known))
                .map(ProgrammeEdition::schedule)
                .orElse(Schedule.empty());
    }
}
