package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.catalog.ChoosePoster;
import vn.loa.catalog.CorrectTrack;
import vn.loa.catalog.RemoveTrack;
import vn.loa.catalog.TrackChange;
import vn.loa.catalog.TrackKind;
import vn.loa.catalog.TrackRole;
import vn.loa.catalog.WorkingProducts;
import vn.loa.common.Coded;
import vn.loa.common.InvalidInput;
import vn.loa.common.Overtaking;
import vn.loa.common.PlainText;
import vn.loa.common.web.Visit;
import vn.loa.editorial.TransitionRefused;
import vn.loa.taxonomy.Taxonomies;
import vn.loa.taxonomy.Taxonomies.LanguageItem;

/** Takes what the plain forms of the page of files send, and says what stood against it. */
@RequestScoped
public class FileDeeds {
    static final String RETRY = "thu-lai";
    static final String REMOVE = "bo-tep";
    static final String CORRECT = "sua-ban";
    static final String POSTER = "chon-anh";
    static final String ALT = "ta-anh";
    static final String CHAPTERS = "chia-chuong";

    @Inject
    private ProductForm form;

    @Inject
    private WorkingProducts working;

    @Inject
    private RemoveTrack remove;

    @Inject
    private CorrectTrack correct;

    @Inject
    private ChoosePoster posters;

    @Inject
    private ChapterDeeds chapters;

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private boolean forbidden;

    /** @return why it was not done, a sentence for each reason; none when it was done */
    List<String> take(String slug) {
        if (!form.isOurs()) {
            chapters.keep();
            return List.of(visit.text("working.again"));
        }
        try {
            return done(slug);
        } catch (TransitionRefused refused) {
            var key = "files.refused." + deed() + "." + refused.reason().code();
            return List.of(visit.textOr(key, "working.refused.other"));
        } catch (NotPermitted beyond) {
            forbidden = true;
            return List.of(visit.text("working.refused.not-permitted"));
        } catch (InvalidInput wrong) {
            return chapters.told(wrong);
        } catch (RuntimeException failure) {
            if (!Overtaking.explains(failure)) {
                throw failure;
            }
            return List.of(visit.text("working.stale"));
        }
    }

    /** Whether it was not theirs to ask for. */
    boolean isForbidden() {
        return forbidden;
    }

    /** What was asked for. */
    String deed() {
        return form.parameter("lam");
    }

    private List<String> done(String slug) {
        return switch (deed()) {
            case RETRY -> found(working.retry(slug, track(), user.require()).isPresent());
            case REMOVE -> remove(slug);
            case CORRECT -> correct(slug);
            case POSTER -> choose(slug);
            case ALT -> found(posters.describe(slug, track(), texts("cu."), texts("loi."), user.require()));
            case CHAPTERS -> chapters.divide(slug);
            default -> List.of(visit.text("working.unknown"));
        };
    }

    private List<String> found(boolean isThere) {
        return isThere ? List.of() : List.of(visit.text("working.no-track"));
    }

    private long track() {
        return number("ban");
    }

    private long number(String name) {
        var number = form.parameter(name);
        return number.matches("[0-9]{1,18}") ? Long.parseLong(number) : -1;
    }

    private List<String> remove(String slug) {
        return switch (remove.remove(slug, track(), seen(), user.require())) {
            case REMOVED -> List.of();
            case STALE -> List.of(visit.text("working.refused.not-as-seen"));
            case UNKNOWN -> found(false);
        };
    }

    private List<String> correct(String slug) {
        try {
            var wanted = new CorrectTrack.Corrected(
                    form.parameter("loai").isEmpty() ? null : Coded.of(TrackKind.class, form.parameter("loai")),
                    form.parameter("tieng"),
                    Coded.of(TrackRole.class, form.parameter("vai")));
            var outcome = correct.correct(slug, track(), wanted, seen(), user.require());
            return outcome instanceof TrackChange.Stale
                    ? List.of(visit.text("working.refused.not-as-seen"))
                    : found(outcome instanceof TrackChange.Done);
        } catch (IllegalArgumentException unknown) {
            return List.of(visit.text("working.unknown"));
        }
    }

    /** Forms say it where somebody's words are at stake; a file that meanwhile was processed is the one that they mean. */
    private LongPredicate seen() {
        return Objects.requireNonNullElse(form.seen(), version -> true);
    }

    private List<String> choose(String slug) {
        var percent = number("luc");
        if (percent < 0 || percent > 100) {
            return List.of(visit.text("files.poster.choose-one"));
        }
        var outcome = posters.choose(slug, track(), (int) percent, version -> true, user.require());
        return found(outcome instanceof TrackChange.Done);
    }

    private Map<String, String> texts(String field) {
        var texts = new TreeMap<String, String>();
        for (var code : codes()) {
            texts.put(code, PlainText.line(form.parameter(field + code)));
        }
        return texts;
    }

    private List<String> codes() {
        return taxonomies.languagesOfWorks().stream().map(LanguageItem::code).toList();
    }
}
