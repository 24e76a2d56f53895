package vn.loa.plans;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/**
 * The document that a plan was read from, with what was recognised in it.
 *
 * @param file the document
 * @param blocks its text in the order of reading
 * @param found by the fields of a plan, as paths: {@code issued}, {@code sections[2]}
 */
public record SourceText(WorkingPlan.PlanFile file, List<Block> blocks, Map<String, Found> found) {
    public SourceText {
        blocks = List.copyOf(blocks);
        found = Map.copyOf(found);
    }

    /** @param number from 0 @param page from 1; 0 where the format knows none */
    public record Block(int number, int page, boolean strong, List<Piece> pieces) {
        public Block {
            pieces = List.copyOf(pieces);
        }
    }

    /** A stretch of a block. @param fields what was read there; empty where nothing was */
    public record Piece(String text, String fields) {}

    /**
     * What was recognised.
     *
     * @param key what tells it from others of its list: an anchor, a name, a reference; else empty
     * @param text as it stands in the document
     * @param block number of the block in which it begins
     * @param value what it was read as; null where that is more than one line says
     * @param doubts why somebody should look twice, in words
     */
    public record Found(
            String key,
            String text,
            int block,
            int page,
            @Nullable String value,
            List<Texts> doubts) {
        public Found {
            doubts = List.copyOf(doubts);
        }
    }
}
