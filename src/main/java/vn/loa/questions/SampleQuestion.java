package vn.loa.questions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question of the sample content.
 *
 * @param code tracking code, by which it is known again
 * @param slug where it is public; null when it is not
 * @param locality its code; null when it is about no place
 * @param agency code of the one that answers; null while nobody does
 * @param text of the question
 * @param title, answer null while there is no answer
 * @param answeredAt null while there is no answer
 */
public record SampleQuestion(
        String code,
        @Nullable String slug,
        String topic,
        @Nullable String locality,
        @Nullable String agency,
        Instant receivedAt,
        String text,
        @Nullable String title,
        @Nullable String answer,
        @Nullable Instant answeredAt) {}
