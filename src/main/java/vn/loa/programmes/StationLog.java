package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.accounts.Actor;
import vn.loa.catalog.HeardWork;
import vn.loa.catalog.HeardWorks;
import vn.loa.common.Page;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Broadcasts.Count;
import vn.loa.programmes.Broadcasts.Reach;
import vn.loa.programmes.Confirmations.Moment;
import vn.loa.programmes.PlannedItem.Heard;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/** Reads the as-run log of a commune for those who keep it, in a constant number of statements. Those of others throw {@link vn.loa.accounts.NotPermitted}. */
@ApplicationScoped
@Transactional
@Reading
public class StationLog {
    /** So far back somebody is asked whether what was planned was aired. */
    public static final int DUE_DAYS = 35;

    @Inject
    private Localities localities;

    @Inject
    private PublicProgrammes programmes;

    @Inject
    private Broadcasts broadcasts;

    @Inject
    private HeardWorks works;

    @Inject
    private Clock clock;

    /** What a log is called. @param code of the commune in addresses */
    public record Head(String code, Texts place, YearMonth month, List<LogSum> sums) {
        public Head {
            sums = List.copyOf(sums);
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

    /** Something that was planned, and of which the log says nothing. @param at when it was to begin */
    public record Due(LocalDateTime at, String slug, Texts title, String language, int seconds) {
        /** Names it in forms. */
        public String name() {
            return at + " " + language + " " + slug;
        }
    }

    /** A month. @return empty when there is no such commune */
    public Optional<Head> head(String unit, YearMonth month, Actor by) {
        return place(unit, by).map(place -> {
            var days = LogDays.of(month);
            var counts = broadcasts.byWork(new Reach(days.from(), days.to(), List.of(id(place))));
            return new Head(place.addressName(), place.label(), month, LogSum.of(counts, named(counts)));
        });
    }

    private Map<Long, HeardWork> named(List<Count> counts) {
        return works.of(counts.stream().map(Count::product).distinct().toList()).stream()
                .collect(Collectors.toMap(HeardWork::product, Function.identity()));
    }

    /** Entries of a month, struck out or not, the latest first. */
    public Page<LogLine> lines(String unit, YearMonth month, int page, int size, Actor by) {
        var days = LogDays.of(month);
        return place(unit, by)
                .map(place -> new Page<>(
                        broadcasts.latest(id(place), days.from(), days.to(), Math.multiplyExact(page - 1, size), size),
                        broadcasts.count(id(place), days.from(), days.to()),
                        page,
                        size))
                .orElseGet(() -> Page.empty(page, size));
    }

    /** Entries of a month that count, in order, behind a moment and an id; so many and no more. */
    public List<LogLine> after(String unit, YearMonth month, Instant moment, long id, int most, Actor by) {
        var days = LogDays.of(month);
        return place(unit, by)
                .map(place -> broadcasts.after(id(place), days.from(), days.to(), moment, id, most))
                .orElse(List.of());
    }

    /** What was planned before everybody in these last {@value #DUE_DAYS} days, is over, and waits for somebody to say whether it was aired; in order. */
    public List<Due> due(String unit, Actor by) {
        return place(unit, by)
                .flatMap(place -> {
                    var today = LocalDate.ofInstant(clock.instant(), TimeSource.ZONE);
                    var days = new LogDays(today.minusDays(DUE_DAYS), today);
                    return programmes
                            .between(place.addressName(), days.first(), days.last())
                            .map(span -> due(span.days(), broadcasts.told(id(place), days.from(), days.to())));
                })
                .orElse(List.of());
    }

    private List<Due> due(List<PlayedDay> days, List<Aired> told) {
        var now = LocalDateTime.ofInstant(clock.instant(), TimeSource.ZONE);
        var planned = days.stream()
                .flatMap(day -> day.blocks().stream())
                .flatMap(block -> block.lines().stream())
                .filter(line -> !line.end().isAfter(now))
                .toList();
        var lines = new HashMap<Moment, PlayedDay.Line>();
        planned.forEach(line -> lines.put(moment(line), line));
        return Confirmations.due(
                        planned.stream().map(StationLog::moment).toList(),
                        told.stream()
                                .map(each -> new Moment(
                                        LocalDateTime.ofInstant(each.at(), TimeSource.ZONE),
                                        new Heard(each.product(), each.language())))
                                .toList())
                .stream()
                .flatMap(moment -> Stream.ofNullable(lines.get(moment)))
                .map(line -> new Due(
                        line.at(),
                        line.sound().slug(),
                        line.sound().title(),
                        line.sound().language(),
                        line.sound().seconds()))
                .toList();
    }

    private static Moment moment(PlayedDay.Line line) {
        return new Moment(
                line.at(), new Heard(line.sound().product(), line.sound().language()));
    }

    /** One entry. @param version that corrections are about @param before what it said before each correction, the latest first */
    public record Entry(String code, Texts place, long version, LogLine line, Instant writtenAt, List<Before> before) {
        public Entry {
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
        return place(unit, by)
                .flatMap(place -> broadcasts
                        .find(id)
                        .filter(entry -> id(entry.locality()) == id(place))
                        .map(entry -> entry(place, entry)));
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
        return new Entry(
                place.addressName(),
                place.label(),
                entry.version(),
                new LogLine(
                        entry.requireId(),
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
                        entry.writtenBy()),
                entry.writtenAt(),
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

    /** A work in a language, to be put into the log. @param online whether the work is public now */
    public record Choice(String slug, Texts title, String language, boolean online) {
        /** Names it in forms. */
        public String name() {
            return language + " " + slug;
        }
    }

    /** Works that may have been heard, the newest first. @param words that stand in the title, with or without marks; or an address; empty for all */
    public List<Choice> choices(String words, int most, Actor by) {
        ProgrammePolicy.requirePlanner(by);
        var wanted = words.strip();
        var slug = wanted.substring(wanted.lastIndexOf('/') + 1).replaceFirst("[?#].*", "");
        var folded = Stream.of(Texts.fold(wanted).split("\\s+"))
                .filter(word -> !word.isBlank())
                .toList();
        return works.all().stream()
                .filter(work -> work.slug().equals(slug) || isTitled(work, folded))
                .flatMap(work -> work.languages().stream()
                        .sorted()
                        .map(language -> new Choice(work.slug(), work.title(), language, work.online())))
                .limit(most)
                .toList();
    }

    private static boolean isTitled(HeardWork work, List<String> folded) {
        var title = Texts.fold(String.join(" ", work.title().asMap().values()));
        return folded.stream().allMatch(title::contains);
    }

    private Optional<Locality> place(String unit, Actor by) {
        ProgrammePolicy.requirePlanner(by);
        return localities.find(unit).filter(known -> !Station.isTemplate(known)).map(known -> {
            ProgrammePolicy.require(by, known);
            return known;
        });
    }

    private static long id(Locality place) {
        return Optional.ofNullable(place.id()).orElseThrow();
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
