package vn.loa.plans;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/**
 * A public plan as those hear of it who subscribe.
 *
 * @param reference number and symbol; null when it was published without a number
 * @param changedAt null while a new revision is worked on
 */
public record PlanNews(
        long id,
        String slug,
        @Nullable String reference,
        String subject,
        Texts summary,
        Texts agency,
        Instant publishedAt,
        @Nullable Instant changedAt) {}
