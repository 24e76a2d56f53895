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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.plans.PlanContent;

/**
 * What a plan promises: a number with a product behind it ("20 tiểu phẩm"), on the terms that its section says when the section promises nothing else, or
 * that its paragraph says; besides, products that the plan wants made without saying how many, one of each genre.
 */
final class Promises {
    private static final Pattern MADE = Pattern.compile(
            "(?:san\\sxuat|bien\\stap|bien\\ssoan|xay\\sdung|in\\san|in\\s,|phat\\shanh|phat\\sto|lap\\sdat|treo|thiet\\slap|xuat\\sban|to\\schuc|mo\\scac|tuyen\\struyen|truyen\\sthong|thong\\stin|tap\\shuan|thuc\\shien)(?![a-z])");
    private static final Pattern WORKS =
            Pattern.compile("(?:san\\sxuat|bien\\stap|bien\\ssoan|xay\\sdung|xuat\\sban)(?![a-z])");

    /** A work about them must be made; that one should speak of them is no promise. */
    private static final String PEOPLE = "guong-dien-hinh";

    /** Parts of a plan that say what is to be made; not what for, nor from which money. */
    private static final Pattern ABOUT_WORK = Pattern.compile(
            ".*(?:noi\\sdung|hinh\\sthuc|nhiem\\svu|giai\\sphap|san\\spham|to\\schuc\\sthuc\\shien|hoat\\sdong).*");

    /** What parts about it are called. */
    private static final String MONEY = "kinh phi";

    private static final int LONGEST_BUDGET = 300;
    private static final int MOST = 200;

    /** Its end: what goes on is another. */
    private static final Pattern SENTENCE = Pattern.compile("[.;](?=\\s\\p{Lu})");

    private static final Pattern LEADS = Pattern.compile("chu\\stri");

    private final List<Chapter> chapters;
    private final Deadlines deadlines;
    private final @Nullable String leader;
    private final @Nullable String budget;
    private final Map<Paragraph, String> leadsOfRows;
    private final List<Finding<PlanContent.Promise>> found = new ArrayList<>();
    private final PromisedNames names;
    private final SaidBefore before = new SaidBefore();
    private final Set<String> genres = new HashSet<>();
    private final Map<String, Integer> keys = new HashMap<>();

    private Promises(List<Chapter> chapters, @Nullable Integer year) {
        this.chapters = chapters;
        this.deadlines = new Deadlines(year);
        this.leader = leader(chapters).orElse(null);
        this.budget = budget(chapters).orElse(null);
        var paragraphs =
                chapters.stream().flatMap(chapter -> chapter.all().stream()).toList();
        this.leadsOfRows = TableColumns.leads(paragraphs);
        this.names = new PromisedNames(paragraphs);
    }

    /** @param year the last one for which the plan holds; null when nothing tells */
    static List<Finding<PlanContent.Promise>> in(List<Chapter> chapters, @Nullable Integer year) {
        var promises = new Promises(chapters, year);
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
                numbered.addAll(Numbered.in(paragraph));
            }
        }
        var terms = new HashMap<Paragraph, PromisedTerms>();
        for (var i = 0; i < numbered.size(); i++) {
            var promise = numbered.get(i);
            var next = i + 1 < numbered.size() ? numbered.get(i + 1) : null;
            var end = next == null || next.paragraph() != promise.paragraph()
                    ? promise.paragraph().text().length()
                    : next.from();
            var alone = numbered.size() == 1;
            var name = alone
                    ? names.ofOnly(chapter, promise, end)
                    : names.of(promise.paragraph(), promise.product(), promise.genreTo(), end);
            var replay = SaidBefore.isReplay(promise, end);
            var isSaidBefore = before.isCounted(promise);
            if (found.size() < MOST && !before.isToldAgain(promise, name, replay, money)) {
                var said = terms.computeIfAbsent(
                        promise.paragraph(),
                        own -> PromisedTerms.in(alone ? chapter.all() : List.of(own), own, deadlines));
                add(
                        chapter,
                        promise,
                        name,
                        isSaidBefore,
                        isShared(promise, numbered) ? said.of(replay) : said,
                        alone,
                        end);
            }
        }
    }

    private static boolean isShared(Numbered promise, List<Numbered> all) {
        return all.stream().anyMatch(other -> other != promise && other.paragraph() == promise.paragraph());
    }

    /** @param alone whether its section promises nothing else @param to where the words end that are only about it */
    private void add(
            Chapter chapter,
            Numbered promise,
            PromisedName name,
            boolean isSaidBefore,
            PromisedTerms terms,
            boolean alone,
            int to) {
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
        var own = alone
                ? Optional.<Deadlines.Read>empty()
                : deadlines.saidOrMeant(passage, promise.to(), Math.max(promise.to(), to));
        own.ifPresent(due -> places.add(passage.place(due.from(), due.to())));
        var due = own.or(terms::due);
        due.ifPresent(read -> doubts.addAll(read.doubts()));
        genres.add(promise.genre());
        found.add(new Finding<>(
                promise(
                        name.text(),
                        promise.genre(),
                        promise.quantity(),
                        terms,
                        due,
                        lead(chapter, promise.paragraph())),
                places,
                doubts));
    }

    private PlanContent.Promise promise(
            String name,
            String genre,
            @Nullable Integer quantity,
            PromisedTerms terms,
            Optional<Deadlines.Read> due,
            @Nullable String lead) {
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
                due.map(read -> read.due().day()).orElse(null),
                due.map(read -> read.due().before()).orElse(false),
                lead,
                List.of(),
                budget);
    }

    /** The unit that the table says, or whose duties the section tells, else the first unit that leads (chủ trì). */
    private @Nullable String lead(Chapter chapter, Paragraph paragraph) {
        var ofRow = leadsOfRows.get(paragraph);
        if (ofRow != null) {
            return ofRow;
        }
        return Agencies.isUnit(chapter.title()) ? chapter.title() : leader;
    }

    private static Optional<String> leader(List<Chapter> chapters) {
        return chapters.stream()
                .filter(chapter -> Agencies.isUnit(chapter.title()))
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
        if (!made.find() || Numbered.isIn(paragraph)) {
            return;
        }
        var works = WORKS.matcher(text);
        var making = works.find() ? works.start() : text.length();
        var mayReplay = SaidBefore.isReplay(text);
        var product = Numbered.PRODUCT.matcher(text).region(made.start(), text.length());
        while (found.size() < MOST && product.find()) {
            var genre = Genres.of(product.group(1));
            var replayed = genre + " replay";
            var isKnown = genres.contains(genre) && (!mayReplay || genres.contains(replayed));
            if (isKnown || product.start() <= making && genre.equals(PEOPLE)) {
                continue;
            }
            var name = names.of(paragraph, product.start(), product.end(), text.length());
            if (genres.add(SaidBefore.isReplay(Letters.fold(name.text())) ? replayed : genre)) {
                var passage = paragraph.text();
                var terms = PromisedTerms.in(List.of(paragraph), paragraph, deadlines);
                var doubts = EnumSet.of(Doubt.INCOMPLETE);
                terms.due().ifPresent(read -> doubts.addAll(read.doubts()));
                found.add(new Finding<>(
                        promise(name.text(), genre, null, terms, terms.due(), lead(chapter, paragraph)),
                        List.of(passage.place(product.start(), product.end())),
                        doubts));
            }
        }
    }
}
