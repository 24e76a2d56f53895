package vn.loa.search;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Kind and number of a document without the rest of its symbol, as people speak of it: {@code kế hoạch số 159}, {@code QĐ 90}, {@code 90/qd}. Beside a whole number
 * ({@link DocumentNumber}) it is less: several documents may have it.
 *
 * @param digits without noughts before them
 * @param kind with which a symbol begins, folded
 */
record BareNumber(String digits, String kind) {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("ke hoach", "kh"),
            Map.entry("kh", "kh"),
            Map.entry("quyet dinh", "qd"),
            Map.entry("qd", "qd"),
            Map.entry("nghi quyet", "nq"),
            Map.entry("nq", "nq"),
            Map.entry("cong van", "cv"),
            Map.entry("cv", "cv"),
            Map.entry("chi thi", "ct"),
            Map.entry("thong tu", "tt"),
            Map.entry("nghi dinh", "nd"),
            Map.entry("huong dan", "hd"),
            Map.entry("thong bao", "tb"));

    private static final String KIND = KINDS.keySet().stream()
            .sorted((one, other) -> other.length() - one.length())
            .collect(Collectors.joining("|", "(?<kind>", ")"));

    private static final String BEFORE_NUMBER = "so";

    /** Years are no numbers unless somebody says so. */
    private static final Pattern AFTER_KIND =
            Pattern.compile("\\b" + KIND + " (?:so 0*(?<said>\\d{1,5})\\b|0*(?<digits>(?!(?:19|20)\\d\\d)\\d{1,5})$)");

    private static final Pattern BEFORE_KIND = Pattern.compile("\\b0*(?<digits>\\d{1,5}) (?<kind>kh|qd|nq|cv)$");

    /** The first among the words; empty when there is none, or a whole number. */
    static Optional<BareNumber> in(Words words) {
        if (DocumentNumber.in(words).isPresent()) {
            return Optional.empty();
        }
        var folded = Folding.fold(words.text());
        var after = AFTER_KIND.matcher(folded);
        if (after.find()) {
            var said = after.group("said");
            return Optional.of(of(said == null ? after.group("digits") : said, after));
        }
        var before = BEFORE_KIND.matcher(folded);
        return before.find() ? Optional.of(of(before.group("digits"), before)) : Optional.empty();
    }

    /** The words that are worth marking where they are found: the one that only says that a number follows is none. */
    static Words marked(Words words) {
        var told = words.each().stream()
                .filter(word -> !Folding.fold(word).equals(BEFORE_NUMBER))
                .collect(Collectors.joining(" "));
        return told.isEmpty() || in(words).isEmpty() ? words : new Words(told);
    }

    private static BareNumber of(String digits, Matcher found) {
        return new BareNumber(digits, KINDS.getOrDefault(found.group("kind"), ""));
    }

    /** Says to a question how number and symbol of the documents begin that it may be. */
    SolrQuery into(SolrQuery query) {
        return query.set("numberStart", start()).set("numberOfYear", startWithYear());
    }

    /** How its number and symbol begin where the index keeps them. */
    String start() {
        return digits + "-" + kind + "-";
    }

    /** The same of documents that have the year between the two: {@code 30/2020/NĐ-CP}. */
    private String startWithYear() {
        return digits + "-20";
    }

    /** Whether it may be this one. */
    boolean mayBe(String reference) {
        var known = Folding.fold(reference).replace(' ', '-').replaceFirst("^0+", "");
        return known.startsWith(start());
    }
}
