package vn.loa.programmes.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.Csv;
import vn.loa.common.PlainText;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.Visit;
import vn.loa.programmes.log.BringLog;
import vn.loa.programmes.log.LogColumn;
import vn.loa.programmes.log.LogDays;
import vn.loa.programmes.log.LogPaper;
import vn.loa.programmes.log.LogSums;
import vn.loa.programmes.log.LogTotals;
import vn.loa.programmes.log.LogWorkbook;
import vn.loa.programmes.log.LogWriter;
import vn.loa.programmes.log.StationLog;
import vn.loa.programmes.log.TotalsWorkbook;

/**
 * Hands out as-run logs: of a commune as a workbook or a paper ({@code 01393/2026-11.pdf}), of several what they come to ({@code tong-hop/2026-11.xlsx}), and an
 * empty table ({@code mau.csv}); takes filled ones ({@code gui}, {@code gui/01393}). The gate before it has seen who asks.
 */
@WebServlet(Addresses.LOG_FILES + "/*")
@MultipartConfig(maxFileSize = BringLog.MOST_BYTES + 1L, maxRequestSize = BringLog.MOST_BYTES + (64L << 10))
public class LogFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern PAPER = Pattern.compile("/([0-9A-Za-z@-]{1,40})/([0-9]{4}-[0-9]{2})\\.(pdf|xlsx)");
    private static final Pattern SENT = Pattern.compile("/gui(?:/([0-9A-Za-z@-]{1,40}))?");
    private static final String TOTALS = "tong-hop";

    /** In place of the id of a table, when none was chosen. */
    static final String NO_FILE = "khong";

    private static final String PDF = "application/pdf";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int PIECE = 500;
    private static final int LONGEST_NAME = 200;

    @Inject
    private transient StationLog log;

    @Inject
    private transient LogTotals totals;

    @Inject
    private transient BringLog tables;

    @Inject
    private transient LogWords words;

    @Inject
    private transient FormTokens tokens;

    @Inject
    private transient CurrentUser user;

    @Inject
    private transient Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = Objects.requireNonNullElse(request.getPathInfo(), "");
        var paper = PAPER.matcher(path);
        var month = paper.matches() ? LogDays.month(paper.group(2)) : Optional.<YearMonth>empty();
        try {
            if (path.equals("/mau.csv")) {
                begin("mau-nhat-ky-phat.csv", "text/csv; charset=utf-8", response);
                response.getOutputStream()
                        .write((Csv.MARK
                                        + Csv.row(Arrays.stream(LogColumn.values())
                                                .map(LogColumn::header)
                                                .toArray(String[]::new)))
                                .getBytes(StandardCharsets.UTF_8));
            } else if (month.isEmpty()) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else if (paper.group(1).equals(TOTALS) && paper.group(3).equals("xlsx")) {
                var all = totals.of(month.get(), user.require());
                begin("tong-hop-phat-thanh-" + month.get() + ".xlsx", XLSX, response);
                TotalsWorkbook.write(all, words.paper(), response.getOutputStream());
            } else {
                paper(paper.group(1), month.get(), paper.group(3).equals("pdf"), response);
            }
        } catch (NotPermitted notTheirs) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private void paper(String unit, YearMonth month, boolean pdf, HttpServletResponse response) throws IOException {
        var by = user.require();
        var head = log.head(unit, month, by);
        if (head.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (head.get().sums().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain; charset=utf-8");
            response.getWriter().write(visit.say("log.paper.nothing", words.month(month)));
            return;
        }
        begin(
                "nhat-ky-phat-thanh-" + unit.replace('@', '-') + "-" + month + (pdf ? ".pdf" : ".xlsx"),
                pdf ? PDF : XLSX,
                response);
        try (LogWriter paper = pdf
                ? new LogPaper(head.get(), words.paper(), response.getOutputStream())
                : new LogWorkbook(head.get(), words.paper(), response.getOutputStream())) {
            var written = new LogSums();
            // Some entries at a time: no transaction waits for who reads slowly.
            var piece = log.after(unit, month, Instant.EPOCH, 0, PIECE, by);
            while (!piece.isEmpty()) {
                for (var line : piece) {
                    paper.line(line);
                    written.add(line);
                }
                var last = piece.get(piece.size() - 1);
                piece = piece.size() < PIECE ? List.of() : log.after(unit, month, last.at(), last.id(), PIECE, by);
            }
            paper.sums(head.get().with(written), log.byPriority(unit, month, written, by));
        }
    }

    private static void begin(String name, String type, HttpServletResponse response) {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var sent = SENT.matcher(Objects.requireNonNullElse(request.getPathInfo(), ""));
        if (!sent.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (request.getContentLengthLong() > BringLog.MOST_BYTES) {
            // What nobody reads must not be taken for the next request.
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        try {
            take(request, sent.group(1), response);
        } catch (IllegalStateException tooLarge) {
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } catch (NotPermitted notTheirs) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private void take(HttpServletRequest request, @Nullable String unit, HttpServletResponse response)
            throws IOException, ServletException {
        var page =
                Address.of(Addresses.PROGRAMMES_AT_WORK + (unit == null ? "" : "/" + unit) + "/" + Addresses.LOG_BOOK);
        if (!tokens.isGood(ProgrammeForms.purpose(user), request.getParameter(FormTokens.PARAMETER))) {
            Redirect.to(visit.link(page.with(Addresses.NOTICE, "qua-han")), response);
            return;
        }
        var part = request.getPart("tep");
        if (part == null || part.getSize() == 0) {
            Redirect.to(visit.link(page.with("tep", NO_FILE)), response);
            return;
        }
        byte[] content;
        try (var body = part.getInputStream()) {
            content = body.readNBytes(BringLog.MOST_BYTES + 1);
        }
        var name = PlainText.line(Objects.requireNonNullElse(part.getSubmittedFileName(), ""));
        var id = tables.bring(unit, name.substring(0, Math.min(name.length(), LONGEST_NAME)), content, user.require());
        Redirect.to(visit.link(page.with("tep", String.valueOf(id))) + "#bang", response);
    }
}
