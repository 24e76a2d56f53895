package vn.loa.programmes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Fills a stretch of time with things of fixed lengths so that as little as possible of it stays empty. */
final class Fitting {
    private Fitting() {}

    /**
     * Of all choices that fill the most, the one whose last member comes earliest, and so on for those before it. One step for each second and thing.
     *
     * @param pool those that are liked most come first
     * @param seconds that there are
     * @return in the order of the pool
     */
    static List<Candidate> fill(List<Candidate> pool, int seconds) {
        // By which thing a length was reached first: all before it is made of earlier ones.
        var reachedBy = new int[seconds + 1];
        Arrays.fill(reachedBy, -1);
        var longest = 0;
        for (var i = 0; i < pool.size() && reachedBy[seconds] < 0 && seconds > 0; i++) {
            var length = pool.get(i).seconds();
            for (var end = Math.min(seconds, longest + length); end >= length; end--) {
                var before = end - length;
                if (reachedBy[end] < 0 && (before == 0 || reachedBy[before] >= 0) && end > 0) {
                    reachedBy[end] = i;
                    longest = Math.max(longest, end);
                }
            }
        }
        var chosen = new ArrayList<Candidate>();
        for (var at = longest; at > 0; at -= pool.get(reachedBy[at]).seconds()) {
            chosen.add(pool.get(reachedBy[at]));
        }
        Collections.reverse(chosen);
        return chosen;
    }
}
