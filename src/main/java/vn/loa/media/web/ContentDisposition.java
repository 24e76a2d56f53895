package vn.loa.media.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes the field that makes a browser save a file, by RFC 6266 and RFC 8187. */
final class ContentDisposition {
    private static final String UNRESERVED = "!#$&+-.^_`|~";
    private static final int LONGEST = 120;

    private ContentDisposition() {}

    /**
     * @param name as the file shall be called; what no file system or terminal should see is left out
     * @param extension it shall have, whatever the name says
     */
    static String attachment(String name, String extension) {
        var clean = clean(name, extension);
        var ascii = clean.chars().allMatch(c -> c < 0x7f) ? clean : clean.replaceAll("[^ -~]", "_");
        var field = "attachment; filename=\"" + ascii + "\"";
        return ascii.equals(clean) ? field : field + "; filename*=UTF-8''" + encode(clean);
    }

    private static String clean(String name, String extension) {
        var dot = name.lastIndexOf('.');
        var stem = (dot < 0 ? name : name.substring(0, dot))
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\"\\\\/:*?<>|]", "")
                .strip()
                .replaceAll("^\\.+", "");
        if (stem.isEmpty()) {
            stem = "loa";
        }
        var end = Math.min(stem.length(), LONGEST);
        if (end < stem.length() && Character.isHighSurrogate(stem.charAt(end - 1))) {
            end--;
        }
        return stem.substring(0, end) + "." + extension;
    }

    private static String encode(String name) {
        var encoded = new StringBuilder();
        for (var b : name.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
