package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.catalog.HeardWork;
import vn.loa.catalog.HeardWorks;
import vn.loa.common.Page;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Communes;
import vn.loa.programmes.ProgrammePolicy;
import vn.loa.programmes.Stations;
import vn.loa.programmes.Week;
import vn.loa.programmes.log.Broadcasts.Count;
import vn.loa.programmes.log.Broadcasts.Reach;
import vn.loa.programmes.log.LogDoubts.Marks;
import vn.loa.programmes.log.PlannedBroadcasts.Planned;
import vn.loa.taxonomy.Locality;

/** Reads the as-run log of a commune for those who keep it, in a constant number of statements. Those of others throw {@link vn.loa.accounts.NotPermitted}. */
@ApplicationScoped
@Transactional
@Reading
public class StationLog {
    @Inject
    private Communes places;

    @Inject
    private Stations stations;

    @Inject
    private PlannedBroadcasts plans;

    @Inject
    private Broadcasts broadcasts;

    @Inject
    private LogDoubts doubts;

    @Inject
    private HeardWorks works;

    @Inject
    private Clock clock;

    /** What a log is called. @param code of the commune in addresses */
    public record Head(String code, Texts place, YearMonth month, List<LogSum> sums) {
        public Head {
            sums = List.copyOf(sums);
        }

        /** The same, as it comes to by what was written. */
        public Head with(LogSums written) {
            return new Head(code, place, month, written.all());
        }

        /** How often anything was aired to the end. */
        public long aired() {
            return sums.stream().mapToLong(LogSum::aired).sum();
        }

        public long cut() {
            return sums.stream().mapToLong(LogSum::cut).sum();
        }

        public long missed() {
            return sums.stream().mapToLong(LogSum::missed).sum();
        }

        public long seconds() {
            return sums.stream().mapToLong(LogSum::seconds).sum();
        }
    }

    /** A month. @return empty when there is no such commune */
    public Optional<Head> head(String unit, YearMonth month, Actor by) {
        return places.of(unit, by).map(place -> {
            var days = LogDays.of(month);
            var counts = broadcasts.byWork(new Reach(days.from(), days.to(), List.of(Communes.id(place))));
            return new Head(place.addressName(), place.label(), month, LogSum.of(counts, named(counts)));
        });
    }

    /** What those entries of a month that were written come to by the priority that everything was planned with, and by language. At most seven statements. */
    public List<MonthReport.Line> byPriority(String unit, YearMonth month, LogSums written, Actor by) {
        return places.of(unit, by)
                .map(place -> {
                    var days = LogDays.of(month).around();
                    var planned = stations.of(place)
                            .map(station -> plans.of(station, Week.of(days.first()), Week.of(days.last())))
                            .orElse(Planned.NONE);
                    // What came into the log meanwhile does not stand above.
                    var told = broadcasts.told(Communes.id(place), days).stream()
                            .filter(each -> !month.equals(YearMonth.from(each.at())) || written.holds(each.id()))
                            .toList();
                    return MonthReport.lines(month, planned.all(), told);
                })
                .orElse(List.of());
    }

    private Map<Long, HeardWork> named(List<Count> counts) {
        return works.of(counts.stream().map(Count::product).distinct().toList()).stream()
                .collect(Collectors.toMap(HeardWork::product, Function.identity()));
    }

    /** Entries of a month, the latest first. @param struck whether those are among them that are struck out */
    public Page<LogLine> lines(String unit, YearMonth month, boolean struck, int page, int size, Actor by) {
        return places.of(unit, by)
                .map(place -> lines(place, LogDays.of(month), struck, page, size))
                .orElseGet(() -> Page.empty(page, size));
    }

    /** Entries of some days, struck out or not, the latest first. @return empty when there is no such commune */
    public Optional<Page<LogLine>> lines(String unit, LogDays days, int page, int size, Actor by) {
        return places.of(unit, by).map(place -> lines(place, days, true, page, size));
    }

    private Page<LogLine> lines(Locality place, LogDays days, boolean struck, int page, int size) {
        var id = Communes.id(place);
        return new Page<>(
                broadcasts.latest(id, days.from(), days.to(), struck, Math.multiplyExact(page - 1, size), size),
                broadcasts.count(id, days.from(), days.to(), struck),
                page,
                size);
    }

    /** How many entries of a month are struck out. */
    public long struck(String unit, YearMonth month, Actor by) {
        var days = LogDays.of(month);
        return places.of(unit, by)
                .map(Communes::id)
                .map(id -> broadcasts.struck(id, days.from(), days.to()))
                .orElse(0L);
    }

