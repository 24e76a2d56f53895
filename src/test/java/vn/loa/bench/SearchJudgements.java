package vn.loa.bench;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What people type and what they should find, from search-judgements.txt, which says how it is written. */
final class SearchJudgements {
    private static final Pattern JUDGED = Pattern.compile("\\s+([123]) (\\S+?)(?: @(\\d+):(\\d\\d))?\\s*");

    /**
     * @param grades of what should be found, by slug
     * @param seconds at which a moment begins, by slug
     * @param alike the slugs of texts that answer equally well, so that no order among them is wrong
     */
    record Query(
            String category,
            String typed,
            Map<String, Integer> grades,
            Map<String, Integer> seconds,
            Set<String> alike) {
        /** Whether only the order among what answers equally well would be left to judge. */
        boolean isEasy() {
            return alike.containsAll(grades.keySet());
        }
    }

    private SearchJudgements() {}

    static List<Query> all() throws IOException {
        var queries = new ArrayList<Query>();
        String category = "";
        for (String line : SearchTexts.lines("search-judgements.txt").toList()) {
            var judged = JUDGED.matcher(line);
            if (line.startsWith("== ")) {
                category = line.substring(3).strip();
            } else if (judged.matches()) {
                Query query = queries.get(queries.size() - 1);
                List<String> slugs = slugs(judged.group(2));
                if (slugs.size() > 1) {
                    query.alike.addAll(slugs);
                }
                for (String slug : slugs) {
                    query.grades.putIfAbsent(slug, Integer.valueOf(judged.group(1)));
                    if (judged.group(3) != null) {
                        query.seconds.put(
                                slug, Integer.parseInt(judged.group(3)) * 60 + Integer.parseInt(judged.group(4)));
                    }
                }
            } else if (Character.isWhitespace(line.charAt(0))) {
                throw new IllegalArgumentException("No judgement: " + line);
            } else {
                String typed = category.equals("nfd") ? Normalizer.normalize(line, Normalizer.Form.NFD) : line;
                queries.add(new Query(category, typed, new LinkedHashMap<>(), new LinkedHashMap<>(), new HashSet<>()));
            }
        }
        return queries;
    }

    private static List<String> slugs(String written) {
        if (!written.startsWith("*")) {
            return List.of(written);
        }
        int slash = written.indexOf('/');
        return slash > 0
                ? List.of("van-ban-" + written.substring(1, slash) + "-" + written.substring(slash + 1))
                : IntStream.rangeClosed(1, SearchTexts.PLACES)
                        .mapToObj(place -> "van-ban-" + written.substring(1) + "-" + place)
                        .toList();
    }
}
