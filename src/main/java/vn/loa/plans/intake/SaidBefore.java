package vn.loa.plans.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which promises a document has made already, to know those that it only tells once more where it tells what they cost. */
final class SaidBefore {
    private static final Pattern REPLAY = Pattern.compile("phat\\slai");

    /** Before a number: "sản xuất mới, phát lại 15 chương trình". */
    private static final Pattern REPLAYED = Pattern.compile("phat\\slai\\s(?:[a-z]{1,10}\\s)?$");

    private static final int LOOK_BACK = 24;

    private final Set<String> counted = new HashSet<>();
    private final Map<String, Integer> promised = new HashMap<>();
    private final Map<String, Integer> costed = new HashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();

    /** Whether as many of this genre were told of before, whatever else was said of them; from now on they were. */
    boolean isCounted(Numbered promise) {
        return !counted.add(key(promise, false));
    }

    /**
     * Whether it only tells once more of what is promised, where it tells what that costs. A replay is new where nothing but what it replays was promised.
     *
     * @param replay whether it is one
     * @param money whether this is where it tells what the rest of the plan costs
     */
    boolean isToldAgain(Numbered promise, PromisedName name, boolean replay, boolean money) {
        var key = key(promise, replay);
        var known = names.computeIfAbsent(key, none -> new HashSet<>());
        var isKnown = !known.add(name.text()) || name.bare() && known.size() > 1;
        if (!money) {
            promised.merge(key, 1, Integer::sum);
            return false;
        }
        var before = promised.getOrDefault(key, 0) + (replay ? 0 : promised.getOrDefault(key(promise, true), 0));
        return costed.merge(key, 1, Integer::sum) <= before || isKnown;
    }

    private static String key(Numbered promise, boolean replay) {
        return promise.genre() + " " + promise.quantity() + (replay ? " replay" : "");
    }

    /** Whether its own words say that it is a replay. @param to where they end */
    static boolean isReplay(Numbered promise, int to) {
        var words = promise.paragraph().folded();
        var before = words.substring(Math.max(0, promise.from() - LOOK_BACK), promise.from());
        return REPLAYED.matcher(before).find() || isReplay(words.substring(promise.from(), Math.max(promise.to(), to)));
    }

    static boolean isReplay(String folded) {
        return REPLAY.matcher(folded).find();
    }
}
