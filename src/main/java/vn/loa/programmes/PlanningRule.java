package vn.loa.programmes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.loa.common.Coded;

/**
 * By what a week is planned.
 *
 * @param preferences what comes first first
 * @param onlyThese whether nothing else is played
 * @param order of what is of one genre
 * @param repeatDays how many days lie at least between the days on which one thing is played in one language; 0 when it may come again on the same day
 * @param shares of languages in the time that is played, in percent by code; empty when nobody minds. A language without a share is not played then
 */
public record PlanningRule(
        List<Preference> preferences, boolean onlyThese, Order order, int repeatDays, Map<String, Integer> shares) {
    /** In days: more than a season is never. */
    public static final int LONGEST_REPEAT = 90;

    static final int WHOLE = 100;

    public PlanningRule {
        preferences = List.copyOf(preferences);
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }

    /** What comes first among what is liked as much. */
    public enum Order implements Coded {
        NEWEST,
        OLDEST,
        /** What was not played for longest. */
        LONGEST_UNHEARD
    }

    /** The newest first, nothing twice in a week. */
    public static PlanningRule usual() {
        return new PlanningRule(List.of(), false, Order.NEWEST, 7, Map.of());
    }

    boolean speaks(String language) {
        return shares.isEmpty() || shares.getOrDefault(language, 0) > 0;
    }

    boolean takes(Candidate each) {
        return !onlyThese || preferences.isEmpty() || rank(each) < preferences.size();
    }

    /** The place of the first preference that it meets; behind all when it meets none. */
    int rank(Candidate each) {
        var place = 0;
        while (place < preferences.size() && !preferences.get(place).matches(each)) {
            place++;
        }
        return place;
    }

    boolean asksForSubjects() {
        return preferences.stream().anyMatch(Preference::asksForSubjects);
    }
}
