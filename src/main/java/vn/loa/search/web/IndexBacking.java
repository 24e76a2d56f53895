package vn.loa.search.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.search.IndexRebuild;
import vn.loa.search.LookAfterIndex;
import vn.loa.search.LookAfterIndex.Condition;

/** How the search index is, and the buttons to build it anew: {@code /quan-tri/chi-muc}. */
@Named
@RequestScoped
public class IndexBacking {
    @Inject
    private LookAfterIndex index;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable Condition condition;
    private long publicNow;

    /** Does what a form asks for, and reads how the index is. */
    public void begin() {
        try {
            if (sent.isSent()) {
                take();
            }
            condition = index.condition(user.require());
            publicNow = index.publicNow(user.require());
        } catch (NotPermitted ofAPlace) {
            condition = null;
        }
    }

    private void take() {
        if (!sent.isGenuine(purpose())) {
            sent.refuse(visit.text("work.again"));
            return;
        }
        var by = user.require();
        switch (sent.getButton()) {
            case "dung-lai" -> {
                if (index.rebuild(by)) {
                    lead("#tien-do");
                } else {
                    sent.refuse(visit.text("index.busy"));
                }
            }
            case "thu-lai" -> {
                index.retry(by);
                lead("#cho-tim");
            }
            default -> sent.refuse(visit.text("work.again"));
        }
    }

    /** The page tells how it goes on by itself; loaded again, it must not do it again. @param part of the page */
    private void lead(String part) {
        sent.done("");
        Redirect.to(getAction() + part, FacesContext.getCurrentInstance());
    }

    public boolean isAllowed() {
        return condition != null;
    }

    public @Nullable Condition getCondition() {
        return condition;
    }

    /** Whether it is being built anew. */
    public boolean isRunning() {
        return condition != null && condition.progress().state() == IndexRebuild.State.RUNNING;
    }

    /** Whether it is known how much there is to build: not in its first moments. */
    public boolean isMeasured() {
        return condition != null && condition.progress().total() > 0;
    }

    /** When the index was built anew after it was last compared, in words: what the comparisons tell is of the one before. Else empty. */
    public String getOutdatedSince() {
        if (condition == null || condition.comparisons().isEmpty()) {
            return "";
        }
        var progress = condition.progress();
        var until = progress.until();
        return progress.state() == IndexRebuild.State.DONE
                        && until != null
                        && until.isAfter(condition.comparisons().get(0).at())
                ? visit.getWords().moment(until)
                : "";
    }

    /** How many are public now, and since when the index was not compared with them when they are more or fewer than then. */
    public String getNow() {
        if (condition == null) {
            return "";
        }
        var now = visit.say("index.now", publicNow);
        var last = condition.comparisons().stream().findFirst().orElse(null);
        return last == null || last.wanted() == publicNow
                ? now
                : now + " " + visit.say("index.now.since", visit.getWords().moment(last.at()));
    }

    /** How far the last rebuild is, or how it ended, in words. */
    public String getState() {
        if (condition == null) {
            return "";
        }
        var progress = condition.progress();
        var key = "index.state." + progress.state().code();
        var until = progress.until();
        return switch (progress.state()) {
            case IDLE -> visit.text(key);
            case RUNNING -> {
                var since = progress.since();
                var begun = since == null ? "" : visit.getWords().moment(since);
                yield isMeasured()
                        ? visit.say(key, progress.done(), progress.total()) + " " + visit.say("index.since", begun)
                        : visit.say("index.state.begins", begun);
            }
            case DONE ->
                visit.say(
                        key,
                        progress.total(),
                        until == null ? "" : visit.getWords().moment(until));
            case FAILED -> {
                var failure = progress.failure();
                yield failure == null ? "" : visit.say(key, visit.text("index.failure." + failure.code()));
            }
        };
    }

    public String getAction() {
        return visit.getAddress().toString();
    }

    public String getToken() {
        return sent.token(purpose());
    }

    private String purpose() {
        return FormTokens.ofDesk(user.require().name());
    }
}
