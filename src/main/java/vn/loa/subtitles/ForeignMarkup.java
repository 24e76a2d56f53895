package vn.loa.subtitles;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The text of a cue of another format, said in WebVTT's way.
 *
 * @param settings where it stands, in WebVTT's words; empty for the usual place
 * @param markup as WebVTT writes the text of a cue, of whatever quality
 * @param drawing whether something in it was a drawing and no text
 */
record ForeignMarkup(String settings, String markup, boolean drawing) {
    private static final Pattern BLOCK = Pattern.compile("\\{[^{}]*+\\}");
    private static final Pattern OVERRIDE = Pattern.compile("\\{\\\\[^{}]*+\\}");
    private static final Pattern PLACE = Pattern.compile("\\\\an([1-9])");
    private static final Pattern DRAWING = Pattern.compile("\\\\p(\\d{1,2})(?![a-zA-Z])");
    /** Takes what it has taken for good, or a line without an end to its tag would be read as often as it has letters. */
    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*+)([^<>]*+)>|<");
    private static final Set<String> KEPT = Set.of("b", "i", "u");

    /** Of SubRip and SBV: HTML's b, i and u count, other tags vanish; what is in braces with a backslash came from ASS. */
    static ForeignMarkup ofHtml(String text) {
        var bare = OVERRIDE.matcher(text).replaceAll("");
        return new ForeignMarkup(settings(text), TAG.matcher(bare).replaceAll(ForeignMarkup::tag), false);
    }

    /** Of ASS and SSA: everything in braces vanishes, and the text between the marks of a drawing. */
    static ForeignMarkup ofOverrides(String text) {
        var kept = new StringBuilder();
        var blocks = BLOCK.matcher(text);
        var drawing = false;
        var drawn = false;
        var at = 0;
        while (blocks.find()) {
            kept.append(text, at, drawing ? at : blocks.start());
            at = blocks.end();
            drawing = isDrawing(blocks.group(), drawing);
            drawn |= drawing;
        }
        kept.append(drawing ? "" : text.substring(at));
        var lines = kept.toString().replace("\\N", "\n").replace("\\n", " ").replace("\\h", "\u00a0");
        return new ForeignMarkup(settings(text), CueText.escape(lines), drawn);
    }

    /** A speaker's name before what is said. */
    ForeignMarkup by(String speaker) {
        return speaker.isBlank()
                ? this
                : new ForeignMarkup(settings, "<v " + CueText.escape(speaker) + ">" + markup, drawing);
    }

    private static boolean isDrawing(String block, boolean before) {
        var scale = DRAWING.matcher(block);
        var now = before;
        while (scale.find()) {
            now = Integer.parseInt(scale.group(1)) > 0;
        }
        return now;
    }

    private static String tag(MatchResult found) {
        if (found.group(2) == null) {
            return "&lt;";
        }
        var name = found.group(2).toLowerCase(Locale.ROOT);
        return KEPT.contains(name) ? "<" + found.group(1) + name + ">" : "";
    }

    /** Places are numbered as on a keypad: 8 is at the top in the middle. */
    private static String settings(String text) {
        var place = PLACE.matcher(text);
        if (!place.find()) {
            return "";
        }
        var key = Integer.parseInt(place.group(1));
        var line = key > 6 ? "line:0 " : key > 3 ? "line:50% " : "";
        var align = key % 3 == 1 ? "align:left" : key % 3 == 0 ? "align:right" : "";
        return (line + align).strip();
    }
}
