package vn.loa.accounts.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import vn.loa.accounts.AuditLog;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.Csv;
import vn.loa.common.TimeSource;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;

/**
 * Hands out the audit trail, narrowed as its page is and in the same words, as a table for spreadsheets; the codes stand behind, for programs. It is read and sent in pieces, so that it takes the same little memory
 * however long it is.
 */
@WebServlet(Addresses.AUDIT_FILE)
public class AuditFileServlet extends HttpServlet {
    private static final int PIECE = 1_000;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(TimeSource.ZONE);
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AuditLog log;

    @Inject
    private transient AuditNotes notes;

    @Inject
    private transient CurrentUser user;

    @Inject
    private transient Visit visit;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var query = AuditQuery.of(name -> Objects.requireNonNullElse(request.getParameter(name), ""));
        if (!query.unreadable().isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var by = user.require();
        try {
            var piece = log.before(query.filter(), Long.MAX_VALUE, PIECE, by);
            begin(response);
            while (!piece.isEmpty()) {
                notes.prepare(piece);
                var rows = new StringBuilder();
                piece.forEach(line -> rows.append(Csv.row(
                        Long.toString(line.number()),
                        MOMENT.format(line.at()),
                        notes.who(line.who()),
                        notes.deed(line),
                        notes.kind(line.kind()),
                        line.subject(),
                        notes.words(line),
                        line.action(),
                        line.kind())));
                send(rows.toString(), response);
                piece = log.before(query.filter(), piece.get(piece.size() - 1).number(), PIECE, by);
            }
        } catch (NotPermitted ofAPlace) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private void begin(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"nhat-ky-" + LocalDate.ofInstant(clock.instant(), TimeSource.ZONE) + ".csv\"");
        send(
                Csv.MARK
                        + Csv.row(
                                visit.text("audit.number"),
                                visit.text("audit.at"),
                                visit.text("audit.who"),
                                visit.text("audit.action"),
                                visit.text("audit.kind"),
                                visit.text("audit.subject"),
                                visit.text("audit.note"),
                                visit.text("audit.action.code"),
                                visit.text("audit.kind.code")),
                response);
    }

    private static void send(String text, HttpServletResponse response) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
