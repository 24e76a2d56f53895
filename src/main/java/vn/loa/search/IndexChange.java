package vn.loa.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What must change in an index, as ids of documents.
 *
 * @param outdated missing, or of another revision than the database has
 * @param unwanted no longer public
 */
record IndexChange(Set<String> outdated, List<String> unwanted) {
    /** @param found revisions in the index by id @param wanted those of the database */
    static IndexChange between(Map<String, String> found, Map<String, String> wanted) {
        var outdated = new LinkedHashSet<String>();
        wanted.forEach((key, revision) -> {
            if (!revision.equals(found.get(key))) {
                outdated.add(key);
            }
        });
        var unwanted =
                found.keySet().stream().filter(key -> !wanted.containsKey(key)).toList();
        return new IndexChange(outdated, unwanted);
    }
}
