package vn.loa.programmes.packages;

import java.util.Map;
import java.util.TreeMap;

/**
 * The list of check sums of a package, as {@code sha256sum -c} reads it: of everything in it, and of what an earlier package has brought, at its place there. It is what the portal signs. Not for several threads.
 */
final class Checksums {
    private final Map<String, String> byPath = new TreeMap<>();

    /** @param path from the folder of the package */
    void add(String path, String sha256) {
        byPath.put(path, sha256);
    }

    /** A line for each file, in order of paths. */
    @Override
    public String toString() {
        var lines = new StringBuilder();
        byPath.forEach(
                (path, sha256) -> lines.append(sha256).append("  ").append(path).append('\n'));
        return lines.toString();
    }
}
