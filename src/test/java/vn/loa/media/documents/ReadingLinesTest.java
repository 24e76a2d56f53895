package vn.loa.media.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ReadingLinesTest {
    @Property(tries = 300)
    void what_is_said_is_understood(@ForAll("blocks") List<Block> blocks) {
        var lines = new ArrayList<>(List.of(ReadingLines.kind(DocumentKind.WORD), ReadingLines.pages(3)));
        blocks.forEach(block -> lines.add(ReadingLines.block(block)));
        lines.add(ReadingLines.warning(new Warning(Warning.Kind.SCANNED, "1\t2\n3\\")));
        lines.add(ReadingLines.end());

        assertThat(ReadingLines.parse(lines.stream()))
                .isEqualTo(new ReadDocument(
                        DocumentKind.WORD,
                        Optional.of(3),
                        blocks,
                        List.of(new Warning(Warning.Kind.SCANNED, "1\t2\n3\\"))));
    }

    /** From a process that a hostile document has taken over, anything may come. */
    @Property(tries = 500)
    void anything_else_is_refused_in_one_way(@ForAll("garbage") List<String> lines) {
        try {
            ReadingLines.parse(lines.stream());
        } catch (IllegalArgumentException | DocumentRefused expected) {
            assertThat(expected).isNotNull();
        }
    }

    @Test
    void what_ends_early_is_worth_nothing() {
        assertThatThrownBy(() -> ReadingLines.parse(List.of(ReadingLines.kind(DocumentKind.PDF)).stream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no end");
    }

    @Test
    void a_refusal_is_one_whatever_was_said_before() {
        var lines = List.of(ReadingLines.kind(DocumentKind.PDF), ReadingLines.refused(Refusal.BROKEN, "at page 3"));

        assertThatThrownBy(() -> ReadingLines.parse(lines.stream()))
                .isInstanceOfSatisfying(DocumentRefused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(Refusal.BROKEN);
                    assertThat(refused.detail()).isEqualTo("at page 3");
                });
    }

    @Provide
    Arbitrary<List<Block>> blocks() {
        var text = Arbitraries.strings()
                .withChars("aạỡ\t\n\\t n\r")
                .ofMaxLength(20)
                .map(words -> Normalizer.normalize(words, Normalizer.Form.NFC));
        var number = Arbitraries.integers().between(0, 9);
        var flag = Arbitraries.of(true, false);
        var passage = Combinators.combine(text, Arbitraries.of(Alignment.class), flag, flag)
                .as(Passage::new);
        var cell = Combinators.combine(number, passage.list().ofMaxSize(3)).as(Block.Cell::new);
        Arbitrary<Block> block = Arbitraries.oneOf(
                Combinators.combine(number, passage).as(Block.Paragraph::new),
                Combinators.combine(number, number, text, passage).as(Block.Heading::new),
                Combinators.combine(number, number, text, passage).as(Block.ListItem::new),
                Combinators.combine(number, number, cell.list().ofMaxSize(3)).as(Block.TableRow::new));
        return block.list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<String>> garbage() {
        var field = Arbitraries.of(
                "kind", "row", "paragraph", "end", "refused", "1", "-1", "9999999999", "WORD", "true", "\\", "");
        return field.list()
                .ofMaxSize(8)
                .map(fields -> String.join("\t", fields))
                .list()
                .ofMaxSize(5);
    }
}
