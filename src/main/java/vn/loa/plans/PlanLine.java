package vn.loa.plans;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/**
 * A public plan as it stands in a list.
 *
 * @param reference number and symbol; null when it was published without a number
 * @param symbol what stands behind the number, also behind one that was left blank
 * @param goals what it promises in numbers, and what has come of it
 */
public record PlanLine(
        String slug,
        @Nullable String reference,
        @Nullable String symbol,
        String kind,
        PlanDocument.@Nullable Issued issued,
        Texts agency,
        Texts place,
        String subject,
        Texts summary,
        List<Goal> goals) {

    public PlanLine {
        goals = List.copyOf(goals);
    }

    /**
     * @param title what is promised
     * @param printed whether its number counts copies of what is printed, and not works
     */
    public record Goal(String key, Texts title, boolean printed, DeliverableProgress progress) {}
}
