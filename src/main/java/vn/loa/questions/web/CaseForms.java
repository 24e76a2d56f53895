package vn.loa.questions.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.InvalidInput;
import vn.loa.common.PlainText;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.Visit;
import vn.loa.editorial.TransitionRefused;
import vn.loa.questions.HandleQuestion;
import vn.loa.questions.HandleQuestion.Read;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks.Kind;

/** Takes what the forms of one question send, and says what came of it. They are plain forms, which leave nothing in memory. */
@RequestScoped
public class CaseForms {
    @Inject
    private HandleQuestion handle;

    @Inject
    private PickFields picks;

    @Inject
    private FormTokens tokens;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    /**
     * What came of a form.
     *
     * @param text a sentence
     * @param field that is wrong, by its name in the form; empty when it is none
     * @param forbidden whether it was not theirs to ask for
     */
    public record Told(String text, boolean done, String field, boolean forbidden) {
        Told(String text, boolean done, String field) {
            this(text, done, field, false);
        }
    }

    String token() {
        return tokens.issue(purpose());
    }

    private String purpose() {
        return FormTokens.ofDesk(user.require().name());
    }

    Told take(long id) {
        if (!tokens.isGood(purpose(), request.getParameter(FormTokens.PARAMETER))) {
            return new Told(visit.text("work.again"), false, "");
        }
        var act = parameter("lam");
        try {
            return told(act, act(act, new Read(id, number("ban"))));
        } catch (InvalidInput wrong) {
            var violation = wrong.violations().get(0);
            return new Told(
                    visit.textOr(
                            "question.wrong." + act + "." + violation.field(), "question.wrong." + violation.field()),
                    false,
                    violation.field());
        } catch (TransitionRefused refused) {
            return new Told(visit.textOr("question.refused." + refused.reason().code(), "question.refused"), false, "");
        } catch (NotPermitted refused) {
            return new Told(visit.text("question.not-permitted"), false, "", true);
        }
    }

    private HandleQuestion.Result act(String act, Read read) {
        var by = user.require();
        var why = PlainText.lines(parameter("ly-do")).strip();
        return switch (act) {
            case "giao" ->
                handle.assign(
                        read,
                        picks.code(Kind.AGENCY, parameter("co-quan"), visit.getWords()),
                        day(),
                        PlainText.line(parameter("chu-de")),
                        picks.code(Kind.UNIT, parameter("dia-ban"), visit.getWords()),
                        by);
            case "tra-loi" ->
                handle.answer(
                        read,
                        PlainText.line(parameter("tieu-de")),
                        PlainText.lines(parameter("cau-hoi")).strip(),
                        PlainText.lines(parameter("tra-loi")).strip(),
                        by);
            case "tra-lai" -> handle.sendBack(read, why, by);
            case "dang" -> handle.publish(read, request.getParameter("da-xem") != null, by);
            case "go" -> handle.withdraw(read, why, by);
            case "dong" -> handle.close(read, why, by);
            case "mo-lai" -> handle.reopen(read, why, by);
            default -> throw InvalidInput.of("act", "is none");
        };
    }

    private Told told(String act, HandleQuestion.Result result) {
        return switch (result) {
            case DONE -> new Told(visit.text("question.done." + act), true, "");
            case STALE -> new Told(visit.text("question.stale"), false, "");
            case UNKNOWN -> new Told(visit.text("question.gone"), false, "");
        };
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(PlainText.line(parameter("han")));
        } catch (DateTimeParseException notADay) {
            throw InvalidInput.of("due", "is no day");
        }
    }

    private long number(String name) {
        var text = parameter(name);
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    /** Whether the form had this field, filled or not. */
    boolean has(String name) {
        return request.getParameter(name) != null;
    }

    String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
