package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.catalog.StationSound;
import vn.loa.catalog.StationSounds;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/**
 * Puts a work into the running programmes at once, in what everybody sees and in what is worked on. A station that nobody has planned for this week plays it all
 * the same. Sent twice, it is heard once.
 */
@ApplicationScoped
@Transactional
public class InsertUrgently {
    /** Stations need a moment to learn of it. */
    private static final int LEAD_MINUTES = 2;

    /** A form that was sent again on a slow line comes no later. */
    private static final int RESENT_MINUTES = 30;

    @Inject
    private Localities localities;

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
     */
    public record Inserted(Texts station, LocalDateTime at, String language, int dropped) {}

    /**
     * What is put in.
     *
     * @param product id
     * @param language code of the one that it is heard in; null where each station plays it in the language of the greatest share that there is a file in
     */
    public record Wanted(long product, @Nullable String language) {}

    /**
     * Where it is put in already, nothing is done but to say when it is played, unless somebody has seen that and wants it once more.
     *
     * @param where a commune, or a unit that holds communes
     * @param seen version of the programme that somebody has read before they wanted it, 0 when there was none; null when they have read none
     * @return one for each station there; none when nobody can hear the work in this language, or there are no stations
     * @throws vn.loa.accounts.NotPermitted unless they plan programmes there
     */
    public List<Inserted> insert(Wanted wanted, Locality where, @Nullable Long seen, Actor by) {
        ProgrammePolicy.require(by, where);
        var voices = sounds.of(List.of(wanted.product())).stream()
                .filter(voice -> wanted.language() == null || wanted.language().equals(voice.language()))
                .toList();
        if (voices.isEmpty() || where.id() == null) {
            return List.of();
        }
        var moment = LocalDateTime.now(clock.withZone(TimeSource.ZONE))
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(LEAD_MINUTES);
        var inserted = new ArrayList<Inserted>();
        var changed = new ArrayList<Programme>();
        for (var station : stations.all(localities.below(where.id()))) {
            if (!station.isTemplate()) {
                voice(voices, station)
                        .ifPresent(voice -> inserted.add(insert(voice, station, moment, seen, changed, by)));
            }
        }
        if (!inserted.isEmpty()) {
            writing.told();
        }
        changed.forEach(programme -> writing.changed(programme, true));
        return inserted;
    }

    private static Optional<StationSound> voice(List<StationSound> voices, Station station) {
        var shares = station.settings().rule().shares();
        return voices.stream()
                .min(Comparator.comparingInt((StationSound voice) -> -shares.getOrDefault(voice.language(), 0))
                        .thenComparing(voice -> !voice.language().equals(Texts.FALLBACK))
                        .thenComparing(StationSound::language));
    }

    /** @param changed what is changed is added to it */
    private Inserted insert(
            StationSound voice,
            Station station,
            LocalDateTime moment,
            @Nullable Long seen,
            List<Programme> changed,
            Actor by) {
        stations.lock(station.locality());
        var week = Week.of(moment.toLocalDate());
        var urgent = new PlannedItem(moment, voice.product(), voice.language(), voice.seconds(), ItemPriority.URGENT);
        var slots = station.settings().slotsOf(week);
        var found = programmes.lock(station, week);
        // Both are read before anything is written: writing forgets what is too old to be taken back.
        var shown = found.map(known -> schedule(known, known.published())).orElse(Schedule.empty());
        var put = UrgentInsertion.into(shown, urgent, slots);
        if (seen == null || found.filter(known -> known.version() != seen).isPresent()) {
            var already = already(shown, urgent, put.at());
            if (already.isPresent()) {
                return new Inserted(station.locality().label(), already.get().at(), voice.language(), 0);
            }
        }
        var programme = found.orElseGet(() -> {
            var begun = new Programme(station, week);
            programmes.add(begun);
            programmes.flush();
            return begun;
        });
        var worked = programme.edition();
        var shared = programme.isShownAsItIs() || worked == 0;
        var draft = shared ? shown : schedule(programme, Optional.of(worked));
        var edition = writing.write(programme, put.schedule(), "urgent", by, voice.slug());
        programme.show(edition.number());
        if (!shared) {
            programme.workOn(worked);
            writing.write(programme, UrgentInsertion.into(draft, urgent, slots).schedule(), "urgent", by, voice.slug());
        }
        changed.add(programme);
        return new Inserted(
                station.locality().label(),
                put.at(),
                voice.language(),
                put.dropped().size());
    }

    /** The same, played lately or to be played before it would be. */
    private static Optional<PlannedItem> already(Schedule shown, PlannedItem urgent, LocalDateTime at) {
        return shown.items().stream()
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
