package vn.loa.subtitles;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vn.loa.common.encoding.Decoding;
import vn.loa.common.encoding.TextDecoder;
import vn.loa.common.encoding.TextEncoding;
import vn.loa.subtitles.SubtitleWarning.Kind;
import vn.loa.subtitles.SubtitlesRefused.Reason;

/**
 * What a subtitle file of any format and encoding says.
 *
 * @param cues that say something, in order of time; at least one
 * @param warnings about what was left out of the file
 */
public record SubtitleFile(
        SubtitleFormat format, TextEncoding encoding, List<TimedText> cues, List<SubtitleWarning> warnings) {
    /** More than the words of a day of talk, and fonts that some put into ASS. */
    static final int MOST_BYTES = 4 << 20;

    /** So many bytes are enough to tell whether a file is one, whatever stands before its first cue. */
    public static final int HEAD = 64 << 10;

    public SubtitleFile {
        cues = List.copyOf(cues);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a file, in time and memory that are linear in its length.
     *
     * @param language code of the language it is in; of Vietnamese a few words tell an encoding older than Unicode, of others many must
     * @throws SubtitlesRefused when it is too large or too long, when its format or encoding is not known for sure, or when nothing in it
     *     can be shown
     */
    public static SubtitleFile read(byte[] bytes, String language) {
        if (bytes.length > MOST_BYTES) {
            throw new SubtitlesRefused(Reason.TOO_LARGE, 0, "More than %,d bytes".formatted(MOST_BYTES));
        }
        if (bytes.length == 0) {
            throw new SubtitlesRefused(Reason.EMPTY, 0, "Nothing in the file");
        }
        var decoded = decode(bytes, language);
        var format = SubtitleFormat.of(decoded.text())
                .orElseThrow(() -> new SubtitlesRefused(
                        Reason.UNKNOWN_FORMAT, 0, "No line as in WebVTT, SubRip, SBV or SubStation Alpha"));
        var warnings = new Warnings();
        if (decoded.turn() != Decoding.Turn.NONE) {
            warnings.add(SubtitleWarning.whole(decoded.turn() == Decoding.Turn.SUSPECTED ? Kind.MISREAD : Kind.REREAD));
        }
        if (decoded.encoding() == TextEncoding.TCVN3) {
            warnings.add(SubtitleWarning.whole(Kind.CAPITALS));
        }
        var reading = new Reading(warnings);
        format.read(decoded.text(), reading);
        var cues = reading.cues();
        var noticed = warnings.list();
        if (cues.isEmpty()) {
            throw new SubtitlesRefused(Reason.NO_CUE, firstLine(noticed), "No cue can be shown: " + noticed);
        }
        return new SubtitleFile(format, decoded.encoding(), cues, noticed);
    }

    /**
     * Whether a file looks like subtitles in any format and encoding.
     *
     * @param head its first {@value #HEAD} bytes, or all of a shorter one
     */
    public static boolean isLike(byte[] head) {
        // Times are written in ASCII by all encodings, but for the zeros of UTF-16.
        var text = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
        var marked = Stream.of("\u00ef\u00bb\u00bf", "\u00ff\u00fe", "\u00fe\u00ff")
                .filter(text::startsWith)
                .findFirst();
        try {
            return SubtitleFormat.of(
                            marked.map(mark -> text.substring(mark.length())).orElse(text))
                    .isPresent();
        } catch (SubtitlesRefused tooLong) {
            return false;
        }
    }

    private static Decoding.Read decode(byte[] bytes, String language) {
        var decoding = TextDecoder.decode(bytes, language);
        if (decoding instanceof Decoding.Read read) {
            return read;
        }
        if (decoding instanceof Decoding.Broken broken) {
            throw new SubtitlesRefused(
                    Reason.BROKEN_ENCODING,
                    broken.line(),
                    "Not valid " + broken.encoding().label());
        }
        if (!isLike(Arrays.copyOf(bytes, Math.min(bytes.length, HEAD)))) {
            throw new SubtitlesRefused(Reason.UNKNOWN_FORMAT, 0, "Neither text nor times as in subtitles");
        }
        throw new SubtitlesRefused(Reason.UNKNOWN_ENCODING, 0, "The encoding is none that is known for sure");
    }

    private static int firstLine(List<SubtitleWarning> warnings) {
        return warnings.stream()
                .mapToInt(SubtitleWarning::place)
                .filter(place -> place > 0)
                .findFirst()
                .orElse(0);
    }
}
