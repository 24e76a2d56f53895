package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.catalog.History;
import vn.loa.catalog.RestoreEdition;
import vn.loa.catalog.WorkContents;
import vn.loa.common.InvalidInput;
import vn.loa.common.Overtaking;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.Visit;
import vn.loa.editorial.TransitionRefused;

/** What was saved of a product, how one state of it became another, and the way back: {@code /quan-tri/san-pham/{slug}/lich-su}. */
@Named
@RequestScoped
public class WorkHistoryBacking {
    private static final int UNPROCESSABLE = 422;

    @Inject
    private WorkContents contents;

    @Inject
    private ContentComparisons comparing;

    @Inject
    private RestoreEdition restore;

    @Inject
    private ProductForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    @Inject
    private HttpServletRequest request;

    private @Nullable History history;
    private String from = "";
    private String to = "";
    private List<ContentComparisons.Change> changes = List.of();
    private final Map<Long, String> written = new HashMap<>();
    private String problem = "";

    /** Does what a form asks for, and reads the page. */
    public void begin() {
        var by = user.require();
        if (request.getMethod().equals("POST") && restored()) {
            return;
        }
        history = contents.history(slug(), Paging.number(visit.parameter(Paging.PARAMETER)), by)
                .orElse(null);
        if (history == null) {
            absence.unknown();
            return;
        }
        choose(history);
        var names = comparing.names(history.saved().stream()
                .map(saved -> ContentForm.of(saved.content()))
                .toList());
        for (var i = 0; i < names.size(); i++) {
            written.put(history.saved().get(i).id(), String.join(", ", names.get(i)));
        }
        var before = contents.state(slug(), from, by).map(ContentForm::of);
        var after = contents.state(slug(), to, by).map(ContentForm::of);
        if (before.isPresent() && after.isPresent()) {
            changes = comparing.between(before.get(), after.get());
        }
    }

    /** Without any other choice: what was saved last, with what was saved before. */
    private void choose(History found) {
        from = visit.parameter("tu");
        to = visit.parameter("den");
        if (to.isEmpty()) {
            to = WorkContents.NOW;
        }
        if (from.isEmpty()) {
            from = found.saved().size() > 1
                    ? String.valueOf(found.saved().get(1).id())
                    : found.published() > 0 ? WorkContents.PUBLISHED : WorkContents.NOW;
        }
    }

    /** Whether the page is done with it. */
    private boolean restored() {
        if (!sent.isOurs()) {
            return refused(visit.text("working.again"));
        }
        var number = sent.parameter("ban");
        if (!sent.parameter("lam").equals("khoi-phuc") || !number.matches("[0-9]{1,18}")) {
            return refused(visit.text("working.unknown"));
        }
        try {
            var seen = sent.version();
            var why = WorkProblems.of(
                    visit, restore.restore(slug(), Long.parseLong(number), version -> version == seen, user.require()));
            if (why != null) {
                return refused(why);
            }
            Redirect.to(
                    visit.link(Address.of(Addresses.WORK_LIST + "/" + slug()).with(Addresses.NOTICE, "da-khoi-phuc")),
                    FacesContext.getCurrentInstance());
            return true;
        } catch (TransitionRefused refused) {
            return refused(visit.text("edit.no-draft"));
        } catch (NotPermitted beyond) {
            return refused(visit.text("working.refused.not-permitted"), HttpServletResponse.SC_FORBIDDEN);
        } catch (InvalidInput wrong) {
            return refused(WorkProblems.of(visit, wrong.violations().get(0)));
        } catch (RuntimeException failure) {
            if (!Overtaking.explains(failure)) {
                throw failure;
            }
            return refused(visit.text("working.stale"));
        }
    }

    private boolean refused(String why) {
        return refused(why, UNPROCESSABLE);
    }

    private boolean refused(String why, int status) {
        problem = why;
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(status);
        return false;
    }

    private String slug() {
        return visit.route("slug");
    }

    public @Nullable History getHistory() {
        return history;
    }

    /** Something that can be compared. @param value as addresses have it */
    public record State(String value, String label) {}

    /** All that can be compared on this page. */
    public List<State> getStates() {
        var found = Objects.requireNonNull(history, "the page has a history");
        var states = new ArrayList<State>();
        states.add(new State(WorkContents.NOW, visit.text("history.now")));
        if (found.published() > 0) {
            states.add(new State(
                    WorkContents.PUBLISHED,
                    visit.text(found.online() ? "history.published" : "history.last-published")));
        }
        found.saved().forEach(saved -> states.add(new State(String.valueOf(saved.id()), label(saved))));
        Stream.of(from, to)
                .filter(chosen ->
                        states.stream().noneMatch(state -> state.value().equals(chosen)))
                .distinct()
                .forEach(chosen -> states.add(new State(chosen, visit.text("history.older"))));
        return states;
    }

    /** When something was saved, and by whom. */
    public String label(History.Saved saved) {
        var who = saved.who() == null ? visit.text("desk.portal") : saved.who();
        return visit.getWords().exactMoment(saved.at()) + " · " + who;
    }

    /** What was written then, by the names of the fields; empty when that is not known. */
    public String written(History.Saved saved) {
        return written.getOrDefault(saved.id(), "");
    }

    public String getFrom() {
        return from;
    }

    public String getTo() {
        return to;
    }

    /** Whether what is compared from is something that was saved, and not what stands now. */
    public boolean isRestorable() {
        return from.matches("[0-9]{1,18}") && !changes.isEmpty() && to.equals(WorkContents.NOW);
    }

    public List<ContentComparisons.Change> getChanges() {
        return changes;
    }

    public String getProblem() {
        return problem;
    }

    public String getToken() {
        return sent.token();
    }

    public String getAction() {
        return visit.link(visit.getAddress().without(Addresses.NOTICE));
    }

    public String getBack() {
        return visit.href(Addresses.WORK_LIST + "/" + slug());
    }

    /** This page with something compared with what it says now. */
    public String since(long edition) {
        return visit.link(
                Address.of(Addresses.WORK_LIST + "/" + slug() + "/lich-su").with("tu", String.valueOf(edition)));
    }

    /** The page with what was saved before these; null when there is nothing. */
    public @Nullable String getOlder() {
        return history != null && history.more()
                ? visit.link(Address.of(Addresses.WORK_LIST + "/" + slug() + "/lich-su")
                        .with(Paging.PARAMETER, String.valueOf(Paging.number(visit.parameter(Paging.PARAMETER)) + 1)))
                : null;
    }
}
