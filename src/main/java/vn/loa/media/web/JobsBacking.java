package vn.loa.media.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.Page;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.Paging;
import vn.loa.common.web.SentForm;
import vn.loa.common.web.Visit;
import vn.loa.media.processing.JobList;
import vn.loa.media.processing.JobList.Line;
import vn.loa.media.processing.JobList.Retry;

/** What is being made of files, and what came of it: {@code /quan-tri/cong-viec}. */
@Named
@RequestScoped
public class JobsBacking {
    private static final int SIZE = 50;
    private static final String STATE = "trang-thai";

    @Inject
    private JobList jobs;

    @Inject
    private SentForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private Page<Line> lines = Page.empty(1, SIZE);
    private Paging paging = Paging.none();
    private Map<String, Long> counts = Map.of();
    private boolean allowed = true;

    /** A state to narrow the list to, or the way back to all. */
    public record Link(String text, long count, String url, boolean current) {}

    /** Does what a form asks for, and reads the list. */
    public void begin() {
        try {
            if (sent.isSent()) {
                take();
            }
            var by = user.require();
            counts = jobs.counts(by);
            lines = jobs.page(visit.parameter(STATE), Paging.number(visit.parameter(Paging.PARAMETER)), SIZE, by);
            paging = Paging.of(lines, visit.getAddress());
        } catch (NotPermitted ofAPlace) {
            allowed = false;
        }
    }

    private void take() {
        if (!sent.isGenuine(purpose())) {
            sent.refuse(visit.text("work.again"));
        } else if (jobs.retry(sent.number("so"), user.require()) == Retry.BEGUN) {
            sent.done(visit.text("jobs.retried"));
        } else {
            sent.refuse(visit.text("jobs.stale"));
        }
    }

    public boolean isAllowed() {
        return allowed;
    }

    public Page<Line> getLines() {
        return lines;
    }

    /** A file with what is made of it, as far as this page shows it, in the order in which that is done. */
    public record FileJobs(Line first, List<Line> jobs) {
        public FileJobs {
            jobs = List.copyOf(jobs);
        }
    }

    /** The files of this page, the newest first. */
    public List<FileJobs> getFiles() {
        var files = new LinkedHashMap<Long, List<Line>>();
        lines.items()
                .forEach(line -> files.computeIfAbsent(line.asset(), none -> new ArrayList<>())
                        .add(0, line));
        return files.values().stream()
                .map(jobs -> new FileJobs(jobs.get(0), jobs))
                .toList();
    }

    /** Their ids. */
    public List<Long> getAssets() {
        return lines.items().stream().map(Line::asset).distinct().toList();
    }

    /** Whether some of these are not at their end, so that the page soon says otherwise. */
    public boolean isRunning() {
        return lines.items().stream().anyMatch(line -> line.finishedAt() == null);
    }

    public Paging getPaging() {
        return paging;
    }

    public List<Link> getStates() {
        var bare = visit.getAddress().without(Paging.PARAMETER).without(STATE);
        var chosen = visit.parameter(STATE);
        var links = new ArrayList<Link>();
        links.add(new Link(
                visit.text("work.all"),
                counts.values().stream().mapToLong(Long::longValue).sum(),
                bare.toString(),
                !JobList.states().contains(chosen)));
        JobList.states()
                .forEach(state -> links.add(new Link(
                        visit.text("jobs.state." + state),
                        counts.getOrDefault(state, 0L),
                        bare.with(STATE, state).toString(),
                        state.equals(chosen))));
        return links;
    }

    /** Why a job came to nothing, in words; null when it did not. */
    public @Nullable String trouble(Line line) {
        var reason = line.reason();
        var known = "media.trouble." + reason;
        if (reason == null || line.finishedAt() != null) {
            return reason == null ? null : visit.textOr(known, "media.trouble.failed");
        }
        // It has failed as often as it was tried, but is not given up.
        var again = "media.trouble.again." + reason;
        return visit.textOr(again, visit.textOr(known, "").isEmpty() ? "media.trouble.again.failed" : known);
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
