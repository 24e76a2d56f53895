package vn.loa.taxonomy.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import vn.loa.common.Jsons;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks.Kind;

/** Offers the scripts of the back office names of units, agencies and plans for what is typed: {@code /quan-tri/chon/unit?q=quang+trung} is answered with an array of texts. */
@WebServlet(Addresses.PICKS + "/*")
public class PickServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;
    private static final Map<String, Kind> KINDS =
            Map.of("/unit", Kind.UNIT, "/agency", Kind.AGENCY, "/any-agency", Kind.ANY_AGENCY, "/plan", Kind.PLAN);

    @Inject
    private transient PickFields fields;

    @Inject
    private transient Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var kind = KINDS.get(Objects.requireNonNullElse(request.getPathInfo(), ""));
        if (kind == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var words = Objects.requireNonNullElse(request.getParameter("q"), "");
        var found = PickFields.texts(
                fields.find(kind, words.substring(0, Math.min(words.length(), LONGEST))), visit.getWords());
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "private, no-store");
        response.getOutputStream().write(Jsons.array(found).build().toString().getBytes(StandardCharsets.UTF_8));
    }
}
