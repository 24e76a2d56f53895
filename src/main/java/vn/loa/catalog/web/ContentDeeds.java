package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.catalog.Consent;
import vn.loa.catalog.ProductChange;
import vn.loa.catalog.ProductContent;
import vn.loa.catalog.ReadContent;
import vn.loa.catalog.RewriteProduct;
import vn.loa.catalog.StartProduct;
import vn.loa.catalog.WorkContent;
import vn.loa.catalog.WorkContents;
import vn.loa.common.InvalidInput;
import vn.loa.common.JsonFields;
import vn.loa.common.Overtaking;
import vn.loa.common.web.SentOnce;
import vn.loa.common.web.Visit;
import vn.loa.editorial.TransitionRefused;

/** Takes the form in which an editor writes what a product says, and says what came of it. */
@RequestScoped
public class ContentDeeds {
    /** Larger forms are not read by the container. */
    static final long LARGEST = 2_000_000;

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;

    @Inject
    private WorkContents contents;

    @Inject
    private ReadContent read;

    @Inject
    private RewriteProduct rewrite;

    @Inject
    private StartProduct start;

    @Inject
    private SentOnce once;

    @Inject
    private ProductForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    /** Somebody else has saved meanwhile. @param now what they have saved, @param theirs as a form @param clashes with what is written here */
    record Overtaken(WorkContent now, ContentForm theirs, ContentClashes clashes) {}

    /**
     * What came of a form.
     *
     * @param problem why nothing was saved; empty when nothing was refused
     * @param status of the answer when something was
     * @param faults what is wrong, by fields of the API
     * @param slug of the product with which the page goes on; null while it stays
     * @param done what has happened to that
     */
    record Outcome(
            String problem,
            int status,
            Map<String, String> faults,
            @Nullable Overtaken overtaken,
            @Nullable String slug,
            String done) {
        static Outcome nothing() {
            return new Outcome("", 0, Map.of(), null, null, "");
        }

        static Outcome refused(String why) {
            return refused(why, UNPROCESSABLE);
        }

        static Outcome refused(String why, int status) {
            return new Outcome(why, status, Map.of(), null, null, "");
        }

        static Outcome goesOn(String slug, String done) {
            return new Outcome("", 0, Map.of(), null, slug, done);
        }
    }

    /** @param slug empty for a product that there is not yet @param withdrawn consents that stay as they are */
    Outcome take(String slug, ContentForm form, List<Consent> withdrawn) {
        if (!sent.isOurs()) {
            // Of one that is too large nothing has come, so that the page shown has nothing of it, either.
            return request.getContentLengthLong() > LARGEST
                    ? Outcome.refused(visit.text("edit.large"), TOO_LARGE)
                    : Outcome.refused(visit.text("working.again"));
        }
        return switch (sent.parameter("lam")) {
            case "luu" -> save(slug, form, withdrawn);
            case "tim" -> Outcome.nothing();
            default -> Outcome.refused(visit.text("working.unknown"));
        };
    }

    private Outcome save(String slug, ContentForm form, List<Consent> withdrawn) {
        try {
            return write(slug, form, withdrawn);
        } catch (InvalidInput wrong) {
            var told = new LinkedHashMap<String, String>();
            wrong.violations().forEach(each -> told.putIfAbsent(each.field(), WorkProblems.of(visit, each)));
            return new Outcome(visit.say("edit.problems", told.size()), UNPROCESSABLE, told, null, null, "");
        } catch (TransitionRefused refused) {
            return Outcome.refused(visit.text("edit.no-draft"));
        } catch (NotPermitted beyond) {
            return Outcome.refused(visit.text("working.refused.not-permitted"), HttpServletResponse.SC_FORBIDDEN);
        } catch (RuntimeException failure) {
            if (!Overtaking.explains(failure)) {
                throw failure;
            }
            // Saving once more will do, or shows what has changed.
            return Outcome.refused(visit.text("edit.outrun"), CONFLICT);
        }
    }

    private Outcome write(String slug, ContentForm form, List<Consent> withdrawn) {
        var fields = new JsonFields(ContentFormJson.of(form, withdrawn));
        var content = read.from(fields);
        fields.finish();
        if (slug.isEmpty()) {
            return begun(content);
        }
        try {
            var seen = sent.version();
            var change = rewrite.rewrite(slug, stored -> stored == seen, content, user.require());
            if (change instanceof ProductChange.Done) {
                return Outcome.goesOn(slug, "da-luu");
            }
        } catch (RuntimeException failure) {
            if (!Overtaking.explains(failure) || !isChanged(slug)) {
                throw failure;
            }
        }
        return overtaken(slug, form, withdrawn);
    }

    /** Whether it is not as it was read: who saved at the same moment did more than touch it. */
    private boolean isChanged(String slug) {
        return contents.find(slug, user.require())
                .filter(now -> now.version() != sent.version())
                .isPresent();
    }

    private Outcome begun(ProductContent content) {
        var by = user.require();
        var outcome =
                once.make(by.name(), () -> Optional.of(start.start(content, by).slug()));
        return outcome instanceof SentOnce.Outcome.Made made
                ? Outcome.goesOn(made.name(), "da-tao")
                : Outcome.refused(visit.text("once.otherwise"));
    }

    /** What both wrote is shown, and saving once more says which it shall be; where they wrote in different places, both are saved. */
    private Outcome overtaken(String slug, ContentForm form, List<Consent> withdrawn) {
        var before = contents.seen(slug, sent.version(), user.require()).map(ContentForm::of);
        var now = Objects.requireNonNull(contents.find(slug, user.require()).orElse(null), "it was there a moment ago");
        var theirs = ContentForm.of(now.content());
        var clashes = ContentClashes.of(form, theirs, before);
        if (clashes.clashes().isEmpty() && now.editor() && now.draft()) {
            var fields = new JsonFields(ContentFormJson.of(clashes.form(), withdrawn));
            var both = read.from(fields);
            fields.finish();
            if (rewrite.rewrite(slug, stored -> stored == now.version(), both, user.require())
                    instanceof ProductChange.Done) {
                return Outcome.goesOn(slug, "da-luu-chung");
            }
        }
        return new Outcome(
                visit.say("edit.clash", who(now)), CONFLICT, Map.of(), new Overtaken(now, theirs, clashes), null, "");
    }

    private String who(WorkContent changed) {
        var deed = changed.changed();
        return deed == null || deed.who() == null ? visit.text("desk.portal") : deed.who();
    }
}
