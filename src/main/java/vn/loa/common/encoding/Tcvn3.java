package vn.loa.common.encoding;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * TCVN 5712:1993 in the form VN3, which the ABC fonts (.VnTime …) use: one byte for each accented small letter and for Ă Â Ê Ô Ơ Ư Đ.
 *
 * <p>There are no bytes for other accented capitals. People wrote them in a second font (.VnTimeH) that shows the bytes of small letters as
 * capitals, and a text file does not tell its font. Words with at least two capitals of ASCII and no small one become capitals throughout
 * (VIỆT NAM); what else was in such a font comes out in small letters, and an editor has to look.
 */
final class Tcvn3 {
    /** Bytes A1 to FE; U+FFFD where VN3 has none. */
    private static final String UPPER_HALF = "ĂÂÊÔƠƯĐăâêôơưđ\ufffd"
            + "\ufffd\ufffd\ufffd\ufffd\ufffdàảãáạ\ufffdằẳẵắ\ufffd"
            + "\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdặầẩẫấậè\ufffdẻẽ"
            + "éẹềểễếệìỉ\ufffd\ufffd\ufffdĩíịò"
            + "\ufffdỏõóọồổỗốộờởỡớợù"
            + "\ufffdủũúụừửữứựỳỷỹýỵ";

    /** The typographic signs between 80 and 9F are those of the Windows on which such texts were typed. */
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final Pattern SHOUTED =
            Pattern.compile("(?<!\\p{L})(?=\\p{L}*[A-Z]\\p{L}*[A-Z])[\\p{L}&&[^a-z]]+(?!\\p{L})");

    private Tcvn3() {}

    static String decode(byte[] bytes) {
        var text = new StringBuilder(new String(bytes, WINDOWS));
        for (var i = 0; i < bytes.length; i++) {
            var code = bytes[i] & 0xff;
            if (code > 0xa0) {
                text.setCharAt(i, code == 0xff ? '\ufffd' : UPPER_HALF.charAt(code - 0xa1));
            }
        }
        return SHOUTED.matcher(text).replaceAll(Tcvn3::capitals);
    }

    private static String capitals(MatchResult word) {
        return word.group().toUpperCase(Locale.ROOT);
    }
}
