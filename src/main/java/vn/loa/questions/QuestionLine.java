package vn.loa.questions;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/**
 * A question as a line of a list in office.
 *
 * @param words its title, or how it begins
 * @param state its code
 * @param topic, place, agency without any text when there is none
 * @param due the last day for the answer
 * @param late whether that is over and there is none
 */
public record QuestionLine(
        long id,
        String words,
        String state,
        Texts topic,
        Texts place,
        Texts agency,
        Instant receivedAt,
        @Nullable LocalDate due,
        boolean late) {}
