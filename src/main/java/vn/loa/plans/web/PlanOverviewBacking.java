package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.common.web.Visit;
import vn.loa.plans.PlanResult;
import vn.loa.plans.web.PlanOverview.Line;
import vn.loa.plans.web.PlanOverview.Part;
import vn.loa.plans.web.PlanProblems.Problem;

/** The way around the form of a plan: its parts with what is to do in each, and its rows, folded to a line unless somebody is at work on them. */
@Named("planOverview")
@RequestScoped
public class PlanOverviewBacking {
    @Inject
    private PlanInWords words;

    @Inject
    private PlanWorkBacking page;

    @Inject
    private PlanSelections selections;

    @Inject
    private Visit visit;

    private @Nullable PlanOverview overview;
    private @Nullable PlanForm saved;
    private @Nullable List<Part> parts;
    private final Map<String, Line> lines = new HashMap<>();

    private PlanOverview overview() {
        if (overview == null) {
            var genres = selections.getGenres().stream()
                    .collect(Collectors.toMap(PlanSelections.Option::value, PlanSelections.Option::text));
            overview = new PlanOverview(
                    page.getForm(),
                    page.getProblems().stream().map(Problem::path).collect(Collectors.toSet()),
                    page.getAllFound(),
                    code -> genres.getOrDefault(code, code),
                    words::languages,
                    visit);
        }
        return overview;
    }

    /** In the order of the page. */
    public List<Part> getParts() {
        if (parts == null) {
            parts = overview().parts();
        }
        return parts;
    }

    /** A row in one line. */
    public Line line(String list, int number) {
        return lines.computeIfAbsent(list + number, place -> overview().line(list, number));
    }

    /** Whether a row stands open: something is wrong with it, or it is being written. */
    public boolean isOpen(String list, int number) {
        var line = line(list, number);
        return line.wrong() || line.text().isEmpty() || page.isUnsaved() && isBeingWritten(list, number);
    }

    private boolean isBeingWritten(String list, int number) {
        if (saved == null) {
            saved = page.getPlan() == null ? new PlanForm() : PlanForm.of(page.getPlan());
        }
        return PlanOverview.isBeingWritten(page.getForm(), saved, list, number);
    }

    /** What has come of a promise so far; empty while nothing can have. */
    public String progress(String list, Map<String, String> row) {
        return page.getResults().stream()
                .filter(result -> list.equals(PlanForm.PROMISES) && result.key().equals(row.get("id")))
                .map(this::progress)
                .findFirst()
                .orElse("");
    }

    private String progress(PlanResult result) {
        var progress = result.progress();
        var promised = progress.promised();
        var done = promised == null || result.printed()
                ? visit.say("plan.results.published.open", progress.published())
                : visit.say("plan.work.published", progress.published(), promised);
        return progress.overdue() ? done + " · " + visit.text("plan.deliverable.late") : done;
    }
}
