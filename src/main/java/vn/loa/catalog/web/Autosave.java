package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.catalog.Consent;
import vn.loa.catalog.ProductChange;
import vn.loa.catalog.ReadContent;
import vn.loa.catalog.RewriteProduct;
import vn.loa.catalog.WorkContent;
import vn.loa.catalog.WorkContents;
import vn.loa.common.InvalidInput;
import vn.loa.common.JsonFields;
import vn.loa.common.Jsons;
import vn.loa.common.TimeSource;
import vn.loa.common.Violation;
import vn.loa.common.web.Visit;
import vn.loa.editorial.TransitionRefused;

/**
 * Saves what somebody is writing in the form of a draft, without being asked to. What is right is saved though something else is wrong; what somebody else has saved
 * meanwhile is never written over: who writes decides that, by asking for it ({@link ContentDeeds}).
 */
@RequestScoped
public class Autosave {
    private static final int UNPROCESSABLE = 422;

    @Inject
    private WorkContents contents;

    @Inject
    private ReadContent read;

    @Inject
    private RewriteProduct rewrite;

    @Inject
    private ContentChoices choosing;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private Clock clock;

    /**
     * What came of it.
     *
     * @param status of the answer; 200 when something was saved, or was so already
     * @param version that the form goes on with
     * @param complete whether all of it is saved
     * @param said what people read
     */
    record Outcome(int status, long version, boolean complete, String said) {
        JsonObjectBuilder json() {
            return Jsons.object()
                    .add("version", version)
                    .add("complete", complete)
                    .add("said", said);
        }
    }

    /** @param seen version of the product that the form was made from */
    Outcome save(String slug, long seen, ContentForm form) {
        var found = contents.find(slug, user.require());
        if (found.isEmpty()) {
            return refused(HttpServletResponse.SC_NOT_FOUND, seen, visit.text("work.refused.unknown"));
        }
        var now = found.get();
        if (now.editor() && !now.draft()) {
            return refused(HttpServletResponse.SC_CONFLICT, seen, visit.text("edit.auto.no-draft"));
        }
        if (now.editor() && now.version() != seen) {
            // Who had no answer sends the same once more.
            return isSaid(now, form)
                    ? saved(now.version(), true, visit.say("edit.auto.saved", time()))
                    : stale(now, seen);
        }
        try {
            return save(now, seen, form);
        } catch (NotPermitted beyond) {
            return refused(HttpServletResponse.SC_FORBIDDEN, seen, visit.text("working.refused.not-permitted"));
        } catch (TransitionRefused handedIn) {
            return refused(HttpServletResponse.SC_CONFLICT, seen, visit.text("edit.auto.no-draft"));
        } catch (OptimisticLockException outrun) {
            return stale(now, seen);
        }
    }

    private static boolean isSaid(WorkContent now, ContentForm form) {
        return ContentClashes.of(form, ContentForm.of(now.content()), Optional.empty())
                .clashes()
                .isEmpty();
    }

    private Outcome save(WorkContent now, long seen, ContentForm form) {
        try {
            return outcome(now, seen, write(now, seen, form), List.of());
        } catch (InvalidInput wrong) {
            var stored = ContentForm.of(now.content());
            var right = form;
            for (var fault : wrong.violations()) {
                right = right.taking(ContentForm.unit(ContentPlaces.field(fault.field())), stored);
            }
            try {
                return outcome(now, seen, write(now, seen, right), wrong.violations());
            } catch (InvalidInput still) {
                return refused(UNPROCESSABLE, seen, visit.say("edit.auto.nothing", told(still.violations())));
            }
        }
    }

    private ProductChange write(WorkContent now, long seen, ContentForm form) {
        List<Consent> withdrawn = now.withdrawn();
        var fields = new JsonFields(ContentFormJson.of(form, withdrawn));
        var content = read.from(fields);
        fields.finish();
        return rewrite.goOn(now.slug(), stored -> stored == seen, content, user.require());
    }

    private Outcome outcome(WorkContent before, long seen, ProductChange change, List<Violation> wrong) {
        if (!(change instanceof ProductChange.Done done)) {
            return stale(before, seen);
        }
        var version = done.product().version();
        if (wrong.isEmpty()) {
            return saved(version, true, visit.say("edit.auto.saved", time()));
        }
        return saved(
                version,
                false,
                version == seen
                        ? visit.say("edit.auto.nothing", told(wrong))
                        : visit.say("edit.auto.partly", time(), told(wrong)));
    }

    private static Outcome saved(long version, boolean complete, String said) {
        return new Outcome(HttpServletResponse.SC_OK, version, complete, said);
    }

    private static Outcome refused(int status, long seen, String said) {
        return new Outcome(status, seen, false, said);
    }

    private Outcome stale(WorkContent found, long seen) {
        var who =
                Optional.ofNullable(found.changed()).map(deed -> deed.who()).orElseGet(() -> visit.text("desk.portal"));
        return refused(HttpServletResponse.SC_CONFLICT, seen, visit.say("edit.auto.stale", who));
    }

    private String time() {
        return visit.getWords().time(LocalDateTime.ofInstant(clock.instant(), TimeSource.ZONE));
    }

    /** Which field, and what is wrong with it. */
    private String told(List<Violation> wrong) {
        var choices = choosing.languages();
        return wrong.stream()
                .map(fault -> ContentPlaces.label(visit, choices, fault.field()) + ": " + WorkProblems.of(visit, fault))
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
