package vn.loa.media.documents;

import java.util.List;
import java.util.Optional;

/**
 * What a document says.
 *
 * @param pages how many it has; of office documents as the program counted that wrote them, empty when it did not
 * @param blocks in the order of reading; none of sheets and slides, which are not read
 */
public record ReadDocument(DocumentKind kind, Optional<Integer> pages, List<Block> blocks, List<Warning> warnings) {
    public ReadDocument {
        blocks = List.copyOf(blocks);
        warnings = List.copyOf(warnings);
    }
}
