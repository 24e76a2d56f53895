package vn.loa.plans.intake;

import java.util.Optional;
import vn.loa.common.encoding.TextEncoding;

/** What came of an attempt to recognise a document. */
public sealed interface Recognition {
    /** Perhaps little of it was found; what is missing is empty. */
    record Recognised(RecognisedPlan plan) implements Recognition {}

    /** There is next to no text, as in scanned pages. @param pages 0 where the format knows none */
    record WithoutText(int pages) implements Recognition {}

    /**
     * Its letters are not those of Unicode: it was written in a font of before, or the text was lost on the way.
     *
     * @param encoding in which they read as Vietnamese; UTF-8 when the bytes of Unicode were taken for letters; empty when they do in none
     */
    record Illegible(Optional<TextEncoding> encoding) implements Recognition {}

    /** @param chars of the text, and of the blocks one each @param most that are taken */
    record TooLong(long chars, int most) implements Recognition {}
}
