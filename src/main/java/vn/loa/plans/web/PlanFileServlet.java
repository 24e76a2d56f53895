package vn.loa.plans.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Outage;
import vn.loa.media.StorageAway;
import vn.loa.plans.SourceTexts;

/** Hands out the document that a plan was read from, to be saved, never shown: {@code /quan-tri/tep-ke-hoach/{slug}/{id}}. */
@WebServlet(Addresses.PLAN_FILES + "/*")
public class PlanFileServlet extends HttpServlet {
    private static final Pattern PATH = Pattern.compile("/([a-z0-9-]{1,200})/([0-9]{1,18})");
    private static final Logger LOG = System.getLogger(PlanFileServlet.class.getName());
    private static final int BUFFER = 1 << 16;
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SourceTexts sources;

    @Inject
    private transient CurrentUser user;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = PATH.matcher(Objects.requireNonNullElse(request.getPathInfo(), ""));
        Optional<SourceTexts.Original> found;
        try {
            found = path.matches()
                    ? sources.original(path.group(1), Long.parseLong(path.group(2)), user.require())
                    : Optional.empty();
        } catch (StorageAway away) {
            // Whoever keeps the storage is told; the document comes later.
            LOG.log(Level.WARNING, "A document of a plan cannot be read now", away);
            response.setHeader("Retry-After", Outage.RETRY_AFTER);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var file = found.get().file();
        try (var content = found.get().content()) {
            response.setContentType(file.type());
            response.setContentLengthLong(content.size());
            response.setHeader(
                    "Content-Disposition",
                    "attachment; filename*=UTF-8''"
                            + URLEncoder.encode(file.name(), StandardCharsets.UTF_8)
                                    .replace("+", "%20"));
            var buffer = new byte[BUFFER];
            for (long at = 0; at < content.size(); ) {
                var read = content.read(at, buffer, 0, buffer.length);
                if (read <= 0) {
                    break;
                }
                response.getOutputStream().write(buffer, 0, read);
                at += read;
            }
        }
    }
}
