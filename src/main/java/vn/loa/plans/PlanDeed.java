package vn.loa.plans;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a plan.
 *
 * @param action a verb of the domain
 * @param who by which people know them; null for the portal itself
 * @param note the reason that was given, or the name of the document; null where nothing is to be told
 */
public record PlanDeed(
        String action,
        @Nullable String who,
        Instant at,
        @Nullable String note) {}
