package vn.loa.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.loa.common.SafeXml;

/**
 * Reads the first sheet of a workbook (ECMA-376) row by row: the values that stand in it, never what a formula would make. Nothing but the sheet, its texts and its place in the workbook is looked at, so
 * that scripts, links and pictures are as good as not there. What would swell beyond bounds is refused.
 */
final class XlsxSheet {
    /** In bytes, of a part when it is unpacked. */
    private static final long LARGEST_PART = 256L << 20;

    /** In characters, of the texts that cells share, which are in memory: some 50 MB. */
    private static final int MOST_SHARED = 24 << 20;

    /** What a text takes besides its letters, in characters. */
    private static final int TEXT_ITSELF = 32;

    private static final int MOST_COLUMNS = 1_000;
    private static final int LETTERS = 26;
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private XlsxSheet() {}

    /** @throws ArchiveRefused when it is no workbook, or too large */
    static void read(Path file, SheetRows rows) throws IOException {
        try (var workbook = new ZipFile(file.toFile())) {
            var shared = shared(workbook);
            rows(workbook, sheet(workbook), shared, rows);
        } catch (ZipException | XMLStreamException e) {
            throw new ArchiveRefused(Problem.UNREADABLE_SHEET, String.valueOf(file.getFileName()));
        }
    }

    private static String sheet(ZipFile workbook) throws IOException, XMLStreamException {
        var id = "";
        try (var part = part(workbook, "xl/workbook.xml")) {
            var xml = SafeXml.reader(part);
            while (id.isEmpty() && next(xml)) {
                if (isStart(xml, "sheet")) {
                    id = Objects.requireNonNullElse(xml.getAttributeValue(RELATIONS, "id"), "");
                }
            }
        }
        try (var part = part(workbook, "xl/_rels/workbook.xml.rels")) {
            var xml = SafeXml.reader(part);
            while (next(xml)) {
                if (isStart(xml, "Relationship") && id.equals(xml.getAttributeValue(null, "Id"))) {
                    var target = Objects.requireNonNullElse(xml.getAttributeValue(null, "Target"), "");
                    return target.startsWith("/") ? target.substring(1) : "xl/" + target;
                }
            }
        }
        throw new ArchiveRefused(Problem.UNREADABLE_SHEET, "");
    }

    private static List<String> shared(ZipFile workbook) throws IOException, XMLStreamException {
        var texts = new ArrayList<String>();
        if (workbook.getEntry("xl/sharedStrings.xml") == null) {
            return texts;
        }
        try (var part = part(workbook, "xl/sharedStrings.xml")) {
            var xml = SafeXml.reader(part);
            var length = 0L;
            while (next(xml)) {
                if (isStart(xml, "si")) {
                    var text = text(xml, "si");
                    length += text.length() + (long) TEXT_ITSELF;
                    if (length > MOST_SHARED) {
                        throw new ArchiveRefused(Problem.SHEET_TOO_LARGE, (MOST_SHARED >> 20) + " MB");
                    }
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    private static void rows(ZipFile workbook, String sheet, List<String> shared, SheetRows rows)
            throws IOException, XMLStreamException {
        try (var part = part(workbook, sheet)) {
            var xml = SafeXml.reader(part);
            var line = 0;
            while (next(xml)) {
                if (isStart(xml, "row")) {
                    line = number(xml.getAttributeValue(null, "r"), line + 1);
                    row(xml, line, shared, rows);
                }
            }
        }
    }

    private static void row(XMLStreamReader xml, int line, List<String> shared, SheetRows rows)
            throws XMLStreamException {
        var fields = new ArrayList<String>();
        var formulas = new HashSet<Integer>();
        while (next(xml) && !isEnd(xml, "row")) {
            if (isStart(xml, "c")) {
                var place = place(xml.getAttributeValue(null, "r"), fields.size());
                if (place >= MOST_COLUMNS) {
                    throw new ArchiveRefused(Problem.TOO_MANY_COLUMNS, String.valueOf(MOST_COLUMNS));
                }
                while (fields.size() <= place) {
                    fields.add("");
                }
                fields.set(place, cell(xml, place, shared, formulas));
            }
        }
        if (fields.stream().anyMatch(field -> !field.isBlank()) || !formulas.isEmpty()) {
            rows.row(line, fields, formulas);
        }
    }

    private static String cell(XMLStreamReader xml, int place, List<String> shared, Set<Integer> formulas)
            throws XMLStreamException {
        var type = Objects.requireNonNullElse(xml.getAttributeValue(null, "t"), "n");
        var value = "";
        while (next(xml) && !isEnd(xml, "c")) {
            if (isStart(xml, "f")) {
                formulas.add(place);
            } else if (isStart(xml, "is")) {
                value = text(xml, "is");
            } else if (isStart(xml, "v")) {
                value = text(xml, "v");
            }
        }
        return switch (type) {
            case "s" -> {
                var number = number(value, -1);
                yield number >= 0 && number < shared.size() ? shared.get(number) : "";
            }
            case "b" -> value.equals("1") ? "có" : "không";
            case "n" -> value.matches("-?[0-9]+\\.0+") ? value.substring(0, value.indexOf('.')) : value;
            default -> value;
        };
    }

    /** The letters up to the end of an element, without those that say how others are read aloud; of too long a text no more than tells that it is too long. */
    private static String text(XMLStreamReader xml, String end) throws XMLStreamException {
        var text = new StringBuilder();
        var aside = 0;
        var written = end.equals("v");
        while (next(xml) && !isEnd(xml, end)) {
            if (isStart(xml, "rPh")) {
                aside++;
            } else if (isEnd(xml, "rPh")) {
                aside--;
            } else if (isStart(xml, "t") || isEnd(xml, "t")) {
                written = isStart(xml, "t") || end.equals("v");
            } else if (xml.isCharacters() && aside == 0 && written) {
                var some = xml.getText();
                text.append(some, 0, Math.min(some.length(), Math.max(0, SheetRows.LONGEST_CELL + 1 - text.length())));
            }
        }
        return escaped(text.toString());
    }

    /** What a workbook writes for letters that XML has no place for. */
    private static String escaped(String text) {
        return text.contains("_x000D_") ? text.replace("_x000D_", "") : text;
    }

    private static boolean next(XMLStreamReader xml) throws XMLStreamException {
        if (!xml.hasNext()) {
            return false;
        }
        if (xml.next() == XMLStreamConstants.DTD) {
            throw new XMLStreamException("A workbook defines no types of documents");
        }
        return true;
    }

    private static boolean isStart(XMLStreamReader xml, String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    private static boolean isEnd(XMLStreamReader xml, String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    /** From a reference such as {@code AB12}. */
    private static int place(@Nullable String reference, int otherwise) {
        var place = 0;
        for (var i = 0; reference != null && i < reference.length() && i < 4; i++) {
            var letter = reference.charAt(i);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            place = place * LETTERS + letter - 'A' + 1;
        }
        return place == 0 ? otherwise : place - 1;
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
    }

    private static InputStream part(ZipFile workbook, String name) throws IOException {
        var entry = workbook.getEntry(name);
        if (entry == null) {
            throw new ArchiveRefused(Problem.UNREADABLE_SHEET, name);
        }
        return new BoundedStream(workbook.getInputStream(entry), LARGEST_PART);
    }
}
