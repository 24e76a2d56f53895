package vn.loa.administration.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Objects;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.administration.EditOutcome;
import vn.loa.administration.ImportUnits;
import vn.loa.common.PlainText;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.Redirect;

/** Takes a table of units from the form of its page, and leads back there, where it is checked. The gate before it has seen who sends it. */
@WebServlet(Addresses.UNIT_FILE)
@MultipartConfig(maxFileSize = ImportUnits.MOST_BYTES, maxRequestSize = ImportUnits.MOST_BYTES + (64 << 10))
public class UnitFileServlet extends HttpServlet {
    static final String PAGE = "/quan-tri/dia-ban";
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ImportUnits units;

    @Inject
    private transient FormTokens tokens;

    @Inject
    private transient CurrentUser user;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > ImportUnits.MOST_BYTES) {
            // What nobody reads must not be taken for the next request.
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        try {
            Redirect.to(address(request, take(request)), response);
        } catch (IllegalStateException tooLarge) {
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } catch (NotPermitted ofAPlace) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** What the page says of it; empty when all went well. */
    private String take(HttpServletRequest request) throws IOException, ServletException {
        if (!tokens.isGood(FormTokens.ofDesk(user.require().name()), request.getParameter(FormTokens.PARAMETER))) {
            return "het-han";
        }
        var part = request.getPart("tep");
        if (part == null || part.getSize() == 0) {
            return "khong-tep";
        }
        var fields = new HashMap<String, String>();
        UnitsBacking.DAYS.forEach(
                name -> fields.put(name, PlainText.line(Objects.requireNonNullElse(request.getParameter(name), ""))));
        var name = PlainText.line(Objects.requireNonNullElse(part.getSubmittedFileName(), ""));
        byte[] content;
        try (var body = part.getInputStream()) {
            content = body.readAllBytes();
        }
        return units.keep(name, content, fields, user.require()) instanceof EditOutcome.Done ? "" : "ngay-sai";
    }

    /** The page, which shows what its table would do, or the form with what was written and not taken. */
    private static String address(HttpServletRequest request, String notice) {
        var page = Address.of(PAGE);
        if ("en".equals(request.getParameter("hl"))) {
            page = page.with("hl", "en");
        }
        if (notice.isEmpty()) {
            return page + "#nhap";
        }
        page = page.with("bao", notice);
        for (var name : UnitsBacking.DAYS) {
            var written = request.getParameter(name);
            page = written == null ? page : page.with(name, PlainText.line(written));
        }
        return page.bounded() + "#gui";
    }
}
