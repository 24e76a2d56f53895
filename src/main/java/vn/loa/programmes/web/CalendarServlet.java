package vn.loa.programmes.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.common.Messages;
import vn.loa.common.PublicAddress;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;
import vn.loa.common.Wording;
import vn.loa.common.web.Addresses;
import vn.loa.programmes.CalendarFeed;
import vn.loa.programmes.PublicProgrammes;
import vn.loa.taxonomy.Taxonomies;

/**
 * Answers {@code /lich-phat/{code}.ics}: the programme of a station for calendars, from a week ago to five weeks ahead. Tags, conditions and compression are
 * those of the page cache, which keeps what is answered here.
 */
@WebServlet("/lich-phat/*")
public class CalendarServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final Pattern FILE = Pattern.compile("/([0-9A-Za-z@-]{1,40})\\.ics");
    private static final int WEEKS_AHEAD = 5;

    @Inject
    private transient PublicProgrammes programmes;

    @Inject
    private transient PublicAddress address;

    @Inject
    private transient Taxonomies taxonomies;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var file = FILE.matcher(Objects.requireNonNullElse(request.getPathInfo(), ""));
        var today = LocalDate.ofInstant(clock.instant(), TimeSource.ZONE);
        var span = file.matches()
                ? programmes
                        .between(file.group(1), today.minusWeeks(1), today.plusWeeks(WEEKS_AHEAD))
                        .orElse(null)
                : null;
        if (span == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var messages = Messages.in(Texts.FALLBACK);
        var words = new Wording(messages);
        var place = words.unit(span.place());
        var tongues = taxonomies.languageLabels();
        var root = address.isKnown() ? address.root() : "";
        response.setContentType("text/calendar; charset=utf-8");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cache-Control", "public, max-age=300, stale-while-revalidate=600");
        response.getWriter()
                .write(CalendarFeed.of(
                        span,
                        messages.text("programme.title", place),
                        block -> messages.text(
                                block.isUrgent() ? "programme.event.urgent" : "programme.event",
                                place,
                                words.time(block.begins())),
                        code -> Optional.ofNullable(tongues.get(code))
                                .map(name -> name.in(Texts.FALLBACK))
                                .orElse(code),
                        root.isEmpty() ? "" : root + Addresses.PROGRAMMES + "/" + span.code()));
    }
}
