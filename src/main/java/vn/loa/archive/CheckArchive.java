package vn.loa.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.archive.JudgeLines.Row;
import vn.loa.common.Violation;

/**
 * Looks at every line of an archive, tells what it would do and what is wrong with it, and keeps the lines for the carrying out. Nothing else is written. Memory does not grow with the files, and little with the
 * lines: their keys alone are remembered.
 */
@ApplicationScoped
class CheckArchive {
    private static final int MOST_LINES = 100_000;
    /** Lines that are judged together: what they are about is read for all of them. */
    private static final int AT_ONCE = 50;

    /** In characters: of a line, of the lines that wait to be kept, and of all that are kept of a sheet. */
    private static final int LONGEST_LINE = 500_000;

    private static final int MOST_WAITING = 1_000_000;
    private static final long MOST_KEPT = 100L << 20;

    @Inject
    private OpenArchive archives;

    @Inject
    private ArchiveLines lines;

    @Inject
    private JudgeLines judging;

    /** Not within a transaction. What was kept of an earlier look is forgotten. @return paths of files that no line names, in order @throws ArchiveRefused when nothing of it can be brought in */
    List<String> check(ArchiveRun run, Vocabulary words, Actor by) throws IOException {
        lines.clear(run.turn());
        try (var files = archives.files(run)) {
            var sheet = new Looking(run.turn(), files, words, by);
            archives.sheet(run, files, sheet);
            sheet.end();
            return sheet.unnamed();
        }
    }

    /** One look at one sheet. */
    private final class Looking implements SheetRows {
        private final Turn turn;
        private final ArchiveFiles files;
        private final Vocabulary words;
        private final Actor by;
        private final Map<String, Integer> keys = new HashMap<>();
        private final List<Row> waiting = new ArrayList<>();
        private final Map<TrackPlan, List<Violation>> rules = new HashMap<>();
        private final Set<String> unnamed;
        private @Nullable SheetHead head;
        private int read;
        private int lettersWaiting;
        private long lettersKept;

        Looking(Turn turn, ArchiveFiles files, Vocabulary words, Actor by) {
            this.turn = turn;
            this.files = files;
            this.words = words;
            this.by = by;
            this.unnamed = new TreeSet<>(files.paths());
            if (!unnamed.isEmpty()) {
                unnamed.remove(files.sheet().path());
            }
        }

        List<String> unnamed() {
            return List.copyOf(unnamed);
        }

        @Override
        public void row(int number, List<String> fields, Set<Integer> formulas) {
            var columns = head;
            if (columns == null) {
                head = new SheetHead(fields, words.written());
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
            if (!unnamed.isEmpty()) {
                FileWish.read(cells.getOrDefault(SheetColumn.FILES.code(), ""))
                        .forEach(wish -> unnamed.remove(ZipArchive.cleaned(wish.path())));
            }
            waiting.add(row(number, cells, formulas, columns, wrong));
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

        private Row row(
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
            return new Row(number, key, cells, faults);
        }

        private void keep() {
            if (waiting.isEmpty()) {
                return;
            }
            lines.add(turn, judging.judge(waiting, files, words, rules, by));
            waiting.clear();
            lettersWaiting = 0;
        }

        private void key(String key, int number, List<LineFault> faults) {
            if (key.isEmpty()) {
                faults.add(new LineFault(SheetColumn.KEY.code(), "key-missing", ""));
            } else if (key.length() > JudgeLines.LONGEST_KEY || key.contains("\n")) {
                faults.add(new LineFault(SheetColumn.KEY.code(), "key-long", key));
            } else {
                var earlier = keys.putIfAbsent(key, number);
                if (earlier != null) {
                    faults.add(new LineFault(SheetColumn.KEY.code(), "key-twice", String.valueOf(earlier)));
                }
            }
        }
    }
}
