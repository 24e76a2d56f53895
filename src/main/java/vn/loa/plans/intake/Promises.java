package vn.loa.plans.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.plans.PlanContent;
import vn.loa.plans.Terms;

/**
 * What a plan promises: a number with a product behind it ("20 tiểu phẩm"), on the terms that its section says when the section promises nothing else, or
 * that its paragraph says; besides, products that the plan wants made without saying how many, one of each genre.
 */
final class Promises {
    private static final String CLASSIFIERS =
            "(?:(?:bo|cuon|to|tam|chiec|chuong\\strinh|san\\spham|tac\\spham|so|ky|doan|cuoc|buoi|an\\spham|bo\\sphim|luot)\\s){0,3}?";
    private static final Pattern NUMBERED =
            Pattern.compile("(?<![\\d.,/a-z-])(\\d{1,3}(?:[.,]\\d{3}){1,2}|" + Digits.ONE + "{1,5}|" + Numerals.PATTERN
                    + ")\\s(?:\\([^()]{1,30}\\)\\s)?" + CLASSIFIERS + "(" + Genres.ANY + ")(?![a-z])");

    private static final Pattern MADE = Pattern.compile(
            "(?:san\\sxuat|bien\\stap|bien\\ssoan|xay\\sdung|in\\san|in\\s,|phat\\shanh|phat\\sto|lap\\sdat|treo|thiet\\slap|xuat\\sban|to\\schuc|mo\\scac|tuyen\\struyen|truyen\\sthong|thong\\stin|tap\\shuan|thuc\\shien)(?![a-z])");
    private static final Pattern QUANTITY = Pattern.compile(Digits.ONE + "{1,5}");

    private static final Pattern WORKS =
            Pattern.compile("(?:san\\sxuat|bien\\stap|bien\\ssoan|xay\\sdung|xuat\\sban)(?![a-z])");

    /** A work about them must be made; that one should speak of them is no promise. */
    private static final String PEOPLE = "guong-dien-hinh";

    private static final Pattern PRODUCT = Pattern.compile("(?<![a-z])(" + Genres.ANY + ")(?![a-z])");

    /** Parts of a plan that say what is to be made; not what for, nor from which money. */
    private static final Pattern ABOUT_WORK = Pattern.compile(
            ".*(?:noi\\sdung|hinh\\sthuc|nhiem\\svu|giai\\sphap|san\\spham|to\\schuc\\sthuc\\shien|hoat\\sdong).*");

    /** With which the name of a product ends. */
    private static final Pattern NAME_ENDS = Pattern.compile(
            "[,;.:()\\t]|\\s(?:bang|va|tuyen\\struyen|truyen\\sthong|ve|voi|phat|de|nham|cho|co|thoi\\sluong)\\s|$");

    /** What parts about it are called. */
    private static final String MONEY = "kinh phi";

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_BUDGET = 300;
    private static final int MOST = 200;

    /** Its end: what goes on is another. */
    private static final Pattern SENTENCE = Pattern.compile("[.;](?=\\s\\p{Lu})");

    private static final Pattern LEADS = Pattern.compile("chu\\stri");

    private final List<Chapter> chapters;
    private final @Nullable String leader;
    private final @Nullable String budget;
    private final List<Finding<PlanContent.Promise>> found = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> genres = new HashSet<>();
    private final Map<String, Integer> keys = new HashMap<>();

    /** @param to end of all that was found @param product where its name begins @param genreTo where the words for its genre end */
    private record Numbered(
            Paragraph paragraph,
            int from,
            int to,
            int product,
            int genreTo,
            String genre,
            int quantity,
            boolean mended) {}

    private Promises(List<Chapter> chapters) {
        this.chapters = chapters;
        this.leader = leader(chapters).orElse(null);
        this.budget = budget(chapters).orElse(null);
    }

    static List<Finding<PlanContent.Promise>> in(List<Chapter> chapters) {
        var promises = new Promises(chapters);
        var money = false;
        for (var chapter : chapters) {
            money = chapter.isAbout(MONEY) || money && chapter.depth() > 1;
            promises.numbered(chapter, money);
        }
        promises.unnumbered();
        return promises.found;
    }

