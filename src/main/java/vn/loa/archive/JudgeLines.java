package vn.loa.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.archive.ArchiveLines.Line;
import vn.loa.catalog.Chapter;
import vn.loa.catalog.CheckContent;
import vn.loa.catalog.CheckContent.Wish;
import vn.loa.catalog.ContentCheck;
import vn.loa.catalog.ProductContent;
import vn.loa.catalog.WorkContent;
import vn.loa.catalog.WorkContents;
import vn.loa.common.Violation;

/** Judges lines of a sheet together, so that the statements for them do not grow with their number: what each would do, and what is wrong with it. */
@ApplicationScoped
class JudgeLines {
    static final int LONGEST_KEY = 100;
    private static final int LONGEST_TITLE = 200;

    @Inject
    private ArchiveKeys keys;

    @Inject
    private WorkContents contents;

    @Inject
    private CheckContent check;

    @Inject
    private KnownFiles knownFiles;

    @Inject
    private CheckFiles checkFiles;

    /** A line as it was read. @param faults that were found by then */
    record Row(int number, String key, Map<String, String> cells, List<LineFault> faults) {}

    /** What is being found out about a line. */
    private static final class Judged {
        private final Row row;
        private final List<LineFault> faults;
        private Optional<String> slug = Optional.empty();
        private @Nullable WorkContent before;
        private Optional<ProductContent> content = Optional.empty();
        private Optional<List<Chapter>> chapters = Optional.empty();
        private Optional<ProductContent> readable = Optional.empty();

        Judged(Row row) {
            this.row = row;
            this.faults = new ArrayList<>(row.faults());
        }

        void add(String column, String kind, String detail) {
            faults.add(new LineFault(column, kind, detail));
        }
    }

    /** Not within a transaction. @param rules what is wrong with tracks, as far as it was asked for by now */
    List<Line> judge(
            List<Row> rows, ArchiveFiles files, Vocabulary words, Map<TrackPlan, List<Violation>> rules, Actor by) {
        var judged = rows.stream().map(Judged::new).toList();
        find(judged, by);
        judged.forEach(line -> read(line, words));
        check(judged, by);
        var look = new CheckFiles.Look(files, words, knownFiles.of(addresses(judged)), rules);
        var lines = new ArrayList<Line>();
        for (var line : judged) {
            var isMore = checkFiles.look(line.slug, line.row.cells(), look, line.faults);
            lines.add(line(line, isMore));
        }
        return lines;
    }

    private static Set<String> addresses(List<Judged> judged) {
        return judged.stream().flatMap(line -> line.slug.stream()).collect(Collectors.toSet());
    }

    /** Which products they are about. */
    private void find(List<Judged> judged, Actor by) {
        var good = judged.stream().filter(line -> line.faults.isEmpty()).toList();
        var found = keys.products(
                by.name(), good.stream().map(line -> line.row.key()).toList());
        good.forEach(line -> line.slug = Optional.ofNullable(found.get(line.row.key())));
        var products = contents.all(addresses(good), by);
        for (var line : good) {
            line.before = line.slug.map(products::get).orElse(null);
            if (line.slug.isPresent() && line.before == null) {
                line.add(SheetColumn.KEY.code(), "not-yours", line.row.key());
            }
            if (line.slug.isEmpty() && ArchiveKeys.isAddress(line.row.key())) {
                line.add(SheetColumn.KEY.code(), "key-address", line.row.key());
            }
        }
    }

    private void read(Judged line, Vocabulary words) {
        var read = ReadLine.read(line.row.cells(), Optional.ofNullable(line.before), words);
        line.faults.addAll(read.faults());
        line.content = read.content();
        line.chapters = read.chapters();
        line.readable = read.readable();
    }

    private void check(List<Judged> judged, Actor by) {
        var readable = judged.stream().filter(line -> line.readable.isPresent()).toList();
        var checks = check.all(
                readable.stream()
                        .map(line -> new Wish(line.before == null ? null : line.before.slug(), line.readable.get()))
                        .toList(),
                by);
        for (var i = 0; i < readable.size(); i++) {
            judge(readable.get(i), checks.get(i).orElseGet(() -> new ContentCheck(List.of(), false, false)));
        }
    }

    private static void judge(Judged line, ContentCheck check) {
        var before = line.before;
        var told = line.faults.stream().map(LineFault::column).collect(Collectors.toSet());
        check.faults().stream()
                .map(fault -> ReadLine.fault(fault, line.row.cells()))
                .filter(fault -> !told.contains(fault.column()))
                .forEach(line.faults::add);
        if (!check.permitted()) {
            line.add("", before == null ? "not-there" : "not-yours", "");
        } else if (!check.writable() && before != null && line.content.isPresent() && !isSame(line, before)) {
            line.add("", "not-draft", before.slug());
        }
    }

    private static Line line(Judged line, boolean isMore) {
        var before = line.before;
        return new Line(
                line.row.number(),
                cut(line.row.key(), LONGEST_KEY),
                title(line.row.cells()),
                state(line, isMore),
                "",
                line.row.cells(),
                line.faults,
                line.slug.orElse(null),
                before == null ? null : before.version(),
                false);
    }

    private static LineState state(Judged line, boolean isMore) {
        var before = line.before;
        if (!line.faults.isEmpty()) {
            return LineState.FAULTY;
        }
        if (before == null) {
            return LineState.NEW;
        }
        return !isMore && isSame(line, before) ? LineState.SAME : LineState.CHANGED;
    }

    private static boolean isSame(Judged line, WorkContent before) {
        return line.content
                        .filter(written -> ContentComparison.isSame(before.content(), written))
                        .isPresent()
                && line.chapters
                        .filter(chapters -> !ChapterWords.isSame(before.chapters(), chapters))
                        .isEmpty();
    }

    private static String title(Map<String, String> cells) {
        return cut(
                cells.getOrDefault(new SheetColumn.Cell(SheetColumn.TITLE, "vi").name(), "")
                        .strip(),
                LONGEST_TITLE);
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
