package vn.loa.questions.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.Role;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Visit;
import vn.loa.questions.HandleQuestion;
import vn.loa.questions.OfficeQuestions;
import vn.loa.questions.QuestionCase;
import vn.loa.questions.QuestionSettings;
import vn.loa.taxonomy.Taxonomies;

/** One question for those who answer: {@code /quan-tri/hoi-dap/{id}}. */
@Named
@RequestScoped
public class CaseBacking {
    private static final int UNPROCESSABLE = 422;
    private static final String SEE_CONTACT = "lien-he";

    @Inject
    private OfficeQuestions questions;

    @Inject
    private HandleQuestion handle;

    @Inject
    private CaseForms forms;

    @Inject
    private QuestionSettings settings;

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private @Nullable QuestionCase question;
    private CaseForms.@Nullable Told told;
    private String contact = "";
    private List<Taxonomies.Item> topics = List.of();

    /** Does what a form asks for, and reads the question. */
    public void begin() {
        var by = user.require();
        var id = visit.route("id").matches("[0-9]{1,18}") ? Long.parseLong(visit.route("id")) : -1;
        question = questions.find(id, by).orElse(null);
        if (question == null) {
            absence.unknown();
            return;
        }
        if (request.getMethod().equals("POST")) {
            if (forms.parameter("lam").equals(SEE_CONTACT)) {
                contact = isKeeper() ? handle.contact(id, by).orElse("") : "";
            } else {
                take(id);
            }
        }
        if (isEditor()) {
            topics = taxonomies.topics();
        }
    }

    private void take(long id) {
        var answer = forms.take(id);
        told = answer;
        if (!answer.done()) {
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .setResponseStatus(answer.forbidden() ? HttpServletResponse.SC_FORBIDDEN : UNPROCESSABLE);
        }
        // What was done may have given it to others.
        questions.find(id, user.require()).ifPresent(now -> question = now);
    }

    public boolean isThere() {
        return question != null;
    }

    public QuestionCase getQuestion() {
        return Objects.requireNonNull(question, "there is no such question");
    }

    /** What came of a form; null when none was sent. */
    public CaseForms.@Nullable Told getTold() {
        return told;
    }

    public boolean isEditor() {
        return user.require().is(Role.EDITOR);
    }

    public boolean isPublisher() {
        return user.require().is(Role.PUBLISHER);
    }

    /** Those who may learn how to reach a sender, and close a question. */
    public boolean isKeeper() {
        return isEditor() || isPublisher();
    }

    /** How to reach the sender, for who has just asked; empty before. */
    public String getContact() {
        return contact;
    }

    public List<Taxonomies.Item> getTopics() {
        return topics;
    }

    /** The version that forms are about. */
    public long getVersion() {
        return getQuestion().version();
    }

    /** The last day that is offered: what is set, or what the settings say. */
    public LocalDate getDue() {
        var set = getQuestion().due();
        var usual = LocalDate.now(clock).plusDays(settings.dueDays());
        return set == null || set.isBefore(LocalDate.now(clock)) ? usual : set;
    }

    /** What was typed into a field and not taken, else what is there. */
    public String typed(String field, String current) {
        var answer = told;
        return answer != null && !answer.done() && forms.has(field) ? forms.parameter(field) : current;
    }

    /** The reason that was written for what this button asks, and not taken. */
    public String reason(String button) {
        return forms.parameter("lam").equals(button) ? typed("ly-do", "") : "";
    }

    /** What an answer begins with: the words as they came. */
    public String getAsked() {
        return getQuestion().asked().isEmpty()
                ? getQuestion().text()
                : getQuestion().asked();
    }

    public String getAction() {
        return visit.getAddress().toString();
    }

    public String getToken() {
        return forms.token();
    }

    /** What somebody did, in words. */
    public String deed(String action) {
        return visit.textOr("question.deed." + action, "deed.other");
    }

    /** Who did it: the name of an account, or what acts without one. */
    public String who(String name) {
        return switch (name) {
            case "citizen" -> visit.text("question.who.citizen");
            case "sample-content", "retention" -> visit.text("desk.portal");
            default -> name;
        };
    }
}
