package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.catalog.RemoveTrack;
import vn.loa.catalog.WorkingProducts;
import vn.loa.common.InvalidInput;
import vn.loa.common.web.Visit;
import vn.loa.editorial.TransitionRefused;

/** Takes what the plain forms of the page of files send, and says what stood against it. */
@RequestScoped
public class FileDeeds {
    static final String RETRY = "thu-lai";
    static final String REMOVE = "bo-tep";

    @Inject
    private WorkDeeds forms;

    @Inject
    private WorkingProducts working;

    @Inject
    private RemoveTrack remove;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    /** @return why it was not done, in words; null when it was */
    @Nullable String take(String slug) {
        if (!forms.isOurs()) {
            return visit.text("working.again");
        }
        try {
            return done(slug);
        } catch (TransitionRefused refused) {
            var key = "files.refused." + forms.parameter("lam") + "."
                    + refused.reason().code();
            return visit.textOr(key, "working.refused.other");
        } catch (NotPermitted beyond) {
            return visit.text("working.refused.not-permitted");
        } catch (InvalidInput wrong) {
            return WorkProblems.of(visit, wrong.violations().get(0));
        }
    }

    private @Nullable String done(String slug) {
        return switch (forms.parameter("lam")) {
            case RETRY -> found(working.retry(slug, track(), user.require()).isPresent());
            case REMOVE -> found(remove.remove(slug, track(), user.require()));
            default -> visit.text("working.unknown");
        };
    }

    private @Nullable String found(boolean isThere) {
        return isThere ? null : visit.text("working.no-track");
    }

    private long track() {
        var number = forms.parameter("ban");
        return number.matches("[0-9]{1,18}") ? Long.parseLong(number) : -1;
    }
}
