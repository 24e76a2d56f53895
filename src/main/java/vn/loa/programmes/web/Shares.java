package vn.loa.programmes.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parts of a whole in percent, as people read them: whole numbers that come to 100. */
final class Shares {
    private static final int WHOLE = 100;

    private Shares() {}

    /** What is cut off goes to those of which most was. @param parts from 0 @return empty when there is nothing to share */
    static Map<String, Integer> of(Map<String, Integer> parts) {
        var total = parts.values().stream().mapToLong(Integer::longValue).sum();
        var shares = new LinkedHashMap<String, Integer>();
        if (total == 0) {
            return shares;
        }
        parts.forEach((name, part) -> shares.put(name, Math.toIntExact((long) WHOLE * part / total)));
        var left = WHOLE - shares.values().stream().mapToInt(Integer::intValue).sum();
        parts.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Integer> part) -> -((long) WHOLE * part.getValue() % total))
                        .thenComparing(Map.Entry::getKey))
                .limit(left)
                .forEach(part -> shares.merge(part.getKey(), 1, Integer::sum));
        return shares;
    }
}
