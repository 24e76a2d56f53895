package vn.loa.catalog.web;

import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.catalog.HandInSubtitles;
import vn.loa.catalog.SheetDeed;
import vn.loa.catalog.SubtitleChange;
import vn.loa.catalog.SubtitleDraft;
import vn.loa.catalog.SubtitleDrafts;
import vn.loa.common.Coded;
import vn.loa.common.InvalidInput;
import vn.loa.common.JsonFields;
import vn.loa.common.Jsons;
import vn.loa.common.Messages;
import vn.loa.common.web.PublicRoutes;
import vn.loa.common.web.Visit;
import vn.loa.editorial.TransitionRefused;
import vn.loa.media.StorageAway;
import vn.loa.subtitles.CueScript;
import vn.loa.subtitles.SubtitleFile;
import vn.loa.subtitles.SubtitleFormat;
import vn.loa.subtitles.SubtitleWarning;
import vn.loa.subtitles.SubtitlesRefused;
import vn.loa.subtitles.TimedText;

/**
 * What the page asks for on which subtitles are written: {@code …/{slug}/{name}}, and below it {@code tep} (reads a file without keeping anything),
 * {@code nop} (hands in), {@code ban} and {@code ban/{revision}} (what was saved), {@code xuat.vtt} and {@code xuat.srt}. Answers JSON; what went wrong
 * is told in words. The gate before it has seen who asks, and that a page of ours does.
 */
@WebServlet(PublicRoutes.SUBTITLES + "/*")
public class SubtitleServlet extends HttpServlet {
    /** The most cues with short lines; of longer ones fewer. */
    private static final int MOST_BYTES = 6 << 20;

    /** What a cue can have wrong: its number from 0, and which part of it. */
    private static final Pattern WRONG = Pattern.compile("cues(?:\\[([0-9]{1,6})]\\.(start|end|text|settings))?");

    private static final int TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;
    private static final String FORM_TOKEN = "X-Form-Token";
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SubtitleDrafts drafts;

    @Inject
    private transient HandInSubtitles handIn;

