package vn.loa.programmes.packages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.loa.common.Messages;
import vn.loa.common.Texts;
import vn.loa.programmes.CalendarFeed;

/** The files of a package besides its sounds, by their paths from its folder. */
final class PackageFiles {
    static final String READ_ME = "DOC-TRUOC.txt";
    static final String SHEET = "lich-phat.pdf";
    static final String M3U8 = "lich-phat.m3u8";
    static final String XSPF = "lich-phat.xspf";
    static final String CSV = "lich-phat.csv";
    static final String JSON = "lich-phat.json";
    static final String CALENDAR = "lich-phat.ics";
    static final String CHECKSUMS = "SHA256SUMS";
    static final String SIGNATURE = "SHA256SUMS.sig";

    /** Where the portal says with which keys it signs, from its root. */
    static final String KEYS = "/api/v1/package-keys";

    private static final String PROGRAMMES = "/lich-phat/";

    private PackageFiles() {}

    /** The public key. @param id of it */
    static String key(String id) {
        return "loa-" + id + ".pem";
    }

    /** In the order in which they stand in the package, before the sounds. A few hundred kilobytes at the most. */
    static Map<String, byte[]> of(PackageContent content) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        var playlists = new Playlists(content);
        var sheet = ProgrammeSheet.of(content);
        files.put(READ_ME, bytes(ReadMe.of(content, sheet.pages())));
        files.put(SHEET, sheet.pdf());
        files.putAll(playlists(content));
        files.put(CSV, bytes(ProgrammeTable.of(content)));
        files.put(JSON, bytes(ProgrammeJson.of(content)));
        files.put(CALENDAR, bytes(calendar(content)));
        content.days()
                .forEach(day -> day.parts()
                        .forEach(part -> files.put(
                                day.folder() + "/" + part.folder() + ".m3u8", bytes(playlists.m3u8(day, part)))));
        return files;
    }

    /** Those of everything. */
    static Map<String, byte[]> playlists(PackageContent content) {
        var files = new LinkedHashMap<String, byte[]>();
        var playlists = new Playlists(content);
        files.put(M3U8, bytes(playlists.m3u8()));
        files.put(XSPF, bytes(playlists.xspf()));
        return files;
    }

    static String calendar(PackageContent content) {
        var words = new PackageWords(content);
        var portal = content.portal();
        return CalendarFeed.of(
                content.span(),
                words.title(),
                block -> Messages.in(Texts.FALLBACK)
                        .text(
                                block.isUrgent() ? "programme.event.urgent" : "programme.event",
                                words.place(),
                                words.wording().time(block.begins())),
                content::language,
                portal.isEmpty() ? "" : portal + PROGRAMMES + content.span().code());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
