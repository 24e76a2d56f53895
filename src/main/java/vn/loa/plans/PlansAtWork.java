package vn.loa.plans;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Page;
import vn.loa.common.Texts;

/**
 * A page of the list of plans at work, and what the list can be narrowed to: each choice with the number of plans that it would leave.
 *
 * @param states by the life of a plan; without labels
 * @param levels the highest first; without labels
 * @param agencies by name
 * @param years the latest first; without labels
 * @param people who had a hand in them, by name; the codes are the names of their accounts
 */
public record PlansAtWork(
        Page<Line> lines,
        List<Choice> states,
        List<Choice> levels,
        List<Choice> agencies,
        List<Choice> years,
        List<Choice> people) {
    public PlansAtWork {
        states = List.copyOf(states);
        levels = List.copyOf(levels);
        agencies = List.copyOf(agencies);
        years = List.copyOf(years);
        people = List.copyOf(people);
    }

    public static PlansAtWork empty() {
        return new PlansAtWork(Page.empty(1, Page.LARGEST), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    public record Choice(String code, Texts label, long count) {}

    /**
     * A plan as a line of a list.
     *
     * @param agency without any text while it is not known
     * @param version that bears what is done to it from the list
     * @param deed what was done to it last, as the audit trail calls it; empty when that is not known
     * @param changedBy who did it; empty for the portal itself
     * @param changedAt when
     * @param promised how many works it promises by number, all together
     * @param copies how many copies of what is printed it promises
     * @param published how many of these the public has
     * @param overdue how many promises are over
     */
    public record Line(
            String slug,
            long version,
            String kind,
            @Nullable String reference,
            @Nullable String symbol,
            String subject,
            PlanDocument.@Nullable Issued issued,
            Texts agency,
            Texts locality,
            String state,
            boolean online,
            String deed,
            String changedBy,
            Instant changedAt,
            int deliverables,
            long promised,
            long copies,
            long published,
            long overdue) {}
}