    /** What stands beside these entries of a month. At most seven statements. */
    public Marks marks(String unit, YearMonth month, List<LogLine> lines, Actor by) {
        return places.of(unit, by).map(place -> doubts.of(place, month, lines)).orElse(Marks.NONE);
    }

    /** Entries of a month that count, in order, behind a moment and an id; so many and no more. */
    public List<LogLine> after(String unit, YearMonth month, Instant moment, long id, int most, Actor by) {
        var days = LogDays.of(month);
        return places.of(unit, by)
                .map(place -> broadcasts.after(Communes.id(place), days.from(), days.to(), moment, id, most))
                .orElse(List.of());
    }

    /** One entry. @param version that corrections are about @param told what the clock of the station said where that cannot be; null where it can @param urgent whether it was heard of an emergency @param doubts what is odd about it @param before what it said before each correction, the latest first */
    public record Entry(
            String code,
            Texts place,
            long version,
            LogLine line,
            Instant writtenAt,
            @Nullable LocalDateTime told,
            boolean urgent,
            Set<LogDoubt> doubts,
            List<Before> before) {
        public Entry {
            doubts = Set.copyOf(doubts);
            before = List.copyOf(before);
        }
    }

    /** What an entry said until somebody corrected it. @param at when they did @param reason why */
    public record Before(
            Instant at,
            String by,
            String reason,
            LocalDateTime aired,
            Texts title,
            String language,
            int seconds,
            AiredOutcome outcome,
            String note,
            boolean struck) {}

    /** @return empty when there is no such entry in the log of this commune */
    public Optional<Entry> entry(String unit, long id, Actor by) {
        return places.of(unit, by)
                .flatMap(place -> broadcasts
                        .find(id)
                        .filter(entry -> Communes.id(entry.locality()) == Communes.id(place))
                        .map(entry -> entry(place, entry)));
    }

    /** The same in whatever log of theirs it stands. @return empty when there is none */
    public Optional<Entry> entry(long id, Actor by) {
        ProgrammePolicy.requirePlanner(by);
        return broadcasts.find(id).map(entry -> {
            ProgrammePolicy.require(by, entry.locality());
            return entry(entry.locality(), entry);
        });
    }

    private Entry entry(Locality place, Broadcast entry) {
        var changes = broadcasts.changes(entry);
        var named = works
                .of(Stream.concat(Stream.of(entry.aired()), changes.stream().map(BroadcastChange::aired))
                        .map(Aired::product)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(HeardWork::product, Function.identity()));
        var aired = entry.aired();
        var work = Optional.ofNullable(named.get(aired.product()));
        var line = new LogLine(
                entry.requireId(),
                entry.version(),
                entry.key(),
                aired.at(),
                work.map(HeardWork::slug).orElse(""),
                work.map(HeardWork::title).orElseGet(Texts::none),
                work.map(HeardWork::genre).orElseGet(Texts::none),
                aired.language(),
                aired.seconds(),
                aired.outcome(),
                entry.origin(),
                aired.note(),
                entry.isStruck(),
                !changes.isEmpty(),
                work.map(HeardWork::online).orElse(false),
                entry.writtenBy());
        var marks = doubts.of(place, YearMonth.from(line.local()), List.of(line));
        return new Entry(
                place.addressName(),
                place.label(),
                entry.version(),
                line,
                entry.writtenAt(),
                entry.wrongClock()
                        .map(told -> LocalDateTime.ofInstant(told, TimeSource.ZONE))
                        .orElse(null),
                marks.urgent().contains(line.id()),
                marks.doubts(line.id()),
                changes.stream().map(change -> before(change, named)).toList());
    }

    private static Before before(BroadcastChange change, Map<Long, HeardWork> named) {
        var aired = change.aired();
        var work = named.get(aired.product());
        return new Before(
                change.madeAt(),
                change.madeBy(),
                change.reason(),
                LocalDateTime.ofInstant(aired.at(), TimeSource.ZONE),
                work == null ? Texts.none() : work.title(),
                aired.language(),
                aired.seconds(),
                aired.outcome(),
                aired.note(),
                change.isStruck());
    }

    /** The month of today. */
    public YearMonth thisMonth() {
        return YearMonth.from(LocalDate.ofInstant(clock.instant(), TimeSource.ZONE));
    }

    /** This moment by the clock of Vietnam. */
    public LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), TimeSource.ZONE);
    }
}
