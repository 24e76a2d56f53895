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
import vn.loa.accounts.Actor;
import vn.loa.catalog.StationSound;
import vn.loa.catalog.StationSounds;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/**
 * Puts a work into the running programmes at once, in what everybody sees and in what is worked on: by hand, or when something urgent is published. A station that
 * nobody has planned for this week plays it all the same.
 */
@ApplicationScoped
@Transactional
public class InsertUrgently {
    /** Stations need a moment to learn of it. */
    private static final int LEAD_MINUTES = 2;

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
     * Each station plays it in the language of the greatest share that there is a file in.
     *
     * @param product id
     * @param where a commune, or a unit that holds communes
     * @return one for each station there; none when nobody can hear the work, or there are no stations
     * @throws vn.loa.accounts.NotPermitted unless they plan programmes there
     */
    public List<Inserted> insert(long product, Locality where, Actor by) {
        ProgrammePolicy.require(by, where);
        var voices = sounds.of(List.of(product));
        if (voices.isEmpty() || where.id() == null) {
            return List.of();
        }
        var moment = LocalDateTime.now(clock.withZone(TimeSource.ZONE))
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(LEAD_MINUTES);
        var inserted = new ArrayList<Inserted>();
        for (var station : stations.all(localities.below(where.id()))) {
            if (!station.isTemplate()) {
                voice(voices, station).ifPresent(voice -> inserted.add(insert(voice, station, moment, by)));
            }
        }
        if (!inserted.isEmpty()) {
            writing.told();
        }
        return inserted;
    }

    private static Optional<StationSound> voice(List<StationSound> voices, Station station) {
        var shares = station.settings().rule().shares();
        return voices.stream()
                .min(Comparator.comparingInt((StationSound voice) -> -shares.getOrDefault(voice.language(), 0))
                        .thenComparing(voice -> !voice.language().equals(Texts.FALLBACK))
                        .thenComparing(StationSound::language));
    }

    private Inserted insert(StationSound voice, Station station, LocalDateTime moment, Actor by) {
        stations.lock(station.locality());
        var week = Week.of(moment.toLocalDate());
        var urgent = new PlannedItem(moment, voice.product(), voice.language(), voice.seconds(), ItemPriority.URGENT);
        var slots = station.settings().slotsOf(week);
        var programme = programmes.lock(station, week).orElseGet(() -> {
            var begun = new Programme(station, week);
            programmes.add(begun);
            programmes.flush();
            return begun;
        });
        var worked = programme.edition();
        var shared = programme.isShownAsItIs() || worked == 0;
        var seen = UrgentInsertion.into(schedule(programme, programme.published()), urgent, slots);
        var shown = writing.write(programme, seen.schedule(), "urgent", by, voice.slug());
        programme.show(shown.number());
        if (!shared) {
            var draft = UrgentInsertion.into(schedule(programme, Optional.of(worked)), urgent, slots);
            programme.workOn(worked);
            writing.write(programme, draft.schedule(), "urgent", by, voice.slug());
        }
        return new Inserted(
                station.locality().label(),
                seen.at(),
                voice.language(),
                seen.dropped().size());
    }

    private Schedule schedule(Programme programme, Optional<Integer> number) {
        return number.flatMap(known -> programmes.edition(programme, known))
                .map(ProgrammeEdition::schedule)
                .orElse(Schedule.empty());
    }
}
