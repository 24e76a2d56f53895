package vn.loa.common.encoding;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * Unicode that was made of an older encoding by taking its bytes for the letters of western Europe, as editors of text do that know no better: "TiÕng ViÖt"
 * for "Tiếng Việt".
 */
public final class Misreading {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Misreading() {}

    /**
     * The bytes as they were before somebody took them for letters; controls stand for themselves, and a question mark for what no byte can have been.
     */
    public static byte[] bytes(String text) {
        var bytes = text.getBytes(WINDOWS);
        for (var i = 0; i < bytes.length && bytes.length == text.length(); i++) {
            var c = text.charAt(i);
            bytes[i] = c >= 0x80 && c <= 0x9f ? (byte) c : bytes[i];
        }
        return bytes;
    }

    /**
     * What the text was meant to say; empty when it may well say what it says. A letter that only Unicode has tells that nothing was misread; other
     * signs of that kind, such as notes of music, stay.
     */
    static Optional<OlderText> undo(String text) {
        if (text.chars().allMatch(c -> c < 0x80) || text.chars().anyMatch(Misreading::isLetterOfUnicode)) {
            return Optional.empty();
        }
        return OlderText.of(bytes(text))
                .map(found -> new OlderText(found.encoding(), restored(found.encoding(), text), found.evidence()));
    }

    private static boolean isLetterOfUnicode(int c) {
        return (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) && !isByte(c);
    }

    private static boolean isByte(int c) {
        return c <= 0xff || WINDOWS.newEncoder().canEncode((char) c);
    }

    private static String restored(TextEncoding encoding, String text) {
        var restored = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); ) {
            var from = at;
            while (at < text.length() && isByte(text.charAt(at))) {
                at++;
            }
            restored.append(OlderText.decode(encoding, bytes(text.substring(from, at))));
            if (at < text.length()) {
                restored.append(text.charAt(at++));
            }
        }
        return restored.toString();
    }
}
