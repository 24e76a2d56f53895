package vn.loa.media.documents;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the process that reads a document tells what it found: one line for each thing, a word and its fields parted by tabs, in UTF-8. Tabs, line ends
 * and backslashes within a field are escaped. The last line is {@value #END}: what ends without it is worth nothing.
 */
public final class ReadingLines {
    private static final String KIND = "kind";
    private static final String PAGES = "pages";
    private static final String HEADING = "heading";
    private static final String PARAGRAPH = "paragraph";
    private static final String ITEM = "item";
    private static final String ROW = "row";
    private static final String WARNING = "warning";
    private static final String REFUSED = "refused";
    private static final String END = "end";

    private static final int PASSAGE_FIELDS = 4;

    private ReadingLines() {}

    public static String kind(DocumentKind kind) {
        return line(KIND, kind);
    }

    public static String pages(int pages) {
        return line(PAGES, pages);
    }

    public static String warning(Warning warning) {
        return line(WARNING, warning.kind(), warning.detail());
    }

    public static String refused(Refusal refusal, String detail) {
        return line(REFUSED, refusal, detail);
    }

    public static String end() {
        return END;
    }

    public static String block(Block block) {
        if (block instanceof Block.Heading heading) {
            return line(HEADING, heading.page(), heading.level(), heading.marker(), passage(heading.passage()));
        } else if (block instanceof Block.ListItem item) {
            return line(ITEM, item.page(), item.level(), item.marker(), passage(item.passage()));
        } else if (block instanceof Block.TableRow row) {
            var fields = new ArrayList<Object>(List.of(row.page(), row.table()));
            row.cells().forEach(cell -> {
                fields.add(cell.columns());
                fields.add(cell.passages().size());
                cell.passages().forEach(passage -> fields.add(passage(passage)));
            });
            return line(ROW, fields.toArray());
        } else {
            var paragraph = (Block.Paragraph) block;
            return line(PARAGRAPH, paragraph.page(), passage(paragraph.passage()));
        }
    }

    /** Four fields in one. */
    private static Stream<Object> passage(Passage passage) {
        return Stream.of(passage.alignment(), passage.bold(), passage.italic(), passage.text());
    }

    private static String line(String word, Object... fields) {
        var line = new StringBuilder(word);
        Stream.of(fields)
                .flatMap(field -> field instanceof Stream<?> several ? several : Stream.of(field))
                .forEach(field -> line.append('\t').append(escaped(field.toString())));
        return line.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /**
     * What a process said.
     *
     * @throws DocumentRefused if it says that nothing can come of the document
     * @throws IllegalArgumentException if it is nothing that such a process says
     */
    static ReadDocument parse(Stream<String> lines) {
        var found = new Found();
        lines.forEach(found::take);
        return found.document();
    }

    /** What has been said so far. */
    private static final class Found {
        private Optional<DocumentKind> kind = Optional.empty();
        private Optional<Integer> pages = Optional.empty();
        private final List<Block> blocks = new ArrayList<>();
        private final List<Warning> warnings = new ArrayList<>();
        private boolean ended;

        void take(String line) {
            if (ended) {
                throw new IllegalArgumentException("Something follows the end");
            }
            var fields = new Fields(line);
            switch (fields.text()) {
                case KIND -> kind = Optional.of(fields.oneOf(DocumentKind.class));
                case PAGES -> pages = Optional.of(fields.number());
                case HEADING ->
                    blocks.add(new Block.Heading(fields.number(), fields.number(), fields.text(), fields.passage()));
                case ITEM ->
                    blocks.add(new Block.ListItem(fields.number(), fields.number(), fields.text(), fields.passage()));
                case PARAGRAPH -> blocks.add(new Block.Paragraph(fields.number(), fields.passage()));
                case ROW -> blocks.add(fields.row());
                case WARNING -> warnings.add(new Warning(fields.oneOf(Warning.Kind.class), fields.text()));
                case REFUSED -> throw new DocumentRefused(fields.oneOf(Refusal.class), fields.text());
                case END -> ended = true;
                default -> throw new IllegalArgumentException("Unknown word in the line " + line);
            }
            fields.requireEnd();
        }

        ReadDocument document() {
            if (!ended) {
                throw new IllegalArgumentException("There is no end");
            }
            return new ReadDocument(
                    kind.orElseThrow(() -> new IllegalArgumentException("There is no kind")), pages, blocks, warnings);
        }
    }

    /** The fields of one line, from the first to the last. */
    private static final class Fields {
        private final String[] fields;
        private int next;

        Fields(String line) {
            this.fields = line.split("\t", -1);
        }

        boolean hasMore() {
            return next < fields.length;
        }

        void requireEnd() {
            if (hasMore()) {
                throw new IllegalArgumentException("The line " + fields[0] + " has too many fields");
            }
        }

        String text() {
            if (!hasMore()) {
                throw new IllegalArgumentException("The line " + fields[0] + " has too few fields");
            }
            return unescaped(fields[next++]);
        }

        int number() {
            var number = Integer.parseInt(text());
            if (number < 0) {
                throw new IllegalArgumentException("Numbers are not negative");
            }
            return number;
        }

        boolean flag() {
            return oneOf(Flag.class) == Flag.TRUE;
        }

        <E extends Enum<E>> E oneOf(Class<E> type) {
            return Enum.valueOf(type, text().toUpperCase(java.util.Locale.ROOT));
        }

        Passage passage() {
            var alignment = oneOf(Alignment.class);
            var bold = flag();
            var italic = flag();
            return new Passage(Normalizer.normalize(text(), Normalizer.Form.NFC), alignment, bold, italic);
        }

        Block row() {
            var page = number();
            var table = number();
            var cells = new ArrayList<Block.Cell>();
            while (hasMore()) {
                var columns = number();
                var passages = new ArrayList<Passage>();
                for (var left = number(); left > 0; left--) {
                    if (fields.length - next < PASSAGE_FIELDS) {
                        throw new IllegalArgumentException("A cell ends early");
                    }
                    passages.add(passage());
                }
                cells.add(new Block.Cell(columns, passages));
            }
            return new Block.TableRow(page, table, cells);
        }

        private static String unescaped(String field) {
            if (field.indexOf('\\') < 0) {
                return field;
            }
            var text = new StringBuilder(field.length());
            for (var i = 0; i < field.length(); i++) {
                var c = field.charAt(i);
                if (c == '\\' && i + 1 < field.length()) {
                    i++;
                    text.append(
                            switch (field.charAt(i)) {
                                case 't' -> '\t';
                                case 'n' -> '\n';
                                case 'r' -> '\r';
                                default -> field.charAt(i);
                            });
                } else {
                    text.append(c);
                }
            }
            return text.toString();
        }
    }

    private enum Flag {
        TRUE,
        FALSE
    }
}
