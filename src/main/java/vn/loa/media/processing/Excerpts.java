package vn.loa.media.processing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.media.Excerpt;
import vn.loa.media.documents.Block;
import vn.loa.media.documents.ReadDocument;

/** Parts what a document says into what can be found by itself: its pages, else stretches that begin with a heading or are long enough. */
final class Excerpts {
    /** In characters, where there are no pages: about as much as stands on one. */
    private static final int LONG_ENOUGH = 2_000;

    private Excerpts() {}

    /** In the order of reading; as long together as the reader lets a document be. */
    static List<Excerpt> of(ReadDocument document) {
        var excerpts = new ArrayList<Excerpt>();
        var text = new StringBuilder();
        var page = 0;
        for (var block : document.blocks()) {
            var begins = block.page() != page
                    || page == 0 && (block instanceof Block.Heading || text.length() >= LONG_ENOUGH);
            if (begins) {
                keep(excerpts, page, text);
                page = block.page();
            }
            text.append(words(block)).append('\n');
        }
        keep(excerpts, page, text);
        return excerpts;
    }

    private static void keep(List<Excerpt> excerpts, int page, StringBuilder text) {
        var words = text.toString().strip();
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
            return row.cells().stream()
                    .map(Block.Cell::text)
                    .filter(cell -> !cell.isBlank())
                    .collect(Collectors.joining(" "));
        } else {
            return ((Block.Paragraph) block).passage().text();
        }
    }

    private static String marked(String marker, String text) {
        return Stream.of(marker, text).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }
}
