package vn.loa.questions.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Network;
import vn.loa.common.Messages;
import vn.loa.common.PlainText;
import vn.loa.common.Texts;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.ClientAddress;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.SameOrigin;
import vn.loa.common.web.Visit;
import vn.loa.questions.FollowQuestion;
import vn.loa.questions.QuestionThrottle;

/**
 * Where citizens follow a question, and take it back: {@code /hoi-dap/tra-cuu}. A code that there is not is answered like one that there was. Both
 * forms post, because a code opens what only its sender may see, and addresses stay in the histories of shared phones; links with a code
 * ({@code ?ma=}) are taken where somebody kept one.
 */
@Named
@RequestScoped
public class FollowBacking {
    private static final String CODE = "ma";
    private static final String PURPOSE = "take-back";
    private static final int LONGEST = 60;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    @Inject
    private FollowQuestion follow;

    @Inject
    private QuestionThrottle throttle;

    @Inject
    private FormTokens tokens;

    @Inject
    private SameOrigin origin;

    @Inject
    private ClientAddress client;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    private String code = "";
    private String problem = "";
    private boolean takenBack;
    private FollowQuestion.@Nullable Progress progress;

    /** Looks for what the code stands for, and does what the form asks. */
    public void begin() {
        var faces = FacesContext.getCurrentInstance().getExternalContext();
        var isForm = request.getMethod().equals("POST");
        var typed = PlainText.line(
                isForm ? Objects.requireNonNullElse(request.getParameter(CODE), "") : visit.parameter(CODE));
        var takesBack = isForm && request.getParameter(FormTokens.PARAMETER) != null;
        code = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        if (code.isEmpty()) {
            return;
        }
        var from = Network.of(client.of(request));
        var pause = throttle.follow(from);
        if (pause.isPresent()) {
            faces.setResponseHeader("Retry-After", String.valueOf(pause.get().toSeconds() + 1));
            refuse(faces, TOO_MANY, visit.say("follow.wait", pause.get().toSeconds() + 1));
            return;
        }
        var found = takesBack ? takeBack(faces) : follow.find(code);
        if (found.isPresent() || takenBack) {
            throttle.known(from);
            progress = found.orElse(null);
        } else if (problem.isEmpty()) {
            refuse(faces, NOT_FOUND, visit.text("follow.unknown"));
        }
    }

    private Optional<FollowQuestion.Progress> takeBack(ExternalContext faces) {
        if (!origin.isKept(request) || !tokens.isGood(PURPOSE, request.getParameter(FormTokens.PARAMETER))) {
            refuse(faces, UNPROCESSABLE, visit.text("follow.again"));
            return follow.find(code);
        }
        if (request.getParameter("chac") == null) {
            refuse(faces, UNPROCESSABLE, visit.text("follow.sure"));
            return follow.find(code);
        }
        // Pages and those in office are told in the language of the portal, whatever the sender's.
        takenBack = follow.takeBack(code, Messages.in(Texts.FALLBACK).text("question.taken-back"));
        return Optional.empty();
    }

    private void refuse(ExternalContext faces, int status, String why) {
        faces.setResponseStatus(status);
        problem = why;
    }

    /** As it was typed. */
    public String getCode() {
        return code;
    }

    public String getProblem() {
        return problem;
    }

    /** Null when there is none, or none was looked for. */
    public FollowQuestion.@Nullable Progress getProgress() {
        return progress;
    }

    /** Whether it has just been taken back. */
    public boolean isTakenBack() {
        return takenBack;
    }

    /** For forms, which come back here. */
    public String getAction() {
        return visit.href(Addresses.FOLLOW);
    }

    public String getToken() {
        return tokens.issue(PURPOSE);
    }
}
