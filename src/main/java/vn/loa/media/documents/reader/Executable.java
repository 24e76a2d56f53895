package vn.loa.media.documents.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Tells programs from what documents hold otherwise. */
final class Executable {
    /** How many bytes are enough to tell. */
    static final int HEAD = 4;

    private static final Set<String> ENDINGS = Set.of(
            "exe", "com", "bat", "cmd", "scr", "pif", "msi", "dll", "sys", "cpl", "js", "jse", "vbs", "vbe", "wsf",
            "wsh", "ps1", "hta", "lnk", "jar", "apk", "sh", "reg", "docm", "dotm", "xlsm", "xltm", "pptm", "ppam",
            "xlam");

    /** The stream in which a compound file keeps any file that was packed into it ([MS-OLEDS] 2.3.6). */
    private static final byte[] PACKAGED = "Ole10Native".getBytes(StandardCharsets.UTF_16LE);

    private Executable() {}

    static boolean isNamed(String name) {
        var dot = name.lastIndexOf('.');
        return dot >= 0 && ENDINGS.contains(name.substring(dot + 1).strip().toLowerCase(Locale.ROOT));
    }

    /** Programs of Windows, of Linux, and scripts. */
    static boolean begins(byte[] head) {
        return has(head, 'M', 'Z') || has(head, 0x7f, 'E', 'L', 'F') || has(head, '#', '!');
    }

    /** Whether the rest of a compound file names such a stream. Reads it to its end. */
    static boolean isPackaged(InputStream content) throws IOException {
        var matched = 0;
        var found = false;
        var buffer = new byte[8192];
        for (var n = content.read(buffer, 0, buffer.length); n >= 0; n = content.read(buffer, 0, buffer.length)) {
            for (var i = 0; i < n && !found; i++) {
                matched = buffer[i] == PACKAGED[matched] ? matched + 1 : buffer[i] == PACKAGED[0] ? 1 : 0;
                found = matched == PACKAGED.length;
            }
        }
        return found;
    }

    private static boolean has(byte[] head, int... wanted) {
        for (var i = 0; i < wanted.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
