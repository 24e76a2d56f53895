package vn.loa.programmes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long each language is heard, beside what it should be. */
final class LanguageBalance {
    private final Map<String, Integer> shares;
    private final Map<String, Long> seconds = new HashMap<>();
    private long total;

    LanguageBalance(Map<String, Integer> shares, List<PlannedItem> heard) {
        this.shares = shares;
        heard.forEach(item -> add(item.language(), item.seconds()));
    }

    LanguageBalance copy() {
        var copy = new LanguageBalance(shares, List.of());
        copy.seconds.putAll(seconds);
        copy.total = total;
        return copy;
    }

    void add(String language, int more) {
        seconds.merge(language, (long) more, Long::sum);
        total += more;
    }

    /** How far a language would be behind its share if it were heard so much longer, in hundredths of a second; less than 0 when it would be ahead. */
    long debt(String language, int more) {
        var share = shares.getOrDefault(language, 0);
        return share * (total + more) - PlanningRule.WHOLE * seconds.getOrDefault(language, 0L);
    }
}
