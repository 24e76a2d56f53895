package vn.loa.subtitles;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.JsonFields;
import vn.loa.common.Jsons;
import vn.loa.subtitles.SubtitleWarning.Kind;

/**
 * Cues while they are written, as JSON: {@code {"start":500,"end":2000,"text":"…","settings":""}}, times in milliseconds, the text as somebody types it, with
 * the tags of WebVTT. One that says nothing yet is a cue here, and in no file.
 */
public final class CueScript {
    private static final String CUES = "cues";

    private CueScript() {}

    /**
     * Reads the field {@code cues}; what is wrong with it is left with the reader, which the caller finishes.
     *
     * @return in order of time
     */
    public static List<TimedText> read(JsonFields fields) {
        fields.required(CUES);
        var cues = new ArrayList<>(fields.objects(CUES, CueScript::cue));
        if (cues.size() > Reading.MOST_CUES) {
            fields.violated(CUES, "must have at most " + Reading.MOST_CUES + " entries");
        }
        cues.sort(TimedText.IN_TIME);
        return cues;
    }

    private static TimedText cue(JsonFields fields) {
        var start = time(fields, "start");
        var end = time(fields, "end");
        if (start < 0) {
            fields.violated("start", "must not be negative");
        } else if (end <= start) {
            fields.violated("end", "must be later than start");
        } else if (end > Reading.LATEST) {
            fields.violated("end", "must be at most " + Reading.LATEST);
        }
        var typed = fields.optionalLines("text", Reading.LONGEST_CUE).orElse("");
        var text = typed.length() > Reading.LONGEST_CUE ? CueText.plain("") : CueText.ofTyped(typed);
        if (text.markup().length() > Reading.LONGEST_CUE) {
            fields.violated("text", "must have at most " + Reading.LONGEST_CUE + " characters with its tags");
        }
        var settings = fields.optionalText("settings").orElse("");
        if (!CueTiming.settings(settings).equals(settings)) {
            fields.violated("settings", "must hold settings of WebVTT cues, parted by single spaces");
        }
        return new TimedText(start, end, settings, text);
    }

    /** Far beyond what is taken a time is still one: what is wrong with it is that it is too late. */
    private static long time(JsonFields fields, String field) {
        fields.required(field);
        return fields.optionalNumber(field).orElse(0L);
    }

    /** As a JSON array. */
    public static JsonArray write(List<TimedText> cues) {
        var array = Jsons.array();
        cues.forEach(cue -> array.add(Jsons.object()
                .add("start", cue.startMillis())
                .add("end", cue.endMillis())
                .add("text", cue.text().typed())
                .add("settings", cue.settings())));
        return array.build();
    }

    /** What a cue says, for a field in which somebody types. */
    public static String typed(TimedText cue) {
        return cue.text().typed();
    }

    /** Reads what {@link #write} gives, as text. */
    public static List<TimedText> parse(String json) {
        try (var reader = Jsons.reader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(cue -> new TimedText(
                            cue.getJsonNumber("start").longValue(),
                            cue.getJsonNumber("end").longValue(),
                            cue.getString("settings"),
                            CueText.ofTyped(cue.getString("text"))))
                    .toList();
        }
    }

    /** Those that say something. */
    public static List<TimedText> said(List<TimedText> cues) {
        return cues.stream().filter(CueScript::isSaid).toList();
    }

    private static boolean isSaid(TimedText cue) {
        return !cue.text().plain().isBlank();
    }

    /**
     * Warns as of a file, about those that say something; they bear the numbers that they have among all.
     *
     * @param cues in order of time
     * @param film how long the work is; null when nobody knows
     */
    public static List<SubtitleWarning> proofread(List<TimedText> cues, @Nullable Duration film) {
        var numbers = new ArrayList<Integer>();
        for (var i = 0; i < cues.size(); i++) {
            if (isSaid(cues.get(i))) {
                numbers.add(i + 1);
            }
        }
        return Proofreading.of(said(cues), film).stream()
                .map(warning -> warning.place() == 0 ? warning : renumbered(warning, numbers))
                .toList();
    }

    private static SubtitleWarning renumbered(SubtitleWarning warning, List<Integer> numbers) {
        var figures = new ArrayList<>(warning.figures());
        if (warning.kind() == Kind.OVERLAP) {
            figures.set(0, numbers.get(figures.get(0).intValue() - 1));
        }
        return new SubtitleWarning(warning.kind(), numbers.get(warning.place() - 1), warning.millis(), figures);
    }
}
