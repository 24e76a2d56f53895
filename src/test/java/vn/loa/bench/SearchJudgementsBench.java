package vn.loa.bench;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.loa.bench.SearchJudgements.Query;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesPortal;

/** How well the search finds what people look for, over the sample content and five hundred texts beside it. */
@UsesPortal
@Order(80)
class SearchJudgementsBench {
    private static final int SHOWN = 10;
    private static final double NEAR_SECONDS = 3;
    private static final double WEAK = 0.9;

    /** These are no timings, which a busy machine would spoil: below them the bench fails, after it has published what it found. */
    private static final double LEAST_NDCG = 0.90;

    private static final double LEAST_MOMENTS = 0.95;

    /** Sums over queries. */
    private static final class Score {
        private int queries;
        private double ndcg;
        private double recall;
        private int moments;
        private int hit;
        private int first;

        void add(Query query, List<JsonObject> items) {
            queries++;
            ndcg += ndcg(query, slugs(items));
            recall += recall(query, slugs(items));
            moments += query.seconds().size();
            hit += momentsHit(query, items, Long.MAX_VALUE);
            first += momentsHit(query, items, 1);
        }

        double meanNdcg() {
            return ndcg / queries;
        }

        double momentsFound() {
            return (double) hit / moments;
        }
    }

    @Test
    void peopleFindWhatTheyLookFor(Portal portal) throws Exception {
        Content content = new Content(portal);
        SearchTexts.add(content);
        try {
            judge(portal);
        } finally {
            SearchTexts.hide(content);
        }
    }

    private static void judge(Portal portal) throws Exception {
        Score all = new Score();
        Score hard = new Score();
        Map<String, Score> byCategory = new LinkedHashMap<>();
        Report report = new Report(
                "search-judgements",
                "How well the search finds what people look for, by judgements written beforehand");
        List<String> weak = new ArrayList<>();
        for (Query query : SearchJudgements.all()) {
            List<JsonObject> items = ask(portal, query.typed());
            all.add(query, items);
            if (!query.isEasy()) {
                hard.add(query, items);
            }
            byCategory
                    .computeIfAbsent(query.category(), category -> new Score())
                    .add(query, items);
            double ndcg = ndcg(query, slugs(items));
            int missed = query.seconds().size() - momentsHit(query, items, Long.MAX_VALUE);
            if (ndcg < WEAK || missed > 0) {
                weak.add("%.2f%s %s: %s"
                        .formatted(ndcg, missed > 0 ? ", moment missed," : "", query.typed(), slugs(items)));
            }
        }
        rows(report, "all", all, "at least 0.90", "at least 0.95");
        rows(report, "without those that ten texts answer alike", hard, "", "");
        report.row(
                "mean of the categories, nDCG@10",
                byCategory.values().stream()
                        .mapToDouble(Score::meanNdcg)
                        .average()
                        .orElseThrow(),
                "");
        byCategory.forEach((category, score) -> rows(report, category, score, "", ""));
        weak.stream().sorted().forEach(report::note);
        report.publish();
        assertThat(all.meanNdcg()).as("nDCG@10 over all queries").isGreaterThanOrEqualTo(LEAST_NDCG);
        assertThat(all.momentsFound()).as("moments that were found").isGreaterThanOrEqualTo(LEAST_MOMENTS);
    }

    private static void rows(Report report, String name, Score score, String aim, String momentAim) {
        report.row(name + ", queries", score.queries, "")
                .row(name + ", nDCG@10", score.meanNdcg(), "", aim)
                .row(name + ", recall@10", score.recall / score.queries, "");
        if (score.moments > 0) {
            report.row(name + ", moments within 3 s", score.momentsFound(), "", momentAim)
                    .row(name + ", of them the first that is offered", (double) score.first / score.moments, "");
        }
    }

    private static List<JsonObject> ask(Portal portal, String typed) {
        String body = portal.get(
                        "/api/v1/search?size=" + SHOWN + "&q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
                .body();
        try (var reader = Json.createReader(new StringReader(body))) {
            JsonObject answer = reader.readObject();
            if (answer.getBoolean("limited", false)) {
                throw new IllegalStateException("The search server is away");
            }
            return answer.getJsonArray("items").getValuesAs(JsonObject.class);
        }
    }

    private static List<String> slugs(List<JsonObject> items) {
        return items.stream().map(item -> item.getString("slug")).toList();
    }

    /** As Järvelin and Kekäläinen have it, a grade g counting for 2^g - 1. */
    static double ndcg(Query query, List<String> found) {
        double ideal = gain(query.grades().values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(SHOWN)
                .toList());
        return gain(found.stream()
                        .map(slug -> query.grades().getOrDefault(slug, 0))
                        .toList())
                / ideal;
    }

    private static double gain(List<Integer> grades) {
        double gain = 0;
        for (int i = 0; i < grades.size(); i++) {
            gain += (Math.pow(2, grades.get(i)) - 1) * Math.log(2) / Math.log(i + 2);
        }
        return gain;
    }

    /** Of what is of good use, how much is shown; of more than ten, ten count. */
    private static double recall(Query query, List<String> found) {
        long good = query.grades().values().stream().filter(grade -> grade > 1).count();
        long shown = found.stream()
                .filter(slug -> query.grades().getOrDefault(slug, 0) > 1)
                .count();
        return (double) shown / Math.min(SHOWN, good);
    }

    /** @param offered how many of the moments of each work are looked at */
    private static int momentsHit(Query query, List<JsonObject> items, long offered) {
        return (int) query.seconds().entrySet().stream()
                .filter(wanted -> items.stream()
                        .filter(item -> item.getString("slug").equals(wanted.getKey()))
                        .filter(item -> item.containsKey("parts"))
                        .flatMap(item -> item.getJsonArray("parts").getValuesAs(JsonObject.class).stream())
                        .filter(part -> part.containsKey("startSeconds"))
                        .limit(offered)
                        .anyMatch(part ->
                                Math.abs(part.getJsonNumber("startSeconds").doubleValue() - wanted.getValue())
                                        <= NEAR_SECONDS))
                .count();
    }
}
