package vn.loa.catalog.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import vn.loa.common.Slug;
import vn.loa.common.web.Addresses;

/** Leads from where files of any product were sent once to the files of the product that an address names, or to all products. */
@WebServlet("/quan-tri/gui-tep")
public class FormerSendServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        var target = Optional.ofNullable(request.getParameter("san-pham"))
                .filter(Slug::isSlug)
                .map(slug -> Addresses.WORK_LIST + "/" + slug + "/" + Addresses.FILES)
                .orElse(Addresses.WORK_LIST);
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Location", target);
    }
}
