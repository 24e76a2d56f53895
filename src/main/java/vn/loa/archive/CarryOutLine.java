package vn.loa.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.loa.accounts.Actor;
import vn.loa.archive.ArchiveLines.Line;
import vn.loa.catalog.Chapter;
import vn.loa.catalog.DivideProduct;
import vn.loa.catalog.ProductChange;
import vn.loa.catalog.ProductContent;
import vn.loa.catalog.RewriteProduct;
import vn.loa.catalog.StartProduct;
import vn.loa.catalog.WorkContent;
import vn.loa.catalog.WorkContents;

/** Does what a line says of a product itself, all of it or nothing: the product, and that the key of the line stands for it. */
@ApplicationScoped
@Transactional
class CarryOutLine {
    @Inject
    private ArchiveLines lines;

    @Inject
    private ArchiveKeys keys;

    @Inject
    private WorkContents contents;

    @Inject
    private StartProduct starting;

    @Inject
    private RewriteProduct rewriting;

    @Inject
    private DivideProduct dividing;

    /**
     * @return address of the product; empty when somebody else has carried the line out
     * @throws LineRefused when what it says cannot be written, or somebody has changed the product since the line was looked at
     * @throws vn.loa.common.InvalidInput when it names what there is not any more
     * @throws Overtaken when somebody else has the archive
     */
    Optional<String> product(Turn turn, Line line, Vocabulary words, Actor by) {
        // First the key, then the archive: who waits for the key keeps nobody from the archive.
        keys.claim(by.name(), line.key());
        lines.hold(turn, RunState.RUNNING);
        if (!lines.lock(turn.run(), line.number())) {
            return Optional.empty();
        }
        if (line.written()) {
            // Its files were on their way: what people have written since stays.
            return Optional.ofNullable(line.product());
        }
        var slug = keys.product(by.name(), line.key());
        var before = slug.flatMap(address -> contents.find(address, by));
        if (slug.isPresent() && before.isEmpty()) {
            throw new LineRefused(SheetColumn.KEY.code(), "not-yours", line.key());
        }
        if (slug.isEmpty() && ArchiveKeys.isAddress(line.key())) {
            throw new LineRefused(SheetColumn.KEY.code(), "key-address", line.key());
        }
        var read = ReadLine.read(line.cells(), before, words);
        var content = read.content().orElseThrow(() -> new LineRefused(read.faults()));
        var product = before.map(is -> rewrite(is, line, content, by))
                .orElseGet(() -> starting.start(content, by).slug());
        read.chapters().ifPresent(chapters -> divide(before, product, line, content, chapters, by));
        if (!ArchiveKeys.isAddress(line.key())) {
            keys.bind(by.name(), line.key(), product);
        }
        lines.became(turn.run(), line.number(), product);
        return Optional.of(product);
    }

    private void divide(
            Optional<WorkContent> before,
            String product,
            Line line,
            ProductContent content,
            List<Chapter> chapters,
            Actor by) {
        if (ChapterWords.isSame(before.map(WorkContent::chapters).orElse(List.of()), chapters)) {
            return;
        }
        // What was begun or rewritten just now was seen then.
        var isSeen = before.filter(is -> ContentComparison.isSame(is.content(), content)
                        && is.version() != Objects.requireNonNullElse(line.seen(), -1L))
                .isEmpty();
        if (!(dividing.divide(product, version -> isSeen, none -> chapters, by) instanceof ProductChange.Done)) {
            throw new LineRefused("", "stale", product);
        }
    }

    private String rewrite(WorkContent before, Line line, ProductContent content, Actor by) {
        if (!ContentComparison.isSame(before.content(), content)) {
            var seen = line.seen();
            var change = rewriting.rewrite(before.slug(), version -> seen != null && version == seen, content, by);
            if (!(change instanceof ProductChange.Done)) {
                throw new LineRefused("", "stale", before.slug());
            }
        }
        return before.slug();
    }
}
