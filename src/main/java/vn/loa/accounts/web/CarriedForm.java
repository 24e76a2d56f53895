package vn.loa.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.OfficeRoutes;
import vn.loa.common.web.SentForm;

/**
 * What somebody has sent whose sign-in had ended: the page for signing in carries it along, unseen, until they have it back in the page of which it is. The portal
 * keeps nothing of it. Only forms are carried that bear the token of one person ({@link FormTokens#ofDesk}), who alone gets them back; files are not.
 */
@Named("carried")
@RequestScoped
public class CarriedForm {
    /** Request attribute of a form that the gate has not let in. */
    private static final String OFFERED = CarriedForm.class.getName();

    /** Before the names of its fields, among those of the page for signing in. */
    private static final String PREFIX = "giu.";

    /** In bytes: with what is added to it, it must still be read by the container. */
    private static final int LARGEST = 1_500_000;

    /** What the address says already, and what no page shows again. */
    private static final Set<String> LEFT_OUT = Set.of("hl", Addresses.NOTICE, SentForm.SECRET);

    @Inject
    private FormTokens tokens;

    @Inject
    private HttpServletRequest request;

    /** A field with one of its values. */
    public record Field(String name, String value) {}

    /** Offers the form of this request to be carried, if it can be, and a browser shows the answer: scripts keep what they send. @param path of the page */
    static boolean offer(HttpServletRequest request, String path) {
        var isCarried = request.getMethod().equals("POST")
                && (path.equals(Addresses.DESK) || path.startsWith(Addresses.DESK + "/"))
                && OfficeRoutes.isPage(path)
                && Objects.requireNonNullElse(request.getHeader("Accept"), "").contains("text/html")
                && Objects.requireNonNullElse(request.getContentType(), "")
                        .startsWith("application/x-www-form-urlencoded")
                && request.getContentLengthLong() <= LARGEST
                && request.getParameter(FormTokens.PARAMETER) != null;
        if (isCarried) {
            request.setAttribute(OFFERED, Boolean.TRUE);
        }
        return isCarried;
    }

    /** Whether this request has sent it, and nothing for signing in. */
    boolean isOffered() {
        return request.getAttribute(OFFERED) != null;
    }

    /** Whether a form of theirs is carried. @param username name of an account */
    boolean isOf(String username) {
        return getFields().stream()
                .filter(field -> field.name().equals(FormTokens.PARAMETER))
                .anyMatch(field -> tokens.isMadeFor(FormTokens.ofDesk(username), field.value()));
    }

    /** All of it; none when nothing is carried. */
    public List<Field> getFields() {
        return request.getParameterMap().entrySet().stream()
                .filter(entry -> isOffered()
                        ? !LEFT_OUT.contains(entry.getKey())
                        : entry.getKey().startsWith(PREFIX))
                .flatMap(entry -> Stream.of(entry.getValue())
                        .map(value -> new Field(
                                isOffered() ? entry.getKey() : entry.getKey().substring(PREFIX.length()), value)))
                .toList();
    }

    /** What is sent back to the page: without the token, so that nothing is done before its sender has seen it again. */
    public List<Field> getGiven() {
        return getFields().stream()
                .filter(field -> !field.name().equals(FormTokens.PARAMETER))
                .toList();
    }
}
