package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.catalog.HeardWorks;
import vn.loa.programmes.log.LogTable.Line;
import vn.loa.taxonomy.Taxonomies;

/**
 * Takes a table of broadcasts into the log, some hundred lines at a time. A line that cannot be taken keeps no other from it; a table that is brought in again makes
 * nothing twice, so that somebody mends what was refused and sends all of it once more.
 */
@ApplicationScoped
public class BringLog {
    /** Of a table, in bytes. */
    public static final int MOST_BYTES = LogTable.LARGEST;

    private static final int PIECE = 500;

    @Inject
    private LogFiles files;

    @Inject
    private WriteLog write;

    @Inject
    private HeardWorks works;

    @Inject
    private Taxonomies taxonomies;

    /**
     * @param unit name of the commune in addresses, to whose page it was brought; null when it is of several
     * @param name of the file, as its owner calls it
     * @param bytes at most {@value #MOST_BYTES} and one
     * @return id of what is told of it
     * @throws vn.loa.accounts.NotPermitted unless they plan the programme of the commune, or of several
     */
    public long bring(@Nullable String unit, String name, byte[] bytes, Actor by) {
        files.require(unit, by);
        LogFile outcome;
        try {
            outcome = take(LogTable.of(bytes), unit, by);
        } catch (LogTable.Refused refused) {
            outcome =
                    new LogFile(0, name, Instant.EPOCH, refused.problem().code(), refused.detail(), 0, 0, 0, List.of());
        }
        return files.keep(unit, name, outcome, by);
    }

    private LogFile take(LogTable table, @Nullable String unit, Actor by) {
        var words = new TableWords(named(table), taxonomies.languagesOfWorks());
        var taking = new Taking();
        table.read(line -> {
            words.entry(line, unit, fault -> taking.note(line.number(), fault))
                    .ifPresentOrElse(entry -> taking.add(line, entry), taking::refuse);
            if (taking.waiting.size() == PIECE) {
                taking.send(by);
            }
        });
        taking.send(by);
        return taking.outcome();
    }

    /** Only what the table names stays in memory. */
    private NamedWorks named(LogTable table) {
        var named = new NamedWorks();
        table.read(line -> named.want(line.cell(LogColumn.PRODUCT)));
        var addresses = named.addresses();
        for (var from = 0; from < addresses.size(); from += PIECE) {
            named.know(works.slugs(addresses.subList(from, Math.min(from + PIECE, addresses.size()))));
        }
        if (named.wantsTitles()) {
            works.titles(named::see);
        }
        return named;
    }

    private final class Taking {
        private final List<LogEntry> waiting = new ArrayList<>();
        private final List<Integer> numbers = new ArrayList<>();
        private final List<LogFile.Fault> faults = new ArrayList<>();
        private int stored;
        private int known;
        private int refused;

        void add(Line line, LogEntry entry) {
            waiting.add(entry);
            numbers.add(line.number());
        }

        void note(int line, LogFault fault) {
            if (faults.size() < LogFile.MOST_FAULTS) {
                faults.add(new LogFile.Fault(line, fault));
            }
        }

        void refuse() {
            refused++;
        }

        void send(Actor by) {
            if (waiting.isEmpty()) {
                return;
            }
            var taken = write.append(List.copyOf(waiting), LogOrigin.FILE, by);
            for (var i = 0; i < taken.size(); i++) {
                var line = numbers.get(i);
                switch (taken.get(i).result()) {
                    case STORED -> stored++;
                    case KNOWN -> known++;
                    case REFUSED -> {
                        refused++;
                        taken.get(i).faults().forEach(fault -> note(line, fault));
                    }
                }
            }
            waiting.clear();
            numbers.clear();
        }

        LogFile outcome() {
            faults.sort((one, other) -> Integer.compare(one.line(), other.line()));
            return new LogFile(0, "", Instant.EPOCH, null, "", stored, known, refused, faults);
        }
    }
}
