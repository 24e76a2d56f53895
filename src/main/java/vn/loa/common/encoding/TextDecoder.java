package vn.loa.common.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tells from its bytes how a text was written, and reads it. A byte order mark decides; else what is valid UTF-16 or UTF-8 is that. What is neither may
 * be in an older encoding: the one whose reading is spelled as Vietnamese is, far better than any other. A few words are enough in a text that is said
 * to be Vietnamese. Of another language the reading must be so for many words, as that of languages is which are written by the rules of Vietnamese, and
 * of text that only holds the place of a translation; in every other case nothing is read.
 *
 * <p>Unicode is never converted, unless all of its letters are bytes of an older encoding taken for those of western Europe, and many words prove it.
 */
public final class TextDecoder {
    private static final String VIETNAMESE = "vi";

    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] UTF_16LE_MARK = {(byte) 0xff, (byte) 0xfe};
    private static final byte[] UTF_16BE_MARK = {(byte) 0xfe, (byte) 0xff};

    /** So many good letters for one bad byte are no chance: the file is UTF-8, and damaged. */
    private static final int GOOD_FOR_BAD = 10;

    private TextDecoder() {}

    /**
     * Reads a text. Linear in its length; keeps a few copies of it in memory.
     *
     * @param language code of the language it is in
     */
    public static Decoding decode(byte[] bytes, String language) {
        if (startsWith(bytes, UTF_8_MARK)) {
            return strictly(TextEncoding.UTF_8, bytes, UTF_8_MARK.length);
        }
        if (startsWith(bytes, UTF_16LE_MARK)) {
            return strictly(TextEncoding.UTF_16LE, bytes, UTF_16LE_MARK.length);
        }
        if (startsWith(bytes, UTF_16BE_MARK)) {
            return strictly(TextEncoding.UTF_16BE, bytes, UTF_16BE_MARK.length);
        }
        var wide = wide(bytes);
        if (wide.isPresent()) {
            return strictly(wide.get(), bytes, 0);
        }
        var utf8 = strictly(TextEncoding.UTF_8, bytes, 0);
        if (utf8 instanceof Decoding.Read || isMostlyUtf8(bytes)) {
            return utf8;
        }
        return OlderText.of(bytes)
                .filter(found -> language.equals(VIETNAMESE) || found.evidence().isPlenty())
                .<Decoding>map(found -> new Decoding.Read(found.encoding(), found.text()))
                .orElseGet(Decoding.Unsure::new);
    }

    private static Decoding strictly(TextEncoding encoding, byte[] bytes, int from) {
        var in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        var decoder = charset(encoding)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            return meant(encoding, decoder.decode(in).toString());
        } catch (CharacterCodingException e) {
            return new Decoding.Broken(encoding, lineAt(bytes, in.position()));
        }
    }

    private static Decoding meant(TextEncoding encoding, String text) {
        var misread = Misreading.undo(text);
        return misread.filter(found -> found.evidence().isPlenty())
                .map(found -> new Decoding.Read(found.encoding(), found.text(), Decoding.Turn.TURNED_BACK))
                .orElseGet(() -> new Decoding.Read(
                        encoding, text, misread.isPresent() ? Decoding.Turn.SUSPECTED : Decoding.Turn.NONE));
    }

    private static Charset charset(TextEncoding encoding) {
        return switch (encoding) {
            case UTF_8 -> StandardCharsets.UTF_8;
            case UTF_16LE -> StandardCharsets.UTF_16LE;
            case UTF_16BE -> StandardCharsets.UTF_16BE;
            case WINDOWS_1258, TCVN3, VNI -> throw new IllegalArgumentException("Not of Unicode: " + encoding);
        };
    }

    private static int lineAt(byte[] bytes, int position) {
        var line = 1;
        for (var i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    /** Digits, spaces and line ends leave every second byte of UTF-16 zero; text in other encodings has no zeros. */
    private static Optional<TextEncoding> wide(byte[] bytes) {
        var zeros = new int[2];
        for (var i = 0; i < bytes.length; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        var many = bytes.length / 8;
        var few = bytes.length / 200;
        if (bytes.length % 2 != 0 || many == 0) {
            return Optional.empty();
        }
        if (zeros[1] > many && zeros[0] <= few) {
            return Optional.of(TextEncoding.UTF_16LE);
        }
        return zeros[0] > many && zeros[1] <= few ? Optional.of(TextEncoding.UTF_16BE) : Optional.empty();
    }

    private static boolean isMostlyUtf8(byte[] bytes) {
        var text = CharBuffer.wrap(new String(bytes, StandardCharsets.UTF_8));
        var bad = text.chars().filter(c -> c == '\ufffd').count();
        var good = text.chars().filter(c -> c > 0x7f && c != '\ufffd').count();
        return good >= GOOD_FOR_BAD * bad;
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }
}