    /** @param money whether it tells what the rest of the plan costs */
    private void numbered(Chapter chapter, boolean money) {
        var numbered = new ArrayList<Numbered>();
        for (var paragraph : chapter.all()) {
            if (numbered.size() < MOST) {
                numbered.addAll(numbered(paragraph));
            }
        }
        var terms = new HashMap<Paragraph, PromisedTerms>();
        for (var promise : numbered) {
            var isSaidBefore = !known.add(promise.genre() + " " + promise.quantity());
            if (found.size() < MOST && !(isSaidBefore && money)) {
                add(
                        chapter,
                        promise,
                        isSaidBefore,
                        terms.computeIfAbsent(
                                promise.paragraph(),
                                own -> PromisedTerms.in(numbered.size() == 1 ? chapter.all() : List.of(own))));
            }
        }
    }

    private static List<Numbered> numbered(Paragraph paragraph) {
        if (paragraph.kind() == IntakeBlock.Kind.ROW) {
            return ofRow(paragraph);
        }
        return numbered(paragraph, 0, paragraph.text().length());
    }

    private static List<Numbered> numbered(Paragraph paragraph, int from, int to) {
        var all = new ArrayList<Numbered>();
        var match = NUMBERED.matcher(paragraph.folded()).region(from, to);
        while (all.size() < MOST && match.find()) {
            var figures = match.group(1);
            if (Digits.isNumber(figures)) {
                var number = Digits.value(figures.replaceAll("[.,]", ""));
                all.add(numbered(paragraph, match, match.start(1), number, Digits.isMended(figures)));
            } else {
                Numerals.counted(paragraph.text().text(), match.start(1), match.end(1))
                        .ifPresent(counted ->
                                all.add(numbered(paragraph, match, counted.from(), counted.number(), false)));
            }
        }
        return all;
    }

    private static Numbered numbered(Paragraph paragraph, Matcher match, int from, int quantity, boolean isMended) {
        return new Numbered(
                paragraph,
                from,
                match.end(),
                behindNumber(paragraph.folded(), match.end(1)),
                match.end(2),
                Genres.of(match.group(2)),
                quantity,
                isMended);
    }

    /** In a table the number may have a column of its own behind the product; the one before it is only that of the row. */
    private static List<Numbered> ofRow(Paragraph row) {
        var text = row.folded();
        var all = new ArrayList<Numbered>();
        var product = -1;
        var genreTo = -1;
        var genre = "";
        for (var from = 0; from < text.length() && all.isEmpty(); ) {
            var tab = text.indexOf('\t', from);
            var to = tab < 0 ? text.length() : tab;
            all.addAll(numbered(row, from, to));
            var named = PRODUCT.matcher(text).region(from, to);
            var cell = text.substring(from, to).strip();
            if (all.isEmpty() && product < 0 && named.find()) {
                product = named.start();
                genreTo = named.end();
                genre = Genres.of(named.group(1));
            } else if (all.isEmpty() && product >= 0 && QUANTITY.matcher(cell).matches() && Digits.isNumber(cell)) {
                all.add(new Numbered(
                        row, product, to, product, genreTo, genre, Digits.value(cell), Digits.isMended(cell)));
            }
            from = to + 1;
        }
        return all;
    }

    private static int behindNumber(String folded, int at) {
        var from = at + 1;
        if (folded.charAt(from) == '(') {
            from = folded.indexOf(')', from) + 2;
        }
        return from;
    }

    private void add(Chapter chapter, Numbered promise, boolean isSaidBefore, PromisedTerms terms) {
        var doubts = EnumSet.noneOf(Doubt.class);
        if (promise.mended()) {
            doubts.add(Doubt.MENDED_DIGITS);
        }
        if (isSaidBefore) {
            doubts.add(Doubt.SAID_BEFORE);
        }
        var passage = promise.paragraph().text();
        var places = new ArrayList<Place>();
        places.add(passage.place(promise.from(), promise.to()));
        places.addAll(terms.places());
        genres.add(promise.genre());
        found.add(new Finding<>(
                promise(
                        name(passage, promise.product(), promise.genreTo()),
                        promise.genre(),
                        promise.quantity(),
                        terms,
                        lead(chapter)),
                places,
                doubts));
    }

