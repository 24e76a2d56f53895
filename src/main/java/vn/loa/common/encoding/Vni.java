package vn.loa.common.encoding;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.Map;

/**
 * VNI for Windows: a letter is followed by a second one that carries its marks (aù is á, aá is ấ); ơ, ư, đ, ỵ and the accented forms of i are
 * single bytes. The first decides about capitals, whatever the case of the second.
 */
final class Vni {
    /** The second byte, and the combining marks it stands for after A, E, O, U, Y, Ơ, Ư. */
    private static final Map<Character, String> MARKS = Map.ofEntries(
            Map.entry('ù', "\u0301"),
            Map.entry('ø', "\u0300"),
            Map.entry('û', "\u0309"),
            Map.entry('õ', "\u0303"),
            Map.entry('ï', "\u0323"),
            Map.entry('â', "\u0302"),
            Map.entry('á', "\u0302\u0301"),
            Map.entry('à', "\u0302\u0300"),
            Map.entry('å', "\u0302\u0309"),
            Map.entry('ã', "\u0302\u0303"),
            Map.entry('ä', "\u0302\u0323"),
            Map.entry('ê', "\u0306"),
            Map.entry('é', "\u0306\u0301"),
            Map.entry('è', "\u0306\u0300"),
            Map.entry('ú', "\u0306\u0309"),
            Map.entry('ü', "\u0306\u0303"),
            Map.entry('ë', "\u0306\u0323"));

    private static final String ONLY_TONES = "ùøûõï";
    private static final String CIRCUMFLEX = "âáàåãä";

    /** Single bytes that are letters by themselves. */
    private static final String SINGLE = "ôöñîíìæóò";

    private static final String SINGLE_MEANS = "ơưđỵíìỉĩị";

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Vni() {}

    static String decode(byte[] bytes) {
        var raw = new String(bytes, WINDOWS);
        var text = new StringBuilder(raw.length());
        for (var i = 0; i < raw.length(); i++) {
            var letter = letter(raw.charAt(i));
            text.append(letter);
            var marks = i + 1 < raw.length() ? marks(letter, raw.charAt(i + 1)) : "";
            if (!marks.isEmpty()) {
                text.append(marks);
                i++;
            }
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static char letter(char c) {
        var small = Character.toLowerCase(c);
        var place = SINGLE.indexOf(small);
        if (place < 0) {
            return c;
        }
        var means = SINGLE_MEANS.charAt(place);
        return small == c ? means : Character.toUpperCase(means);
    }

    /** What the second byte adds to a letter; empty when it is no mark of this letter. */
    private static String marks(char letter, char second) {
        var mark = Character.toLowerCase(second);
        var fitting = switch (Character.toLowerCase(letter)) {
            case 'a' -> MARKS.containsKey(mark);
            case 'e', 'o' -> ONLY_TONES.indexOf(mark) >= 0 || CIRCUMFLEX.indexOf(mark) >= 0;
            case 'u', 'y', 'ơ', 'ư' -> ONLY_TONES.indexOf(mark) >= 0;
            default -> false;
        };
        return fitting ? MARKS.getOrDefault(mark, "") : "";
    }
}
