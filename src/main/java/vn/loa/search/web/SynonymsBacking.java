package vn.loa.search.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.SentOnce;
import vn.loa.common.web.Visit;
import vn.loa.search.EditSynonyms;
import vn.loa.search.EditSynonyms.Outcome;

/** Words that mean the same for search: {@code /quan-tri/tu-dong-nghia}. */
@Named
@RequestScoped
public class SynonymsBacking {
    private static final int UNPROCESSABLE = 422;

    @Inject
    private EditSynonyms synonyms;

    @Inject
    private SentOnce once;

    @Inject
    private FormTokens tokens;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    private List<EditSynonyms.Line> lines = List.of();
    private List<String> builtIn = List.of();
    private boolean allowed = true;
    private boolean done;
    private String told = "";

    /** Does what a form asks for, and reads the list. */
    public void begin() {
        try {
            if (request.getMethod().equals("POST")) {
                take();
            }
            lines = synonyms.all(user.require());
            builtIn = synonyms.builtIn(user.require());
        } catch (NotPermitted ofAPlace) {
            allowed = false;
        }
    }

    private void take() {
        if (!tokens.isGood(purpose(), request.getParameter(FormTokens.PARAMETER))) {
            refuse(visit.text("work.again"));
            return;
        }
        var by = user.require();
        var act = parameter("lam");
        var outcome = switch (act) {
            case "them" ->
                once.make(
                        by.name(),
                        () -> synonyms.add(parameter("tu"), by),
                        added -> added instanceof Outcome.Done ? Optional.of("") : Optional.empty(),
                        before -> new Outcome.Done(),
                        () -> new Outcome.Wrong(List.of("sent-already")));
            case "sua" -> synonyms.rewrite(number("so"), number("ban"), parameter("tu"), by);
            case "bo" -> synonyms.remove(number("so"), number("ban"), by);
            default -> new Outcome.Stale();
        };
        if (outcome instanceof Outcome.Wrong wrong) {
            refuse(wrong.faults().stream()
                    .map(fault -> visit.text("synonyms.wrong." + fault))
                    .collect(Collectors.joining(" ")));
        } else if (outcome instanceof Outcome.Stale) {
            refuse(visit.text("synonyms.stale"));
        } else {
            done = true;
            told = visit.text("synonyms.done." + act);
        }
    }

    private void refuse(String why) {
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(UNPROCESSABLE);
        told = why;
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private long number(String name) {
        return parameter(name).matches("[0-9]{1,18}") ? Long.parseLong(parameter(name)) : -1;
    }

    private String purpose() {
        return FormTokens.ofDesk(user.require().name());
    }

    public List<EditSynonyms.Line> getLines() {
        return lines;
    }

    /** What comes with the portal. */
    public List<String> getBuiltIn() {
        return builtIn;
    }

    /** Whether it is theirs: words hold for the whole province. */
    public boolean isAllowed() {
        return allowed;
    }

    /** What came of a form; empty when none was sent. */
    public String getTold() {
        return told;
    }

    public boolean isDone() {
        return done;
    }

    /** What was written for a new group and not taken. */
    public String getTyped() {
        return !done && parameter("lam").equals("them") ? parameter("tu") : "";
    }

    /** What a line holds: what was written and not taken, else what there is. */
    public String words(EditSynonyms.Line line) {
        return !done && parameter("lam").equals("sua") && number("so") == line.id() ? parameter("tu") : line.terms();
    }

    public String getAction() {
        return visit.getAddress().toString();
    }

    public String getToken() {
        return tokens.issue(purpose());
    }
}
