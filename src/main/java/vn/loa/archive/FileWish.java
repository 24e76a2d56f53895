package vn.loa.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file that a line names, and what it shall be to the product. What is not said is told from its name.
 *
 * @param path within the archive
 * @param kind code of a kind of track, or a word for it; empty when nothing is said
 * @param language a code or a name; empty when nothing is said
 * @param role code of a role, or a word for it; empty when nothing is said
 */
record FileWish(String path, String kind, String language, String role) {
    /** Of a file that the portal has already, as an export names it: the id of its track comes last but for the name. */
    private static final Pattern OURS = Pattern.compile("tep/[a-z0-9-]+/([0-9]{1,18})/[^/]+");

    /** One on a line, or parted by semicolons; its parts are parted by strokes. */
    static List<FileWish> read(String cell) {
        var wishes = new ArrayList<FileWish>();
        for (var entry : Cells.parts(cell)) {
            var parts = entry.split("\\|", -1);
            wishes.add(new FileWish(part(parts, 0), part(parts, 1), part(parts, 2), part(parts, 3)));
        }
        return wishes;
    }

    private static String part(String[] parts, int place) {
        return place < parts.length ? parts[place].strip() : "";
    }

    /** As {@link #read} takes it. */
    String written() {
        return path + " | " + kind + " | " + language + " | " + role;
    }

    /** How an export names the file of a track. */
    static String pathOf(String product, long track, String name) {
        return "tep/" + product + "/" + track + "/" + name.replaceAll("[/\\\\|;\\p{Cntrl}]", "_");
    }

    /** The track that an export has named. */
    Optional<Long> track() {
        var ours = OURS.matcher(path);
        return ours.matches() ? Optional.of(Long.valueOf(ours.group(1))) : Optional.empty();
    }

    /** Without the folders above it. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
