package vn.loa.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.Page;
import vn.loa.editorial.ContentRevision;
import vn.loa.editorial.SubjectKind;
import vn.loa.search.SearchOutbox;

/**
 * Administrators of the whole portal bring in the official units from a table: it is kept and checked line by line, and carried out as a whole when nothing is
 * wrong. A table that was carried out changes nothing a second time. Others are answered with {@link NotPermitted}.
 */
@ApplicationScoped
@Transactional
public class ImportUnits {
    /** Of a file, in bytes: a hundred thousand units and more. */
    public static final int MOST_BYTES = 20 << 20;

    private static final int LONGEST_NAME = 200;
    private static final Duration KEPT_FOR = Duration.ofDays(1);

    @Inject
    private Units units;

    @Inject
    private WaitingUnits waiting;

    @Inject
    private SearchOutbox outbox;

    @Inject
    private ContentRevision contentRevision;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** By code, those of today first. Two statements. @param words of their names, or a code; empty for all */
    public Page<Units.Line> page(String words, int page, int size, Actor by) {
        require(by);
        return units.page(words, page, size);
    }

    /**
     * Checks a table and keeps it with what it would do, in place of what they had sent before.
     *
     * @param fields tu, cu-tu, cu-den: the days of units whose table does not say
     */
    public EditOutcome keep(String fileName, byte[] content, Map<String, String> fields, Actor by) {
        require(by);
        try {
            var written = new WrittenFields(fields);
            var since = day(written, "tu");
            var formerSince = day(written, "cu-tu");
            var formerUntil = day(written, "cu-den");
            written.check();
            var days = new UnitDays(since, formerSince, formerUntil);
            var name = fileName.length() > LONGEST_NAME ? fileName.substring(0, LONGEST_NAME) : fileName;
            var table = new WaitingUnits.Table(name, days, content);
            waiting.keep(by.name(), table, UnitReport.of(changes(table)), clock.instant(), oldest());
            return new EditOutcome.Done(name);
        } catch (WrittenFields.Unreadable wrong) {
            return wrong.outcome();
        }
    }

    /** Whether this is written as {@link #keep} reads days. */
    public static boolean isDay(String written) {
        return new WrittenFields(Map.of("day", written)).day("day") != null;
    }

    private static LocalDate day(WrittenFields written, String field) {
        var day = written.day(field);
        if (day == null) {
            written.wrong(field, EditOutcome.Fault.BAD_DAY);
            return LocalDate.EPOCH;
        }
        return day;
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT_FOR);
    }

    private UnitChanges changes(WaitingUnits.Table table) {
        return new UnitChanges(UnitTable.read(table.content()), units.all(), table.days());
    }

    /** What the table that they have sent in the last day would do; empty when there is none. One statement, which reads no table. */
    public Optional<WaitingUnits.Checked> checked(Actor by) {
        require(by);
        return waiting.checked(by.name(), oldest());
    }

    /**
     * Carries out a table that they have sent, unless another has taken its place, something is wrong with it by now, or it would do something else than they
     * were told: then it is checked anew. What is found under the units that
     * it changes is found anew.
     *
     * @param mark of the table that they have seen checked
     */
    public EditOutcome carryOut(String mark, Actor by) {
        require(by);
        units.oneByOne();
        var seen = waiting.checked(by.name(), oldest())
                .filter(checked -> checked.mark().equals(mark))
                .map(WaitingUnits.Checked::report);
        var table = waiting.table(by.name(), mark, oldest());
        if (seen.isEmpty() || table.isEmpty()) {
            return new EditOutcome.Stale();
        }
        var changes = changes(table.get());
        var report = UnitReport.of(changes);
        if (!report.isGood() || !report.countsAs(seen.get())) {
            // They shall see what it would do now.
            waiting.keep(by.name(), table.get(), report, clock.instant(), oldest());
            return new EditOutcome.Stale();
        }
        var all = new ArrayList<>(changes.added());
        all.addAll(changes.changed());
        // What they have become so far is no longer known afterwards.
        tell(all);
        units.write(all);
        tell(all);
        waiting.forget(by.name());
        audit.record(
                by,
                "import-units",
                "locality",
                0,
                table.get().fileName(),
                "+" + changes.added().size() + " ~" + changes.changed().size());
        contentRevision.advance();
        return new EditOutcome.Done(table.get().fileName());
    }

    /** What is public and found under these units is found anew. */
    private void tell(List<Unit> changed) {
        for (var kind : SubjectKind.values()) {
            outbox.addAll(kind, units.touched(kind, changed));
        }
    }

    /** Forgets the table that they have sent. */
    public EditOutcome drop(Actor by) {
        require(by);
        waiting.forget(by.name());
        return new EditOutcome.Done("");
    }

    private static void require(Actor by) {
        Administrators.require(by, "bring in units");
    }
}
