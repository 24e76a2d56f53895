package vn.loa.programmes.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.programmes.FoundDays;
import vn.loa.programmes.FoundDays.Lost;
import vn.loa.programmes.HeardStations;
import vn.loa.programmes.HeardStations.HeardStation;
import vn.loa.programmes.PublishedDays;
import vn.loa.programmes.Week;

/**
 * Packs what a station plays, for those who look after it; others are answered with {@link vn.loa.accounts.NotPermitted}. Who wants the same again is given the same package. It is made by a worker; each that is begun leaves an entry in the audit trail.
 */
@ApplicationScoped
@Transactional
public class PackProgramme {
    /** From the first day to the last, both counted. */
    public static final int MOST_DAYS = 35;

    /** Four times what the file systems of most sticks take as one file, and more than a station plays in so many days. */
    private static final long MOST_BYTES = 16L << 30;

    /** Of a station at once. */
    private static final int MOST_WAITING = 4;

    private static final int LISTED = 20;
    private static final Duration NOT_AGAIN = Duration.ofMinutes(2);
    private static final String SUBJECT = "package";

    @Inject
    private PublishedDays published;

    @Inject
    private HeardStations stations;

    @Inject
    private PackageContents contents;

    @Inject
    private PackageViews views;

    @Inject
    private StationPackages packages;

    @Inject
    private PackageQueue queue;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** What came of it. */
    public sealed interface Outcome {
        /** There is no such station. */
        record Unknown() implements Outcome {}

        /** Nothing is published of these days. */
        record Nothing() implements Outcome {}

        /** The programmes of these weeks are not published. */
        record Missing(List<Week> weeks) implements Outcome {
            public Missing {
                weeks = List.copyOf(weeks);
            }
        }

        /** Something in the programme cannot be played. */
        record Incomplete(List<Lost> lost) implements Outcome {
            public Incomplete {
                lost = List.copyOf(lost);
            }
        }

        /** There is no such earlier package of this station that was ever ready. */
        record UnknownSince() implements Outcome {}

        /** It would be too large. */
        record TooLarge(long bytes) implements Outcome {}

        /** Too many of this station are being made. */
        record Busy() implements Outcome {}

        /**
         * It is there, or is being made, or could not be made a moment ago.
         *
         * @param left what is planned and not in it, since no slot has room for it
         */
        record Wanted(PackageView view, List<Lost> left) implements Outcome {
            public Wanted {
                left = List.copyOf(left);
            }
        }
    }

    /**
     * @param unit name of the commune in addresses
     * @param from the first day
     * @param to the last day, at most {@value #MOST_DAYS} with the first
     * @param since id of a package that the station has, whose sounds are left out; 0 for none
     */
    public Outcome want(String unit, LocalDate from, LocalDate to, long since, Actor by) {
        var station = stations.of(unit, by);
        if (station.isEmpty()) {
            return new Outcome.Unknown();
        }
        var earlier = since == 0 ? Optional.<StationPackage>empty() : earlier(since, station.get());
        if (since != 0 && earlier.isEmpty()) {
            return new Outcome.UnknownSince();
        }
        var found = published.between(station.get().station(), from, to);
        if (found instanceof FoundDays.Missing missing) {
            return new Outcome.Missing(missing.weeks());
        }
        if (found instanceof FoundDays.Incomplete incomplete) {
            return new Outcome.Incomplete(incomplete.lost());
        }
        if (!(found instanceof FoundDays.Whole whole)) {
            return new Outcome.Nothing();
        }
        var content = contents.of(whole, from, to, earlier.orElse(null));
        return content.soundBytes() > MOST_BYTES
                ? new Outcome.TooLarge(content.soundBytes())
                : want(station.get(), content, whole.editions(), by);
    }

    private Optional<StationPackage> earlier(long since, HeardStation station) {
        return packages.find(since)
                .filter(found -> found.station() == station.station())
                .filter(found -> found.sha256().isPresent());
    }

    private Outcome want(HeardStation station, PackageContent content, String editions, Actor by) {
        packages.await(station.station());
        var fingerprint = content.fingerprint();
        var there = packages.open(station.station(), fingerprint)
                .or(() -> packages.failed(
                        station.station(), fingerprint, clock.instant().minus(NOT_AGAIN)));
        if (there.isPresent()) {
            return new Outcome.Wanted(view(there.get()), content.left());
        }
        if (packages.waiting(station.station()) >= MOST_WAITING) {
            return new Outcome.Busy();
        }
        var begun = new StationPackage(station.station(), content, editions, by.name(), clock.instant());
        packages.add(begun);
        queue.put(begun);
        audit.record(
                by,
                "pack-programme",
                SUBJECT,
                begun.requireId(),
                station.code() + " " + content.from() + " " + content.to(),
                null);
        return new Outcome.Wanted(view(begun), content.left());
    }

    private PackageView view(StationPackage one) {
        return views.of(List.of(one)).get(0);
    }

    /** Those of a station, the newest first; empty when there is no such station. */
    public Optional<List<PackageView>> list(String unit, Actor by) {
        return stations.of(unit, by).map(this::list);
    }

    /** The same of a station that {@link HeardStations} or {@link vn.loa.programmes.desk.CommuneDesks} has shown to somebody who plans its programme. At most four statements. */
    public List<PackageView> list(HeardStation station) {
        return views.of(packages.of(station.station(), LISTED));
    }

    /** One of a station. */
    public Optional<PackageView> find(String unit, long id, Actor by) {
        return stations.of(unit, by)
                .flatMap(station -> packages.find(id).filter(found -> found.station() == station.station()))
                .map(this::view);
    }
}
