package vn.loa.plans.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** How many facts are there, how many were found, and how many of these are right; by field. */
public final class Counts {
    private final Map<String, int[]> byField = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    /** @param there what is there @param found what was found */
    public void add(String document, Facts there, Facts found) {
        there.byField()
                .forEach((field, facts) ->
                        count(document, field, facts, found.byField().getOrDefault(field, List.of())));
        found.byField().forEach((field, facts) -> {
            if (!there.byField().containsKey(field)) {
                count(document, field, List.of(), facts);
            }
        });
    }

    private void count(String document, String field, List<String> there, List<String> found) {
        int[] counts = byField.computeIfAbsent(field, f -> new int[3]);
        List<String> missing = new ArrayList<>(there);
        List<String> wrong = new ArrayList<>();
        for (String fact : found) {
            if (!missing.remove(fact)) {
                wrong.add(fact);
            }
        }
        counts[0] += there.size();
        counts[1] += found.size();
        counts[2] += there.size() - missing.size();
        missing.forEach(fact -> faults.add(document + ": " + field + ": missed " + fact));
        wrong.forEach(fact -> faults.add(document + ": " + field + ": wrong " + fact));
    }

    /** Missed and wrong, in words. */
    public List<String> faults() {
        return faults;
    }

    /** Shares by field; of nothing found all is right, of nothing there all is found. */
    public void each(BiConsumer<String, Shares> use) {
        byField.forEach((field, counts) -> use.accept(field, new Shares(counts[0], counts[1], counts[2])));
    }

    public Shares all() {
        int[] sum = new int[3];
        byField.values().forEach(counts -> {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += counts[i];
            }
        });
        return new Shares(sum[0], sum[1], sum[2]);
    }

    /** @param there facts in the documents @param found as facts @param right of those found */
    public record Shares(int there, int found, int right) {
        public double precision() {
            return found == 0 ? 1 : (double) right / found;
        }

        public double recall() {
            return there == 0 ? 1 : (double) right / there;
        }
    }
}
