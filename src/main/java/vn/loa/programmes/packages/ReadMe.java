package vn.loa.programmes.packages;

import java.util.stream.Collectors;

/** Writes the leaflet of a package: what is in it, how it is played, and how to see that nobody has changed it. */
final class ReadMe {
    /** Lists what is in the folder and in no list of check sums: players that take folders play that too. */
    private static final String ADDED =
            "find . ! -type d ! -path ./%1$s ! -path ./%2$s | awk 'NR==FNR{a[\"./\" substr($0,67)];next} !($0 in a)' %1$s -"
                    .formatted(PackageFiles.CHECKSUMS, PackageFiles.SIGNATURE);

    /** Programs of old Windows read UTF-8 only behind this, and end lines so. */
    private static final String MARK = "\ufeff";

    private static final String END = "\r\n";

    private final PackageContent content;
    private final PackageWords words;
    private final int pages;
    private final StringBuilder text = new StringBuilder(MARK);

    private ReadMe(PackageContent content, int pages) {
        this.content = content;
        this.pages = pages;
        this.words = new PackageWords(content);
    }

    /** @param pages of the programme that is printed */
    static String of(PackageContent content, int pages) {
        return new ReadMe(content, pages).written();
    }

    private String written() {
        line(words.title());
        line(words.days());
        say("package.readme.what", content.name());
        var since = content.since();
        if (since != null) {
            // What the last package left out lies in those before it.
            var folders = content.folders();
            say("package.readme.since", folders.isEmpty() ? since.name() : String.join("\n    ", folders));
        }
        if (!content.left().isEmpty()) {
            say("package.readme.left", content.left().stream().map(words::line).collect(Collectors.joining("\n    ")));
        }
        say("package.readme.play");
        say("package.readme.files", PackageFiles.SHEET, PackageFiles.M3U8, PackageFiles.XSPF, PackageFiles.CSV, pages);
        say("package.readme.check", PackageFiles.CHECKSUMS);
        line("");
        line("    sha256sum -c " + PackageFiles.CHECKSUMS);
        line("    openssl pkeyutl -verify -pubin -inkey " + PackageFiles.key(content.key()) + " -rawin -in "
                + PackageFiles.CHECKSUMS + " -sigfile " + PackageFiles.SIGNATURE);
        line("    " + ADDED);
        say("package.readme.good");
        say("package.readme.key", content.key(), PackageFiles.key(content.key()), address());
        return text.toString();
    }

    private String address() {
        return content.portal() + PackageFiles.KEYS + "/" + content.key() + ".pem";
    }

    private void say(String key, Object... arguments) {
        line("");
        line(words.text(key, arguments));
    }

    private void line(String line) {
        text.append(line.replace("\n", END)).append(END);
    }
}
