package vn.loa.catalog.web;

import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.catalog.HandInSubtitles;
import vn.loa.catalog.SheetDeed;
import vn.loa.catalog.SubtitleDrafts;
import vn.loa.common.Coded;
import vn.loa.common.InvalidInput;
import vn.loa.common.JsonFields;
import vn.loa.common.Jsons;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.JsonBodyReader;
import vn.loa.common.web.Visit;
import vn.loa.editorial.TransitionRefused;
import vn.loa.media.StorageAway;
import vn.loa.subtitles.CueScript;
import vn.loa.subtitles.SubtitleFile;
import vn.loa.subtitles.SubtitleFormat;
import vn.loa.subtitles.SubtitlesRefused;
import vn.loa.subtitles.TimedText;

/**
 * What the page asks for on which subtitles are written: {@code …/{slug}/{name}}, and below it {@code tep} (reads a file without keeping anything),
 * {@code nop} (hands in), {@code ban} and {@code ban/{revision}} (what was saved), {@code xuat.vtt} and {@code xuat.srt}. Answers JSON; what went wrong
 * is told in words. The gate before it has seen who asks, and that a page of ours does.
 */
@WebServlet(Addresses.SUBTITLES + "/*")
public class SubtitleServlet extends HttpServlet {
    /** The most cues with short lines; of longer ones fewer. */
    private static final int MOST_BYTES = 6 << 20;

    private static final int TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;
    private static final String FORM_TOKEN = "X-Form-Token";
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SubtitleDrafts drafts;

    @Inject
    private transient HandInSubtitles handIn;

    @Inject
    private transient SubtitleAnswers answers;

    @Inject
    private transient ProductForm form;

    @Inject
    private transient CurrentUser user;

    @Inject
    private transient Visit visit;

    /** What is asked about which subtitles. @param part empty for themselves; null when the address is none */
    private record Asked(String slug, String name, List<String> part) {
        static @Nullable Asked of(HttpServletRequest request) {
            var parts = Objects.requireNonNullElse(request.getPathInfo(), "").split("/", -1);
            return parts.length < 3 || parts.length > 5
                    ? null
                    : new Asked(parts[1], parts[2], List.of(parts).subList(3, parts.length));
        }

