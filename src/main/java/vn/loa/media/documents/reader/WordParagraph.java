package vn.loa.media.documents.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.media.documents.Block;
import vn.loa.media.documents.Passage;

/** Reads one paragraph of a DOCX. Used once. */
final class WordParagraph {
    private final XmlPart part;
    private final WordReading reading;
    private final PassageBuilder passage = new PassageBuilder();

    /** What stands in text boxes that hang on it. */
    private final List<Block> boxes = new ArrayList<>();

    private WordStyle style;
    private int startsAt;

    WordParagraph(XmlPart part, WordReading reading) {
        this.part = part;
        this.reading = reading;
        this.style = reading.styles().paragraph(Optional.empty());
    }

    /** Itself, if there is text in it, after what hangs on it. */
    List<Block> read() {
        startsAt = reading.page().now();
        content();
        var marker = style.list().map(list -> reading.lists().next(list, style.listLevel()));
        passage.build(style.alignment())
                .ifPresent(built -> boxes.add(block(built, marker.filter(text -> !text.isEmpty()))));
        return boxes;
    }

    private Block block(Passage built, Optional<String> marker) {
        if (style.heading().isPresent()) {
            return new Block.Heading(startsAt, style.heading().get(), marker.orElse(""), built);
        }
        return marker.<Block>map(text -> new Block.ListItem(startsAt, style.listLevel() + 1, text, built))
                .orElseGet(() -> new Block.Paragraph(startsAt, built));
    }

    /** A cell has paragraphs only: the marker is part of the text there. */
    static Passage inCell(Block block) {
        if (block instanceof Block.Heading heading) {
            return marked(heading.marker(), heading.passage());
        } else if (block instanceof Block.ListItem item) {
            return marked(item.marker(), item.passage());
        }
        return ((Block.Paragraph) block).passage();
    }

    private static Passage marked(String marker, Passage passage) {
        return marker.isEmpty()
                ? passage
                : new Passage(marker + " " + passage.text(), passage.alignment(), passage.bold(), passage.italic());
    }

    private void content() {
        part.children(element -> {
            switch (element) {
                case "pPr" -> properties();
                case "r" -> run();
                case "hyperlink",
                        "ins",
                        "moveTo",
                        "smartTag",
                        "customXml",
                        "sdt",
                        "sdtContent",
                        "fldSimple",
                        "dir",
                        "bdo" -> content();
                default -> {
                    // What was deleted, marks and formulas.
                }
            }
        });
    }

    private void properties() {
        var direct = new WordStyle.Reader(part);
        direct.paragraphProperties();
        style = reading.styles().paragraph(direct.named()).with(direct.style());
    }

    private void run() {
        var look = new WordStyle[] {style};
        part.children(element -> {
            switch (element) {
                case "rPr" -> look[0] = look(look[0]);
                case "t" -> add(part.text(), look[0]);
                case "tab", "ptab" -> add(" ", look[0]);
                case "noBreakHyphen" -> add("-", look[0]);
                case "cr" -> add("\n", look[0]);
                case "br" -> lineBreak(look[0]);
                case "lastRenderedPageBreak" -> reading.page().breakByProgram();
                default -> boxes();
            }
        });
    }

    private WordStyle look(WordStyle before) {
        var direct = new WordStyle.Reader(part);
        direct.runProperties();
        direct.fonts().forEach(font -> LegacyFonts.look(font, reading.telling()));
        return direct.named()
                .map(name -> before.with(reading.styles().character(name)))
                .orElse(before)
                .with(direct.style());
    }

    private void lineBreak(WordStyle look) {
        if (part.attribute("type").filter("page"::equals).isPresent()) {
            reading.page().breakByHand();
        } else {
            add("\n", look);
        }
    }

    /** Drawings may hold text boxes. What stands there a second time, for older programs, is passed over. */
    private void boxes() {
        part.children(element -> {
            if (element.equals("p")) {
                boxes.addAll(new WordParagraph(part, reading).read());
            } else if (!element.equals("Fallback")) {
                boxes();
            }
        });
    }

    private void add(String text, WordStyle look) {
        if (passage.isBlank() && !text.isBlank()) {
            startsAt = reading.page().now();
        }
        passage.add(text, look.bold(), look.italic());
    }
}
