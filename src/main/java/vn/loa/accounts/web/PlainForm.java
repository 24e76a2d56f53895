package vn.loa.accounts.web;

import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.Visit;

/** What the backings of plain forms have in common: their fields are parameters, their state is nothing but what was sent. */
abstract class PlainForm {
    static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    @Inject
    private FormTokens tokens;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    private String problem = "";

    /** Names the form in its token, and whom it is for if it is for somebody. */
    abstract String purpose();

    Visit visit() {
        return visit;
    }

    HttpServletRequest request() {
        return request;
    }

    /** Whether something was sent. */
    boolean isSent() {
        return request.getMethod().equals("POST");
    }

    /** Whether it comes from a form that was made not too long ago. */
    boolean isFresh() {
        return tokens.isGood(purpose(), request.getParameter(FormTokens.PARAMETER));
    }

    /** What was sent as a parameter; empty when nothing was. */
    String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }

    /** Answers that what was sent cannot be taken, and why. */
    void refuse(String why) {
        refuse(UNPROCESSABLE, why);
    }

    void refuse(int status, String why) {
        response().setStatus(status);
        problem = why;
    }

    /** Answers that something was tried too often. */
    void refuse(Duration pause) {
        var rounded = pause.plusSeconds(1);
        response().setHeader("Retry-After", String.valueOf(rounded.toSeconds()));
        refuse(TOO_MANY, visit.say("sign-in.throttled", visit.getWords().duration(rounded)));
    }

    /** Why what was sent was not taken; empty when nothing was wrong. */
    public String getProblem() {
        return problem;
    }

    /** For the form, which comes back here. */
    public String getAction() {
        return visit.getAddress().toString();
    }

    public String getToken() {
        return tokens.issue(purpose());
    }
}
