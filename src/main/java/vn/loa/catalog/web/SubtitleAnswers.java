package vn.loa.catalog.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import vn.loa.catalog.SubtitleChange;
import vn.loa.catalog.SubtitleDraft;
import vn.loa.catalog.SubtitleDrafts.Saved;
import vn.loa.common.InvalidInput;
import vn.loa.common.Jsons;
import vn.loa.common.Messages;
import vn.loa.common.web.Visit;
import vn.loa.subtitles.CueScript;
import vn.loa.subtitles.SubtitleFile;
import vn.loa.subtitles.SubtitleFormat;
import vn.loa.subtitles.SubtitleWarning;
import vn.loa.subtitles.SubtitlesRefused;
import vn.loa.subtitles.TimedText;

/** What {@link SubtitleServlet} says to its page: JSON, with what people read in the language of the visit. */
@ApplicationScoped
class SubtitleAnswers {
    /** What a cue can have wrong: its number from 0, and which part of it. */
    private static final Pattern WRONG = Pattern.compile("cues(?:\\[([0-9]{1,6})]\\.(start|end|text|settings))?");

    private static final int UNPROCESSABLE = 422;

    @Inject
    private Visit visit;

    /** What is being written. @param token with which the page posts */
    void draft(SubtitleDraft draft, String token, HttpServletResponse response) throws IOException {
        write(HttpServletResponse.SC_OK, json(draft).add("token", token), response);
    }

    void changed(SubtitleChange change, HttpServletResponse response) throws IOException {
        if (change instanceof SubtitleChange.Done done) {
            write(HttpServletResponse.SC_OK, json(done.draft()), response);
        } else if (change instanceof SubtitleChange.Stale) {
            say(HttpServletResponse.SC_PRECONDITION_FAILED, visit.text("subtitles.edit.stale"), response);
        } else {
            unknown(response);
        }
    }

    /** What stands in a file, of which nothing is kept. */
    void read(SubtitleFile file, HttpServletResponse response) throws IOException {
        write(
                HttpServletResponse.SC_OK,
                Jsons.object()
                        .add("format", file.format().label())
                        .add("encoding", file.encoding().label())
                        .add("cues", CueScript.write(file.cues()))
                        .add("warnings", texts(file.warnings())),
                response);
    }

    /** What was saved, and when. */
    void saved(List<Saved> saved, HttpServletResponse response) throws IOException {
        var list = Jsons.array();
        saved.forEach(one -> list.add(Jsons.object()
                .add("revision", one.revision())
                .add("deed", visit.text("subtitles.deed." + one.deed()))
                .add("at", visit.getWords().moment(one.at()))
                .add("who", one.who() == null ? visit.text("desk.portal") : one.who())
                .add("handed", one.handed())));
        write(HttpServletResponse.SC_OK, Jsons.object().add("saved", list), response);
    }

    void cues(List<TimedText> cues, HttpServletResponse response) throws IOException {
        write(HttpServletResponse.SC_OK, Jsons.object().add("cues", CueScript.write(cues)), response);
    }

    /** As a file to keep. */
    void file(SubtitleDraft draft, SubtitleFormat format, String suffix, String type, HttpServletResponse response)
            throws IOException {
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + draft.slug() + "-" + draft.language() + "." + suffix + "\"");
        response.getOutputStream()
                .write(format.write(CueScript.said(draft.cues())).getBytes(StandardCharsets.UTF_8));
    }

    /** The first thing that is wrong, in words of people who see cues by their numbers. */
    void wrong(InvalidInput wrong, HttpServletResponse response) throws IOException {
        var field = WRONG.matcher(wrong.violations().get(0).field());
        var text = !field.matches()
                ? visit.text("subtitles.edit.unreadable")
                : field.group(1) == null
                        ? visit.text("subtitles.edit.wrong.cues")
                        : visit.say("subtitles.edit.wrong." + field.group(2), Integer.parseInt(field.group(1)) + 1);
        say(UNPROCESSABLE, text, response);
    }

    /** Why a file cannot be read. */
    void refused(SubtitlesRefused refused, HttpServletResponse response) throws IOException {
        say(UNPROCESSABLE, refused.reason().text(messages(), refused.line()), response);
    }

    void unknown(HttpServletResponse response) throws IOException {
        say(HttpServletResponse.SC_NOT_FOUND, visit.text("working.no-track"), response);
    }

    /** @param text what is wrong and what to do, for people */
    void say(int status, String text, HttpServletResponse response) throws IOException {
        write(status, Jsons.object().add("message", text), response);
    }

    private JsonObjectBuilder json(SubtitleDraft draft) {
        var json = Jsons.object()
                .add("revision", draft.revision())
                .add("handed", draft.handed())
                .add("returned", draft.returned())
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
        warnings.forEach(warning -> {
            var one = Jsons.object()
                    .add("cue", warning.place())
                    .add("code", warning.kind().code())
                    .add("text", warning.text(messages));
            if (warning.kind() == SubtitleWarning.Kind.MORE) {
                one.add("more", warning.figures().get(0).intValue());
            }
            list.add(one);
        });
        return list;
    }

    private Messages messages() {
        return Messages.in(visit.getLanguage());
    }

    private static void write(int status, JsonObjectBuilder json, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(json.build().toString().getBytes(StandardCharsets.UTF_8));
    }
}
