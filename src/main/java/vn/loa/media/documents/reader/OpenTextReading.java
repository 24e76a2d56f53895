package vn.loa.media.documents.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.media.documents.Alignment;
import vn.loa.media.documents.Block;
import vn.loa.media.documents.DocumentRefused;
import vn.loa.media.documents.Passage;
import vn.loa.media.documents.Refusal;

/** Reads the text of an ODT (OpenDocument 1.3, part 3, 5). What was deleted while changes were tracked lies apart, and is not read. */
final class OpenTextReading {
    private static final String CONTENT = "content.xml";

    /** Spaces and columns may be counted; nobody types more. */
    private static final int MOST_REPEATED = 200;

    private final OfficePackage office;
    private final Telling telling;
    private final OpenStyles styles;
    private final OpenLists lists = new OpenLists();
    private final PageCount page;
    private int tables;

    OpenTextReading(OfficePackage office, Telling telling, int pageBreaks) throws IOException {
        this.office = office;
        this.telling = telling;
        this.styles = OpenStyles.of(office, lists);
        this.page = PageCount.of(office, "meta.xml", pageBreaks);
    }

    void read() throws IOException {
        page.tell(telling);
        styles.fonts().forEach(font -> LegacyFonts.look(font, telling));
        if (!office.has(CONTENT)) {
            throw new DocumentRefused(Refusal.BROKEN, "There is no " + CONTENT);
        }
        office.read(
                CONTENT,
                part -> part.children(element -> {
                    if (element.equals("body")) {
                        part.children(inner -> blocks(part));
                    }
                }));
    }

    private void blocks(XmlPart part) {
        part.children(element -> {
            switch (element) {
                case "h" -> heading(part, number(part)).ifPresent(telling::block);
                case "p" -> paragraph(part).ifPresent(telling::block);
                case "list" -> list(part, Optional.empty(), 1).forEach(telling::block);
                case "table" -> {
                    tables++;
                    rows(part, tables);
                }
                case "section", "index-body", "table-of-content", "text-box", "frame", "custom-shape" -> blocks(part);
                case "soft-page-break" -> page.breakByProgram();
                default -> {
                    // Declarations and tracked changes.
                }
            }
        });
    }

    /** Which the program puts before a heading; empty where it has none. */
    private String number(XmlPart part) {
        if (part.attribute("is-list-header").filter("true"::equals).isPresent()
                || styles.isUnnumbered(part.attribute("style-name").orElse(""))) {
            return "";
        }
        if (part.attribute("restart-numbering").filter("true"::equals).isPresent()) {
            lists.start(
                    OpenLists.HEADINGS, level(part), part.number("start-value").orElse(1));
        }
        return lists.next(OpenLists.HEADINGS, level(part));
    }

    private static int level(XmlPart part) {
        return Math.max(1, part.number("outline-level").orElse(1));
    }

    private Optional<Block> heading(XmlPart part, String marker) {
        var level = level(part);
        return passage(part).map(found -> new Block.Heading(found.page(), level, marker, found.passage()));
    }

    private Optional<Block> paragraph(XmlPart part) {
        return passage(part).map(found -> new Block.Paragraph(found.page(), found.passage()));
    }

    private List<Block> list(XmlPart part, Optional<String> around, int level) {
        var blocks = new ArrayList<Block>();
        var style = part.attribute("style-name").or(() -> around);
        if (level == 1
                && part.attribute("continue-numbering").filter("true"::equals).isEmpty()
                && part.attribute("continue-list").isEmpty()) {
            style.ifPresent(lists::restart);
        }
        part.children(element -> {
            if (element.equals("list-item")) {
                part.number("start-value").ifPresent(start -> style.ifPresent(name -> lists.start(name, level, start)));
                item(part, style, level, blocks);
            } else if (element.equals("list-header")) {
                item(part, Optional.empty(), level, blocks);
            }
        });
        return blocks;
    }

    private void item(XmlPart part, Optional<String> style, int level, List<Block> blocks) {
        var first = new boolean[] {true};
        part.children(element -> {
            switch (element) {
                case "h", "p" -> {
                    var marker = first[0]
                            ? style.map(name -> lists.next(name, level)).orElse("")
                            : "";
                    first[0] = false;
                    if (element.equals("h")) {
                        heading(part, marker).ifPresent(blocks::add);
                    } else {
                        passage(part)
                                .map(found -> new Block.ListItem(found.page(), level, marker, found.passage()))
                                .ifPresent(blocks::add);
                    }
                }
                case "list" -> blocks.addAll(list(part, style, level + 1));
                default -> {
                    // Page breaks between lines of an item.
                }
            }
        });
    }

