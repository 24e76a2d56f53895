package vn.loa.catalog.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import vn.loa.common.Jsons;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks.Kind;

/** Takes what the form of a product sends by itself, as {@code …/{slug}}: its fields, and its token in a header. Answers JSON, with what people read. */
@WebServlet(Addresses.DRAFTS + "/*")
public class AutosaveServlet extends HttpServlet {
    private static final int TOO_LARGE = 413;
    private static final Pattern SLUG = Pattern.compile("/([a-z0-9-]{1,200})");
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Autosave autosave;

    @Inject
    private transient PickFields picks;

    @Inject
    private transient ProductForm form;

    @Inject
    private transient Visit visit;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var slug = SLUG.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!slug.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getContentLengthLong() > ContentDeeds.LARGEST) {
            // What nobody reads must not be taken for the next request.
            response.setHeader("Connection", "close");
            say(TOO_LARGE, visit.text("edit.large"), response);
        } else if (!form.isOurs(request.getHeader(DeskApiServlet.TOKEN))) {
            say(HttpServletResponse.SC_FORBIDDEN, visit.text("edit.auto.ended"), response);
        } else {
            var written = ContentForm.of(request, agency -> picks.code(Kind.AGENCY, agency, visit.getWords()));
            var outcome = autosave.save(slug.group(1), form.version(), written);
            write(outcome.status(), outcome.json().build().toString(), response);
        }
    }

    private static void say(int status, String said, HttpServletResponse response) throws IOException {
        write(status, Jsons.object().add("said", said).build().toString(), response);
    }

    private static void write(int status, String json, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
    }
}
