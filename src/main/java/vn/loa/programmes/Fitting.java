package vn.loa.programmes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Fills a stretch of time with things of fixed lengths so that as little as possible of it stays empty. */
final class Fitting {
    private Fitting() {}

    /**
     * Of all choices that fill the most, the one whose last member comes earliest, and so on for those before it. Takes time with the number of things and the
     * seconds, but 64 seconds at a time.
     *
     * @param pool those that are liked most come first
     * @param seconds that there are, at least 1
     * @return in the order of the pool
     */
    static List<Candidate> fill(List<Candidate> pool, int seconds) {
        // By which thing a length was reached first: all before it is made of earlier ones.
        var reachedBy = new int[seconds + 1];
        var reached = new long[seconds / Long.SIZE + 1];
        reached[0] = 1;
        for (var i = 0; i < pool.size() && !isReached(reached, seconds); i++) {
            add(reached, reachedBy, pool.get(i).seconds(), i);
        }
        var chosen = new ArrayList<Candidate>();
        for (var at = longest(reached, seconds);
                at > 0;
                at -= chosen.get(chosen.size() - 1).seconds()) {
            chosen.add(pool.get(reachedBy[at]));
        }
        Collections.reverse(chosen);
        return chosen;
    }

    /** Every length that is reached is also reached with one thing more. */
    private static void add(long[] reached, int[] reachedBy, int length, int thing) {
        var words = length / Long.SIZE;
        var bits = length % Long.SIZE;
        // From the end on: what is before must not have the thing in it yet.
        for (var word = reached.length - 1; word >= words; word--) {
            var shifted = reached[word - words] << bits;
            if (bits > 0 && word > words) {
                shifted |= reached[word - words - 1] >>> (Long.SIZE - bits);
            }
            var added = shifted & ~reached[word];
            reached[word] |= added;
            while (added != 0) {
                var second = word * Long.SIZE + Long.numberOfTrailingZeros(added);
                if (second < reachedBy.length) {
                    reachedBy[second] = thing;
                }
                added &= added - 1;
            }
        }
    }

    private static boolean isReached(long[] reached, int second) {
        return (reached[second / Long.SIZE] >>> second % Long.SIZE & 1) == 1;
    }

    private static int longest(long[] reached, int seconds) {
        var second = seconds;
        while (!isReached(reached, second)) {
            second--;
        }
        return second;
    }
}
