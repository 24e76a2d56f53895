package vn.loa.common.encoding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes Vietnamese as the programs of the nineties did. The tables are rows of one vowel each, seen through windows-1252, as people knew them from
 * the screen; the code under test has them in another shape.
 */
public final class LegacyText {
    private static final String[][] TCVN3 = {
        {"àảãáạ", "µ¶·¸¹"},
        {"ăằẳẵắặ", "¨»¼½¾Æ"},
        {"âầẩẫấậ", "©ÇÈÉÊË"},
        {"đ", "®"},
        {"èẻẽéẹ", "ÌÎÏÐÑ"},
        {"êềểễếệ", "ªÒÓÔÕÖ"},
        {"ìỉĩíị", "×ØÜÝÞ"},
        {"òỏõóọ", "ßáâãä"},
        {"ôồổỗốộ", "«åæçèé"},
        {"ơờởỡớợ", "¬êëìíî"},
        {"ùủũúụ", "ïñòóô"},
        {"ưừửữứự", "\u00adõö÷øù"},
        {"ỳỷỹýỵ", "úûüýþ"},
        {"ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§"},
    };

    private static final String[][] VNI = {
        {"áàảãạ", "aù aø aû aõ aï"},
        {"âấầẩẫậ", "aâ aá aà aå aã aä"},
        {"ăắằẳẵặ", "aê aé aè aú aü aë"},
        {"éèẻẽẹ", "eù eø eû eõ eï"},
        {"êếềểễệ", "eâ eá eà eå eã eä"},
        {"íìỉĩị", "í ì æ ó ò"},
        {"óòỏõọ", "où oø oû oõ oï"},
        {"ôốồổỗộ", "oâ oá oà oå oã oä"},
        {"ơớờởỡợ", "ô ôù ôø ôû ôõ ôï"},
        {"úùủũụ", "uù uø uû uõ uï"},
        {"ưứừửữự", "ö öù öø öû öõ öï"},
        {"ýỳỷỹỵ", "yù yø yû yõ î"},
        {"đ", "ñ"},
    };

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");

    /** Every accented letter of Vietnamese, small. */
    static final String SMALL = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";

    private LegacyText() {}

    /** Capitals for which there is no byte are small, as in a capital font. */
    public static byte[] tcvn3(String text) {
        var table = new HashMap<Character, String>();
        for (var row : TCVN3) {
            for (var i = 0; i < row[0].length(); i++) {
                table.put(row[0].charAt(i), row[1].substring(i, i + 1));
            }
        }
        SMALL.chars()
                .forEach(c -> table.putIfAbsent(Character.toUpperCase((char) c), table.getOrDefault((char) c, "")));
        return write(text, table);
    }

    public static byte[] vni(String text) {
        var table = new HashMap<Character, String>();
        for (var row : VNI) {
            var forms = row[1].split(" ");
            for (var i = 0; i < forms.length; i++) {
                table.put(row[0].charAt(i), forms[i]);
                table.put(Character.toUpperCase(row[0].charAt(i)), forms[i].toUpperCase(Locale.ROOT));
            }
        }
        return write(text, table);
    }

    /** Tones are characters of their own unless the code page has the letter whole. */
    public static byte[] windows1258(String text) {
        var out = new ByteArrayOutputStream();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            var letter = Character.toString(c);
            if (!WINDOWS_1258.newEncoder().canEncode(letter)) {
                letter = apart(letter);
            }
            out.writeBytes(letter.getBytes(WINDOWS_1258));
        });
        return out.toByteArray();
    }

    /** The letter without its tone, then the tone. */
    private static String apart(String letter) {
        var parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
        for (var tone : new String[] {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}) {
            if (parts.contains(tone)) {
                return Normalizer.normalize(parts.replace(tone, ""), Normalizer.Form.NFC) + tone;
            }
        }
        return letter;
    }

    private static byte[] write(String text, Map<Character, String> table) {
        var out = new StringBuilder();
        for (var c : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
            out.append(table.getOrDefault(c, String.valueOf(c)));
        }
        return out.toString().getBytes(WINDOWS_1252);
    }
}
