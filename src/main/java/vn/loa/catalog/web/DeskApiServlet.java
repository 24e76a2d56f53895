package vn.loa.catalog.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Api;
import vn.loa.common.web.Problem;

/**
 * The part of the API that scripts of the back office use, at an address of the back office: there people are known by their cookie, which the API itself
 * never looks at. Whatever changes something must show the token of a page of ours in {@code X-Form-Token}, which no other site can read or send. The
 * answers are those of the API; {@code X-Form-Token: stale} marks a refusal after which a page that is loaded anew has a good one.
 */
@WebServlet(Addresses.DESK_API + "/*")
public class DeskApiServlet extends HttpServlet {
    static final String TOKEN = "X-Form-Token";

    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** Only what the desk asks for: nothing else becomes reachable by a cookie. */
    private static final Pattern OPEN = Pattern.compile(
            "/uploads(/[0-9a-f]{32})?|/products/[a-z0-9-]{1,200}/(tracks(/[0-9]{1,18}/processing)?|recognition)");

    @Inject
    private transient ProductForm form;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var path = request.getPathInfo();
        if (path == null || !OPEN.matcher(path).matches()) {
            refuse(HttpServletResponse.SC_NOT_FOUND, "Nothing of the API is here", response);
        } else if (!READING.contains(request.getMethod()) && !form.isOurs(request.getHeader(TOKEN))) {
            response.setHeader(TOKEN, "stale");
            refuse(HttpServletResponse.SC_FORBIDDEN, "Send the token of a page of the back office", response);
        } else {
            request.getRequestDispatcher(Api.PATH + path).forward(request, response);
        }
    }

    private static void refuse(int status, String why, HttpServletResponse response) throws IOException {
        // A body that nobody reads must not be taken for the next request.
        response.setHeader("Connection", "close");
        response.setStatus(status);
        response.setContentType(Problem.TYPE.toString());
        response.getOutputStream().write(Problem.text(status, why).getBytes(StandardCharsets.UTF_8));
    }
}