        boolean is(String... wanted) {
            return part.equals(List.of(wanted));
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = Asked.of(request);
        if (asked == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (asked.is("ban")) {
            editions(asked, response);
        } else if (asked.part().size() == 2 && asked.part().get(0).equals("ban")) {
            edition(asked, response);
        } else {
            var found = drafts.find(asked.slug(), asked.name(), user.require());
            if (found.isEmpty()) {
                answers.unknown(response);
            } else if (asked.is()) {
                answers.draft(found.get(), form.token(), response);
            } else if (asked.is("xuat.vtt")) {
                answers.file(found.get(), SubtitleFormat.WEBVTT, "vtt", "text/vtt", response);
            } else if (asked.is("xuat.srt")) {
                answers.file(found.get(), SubtitleFormat.SUBRIP, "srt", "application/x-subrip", response);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = Asked.of(request);
        if (asked == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!form.isOurs(request.getHeader(FORM_TOKEN))) {
            answers.say(HttpServletResponse.SC_FORBIDDEN, visit.text("working.again"), response);
            return;
        }
        var body = request.getContentLengthLong() > MOST_BYTES
                ? new byte[MOST_BYTES + 1]
                : request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            // What nobody reads must not be taken for the next request.
            response.setHeader("Connection", "close");
            answers.say(TOO_LARGE, visit.say("subtitles.edit.too-large", MOST_BYTES >> 20), response);
            return;
        }
        try {
            if (asked.is()) {
                save(asked, body, revision(request), response);
            } else if (asked.is("tep")) {
                read(asked, body, response);
            } else if (asked.is("nop")) {
                handIn(asked, revision(request), response);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        } catch (NotPermitted notTheirs) {
            answers.say(HttpServletResponse.SC_FORBIDDEN, visit.text("working.refused.not-permitted"), response);
        } catch (StorageAway away) {
            answers.say(HttpServletResponse.SC_SERVICE_UNAVAILABLE, visit.text("subtitles.edit.away"), response);
        }
    }

    private void handIn(Asked asked, int seen, HttpServletResponse response) throws IOException {
        try {
            answers.changed(handIn.handIn(asked.slug(), asked.name(), now -> now == seen, user.require()), response);
        } catch (InvalidInput nothing) {
            answers.say(UNPROCESSABLE, visit.text("subtitles.edit.nothing-said"), response);
        } catch (TransitionRefused refused) {
            answers.say(
                    HttpServletResponse.SC_CONFLICT,
                    visit.textOr("subtitles.edit.refused." + refused.reason().code(), "subtitles.edit.not-now"),
                    response);
        } catch (OptimisticLockException outrun) {
            answers.say(HttpServletResponse.SC_CONFLICT, visit.text("subtitles.edit.outrun"), response);
        }
    }

    private void save(Asked asked, byte[] body, int seen, HttpServletResponse response) throws IOException {
        List<TimedText> cues;
        SheetDeed deed;
        var text = new String(body, StandardCharsets.UTF_8);
        try (var reader = Jsons.strictReader(new StringReader(text))) {
            var fields = new JsonFields(reader.readObject());
            JsonBodyReader.rest(text).ifPresent(rest -> {
                throw new JsonException(rest);
            });
            cues = CueScript.read(fields);
            deed = Coded.of(SheetDeed.class, fields.optionalText("deed").orElse(SheetDeed.EDIT.code()));
            if (deed == SheetDeed.TAKEN) {
                fields.violated("deed", "must be edit, save, import or restore");
            }
            fields.finish();
        } catch (InvalidInput wrong) {
            answers.wrong(wrong, response);
            return;
        } catch (JsonException | IllegalStateException | IllegalArgumentException unreadable) {
            answers.say(HttpServletResponse.SC_BAD_REQUEST, visit.text("subtitles.edit.unreadable"), response);
            return;
        }
        answers.changed(
                drafts.save(asked.slug(), asked.name(), now -> now == seen, cues, deed, user.require()), response);
    }

    /** Reads a file for the page, which shows what would change. */
    private void read(Asked asked, byte[] body, HttpServletResponse response) throws IOException {
        var draft = drafts.find(asked.slug(), asked.name(), user.require());
        if (draft.isEmpty()) {
            answers.unknown(response);
            return;
        }
        try {
            var file = SubtitleFile.read(body, draft.get().language());
            answers.read(file, response);
        } catch (SubtitlesRefused refused) {
            answers.refused(refused, response);
        }
    }

    private void editions(Asked asked, HttpServletResponse response) throws IOException {
        var saved = drafts.saved(asked.slug(), asked.name(), user.require());
        if (saved.isEmpty()) {
            answers.unknown(response);
            return;
        }
        answers.saved(saved.get(), response);
    }

    private void edition(Asked asked, HttpServletResponse response) throws IOException {
        var number = asked.part().get(1);
        var cues = number.matches("[0-9]{1,9}")
                ? drafts.cues(asked.slug(), asked.name(), Integer.parseInt(number), user.require())
                : Optional.<List<TimedText>>empty();
        if (cues.isEmpty()) {
            answers.unknown(response);
        } else {
            answers.cues(cues.get(), response);
        }
    }

    /** The revision that the page has shown, as its {@code If-Match}; -1, which none has, when it does not say. */
    private static int revision(HttpServletRequest request) {
        var field =
                Objects.requireNonNullElse(request.getHeader("If-Match"), "").replace("\"", "");
        return field.matches("[0-9]{1,9}") ? Integer.parseInt(field) : -1;
    }
}
