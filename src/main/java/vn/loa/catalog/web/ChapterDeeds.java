package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.Chapter;
import vn.loa.catalog.DivideProduct;
import vn.loa.common.InvalidInput;
import vn.loa.common.Violation;
import vn.loa.common.web.BothWrote;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.Taxonomies;
import vn.loa.taxonomy.Taxonomies.LanguageItem;

/** Takes the chapters that the form of a product's files sends, beside those that others have saved meanwhile, and says in which field something is wrong. */
@RequestScoped
class ChapterDeeds {
    private static final Pattern CHAPTER = Pattern.compile("chapters\\[(\\d+)]\\.(?:title\\.?)?(.*)");

    @Inject
    private ProductForm form;

    @Inject
    private DivideProduct divide;

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private final Map<String, String> faults = new LinkedHashMap<>();
    private List<ChapterRows.Row> rows = List.of();
    private @Nullable ChapterMeeting meeting;

    /** Keeps what was sent, although it is not taken. */
    void keep() {
        rows = ChapterRows.sent(form::parameter, codes());
    }

    /** @return why it was not done, a sentence for each reason; none when it was done @throws InvalidInput as {@link #told} tells it */
    List<String> divide(String slug) {
        keep();
        var unreadable = ChapterRows.unreadable(rows);
        if (!unreadable.isEmpty()) {
            return unreadable.stream()
                    .map(fault -> wrong(
                            ChapterMeeting.field(fault.number(), ChapterMeeting.TIME),
                            visit.say("files.chapter.time", fault.number())))
                    .toList();
        }
        // People write down what they find when they find it.
        rows = renumbered(ChapterRows.sorted(rows));
        var base = BothWrote.read(form.parameter(BothWrote.BASE)).map(ChapterMeeting::read);
        var seen = form.version();
        try {
            var problem = WorkProblems.of(
                    visit,
                    divide.divide(
                            slug,
                            version -> base.isPresent() || version == seen,
                            before -> ChapterRows.chapters(
                                    met(base.orElse(List.of()), before, base.isPresent()), before, codes()),
                            user.require()));
            return problem == null ? List.of() : List.of(problem);
        } catch (ChapterMeeting.Clash both) {
            return clashes();
        }
    }

    private List<ChapterRows.Row> met(List<ChapterRows.Row> base, List<Chapter> before, boolean isKnown) {
        if (isKnown) {
            var all = ChapterMeeting.of(base, rows, ChapterRows.ofChapters(before), codes());
            meeting = all;
            rows = all.rows();
            if (!all.clashes().isEmpty()) {
                throw new ChapterMeeting.Clash();
            }
        }
        return rows;
    }

    private List<String> clashes() {
        var all = meeting;
        if (all != null) {
            all.clashes().keySet().forEach(field -> faults.put(field, visit.text("edit.both.here")));
        }
        return List.of(visit.text("edit.both"));
    }

    /** Says what is wrong, and keeps in which field. */
    List<String> told(InvalidInput wrong) {
        return wrong.violations().stream().map(this::told).distinct().toList();
    }

    private String told(Violation wrong) {
        var what = WorkProblems.of(visit, wrong);
        var chapter = CHAPTER.matcher(wrong.field());
        if (!chapter.matches()) {
            return what;
        }
        var number = Integer.parseInt(chapter.group(1)) + 1;
        var isTitle = wrong.field().contains(".title");
        return wrong(
                ChapterMeeting.field(number, isTitle ? chapter.group(2) : ChapterMeeting.TIME),
                visit.say(isTitle ? "files.chapter.title-wrong" : "files.chapter.wrong", number, what));
    }

    private String wrong(String field, String why) {
        faults.putIfAbsent(field, why);
        return why;
    }

    /** What is wrong, by the name of its field. */
    Map<String, String> faults() {
        return faults;
    }

    /** What somebody else has saved in a field in which something was written, too, as people read it; null when nobody has. */
    @Nullable String theirs(String field) {
        var value = meeting == null ? null : meeting.clashes().get(field);
        if (value == null) {
            return null;
        }
        return value.equals(ChapterMeeting.GONE) || value.equals(ChapterMeeting.BACK)
                ? visit.text("files.chapter." + value)
                : value;
    }

    /** What was sent of the chapters that the page was made of; null once somebody has been shown what there is by now. */
    @Nullable String base() {
        return meeting == null ? form.parameter(BothWrote.BASE) : null;
    }

    /** The chapters as they were sent and not taken. */
    List<ChapterRows.Row> rows() {
        return rows;
    }

    private List<String> codes() {
        return taxonomies.languagesOfWorks().stream().map(LanguageItem::code).toList();
    }

    private static List<ChapterRows.Row> renumbered(List<ChapterRows.Row> rows) {
        var again = new ArrayList<ChapterRows.Row>();
        rows.forEach(row -> again.add(new ChapterRows.Row(again.size() + 1, row.was(), row.at(), row.titles())));
        return again;
    }
}
