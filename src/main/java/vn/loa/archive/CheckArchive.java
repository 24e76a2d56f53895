package vn.loa.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.archive.ArchiveLines.Line;
import vn.loa.catalog.CheckContent;
import vn.loa.catalog.ContentCheck;
import vn.loa.catalog.ProductContent;
import vn.loa.catalog.WorkContent;
import vn.loa.catalog.WorkContents;

/**
 * Looks at every line of an archive, tells what it would do and what is wrong with it, and keeps the lines for the carrying out. Nothing else is written. Memory does not grow with the files, and little with the
 * lines: their keys alone are remembered.
 */
@ApplicationScoped
class CheckArchive {
    private static final int MOST_LINES = 100_000;
    private static final int AT_ONCE = 200;

    /** In characters: of a line, of the lines that wait to be kept, and of all that are kept of a sheet. */
    private static final int LONGEST_LINE = 500_000;

    private static final int MOST_WAITING = 1_000_000;
    private static final long MOST_KEPT = 100L << 20;
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_TITLE = 200;

    @Inject
    private OpenArchive archives;

    @Inject
    private ArchiveLines lines;

    @Inject
    private KnownLines known;

    @Inject
    private WorkContents contents;

    @Inject
    private ReadLine reading;

    @Inject
    private CheckContent check;

    @Inject
    private CheckFiles checkFiles;

    /** Not within a transaction. What was kept of an earlier look is forgotten. @throws ArchiveRefused when nothing of it can be brought in */
    void check(ArchiveRun run, Vocabulary words, Actor by) throws IOException {
        lines.clear(run.turn());
        try (var files = archives.files(run)) {
            var sheet = new Looking(run.turn(), files, words, by);
            archives.sheet(run, files, sheet);
            sheet.end();
        }
    }

    /** One look at one sheet. */
    private final class Looking implements SheetRows {
        private final Turn turn;
        private final ArchiveFiles files;
        private final Vocabulary words;
        private final Actor by;
        private final Map<String, Integer> keys = new HashMap<>();
        private final List<Line> waiting = new ArrayList<>();
        private @Nullable SheetHead head;
        private int read;
        private int lettersWaiting;
        private long lettersKept;

        Looking(Turn turn, ArchiveFiles files, Vocabulary words, Actor by) {
            this.turn = turn;
            this.files = files;
            this.words = words;
            this.by = by;
        }

        @Override
        public void row(int number, List<String> fields, Set<Integer> formulas) {
            var columns = head;
            if (columns == null) {
                head = new SheetHead(fields, words.languages());
                return;
            }
            var wrong = new ArrayList<LineFault>();
            var cells = columns.read(bounded(fields, columns, wrong));
            var isRemark =
                    cells.getOrDefault(SheetColumn.KEY.code(), "").strip().startsWith(SheetColumn.REMARK);
            if (isRemark || cells.values().stream().allMatch(String::isBlank) && formulas.isEmpty()) {
                return;
            }
            if (++read > MOST_LINES) {
                throw new ArchiveRefused(Problem.TOO_MANY_ROWS, String.valueOf(MOST_LINES));
            }
            waiting.add(line(number, cells, formulas, columns, wrong));
            var letters = cells.values().stream().mapToInt(String::length).sum();
            lettersWaiting += letters;
            lettersKept += letters;
            if (lettersKept > MOST_KEPT) {
                throw new ArchiveRefused(Problem.SHEET_TOO_LARGE, (MOST_KEPT >> 20) + " MB");
            }
            if (waiting.size() == AT_ONCE || lettersWaiting > MOST_WAITING) {
                keep();
            }
        }

        /** What is too long is left out, with a word. */
        private List<String> bounded(List<String> fields, SheetHead columns, List<LineFault> wrong) {
            var left = LONGEST_LINE;
            var bounded = new ArrayList<String>();
            for (var field : fields) {
                var name = columns.nameAt(bounded.size());
                var counts = !name.isEmpty();
                if (counts && (field.length() > LONGEST_CELL || field.length() > left)) {
                    wrong.add(new LineFault(name, field.length() > LONGEST_CELL ? "cell-long" : "line-long", ""));
                    bounded.add("");
                } else {
                    left -= counts ? field.length() : 0;
                    bounded.add(counts ? field : "");
                }
            }
            return bounded;
        }

        void end() {
            if (read == 0) {
                throw new ArchiveRefused(Problem.EMPTY, "");
            }
            keep();
        }

        private void keep() {
            lines.add(turn, waiting);
            waiting.clear();
            lettersWaiting = 0;
        }

        private Line line(
                int number,
                Map<String, String> cells,
                Set<Integer> formulas,
                SheetHead columns,
                List<LineFault> wrong) {
            var faults = new ArrayList<>(wrong);
            formulas.stream()
                    .map(columns::nameAt)
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> faults.add(new LineFault(name, "formula", "")));
            var key = cells.getOrDefault(SheetColumn.KEY.code(), "").strip();
            key(key, number, faults);
            var slug = faults.isEmpty() ? known.product(key) : Optional.<String>empty();
            var before = slug.flatMap(address -> contents.find(address, by));
            if (slug.isPresent() && before.isEmpty()) {
                faults.add(new LineFault(SheetColumn.KEY.code(), "not-yours", key));
            }
            if (faults.isEmpty() && slug.isEmpty() && KnownLines.isAddress(key)) {
                faults.add(new LineFault(SheetColumn.KEY.code(), "key-address", key));
            }
            var isNew = before.isEmpty();
            var content = reading.read(cells, before.map(WorkContent::content), words);
            faults.addAll(content.faults());
            content.content().ifPresent(written -> judge(written, before.orElse(null), cells, faults));
            var isMore = checkFiles.look(slug, cells, files, words, faults);
            var isSame = !isNew
                    && !isMore
                    && content.content()
                            .filter(written ->
                                    ContentComparison.isSame(before.get().content(), written))
                            .isPresent();
            var state = !faults.isEmpty()
                    ? LineState.FAULTY
                    : isNew ? LineState.NEW : isSame ? LineState.SAME : LineState.CHANGED;
            return new Line(
                    number,
                    cut(key, LONGEST_KEY),
                    title(cells),
                    state,
                    "",
                    cells,
                    faults,
                    slug.orElse(null),
                    before.map(WorkContent::version).orElse(null),
                    false);
        }

        private void key(String key, int number, List<LineFault> faults) {
            if (key.isEmpty()) {
                faults.add(new LineFault(SheetColumn.KEY.code(), "key-missing", ""));
            } else if (key.length() > LONGEST_KEY || key.contains("\n")) {
                faults.add(new LineFault(SheetColumn.KEY.code(), "key-long", key));
            } else {
                var earlier = keys.putIfAbsent(key, number);
                if (earlier != null) {
                    faults.add(new LineFault(SheetColumn.KEY.code(), "key-twice", String.valueOf(earlier)));
                }
            }
        }

        private void judge(
                ProductContent written,
                @Nullable WorkContent before,
                Map<String, String> cells,
                List<LineFault> faults) {
            var found = before == null ? Optional.of(check.ofNew(written, by)) : check.of(before.slug(), written, by);
            var judged = found.orElseGet(() -> new ContentCheck(List.of(), false, false));
            judged.faults().forEach(fault -> faults.add(ReadLine.fault(fault, cells)));
            if (!judged.permitted()) {
                faults.add(new LineFault("", before == null ? "not-there" : "not-yours", ""));
            } else if (!judged.writable() && before != null && !ContentComparison.isSame(before.content(), written)) {
                faults.add(new LineFault("", "not-draft", before.slug()));
            }
        }
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