    @Inject
    private transient WorkDeeds deeds;

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
                unknown(response);
            } else if (asked.is()) {
                write(HttpServletResponse.SC_OK, json(found.get()).add("token", deeds.token()), response);
            } else if (asked.is("xuat.vtt")) {
                export(found.get(), SubtitleFormat.WEBVTT, "vtt", "text/vtt", response);
            } else if (asked.is("xuat.srt")) {
                export(found.get(), SubtitleFormat.SUBRIP, "srt", "application/x-subrip", response);
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
        if (!deeds.isOurs(request.getHeader(FORM_TOKEN))) {
            say(HttpServletResponse.SC_FORBIDDEN, visit.text("work.again"), response);
            return;
        }
        var body = request.getContentLengthLong() > MOST_BYTES
                ? new byte[MOST_BYTES + 1]
                : request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            // What nobody reads must not be taken for the next request.
            response.setHeader("Connection", "close");
            say(TOO_LARGE, visit.say("subtitles.edit.too-large", MOST_BYTES >> 20), response);
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
            say(HttpServletResponse.SC_FORBIDDEN, visit.text("working.refused.not-permitted"), response);
        } catch (StorageAway away) {
            say(HttpServletResponse.SC_SERVICE_UNAVAILABLE, visit.text("subtitles.edit.away"), response);
        }
    }

    private void handIn(Asked asked, int seen, HttpServletResponse response) throws IOException {
        try {
            answer(handIn.handIn(asked.slug(), asked.name(), now -> now == seen, user.require()), response);
        } catch (InvalidInput nothing) {
            say(UNPROCESSABLE, visit.text("subtitles.edit.nothing-said"), response);
        } catch (TransitionRefused refused) {
            say(HttpServletResponse.SC_CONFLICT, visit.text("subtitles.edit.not-now"), response);
        } catch (OptimisticLockException outrun) {
            say(HttpServletResponse.SC_CONFLICT, visit.text("subtitles.edit.outrun"), response);
        }
    }

    /** The first thing that is wrong, in words of people who see cues by their numbers. */
    private String wrong(InvalidInput wrong) {
        var field = WRONG.matcher(wrong.violations().get(0).field());
        if (!field.matches()) {
            return visit.text("subtitles.edit.unreadable");
        }
        return field.group(1) == null
                ? visit.text("subtitles.edit.wrong.cues")
                : visit.say("subtitles.edit.wrong." + field.group(2), Integer.parseInt(field.group(1)) + 1);
    }

    private void save(Asked asked, byte[] body, int seen, HttpServletResponse response) throws IOException {
        List<TimedText> cues;
        SheetDeed deed;
        try (var reader =
                Jsons.strictReader(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8))) {
            var fields = new JsonFields(reader.readObject());
            cues = CueScript.read(fields);
            deed = Coded.of(SheetDeed.class, fields.optionalText("deed").orElse(SheetDeed.EDIT.code()));
            if (deed == SheetDeed.TAKEN) {
                fields.violated("deed", "must be edit, import or restore");
            }
            fields.finish();
        } catch (InvalidInput wrong) {
            say(UNPROCESSABLE, wrong(wrong), response);
            return;
        } catch (JsonException | IllegalStateException | IllegalArgumentException unreadable) {
            say(HttpServletResponse.SC_BAD_REQUEST, visit.text("subtitles.edit.unreadable"), response);
            return;
        }
        answer(drafts.save(asked.slug(), asked.name(), now -> now == seen, cues, deed, user.require()), response);
    }

    /** Reads a file for the page, which shows what would change. */
    private void read(Asked asked, byte[] body, HttpServletResponse response) throws IOException {
        var draft = drafts.find(asked.slug(), asked.name(), user.require());
        if (draft.isEmpty()) {
            unknown(response);
            return;
        }
        try {
            var file = SubtitleFile.read(body, draft.get().language());
            write(
                    HttpServletResponse.SC_OK,
                    Jsons.object()
                            .add("format", file.format().label())
                            .add("encoding", file.encoding().label())
                            .add("cues", CueScript.write(file.cues()))
                            .add("warnings", texts(file.warnings())),
                    response);
        } catch (SubtitlesRefused refused) {
            say(UNPROCESSABLE, refused.reason().text(messages(), refused.line()), response);
        }
    }

    private void answer(SubtitleChange change, HttpServletResponse response) throws IOException {
        if (change instanceof SubtitleChange.Done done) {
            write(HttpServletResponse.SC_OK, json(done.draft()), response);
        } else if (change instanceof SubtitleChange.Stale) {
            say(HttpServletResponse.SC_PRECONDITION_FAILED, visit.text("subtitles.edit.stale"), response);
        } else {
            unknown(response);
        }
    }

    private void editions(Asked asked, HttpServletResponse response) throws IOException {
        var saved = drafts.saved(asked.slug(), asked.name(), user.require());
        if (saved.isEmpty()) {
            unknown(response);
            return;
        }
        var list = Jsons.array();
        saved.get()
                .forEach(one -> list.add(Jsons.object()
                        .add("revision", one.revision())
                        .add("deed", visit.text("subtitles.deed." + one.deed()))
                        .add("at", visit.getWords().moment(one.at()))
                        .add("who", one.who() == null ? visit.text("desk.portal") : one.who())
                        .add("handed", one.handed())));
        write(HttpServletResponse.SC_OK, Jsons.object().add("saved", list), response);
    }

    private void edition(Asked asked, HttpServletResponse response) throws IOException {
        var number = asked.part().get(1);
        var cues = number.matches("[0-9]{1,9}")
                ? drafts.cues(asked.slug(), asked.name(), Integer.parseInt(number), user.require())
                : Optional.<List<TimedText>>empty();
        if (cues.isEmpty()) {
            unknown(response);
        } else {
            write(HttpServletResponse.SC_OK, Jsons.object().add("cues", CueScript.write(cues.get())), response);
        }
    }

    private static void export(
            SubtitleDraft draft, SubtitleFormat format, String suffix, String type, HttpServletResponse response)
            throws IOException {
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + draft.slug() + "-" + draft.language() + "." + suffix + "\"");
        response.getOutputStream()
                .write(format.write(CueScript.said(draft.cues())).getBytes(StandardCharsets.UTF_8));
    }

    private JsonObjectBuilder json(SubtitleDraft draft) {
        var json = Jsons.object()
                .add("revision", draft.revision())
                .add("handed", draft.handed())
                .add("cues", CueScript.write(draft.cues()))
                .add("warnings", texts(draft.warnings()));
        if (draft.track() != null) {
            json.add("name", String.valueOf(draft.track()));
        }
        if (draft.savedAt() != null) {
            json.add("savedAt", visit.getWords().moment(draft.savedAt()))
                    .add("savedBy", draft.savedBy() == null ? visit.text("desk.portal") : draft.savedBy());
        }
        return json;
    }

    private JsonArrayBuilder texts(List<SubtitleWarning> warnings) {
        var list = Jsons.array();
        var messages = messages();
        warnings.forEach(warning -> list.add(Jsons.object()
                .add("cue", warning.place())
                .add("code", warning.kind().code())
                .add("text", warning.text(messages))));
        return list;
    }

    private Messages messages() {
        return Messages.in(visit.getLanguage());
    }

    /** The revision that the page has shown, as its {@code If-Match}; -1, which none has, when it does not say. */
    private static int revision(HttpServletRequest request) {
        var field =
                Objects.requireNonNullElse(request.getHeader("If-Match"), "").replace("\"", "");
        return field.matches("[0-9]{1,9}") ? Integer.parseInt(field) : -1;
    }

    private void unknown(HttpServletResponse response) throws IOException {
        say(HttpServletResponse.SC_NOT_FOUND, visit.text("working.no-track"), response);
    }

    private static void say(int status, String text, HttpServletResponse response) throws IOException {
        write(status, Jsons.object().add("message", text), response);
    }

    private static void write(int status, JsonObjectBuilder json, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(json.build().toString().getBytes(StandardCharsets.UTF_8));
    }
}
