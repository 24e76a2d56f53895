package vn.loa.media.documents.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.loa.media.documents.Alignment;
import vn.loa.media.documents.Block;
import vn.loa.media.documents.DocumentRefused;
import vn.loa.media.documents.Passage;
import vn.loa.media.documents.Refusal;

/** Reads the text of a DOCX (ECMA-376, part 1, 17). What was deleted while changes were tracked is not read; what was added is. */
final class WordReading {
    private final OfficePackage office;
    private final Telling telling;
    private final WordStyles styles;
    private final WordLists lists;
    private final PageCount page;
    private int tables;

    WordReading(OfficePackage office, Telling telling, int pageBreaks) throws IOException {
        this.office = office;
        this.telling = telling;
        this.styles = WordStyles.of(office);
        this.lists = WordLists.of(office);
        this.page = PageCount.of(office, "docProps/app.xml", pageBreaks);
    }

    void read() throws IOException {
        page.tell(telling);
        styles.fonts().forEach(font -> LegacyFonts.look(font, telling));
        var main = mainPart();
        if (!office.has(main)) {
            throw new DocumentRefused(Refusal.BROKEN, "There is no " + main);
        }
        office.read(
                main,
                part -> part.children(element -> {
                    if (element.equals("body")) {
                        blocks(part);
                    }
                }));
    }

    private String mainPart() throws IOException {
        var main = new String[] {"word/document.xml"};
        office.read(
                "_rels/.rels",
                part -> part.children(element -> {
                    if (part.attribute("Type")
                            .filter(type -> type.endsWith("/officeDocument"))
                            .isPresent()) {
                        part.attribute("Target")
                                .ifPresent(target -> main[0] = target.startsWith("/") ? target.substring(1) : target);
                    }
                }));
        return main[0];
    }

    private void blocks(XmlPart part) {
        part.children(element -> {
            switch (element) {
                case "p" -> new WordParagraph(part, this).read().forEach(telling::block);
                case "tbl" -> {
                    tables++;
                    rows(part, tables);
                }
                case "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag" -> blocks(part);
                default -> {
                    // Nothing else holds text.
                }
            }
        });
    }

    private void rows(XmlPart part, int table) {
        part.children(element -> {
            switch (element) {
                case "tr" -> {
                    var at = page.now();
                    var cells = new ArrayList<Block.Cell>();
                    cells(part, cells);
                    telling.block(new Block.TableRow(at, table, cells));
                }
                case "sdt", "sdtContent", "customXml", "ins" -> rows(part, table);
                default -> {
                    // Properties.
                }
            }
        });
    }

    private void cells(XmlPart part, List<Block.Cell> cells) {
        part.children(element -> {
            switch (element) {
                case "tc" -> cells.add(cell(part));
                case "sdt", "sdtContent", "customXml" -> cells(part, cells);
                default -> {
                    // Properties.
                }
            }
        });
    }

    private Block.Cell cell(XmlPart part) {
        var passages = new ArrayList<Passage>();
        var columns = new int[] {1};
        passages(part, passages, columns);
        return new Block.Cell(columns[0], passages);
    }

    /** Of a cell, those of tables within it included. */
    private void passages(XmlPart part, List<Passage> passages, int[] columns) {
        part.children(element -> {
            switch (element) {
                case "gridSpan" -> part.number("val").ifPresent(span -> columns[0] = Math.max(1, span));
                case "p" ->
                    new WordParagraph(part, this).read().forEach(block -> passages.add(WordParagraph.inCell(block)));
                case "tcPr", "tbl", "tr", "tc", "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag" ->
                    passages(part, passages, element.equals("tc") ? new int[1] : columns);
                default -> {
                    // Nothing else holds text.
                }
            }
        });
    }

    Telling telling() {
        return telling;
    }

    WordStyles styles() {
        return styles;
    }

    WordLists lists() {
        return lists;
    }

    PageCount page() {
        return page;
    }

    static Alignment alignment(String justification) {
        return switch (justification) {
            case "center" -> Alignment.CENTER;
            case "right", "end" -> Alignment.RIGHT;
            case "both", "distribute" -> Alignment.JUSTIFIED;
            default -> Alignment.LEFT;
        };
    }
}
