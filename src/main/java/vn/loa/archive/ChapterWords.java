package vn.loa.archive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.Chapter;
import vn.loa.catalog.Chapters;
import vn.loa.common.Texts;

/**
 * The chapters of a work in cells. The Vietnamese one says which there are, one on a line: when it begins, then its title ({@code 1:30 Chăm bò mùa rét}). Those of other languages
 * have their titles behind the same times.
 */
final class ChapterWords {
    private static final Pattern LINE = Pattern.compile("([0-9][0-9:.,]*)\\s+(\\S.*)");

    private ChapterWords() {}

    /** A line of a cell. */
    private record Titled(long millis, String title) {}

    /**
     * The chapters from now on; empty when no cell says anything about them.
     *
     * @param before those that there are
     * @param languages codes of those in which titles can be written
     * @param faults those that are found are added
     */
    static Optional<List<Chapter>> read(
            Map<String, String> cells, List<Chapter> before, List<String> languages, List<LineFault> faults) {
        if (languages.stream().allMatch(language -> cell(cells, language) == null)) {
            return Optional.empty();
        }
        Map<Long, Map<String, String>> titles = new TreeMap<>();
        before.forEach(chapter ->
                titles.put(chapter.startMillis(), new TreeMap<>(chapter.title().asMap())));
        // Vietnamese comes first: it says when chapters begin.
        languages.stream()
                .sorted(Comparator.comparing(language -> !language.equals(Texts.FALLBACK)))
                .forEach(language -> take(cells, language, titles, faults));
        var chapters = titles.entrySet().stream()
                .map(chapter -> new Chapter(chapter.getKey(), Texts.of(chapter.getValue())))
                .toList();
        if (faults.stream().noneMatch(fault -> fault.column().startsWith(SheetColumn.CHAPTERS.code()))) {
            Chapters.violations(chapters, Duration.ZERO).stream()
                    .findFirst()
                    .ifPresent(wrong -> faults.add(new LineFault(name(Texts.FALLBACK), "chapters", wrong.field())));
        }
        return Optional.of(chapters);
    }

    private static void take(
            Map<String, String> cells, String language, Map<Long, Map<String, String>> titles, List<LineFault> faults) {
        var text = cell(cells, language);
        if (text == null) {
            return;
        }
        var lines = lines(text, language, faults);
        if (language.equals(Texts.FALLBACK)) {
            titles.keySet().retainAll(lines.stream().map(Titled::millis).collect(Collectors.toSet()));
        }
        titles.values().forEach(known -> known.remove(language));
        for (var line : lines) {
            if (language.equals(Texts.FALLBACK)) {
                titles.computeIfAbsent(line.millis(), none -> new TreeMap<>());
            }
            var known = titles.get(line.millis());
            if (known == null) {
                faults.add(new LineFault(name(language), "chapters-time", Chapters.time(line.millis())));
            } else if (known.put(language, line.title()) != null) {
                faults.add(new LineFault(name(language), "chapters-twice", Chapters.time(line.millis())));
            }
        }
    }

    private static List<Titled> lines(String text, String language, List<LineFault> faults) {
        var lines = new ArrayList<Titled>();
        for (var part : Cells.parts(text)) {
            var found = LINE.matcher(part);
            var time = found.matches() ? Chapters.time(found.group(1)) : Optional.<Long>empty();
            time.ifPresentOrElse(
                    millis -> lines.add(new Titled(millis, found.group(2).strip())),
                    () -> faults.add(new LineFault(name(language), "chapters-form", part)));
        }
        return lines;
    }

    /** What stands there; null when it leaves things as they are. */
    private static @Nullable String cell(Map<String, String> cells, String language) {
        var text = cells.get(name(language));
        return text == null || text.strip().equals(SheetColumn.KEPT) ? null : text;
    }

    private static String name(String language) {
        return new SheetColumn.Cell(SheetColumn.CHAPTERS, language).name();
    }

    /** As {@link #read} takes it. */
    static String written(List<Chapter> chapters, String language) {
        return Cells.joined(chapters.stream()
                .flatMap(chapter -> chapter.title().exactly(language).stream()
                        .map(title -> Chapters.time(chapter.startMillis()) + " " + title))
                .toList());
    }

    static boolean isSame(List<Chapter> one, List<Chapter> other) {
        return plain(one).equals(plain(other));
    }

    private static List<Map.Entry<Long, Map<String, String>>> plain(List<Chapter> chapters) {
        return chapters.stream()
                .map(chapter -> Map.entry(chapter.startMillis(), chapter.title().asMap()))
                .toList();
    }
}
