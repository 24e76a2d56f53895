package vn.loa.syndication.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.loa.common.Csv;
import vn.loa.common.TimeSource;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;
import vn.loa.syndication.EmbedRegistry;
import vn.loa.syndication.EmbedRegistry.Day;

/** Hands out the registry of embeds, narrowed as its page is, as a table for spreadsheets: what each site showed of each embed on each day. */
@WebServlet(Addresses.EMBED_FILE)
public class EmbedFileServlet extends HttpServlet {
    private static final int PIECE = 5_000;

    /** More than that no spreadsheet shows. */
    private static final int MOST = 1_000_000;

    private static final long serialVersionUID = 1L;

    @Inject
    private transient EmbedRegistry registry;

    @Inject
    private transient EmbedTitles titles;

    @Inject
    private transient Visit visit;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var today = LocalDate.ofInstant(clock.instant(), TimeSource.ZONE);
        var choice = RegistryQuery.of(name -> Objects.requireNonNullElse(request.getParameter(name), ""))
                .choice(today);
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"nhung-" + today + ".csv\"");
        send(Csv.MARK + heading(), response);
        var piece = registry.days(choice, null, PIECE);
        for (var sent = 0; !piece.isEmpty() && sent < MOST; sent += PIECE) {
            send(piece.stream().map(this::row).collect(Collectors.joining()), response);
            piece = piece.size() < PIECE ? List.of() : registry.days(choice, piece.get(piece.size() - 1), PIECE);
        }
    }

    private String heading() {
        return Csv.row(
                visit.text("registry.day"),
                visit.text("registry.site"),
                visit.text("registry.work"),
                visit.text("registry.address"),
                visit.text("registry.state"),
                visit.text("registry.times"),
                visit.text("registry.in-vain"));
    }

    private String row(Day day) {
        var shown = day.shown();
        return Csv.row(
                day.day().toString(),
                shown.origin().isEmpty() ? visit.text("registry.others") : shown.origin(),
                titles.openly(shown.work()),
                EmbedName.address(shown.work().slug()).toString(),
                visit.text("registry.state." + shown.work().state()),
                Long.toString(shown.times()),
                Long.toString(shown.inVain()));
    }

    private static void send(String text, HttpServletResponse response) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
