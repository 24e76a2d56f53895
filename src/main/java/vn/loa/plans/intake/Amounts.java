package vn.loa.plans.intake;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as Vietnamese write them: 200.000, 1,5 triệu, 100 triệu. */
final class Amounts {
    /** In folded text; two groups: figures and the word behind them. */
    static final String PATTERN =
            "(?<![\\d.,/a-z])(\\d{1,3}(?:[.,]\\d{3}){1,4}|\\d{1,9}(?:,\\d{1,2})?)\\s?(nghin|ngan|trieu|ty)?";

    private static final Map<String, Long> WORDS =
            Map.of("nghin", 1_000L, "ngan", 1_000L, "trieu", 1_000_000L, "ty", 1_000_000_000L);

    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:[.,]\\d{3})+");

    /** More is nothing that anybody counts. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000_000L);

    private Amounts() {}

    /** The first before words that match, unless it is beyond counting. @param matcher of {@link #PATTERN} and what follows, on a text */
    static Optional<Long> first(Matcher matcher) {
        return matcher.find()
                ? Optional.of(value(matcher.group(1), matcher.group(2)))
                        .filter(value -> value.compareTo(MOST) <= 0)
                        .map(BigDecimal::longValue)
                : Optional.empty();
    }

    private static BigDecimal value(String figures, String word) {
        var plain = THOUSANDS.matcher(figures).matches() ? figures.replaceAll("[.,]", "") : figures.replace(',', '.');
        var times = word == null ? 1L : WORDS.getOrDefault(word, 1L);
        return new BigDecimal(plain).multiply(BigDecimal.valueOf(times));
    }
}
