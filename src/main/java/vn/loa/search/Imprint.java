package vn.loa.search;

import java.util.Collection;
import java.util.List;
import vn.loa.common.Texts;

/**
 * The line at the head or the foot of a printed page that says who has published it: it is no content, and whoever looks for "thông tin" does not mean every
 * leaflet of the department for it. Immutable.
 *
 * @param publishers what whoever published it is called, folded
 */
record Imprint(List<String> publishers) {
    static Imprint of(Collection<Texts> names) {
        return new Imprint(names.stream()
                .flatMap(name -> name.asMap().values().stream())
                .map(Folding::fold)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList());
    }

    /** The page without such a line. */
    String without(String page) {
        var lines = page.strip().split("\\R");
        var from = isImprint(lines[0]) ? 1 : 0;
        var to = lines.length > from && isImprint(lines[lines.length - 1]) ? lines.length - 1 : lines.length;
        return from == 0 && to == lines.length
                ? page
                : String.join("\n", List.of(lines).subList(from, to));
    }

    private boolean isImprint(String line) {
        var folded = Folding.fold(line) + " ";
        return publishers.stream().anyMatch(name -> folded.startsWith(name + " "));
    }
}
