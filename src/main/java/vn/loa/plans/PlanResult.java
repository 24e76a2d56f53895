package vn.loa.plans;

import java.util.List;
import vn.loa.common.Texts;

/**
 * What has come of a promise of a plan at work.
 *
 * @param key of the promise
 * @param title what it is called
 * @param printed whether its number counts copies of what is printed, and not works
 * @param works those that are said to fulfil it, in every state
 * @param airings how often such were heard from loudspeakers
 */
public record PlanResult(
        String key,
        Texts title,
        boolean printed,
        DeliverableProgress progress,
        List<Work> works,
        BroadcastCounts.Airings airings) {
    public PlanResult {
        works = List.copyOf(works);
    }

    /**
     * A product at work.
     *
     * @param deliverable key of the promise
     * @param state code of where its newest revision stands
     * @param online whether the public sees it
     */
    public record Work(String deliverable, String slug, Texts title, String state, boolean online) {}
}
