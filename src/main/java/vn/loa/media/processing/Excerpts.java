package vn.loa.media.processing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.media.Excerpt;
import vn.loa.media.documents.Block;
import vn.loa.media.documents.ReadDocument;

/**
 * Parts what a document says into what can be found by itself: its pages, else stretches that begin with a heading or are long enough. However a document
 * is made, they are neither very many nor very long.
 */
final class Excerpts {
    /** In characters, where there are no pages: about as much as stands on one. */
    private static final int LONG_ENOUGH = 2_000;

    /** Where there are no pages a heading after so little begins nothing of its own. */
    private static final int TOO_SHORT = 300;

    /** The longest, in characters; more is on no page that a person reads. */
    private static final int LONGEST = 10_000;

    private Excerpts() {}

    /** In the order of reading; as long together as the reader lets a document be. */
    static List<Excerpt> of(ReadDocument document) {
        var excerpts = new ArrayList<Excerpt>();
        var text = new StringBuilder();
        var page = 0;
        var rows = new ArrayList<Block.TableRow>();
        for (var block : document.blocks()) {
            if (!rows.isEmpty() && !goesOn(rows.get(0), block)) {
                write(rows, text);
            }
            var begins = block.page() != page
                    || page == 0
                            && (text.length() >= LONG_ENOUGH
                                    || block instanceof Block.Heading && text.length() >= TOO_SHORT);
            if (begins) {
                keep(excerpts, page, text);
                page = block.page();
            }
            if (block instanceof Block.TableRow row && page > 0) {
                rows.add(row);
            } else {
                text.append(words(block)).append('\n');
            }
        }
        write(rows, text);
        keep(excerpts, page, text);
        return excerpts;
    }

    private static boolean goesOn(Block.TableRow first, Block block) {
        return block instanceof Block.TableRow row && row.table() == first.table() && row.page() == first.page();
    }

    private static void write(List<Block.TableRow> rows, StringBuilder text) {
        if (!rows.isEmpty()) {
            text.append(TextColumns.words(rows)).append('\n');
            rows.clear();
        }
    }

    private static void keep(List<Excerpt> excerpts, int page, StringBuilder text) {
        var words = text.toString().strip();
        while (words.length() > LONGEST) {
            var end = words.lastIndexOf(' ', LONGEST);
            // Never between the two halves of one character.
            var cut = end > 0 ? end : LONGEST - (Character.isHighSurrogate(words.charAt(LONGEST - 1)) ? 1 : 0);
            excerpts.add(new Excerpt(page, words.substring(0, cut)));
            words = words.substring(cut).strip();
        }
        if (!words.isEmpty()) {
            excerpts.add(new Excerpt(page, words));
        }
        text.setLength(0);
    }

    private static String words(Block block) {
        if (block instanceof Block.Heading heading) {
            return marked(heading.marker(), heading.passage().text());
        } else if (block instanceof Block.ListItem item) {
            return marked(item.marker(), item.passage().text());
        } else if (block instanceof Block.TableRow row) {
            return TextColumns.words(List.of(row));
        } else {
            return ((Block.Paragraph) block).passage().text();
        }
    }

    private static String marked(String marker, String text) {
        return Stream.of(marker, text).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }
}
