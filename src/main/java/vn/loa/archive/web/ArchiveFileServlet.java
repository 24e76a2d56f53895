package vn.loa.archive.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.archive.BringArchive;
import vn.loa.archive.BringArchive.LineView;
import vn.loa.archive.ExportWorks;
import vn.loa.archive.ExportWorks.Form;
import vn.loa.catalog.WorkExports;
import vn.loa.catalog.WorkFilter;
import vn.loa.common.Csv;
import vn.loa.common.Messages;
import vn.loa.common.PlainText;
import vn.loa.common.TimeSource;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;

/**
 * Hands out sheets: an empty one to fill in ({@code mau}), the list of products as it is narrowed ({@code san-pham}, also with the files), and the report on an archive ({@code bao-cao}). The gate before it has seen who asks.
 */
@WebServlet(Addresses.ARCHIVE_FILES + "/*")
public class ArchiveFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int PIECE = 500;
    private static final Pattern SHEET = Pattern.compile("/(mau|san-pham)\\.(csv|xlsx|zip)");
    private static final Pattern REPORT = Pattern.compile("/bao-cao/([0-9]{1,18})\\.csv");
    private static final Map<String, String> TYPES = Map.of(
            "csv", "text/csv; charset=utf-8",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "zip", "application/zip");

    @Inject
    private transient ExportWorks works;

    @Inject
    private transient BringArchive archives;

    @Inject
    private transient FaultWords words;

    @Inject
    private transient CurrentUser user;

    @Inject
    private transient Visit visit;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = Objects.requireNonNullElse(request.getPathInfo(), "");
        var sheet = SHEET.matcher(path);
        var report = REPORT.matcher(path);
        try {
            if (report.matches()) {
                report(Long.parseLong(report.group(1)), response);
            } else if (!sheet.matches()
                    || sheet.group(1).equals("mau") && sheet.group(2).equals("zip")) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else if (sheet.group(1).equals("mau")) {
                begin("mau-nhap-nhieu", sheet.group(2), response);
                works.template(form(sheet.group(2)), Messages.in(visit.getLanguage()), response.getOutputStream());
            } else {
                var filter = WorkFilter.read(
                        name -> PlainText.line(Objects.requireNonNullElse(request.getParameter(name), "")));
                given(filter, sheet.group(2), request, response);
            }
        } catch (NotPermitted notTheirs) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private void given(WorkFilter filter, String ending, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var asked = Objects.requireNonNullElse(request.getQueryString(), "");
        if (request.getMethod().equals("HEAD")) {
            begin("san-pham", ending, response);
            return;
        }
        var given = works.list(filter, form(ending), asked, Messages.in(visit.getLanguage()), user.require());
        if (given.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(
                    "Location",
                    Addresses.WORK_LIST + "?" + (asked.isEmpty() ? "" : asked + "&") + Addresses.NOTICE + "="
                            + WorkExports.TOO_LARGE);
            return;
        }
        begin("san-pham-" + LocalDate.ofInstant(clock.instant(), TimeSource.ZONE), ending, response);
        given.get().to(response.getOutputStream());
    }

    private static Form form(String ending) {
        return Form.valueOf(ending.toUpperCase(Locale.ROOT));
    }

    private static void begin(String name, String ending, HttpServletResponse response) {
        response.setContentType(TYPES.getOrDefault(ending, "application/octet-stream"));
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "." + ending + "\"");
    }

    private void report(long id, HttpServletResponse response) throws IOException {
        var run = archives.find(id, user.require());
        if (run.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        begin("bao-cao-" + id, "csv", response);
        send(
                Csv.MARK
                        + Csv.row(
                                visit.text("archive.report.line"),
                                visit.text("archive.report.key"),
                                visit.text("archive.report.title"),
                                visit.text("archive.report.state"),
                                visit.text("archive.report.column"),
                                visit.text("archive.report.what"),
                                visit.text("archive.report.address")),
                response);
        var piece = archives.lines(id, 0, PIECE, user.require());
        while (!piece.isEmpty()) {
            var rows = new StringBuilder();
            piece.forEach(line -> rows(line, rows));
            send(rows.toString(), response);
            piece = archives.lines(id, piece.get(piece.size() - 1).number(), PIECE, user.require());
        }
        var unnamed = new StringBuilder();
        run.get()
                .unnamed()
                .forEach(path -> unnamed.append(Csv.row(
                        "",
                        "",
                        "",
                        visit.text("archive.unnamed.one"),
                        visit.text("archive.column.files"),
                        visit.say("archive.unnamed.what", path),
                        "")));
        send(unnamed.toString(), response);
    }

    private void rows(LineView line, StringBuilder rows) {
        if (line.faults().isEmpty()) {
            rows.append(row(line, "", ""));
        }
        line.faults().forEach(fault -> rows.append(row(line, words.column(fault), words.what(fault))));
    }

    private String row(LineView line, String column, String what) {
        var state = visit.text("archive.line." + line.state().code());
        return Csv.row(
                Integer.toString(line.number()),
                line.key(),
                line.title(),
                Optional.ofNullable(line.was())
                        .map(was -> state + " (" + visit.text("archive.line." + was.code()) + ")")
                        .orElse(state),
                column,
                what,
                Optional.ofNullable(line.product())
                        .map(slug -> visit.absolute(Addresses.WORK_LIST + "/" + slug))
                        .orElse(""));
    }

    private static void send(String text, HttpServletResponse response) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
