package vn.loa.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
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
import vn.loa.search.IndexRebuild;

/**
 * Administrators of the whole portal bring in the official units from a table: it is kept and checked line by line, and carried out as a whole when nothing is
 * wrong. A table that was carried out changes nothing a second time. Others are answered with {@link NotPermitted}.
 */
@ApplicationScoped
@Transactional
public class ImportUnits {
    /** Of a file, in bytes: a hundred thousand units and more. */
    public static final int MOST_BYTES = 20 << 20;

    private static final int MOST_TOLD = 500;
    private static final int EXAMPLES = 20;
    private static final int LONGEST_NAME = 200;

    @Inject
    private Units units;

    @Inject
    private IndexRebuild index;

    @Inject
    private ContentRevision contentRevision;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * What a table would do.
     *
     * @param added units that are new, @param changed that would be changed, @param same that are so already
     * @param faults the first of those in it, @param allFaults how many there are
     * @param examples of what is new or would be changed, in words
     */
    public record Report(
            String fileName,
            int rows,
            int added,
            int changed,
            int same,
            List<UnitFault> faults,
            int allFaults,
            List<String> examples) {
        public Report {
            faults = List.copyOf(faults);
            examples = List.copyOf(examples);
        }

        /** Whether it can be carried out. */
        public boolean isGood() {
            return allFaults == 0 && added + changed > 0;
        }
    }

    /** By code, those of today first. Two statements. @param words of their names, or a code; empty for all */
    public Page<Units.Line> page(String words, int page, int size, Actor by) {
        require(by);
        return units.page(words, page, size);
    }

    /**
     * Keeps a table to be checked, in place of what they had sent before.
     *
     * @param fields tu, cu-tu, cu-den: the days of units whose table does not say
     */
    public EditOutcome keep(String fileName, byte[] content, Map<String, String> fields, Actor by) {
        require(by);
        try {
            var written = new WrittenFields(fields);
            var days = new UnitChanges.Days(day(written, "tu"), day(written, "cu-tu"), day(written, "cu-den"));
            var name = fileName.length() > LONGEST_NAME ? fileName.substring(0, LONGEST_NAME) : fileName;
            var now = clock.instant();
            units.keep(by.name(), new Units.Waiting(name, days, content), now, now.minus(Duration.ofDays(1)));
            return new EditOutcome.Done(name);
        } catch (WrittenFields.Unreadable wrong) {
            return wrong.outcome();
        }
    }

    private static LocalDate day(WrittenFields written, String field) {
        var day = written.day(field);
        if (day == null) {
            throw new WrittenFields.Unreadable(EditOutcome.Fault.BAD_DAY);
        }
        return day;
    }

    /** What the table that they have sent would do now; empty when there is none. Changes nothing. */
    public Optional<Report> report(Actor by) {
        require(by);
        return units.waiting(by.name()).map(waiting -> report(waiting, changes(waiting)));
    }

    private UnitChanges changes(Units.Waiting waiting) {
        return new UnitChanges(UnitTable.read(waiting.content()), units.all(), waiting.days());
    }

    private static Report report(Units.Waiting waiting, UnitChanges changes) {
        var faults = changes.faults();
        var examples = new ArrayList<String>();
        changes.added().stream().limit(EXAMPLES).forEach(unit -> examples.add("+ " + words(unit)));
        changes.changed().stream().limit(EXAMPLES).forEach(unit -> examples.add("~ " + words(unit)));
        return new Report(
                waiting.fileName(),
                changes.rows(),
                changes.added().size(),
                changes.changed().size(),
                changes.same(),
                faults.stream().limit(MOST_TOLD).toList(),
                faults.size(),
                examples);
    }

    private static String words(UnitChanges.Unit unit) {
        var to = unit.to();
        return unit.code() + " " + unit.kind() + " " + unit.name()
                + (unit.parent().isEmpty() ? "" : " ∈ " + unit.parent()) + " · " + unit.from()
                + (to == null ? "" : " – " + to)
                + (unit.successors().isEmpty() ? "" : " → " + String.join(", ", unit.successors()));
    }

    /** Carries out the table that they have sent, unless something is wrong with it by now. Whoever calls lets the index be built anew after that. */
    public EditOutcome carryOut(Actor by) {
        require(by);
        units.oneByOne();
        var waiting = units.waiting(by.name());
        if (waiting.isEmpty()) {
            return new EditOutcome.Stale();
        }
        var changes = changes(waiting.get());
        if (!report(waiting.get(), changes).isGood()) {
            return new EditOutcome.Stale();
        }
        var all = new ArrayList<>(changes.added());
        all.addAll(changes.changed());
        units.write(all);
        units.forget(by.name());
        audit.record(
                by,
                "import-units",
                "locality",
                0,
                waiting.get().fileName(),
                "+" + changes.added().size() + " ~" + changes.changed().size());
        contentRevision.advance();
        return new EditOutcome.Done(waiting.get().fileName());
    }

    /** Forgets the table that they have sent. */
    public EditOutcome drop(Actor by) {
        require(by);
        units.forget(by.name());
        return new EditOutcome.Done("");
    }

    /** Lets everything be found under the units that there are now. */
    public void followUp(Actor by) {
        require(by);
        index.begin();
    }

    private static void require(Actor by) {
        Administrators.require(by, "bring in units");
    }
}
