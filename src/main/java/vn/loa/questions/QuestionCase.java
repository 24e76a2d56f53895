package vn.loa.questions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/**
 * A question as those in office see it.
 *
 * @param state its code
 * @param text as it came; empty when it has been erased
 * @param reachable whether its sender said how to reach them, and that is still known
 * @param agency, topic, place code of what it has; empty when it has none
 * @param pointers what in the answer may point to a person: numbers, and addresses for letters
 * @param note why it was sent back, withdrawn or closed
 * @param deeds what was done with it, the first first
 */
public record QuestionCase(
        long id,
        long version,
        String state,
        @Nullable String path,
        String text,
        boolean reachable,
        boolean publishable,
        String topic,
        Texts topicLabel,
        String place,
        Texts placeLabel,
        String agency,
        Texts agencyLabel,
        Instant receivedAt,
        @Nullable LocalDate due,
        boolean late,
        String title,
        String asked,
        String answer,
        List<String> pointers,
        String note,
        boolean sample,
        List<Deed> deeds) {

    public QuestionCase {
        pointers = List.copyOf(pointers);
        deeds = List.copyOf(deeds);
    }

    /** @param who the name of an account, or of whatever acts by itself */
    public record Deed(
            Instant at, String who, String action, @Nullable String note) {}
}