    /** What ends a name may stand within the words for its genre: tin, bài. */
    private static String name(Passage passage, int from, int genreTo) {
        var limit = Math.min(passage.length(), Math.max(genreTo, from + LONGEST_NAME));
        var end = NAME_ENDS.matcher(passage.folded()).region(genreTo, limit).useAnchoringBounds(true);
        return Letters.capitalised(passage.plain(from, end.find() ? end.start() : limit));
    }

    private PlanContent.Promise promise(
            String name, String genre, @Nullable Integer quantity, PromisedTerms terms, @Nullable String lead) {
        var times = keys.merge(genre, 1, Integer::sum);
        return new PlanContent.Promise(
                times == 1 ? genre : genre + "-" + times,
                Texts.of(Texts.FALLBACK, name),
                genre,
                quantity,
                terms.languages(),
                terms.adaptation(),
                terms.minutes().map(PromisedTerms.Minutes::least).orElse(null),
                terms.minutes().map(PromisedTerms.Minutes::most).orElse(null),
                terms.replay(),
                terms.channels(),
                terms.subscribers().orElse(null),
                terms.views().orElse(null),
                terms.due().map(Terms.Due::day).orElse(null),
                terms.due().map(Terms.Due::before).orElse(false),
                lead,
                List.of(),
                budget);
    }

    /** The unit whose duties the section tells, else the first unit that leads (chủ trì). */
    private @Nullable String lead(Chapter chapter) {
        return Agencies.beginsLikeOne(Letters.fold(chapter.title())) ? chapter.title() : leader;
    }

    private static Optional<String> leader(List<Chapter> chapters) {
        return chapters.stream()
                .filter(chapter -> Agencies.beginsLikeOne(Letters.fold(chapter.title())))
                .filter(chapter -> chapter.text().stream()
                        .anyMatch(p -> LEADS.matcher(p.folded()).find()))
                .map(Chapter::title)
                .findFirst();
    }

    /** The first paragraph of the section about money. */
    private static Optional<String> budget(List<Chapter> chapters) {
        return chapters.stream()
                .filter(chapter -> chapter.isAbout(MONEY) && !chapter.text().isEmpty())
                .findFirst()
                .map(chapter -> chapter.text().get(0).words().plain())
                .map(Promises::shortened);
    }

    /** As many sentences as there is room for; of a single long one its beginning. */
    private static String shortened(String words) {
        if (words.length() <= LONGEST_BUDGET) {
            return words;
        }
        var end = SENTENCE.matcher(words)
                .region(0, LONGEST_BUDGET)
                .results()
                .mapToInt(MatchResult::end)
                .max();
        return end.isPresent() ? words.substring(0, end.getAsInt()) : words.substring(0, LONGEST_BUDGET - 1) + "…";
    }

    private void unnumbered() {
        var work = false;
        for (var chapter : chapters) {
            if (chapter.depth() == 1) {
                work = ABOUT_WORK.matcher(Letters.fold(chapter.title())).matches();
            }
            if (work && !chapter.isAbout(MONEY)) {
                for (var paragraph : chapter.all()) {
                    unnumbered(chapter, paragraph);
                }
            }
        }
    }

    private void unnumbered(Chapter chapter, Paragraph paragraph) {
        var text = paragraph.folded();
        var made = MADE.matcher(text);
        if (!made.find() || !numbered(paragraph, 0, text.length()).isEmpty()) {
            return;
        }
        var works = WORKS.matcher(text);
        var making = works.find() ? works.start() : text.length();
        var product = PRODUCT.matcher(text).region(made.start(), text.length());
        while (found.size() < MOST && product.find()) {
            var genre = Genres.of(product.group(1));
            if ((product.start() > making || !genre.equals(PEOPLE)) && genres.add(genre)) {
                var passage = paragraph.text();
                var terms = PromisedTerms.in(List.of(paragraph));
                found.add(new Finding<>(
                        promise(name(passage, product.start(), product.end()), genre, null, terms, lead(chapter)),
                        List.of(passage.place(product.start(), product.end())),
                        Set.of(Doubt.INCOMPLETE)));
            }
        }
    }
}
