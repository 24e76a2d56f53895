package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.catalog.HeardWork;
import vn.loa.catalog.HeardWorks;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.programmes.Communes;
import vn.loa.programmes.ProgrammePolicy;
import vn.loa.programmes.Station;
import vn.loa.programmes.Stations;
import vn.loa.programmes.log.Broadcasts.Count;
import vn.loa.programmes.log.Broadcasts.PlaceCount;
import vn.loa.programmes.log.Broadcasts.Reach;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/** What the communes of somebody have aired in a month, by commune and by work. A constant number of statements. */
@ApplicationScoped
@Transactional
@Reading
public class LogTotals {
    @Inject
    private Localities localities;

    @Inject
    private Stations stations;

    @Inject
    private Broadcasts broadcasts;

    @Inject
    private HeardWorks works;

    /** @param silent how many stations have written nothing */
    public record Totals(YearMonth month, List<OfPlace> places, List<LogSum> works, long silent) {
        public Totals {
            places = List.copyOf(places);
            works = List.copyOf(works);
        }

        public long aired() {
            return places.stream().mapToLong(OfPlace::aired).sum();
        }
    }

    /**
     * What one commune has aired.
     *
     * @param code in addresses
     * @param seconds of what was heard, as far as it is known
     * @param latest when what it wrote down last was aired; null when it has written nothing
     */
    public record OfPlace(
            String code,
            Texts label,
            long aired,
            long cut,
            long missed,
            long seconds,
            @Nullable Instant latest) {}

    /** Of communes with a station, and of others that have written something; by name. @throws vn.loa.accounts.NotPermitted unless they oversee several communes */
    public Totals of(YearMonth month, Actor by) {
        ProgrammePolicy.requireOverseer(by);
        var within = by.confinedTo() == null ? null : localities.below(by.confinedTo());
        var days = LogDays.of(month);
        var reach = new Reach(days.from(), days.to(), within);
        var byPlace = broadcasts.byPlace(reach).stream().collect(Collectors.groupingBy(PlaceCount::place));
        var units = stations.all(within).stream()
                .filter(station -> !station.isTemplate())
                .map(Station::locality)
                .collect(Collectors.toCollection(ArrayList::new));
        var known = units.stream().map(Communes::id).collect(Collectors.toCollection(HashSet::new));
        if (!known.containsAll(byPlace.keySet())) {
            localities.all().stream()
                    .filter(unit -> byPlace.containsKey(Communes.id(unit)) && known.add(Communes.id(unit)))
                    .forEach(units::add);
        }
        var places = units.stream()
                .map(unit -> place(unit, byPlace.getOrDefault(Communes.id(unit), List.of())))
                .toList();
        var counts = broadcasts.byWork(reach);
        var named = works.of(counts.stream().map(Count::product).distinct().toList()).stream()
                .collect(Collectors.toMap(HeardWork::product, Function.identity()));
        return new Totals(
                month,
                places,
                LogSum.of(counts, named),
                places.stream().filter(place -> place.latest() == null).count());
    }

    private static OfPlace place(Locality unit, List<PlaceCount> counts) {
        return new OfPlace(
                unit.addressName(),
                unit.label(),
                times(counts, AiredOutcome.AIRED),
                times(counts, AiredOutcome.CUT),
                times(counts, AiredOutcome.MISSED),
                counts.stream().mapToLong(PlaceCount::seconds).sum(),
                counts.stream().map(PlaceCount::latest).max(Instant::compareTo).orElse(null));
    }

    private static long times(List<PlaceCount> counts, AiredOutcome outcome) {
        return counts.stream()
                .filter(count -> count.outcome() == outcome)
                .mapToLong(PlaceCount::times)
                .sum();
    }
}
