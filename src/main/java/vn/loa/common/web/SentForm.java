package vn.loa.common.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.PlainText;

/**
 * The plain form that this request has sent to a page of the back office, and what came of it. A form that was not taken is answered with 422, and its page
 * shows again what was written.
 */
@Named("sent")
@RequestScoped
public class SentForm {
    /** The field of something secret that is kept: no page shows it again. */
    public static final String SECRET = "bi-mat";

    private static final int UNPROCESSABLE = 422;

    /** In the address of a page: what the form has done that has led to it, with a seal, since an address may come from anybody. */
    private static final String LED = "bao";

    /** Who opens the address later has not just done it. */
    private static final Duration JUST_NOW = Duration.ofMinutes(10);

    @Inject
    private FormTokens tokens;

    @Inject
    private HttpServletRequest request;

    private final Map<String, String> faults = new LinkedHashMap<>();
    private String told = "";
    private boolean done;

    /** Whether there is one. */
    public boolean isSent() {
        return request.getMethod().equals("POST");
    }

    /** Whether it was made by us, for this purpose, and not too long ago. @param purpose as for {@link #token} */
    public boolean isGenuine(String purpose) {
        return tokens.isGood(purpose, request.getParameter(FormTokens.PARAMETER));
    }

    /** What a form of this page carries. @param purpose {@link FormTokens#ofDesk} of whoever is shown it */
    public String token(String purpose) {
        return tokens.issue(purpose);
    }

    /** What was written into a field, as it came; empty when there is none. */
    public String text(String name) {
        return isSent() ? Objects.requireNonNullElse(request.getParameter(name), "") : "";
    }

    /** Whether the form had this field, filled or not. */
    public boolean has(String name) {
        return isSent() && request.getParameter(name) != null;
    }

    /** What was written into a field, as one line of plain text. */
    public String line(String name) {
        return PlainText.line(text(name));
    }

    /** All that was chosen in fields of one name. */
    public List<String> all(String name) {
        var values = isSent() ? request.getParameterValues(name) : null;
        return values == null ? List.of() : Stream.of(values).toList();
    }

    /** What was written, if this form was sent by that button and not taken; else what there is. */
    public String kept(String button, String name, String otherwise) {
        return isRefused(button) ? text(name) : otherwise;
    }

    /** Whether what this button sent was not taken. */
    public boolean isRefused(String button) {
        return isSent() && !done && getButton().equals(button);
    }

    /** A number from 0; -1 when the field holds none. */
    public long number(String name) {
        return text(name).matches("[0-9]{1,18}") ? Long.parseLong(text(name)) : -1;
    }

    /** Which button has sent it. */
    public String getButton() {
        return text("lam");
    }

    /** What it asked for is done. @param what in words */
    public void done(String what) {
        done = true;
        told = what;
    }

    /**
     * What it asked for is done, and the page to which the browser is led tells it: who reloads that, or goes back, sends nothing again.
     *
     * @param what in words
     * @param address path and query of the page, encoded
     */
    public void lead(String what, String address) {
        done(what);
        var said = Base64.getUrlEncoder().withoutPadding().encodeToString(what.getBytes(StandardCharsets.UTF_8));
        Redirect.to(
                address + (address.contains("?") ? "&" : "?") + LED + "=" + said + "~" + tokens.issue(purpose(said)),
                FacesContext.getCurrentInstance());
    }

    private static String purpose(String said) {
        return LED + " " + said;
    }

    /** What a form has just done that has led to this page; empty when none has. */
    private String led() {
        var parts = isSent()
                ? new String[0]
                : Objects.requireNonNullElse(request.getParameter(LED), "").split("~", 2);
        return parts.length == 2 && tokens.isFresh(purpose(parts[0]), parts[1], JUST_NOW)
                ? new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8)
                : "";
    }

    /** Nothing is done. @param why in words, with what can be done about it */
    public void refuse(String why) {
        refuse(why, UNPROCESSABLE);
    }

    /**
     * Nothing is done for what fields hold.
     *
     * @param why in words, before what is said of each field
     * @param wrong what is wrong in fields, by their id in the order of the page; the first is where who sent it goes on
     */
    public void refuse(String why, Map<String, String> wrong) {
        refuse(why);
        faults.putAll(wrong);
    }

    /** Nothing is done, for it is not theirs to do. @param why in words */
    public void forbid(String why) {
        refuse(why, HttpServletResponse.SC_FORBIDDEN);
    }

    private void refuse(String why, int status) {
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(status);
        done = false;
        told = why;
    }

    /** What came of it; empty while nothing has. */
    public String getTold() {
        return told.isEmpty() ? led() : told;
    }

    public boolean isDone() {
        return done || told.isEmpty() && !led().isEmpty();
    }

    /** What is wrong in a field. */
    public record Fault(String field, String why) {}

    /** What is wrong in fields, in the order of the page. */
    public List<Fault> getFaults() {
        return faults.entrySet().stream()
                .map(fault -> new Fault(fault.getKey(), fault.getValue()))
                .toList();
    }

    /** What is wrong in a field; empty when nothing is. */
    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }

    /** For {@code aria-invalid}. */
    public @Nullable String invalid(String field) {
        return faults.containsKey(field) ? "true" : null;
    }

    /** For {@code autofocus}: of the first field in which something is wrong. */
    public @Nullable String focus(String field) {
        return faults.keySet().stream().findFirst().filter(field::equals).isPresent() ? "autofocus" : null;
    }

    /** For {@code aria-describedby}: what is wrong, and what else says how the field is filled. @param also ids; may be empty */
    public @Nullable String describedBy(String field, String also) {
        var ids = (faults.containsKey(field) ? field + "-sai " : "") + also;
        return ids.isBlank() ? null : ids.strip();
    }
}
