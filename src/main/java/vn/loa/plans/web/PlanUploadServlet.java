package vn.loa.plans.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.Jsons;
import vn.loa.common.PlainText;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.SentOnce;
import vn.loa.common.web.Visit;
import vn.loa.media.StorageAway;
import vn.loa.plans.ImportPlan;
import vn.loa.plans.PlanImport;

/**
 * Takes a document from the back office as the body of a request and makes the draft of a plan of it; answers JSON: where the draft is, or why there is none, in words. The
 * gate before it has seen who sends it, and that a page of ours does.
 */
@WebServlet(Addresses.PLAN_IMPORT)
public class PlanUploadServlet extends HttpServlet {
    /** Of a document, in bytes; as text none is nearly as large. */
    private static final long MOST_BYTES = 50L << 20;

    private static final int TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_NAME = 300;
    private static final long serialVersionUID = 1L;

    @Inject
    private transient ImportPlan plans;

    @Inject
    private transient PlanForms forms;

    @Inject
    private transient CurrentUser user;

    @Inject
    private transient Visit visit;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!forms.isGood(request.getHeader("X-Form-Token"))) {
            say(HttpServletResponse.SC_FORBIDDEN, visit.text("working.again"), response);
            return;
        }
        if (request.getContentLengthLong() > MOST_BYTES) {
            // What nobody reads must not be taken for the next request.
            response.setHeader("Connection", "close");
            say(TOO_LARGE, visit.say("plan.import.too-large", MOST_BYTES >> 20), response);
            return;
        }
        var file = Files.createTempFile("loa-plan", ".upload");
        try {
            if (received(request.getInputStream(), file)) {
                answer(plans.file(file, name(request), key(request), user.require()), response);
            } else {
                say(TOO_LARGE, visit.say("plan.import.too-large", MOST_BYTES >> 20), response);
            }
        } catch (NotPermitted notTheirs) {
            say(HttpServletResponse.SC_FORBIDDEN, visit.text("plan.refused.not-permitted"), response);
        } catch (StorageAway away) {
            say(HttpServletResponse.SC_SERVICE_UNAVAILABLE, visit.text("plan.import.failed"), response);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Whether no more came than may. */
    private static boolean received(InputStream body, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[1 << 16];
            var sum = 0L;
            for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                sum += read;
                if (sum > MOST_BYTES) {
                    return false;
                }
                out.write(buffer, 0, read);
            }
            return true;
        }
    }

    private static @Nullable String key(HttpServletRequest request) {
        var sent = request.getHeader(SentOnce.HEADER);
        return sent != null && SentOnce.isKey(sent) ? sent : null;
    }

    /** As its owner calls it, percent-encoded: fields of requests hold ASCII. */
    private static String name(HttpServletRequest request) {
        var sent = Objects.requireNonNullElse(request.getHeader("X-File-Name"), "");
        String name;
        try {
            name = PlainText.line(URLDecoder.decode(sent, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            name = "";
        }
        var bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return bare.isEmpty() ? "van-ban" : bare.substring(0, Math.min(bare.length(), LONGEST_NAME));
    }

    private void answer(PlanImport result, HttpServletResponse response) throws IOException {
        if (result instanceof PlanImport.Drafted drafted) {
            var notice = drafted.isWithoutHead() ? "doc-it" : "da-doc";
            var page = Addresses.PLAN_LIST + "/" + drafted.plan().slug() + "?" + Addresses.NOTICE + "=" + notice;
            write(HttpServletResponse.SC_CREATED, "url", visit.href(page), response);
        } else if (result instanceof PlanImport.Refused refused) {
            say(UNPROCESSABLE, visit.of(refused.explanation()), response);
        } else {
            var later = (PlanImport.Later) result;
            response.setHeader("Retry-After", PlanImportResource.SECONDS);
            say(HttpServletResponse.SC_SERVICE_UNAVAILABLE, visit.of(later.explanation()), response);
        }
    }

    private static void say(int status, String text, HttpServletResponse response) throws IOException {
        write(status, "message", text, response);
    }

    private static void write(int status, String field, String text, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream()
                .write(Jsons.object().add(field, text).build().toString().getBytes(StandardCharsets.UTF_8));
    }
}
