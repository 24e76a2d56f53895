package vn.loa.search.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.Csv;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;
import vn.loa.programmes.Week;
import vn.loa.search.SearchTerms;

/** Hands out what was looked for in a week as a table for spreadsheets. The gate before it has seen who asks. */
@WebServlet(Addresses.SEARCHES_FILE)
public class SearchTermsFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SearchTerms terms;

    @Inject
    private transient CurrentUser user;

    @Inject
    private transient Visit visit;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = AskedWeek.of(parameter(request, Addresses.WEEK), Week.now(clock));
        if (!asked.fault().isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var week = asked.week();
        var unanswered = SearchTermsBacking.isYes(parameter(request, SearchTermsBacking.UNANSWERED));
        var rows = new StringBuilder(Csv.MARK)
                .append(Csv.row(
                        visit.text("searches.term"), visit.text("searches.asked"), visit.text("searches.nothing")));
        // A week is bounded: all of it is one page.
        terms.of(week.monday(), unanswered, 1, SearchTerms.MOST, user.require())
                .items()
                .forEach(one -> rows.append(
                        Csv.row(one.term(), Integer.toString(one.asked()), Integer.toString(one.foundNothing()))));
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"luot-tim-" + week.code() + ".csv\"");
        response.getOutputStream().write(rows.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