    private void rows(XmlPart part, int table) {
        part.children(element -> {
            switch (element) {
                case "table-row" -> {
                    var at = page.now();
                    var cells = cells(part);
                    // Sheets within texts may claim a million empty rows.
                    telling.block(new Block.TableRow(at, table, cells));
                }
                case "table-header-rows", "table-rows", "table-row-group" -> rows(part, table);
                case "soft-page-break" -> page.breakByProgram();
                default -> {
                    // Columns.
                }
            }
        });
    }

    private List<Block.Cell> cells(XmlPart part) {
        var cells = new ArrayList<Block.Cell>();
        // Those that a wide cell covers stand behind it; the others belong to one that reaches down to this row.
        var covered = new int[1];
        part.children(element -> {
            if (element.equals("table-cell") || element.equals("covered-table-cell")) {
                var columns = Math.max(1, part.number("number-columns-spanned").orElse(1));
                var copies = Math.min(
                        MOST_REPEATED,
                        Math.max(1, part.number("number-columns-repeated").orElse(1)));
                var passages = new ArrayList<Passage>();
                passages(part, passages);
                if (element.equals("table-cell")) {
                    covered[0] = columns - 1;
                    for (var copy = 0; copy < copies; copy++) {
                        cells.add(new Block.Cell(columns, passages));
                    }
                    return;
                }
                for (var copy = covered[0]; copy < copies; copy++) {
                    cells.add(new Block.Cell(1, List.of()));
                }
                covered[0] = Math.max(0, covered[0] - copies);
            }
        });
        return cells;
    }

    private void passages(XmlPart part, List<Passage> passages) {
        part.children(element -> {
            switch (element) {
                case "h" -> heading(part, "").map(WordParagraph::inCell).ifPresent(passages::add);
                case "p" -> passage(part).map(Found::passage).ifPresent(passages::add);
                case "list" ->
                    list(part, Optional.empty(), 1).forEach(block -> passages.add(WordParagraph.inCell(block)));
                case "soft-page-break" -> page.breakByProgram();
                default -> passages(part, passages);
            }
        });
    }

    private record Found(int page, Passage passage) {}

    private Optional<Found> passage(XmlPart part) {
        var style = styles.paragraph(part.attribute("style-name").orElse(""));
        if (style.startsPage()) {
            page.breakByHand();
        }
        var builder = new PassageBuilder();
        var at = new int[] {page.now()};
        text(part, builder, style, at);
        return builder.build(style.alignment() == null ? Alignment.LEFT : style.alignment())
                .map(passage -> new Found(at[0], passage));
    }

    private void text(XmlPart part, PassageBuilder builder, OpenStyle look, int[] at) {
        part.content(
                text -> builder.add(text.replaceAll("[ \\t\\r\\n]+", " "), look.isBold(), look.isItalic()), element -> {
                    switch (element) {
                        case "span" ->
                            text(
                                    part,
                                    builder,
                                    look.with(styles.text(
                                            part.attribute("style-name").orElse(""))),
                                    at);
                        case "s" ->
                            builder.add(
                                    " "
                                            .repeat(Math.min(
                                                    MOST_REPEATED,
                                                    Math.max(1, part.number("c").orElse(1)))),
                                    look.isBold(),
                                    look.isItalic());
                        case "tab" -> builder.add(" ", look.isBold(), look.isItalic());
                        case "line-break" -> builder.add("\n", look.isBold(), look.isItalic());
                        case "soft-page-break" -> {
                            page.breakByProgram();
                            if (builder.isBlank()) {
                                at[0] = page.now();
                            }
                        }
                        // A box that hangs on a paragraph is read before it: letterheads have their numbers in such.
                        case "frame", "custom-shape" -> blocks(part);
                        case "note", "annotation", "annotation-end", "tracked-changes" -> {
                            // Beside the text.
                        }
                        default -> text(part, builder, look, at);
                    }
                });
    }
}
