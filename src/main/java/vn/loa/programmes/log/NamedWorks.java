package vn.loa.programmes.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.loa.common.Texts;

/** The works that a table names, by their addresses or by their titles. What it does not name is not kept, however many works there are. First all that is written is wanted, then what there is is seen. */
final class NamedWorks {
    private static final Pattern ADDRESS = Pattern.compile("(?:.*/)?san-pham/([a-z0-9-]+)(?:[?#].*)?");

    private final Set<String> written = new HashSet<>();
    private final Set<String> slugs = new HashSet<>();
    private final Map<String, List<String>> titles = new HashMap<>();

    /** @param cell what stands there for a work */
    void want(String cell) {
        written.add(cell);
    }

    /** What may be slugs. */
    List<String> addresses() {
        return written.stream().map(NamedWorks::address).distinct().toList();
    }

    /** These are slugs of works. */
    void know(Collection<String> found) {
        slugs.addAll(found);
    }

    /** Whether anything is wanted that is no slug. */
    boolean wantsTitles() {
        written.stream()
                .filter(cell -> !slugs.contains(address(cell)))
                .map(LogColumn::folded)
                .filter(title -> !title.isEmpty())
                .forEach(title -> titles.putIfAbsent(title, new ArrayList<>()));
        return !titles.isEmpty();
    }

    /** One of all works. */
    void see(String slug, Texts title) {
        title.asMap().values().stream()
                .map(LogColumn::folded)
                .distinct()
                .flatMap(folded -> Optional.ofNullable(titles.get(folded)).stream())
                .forEach(named -> named.add(slug));
    }

    /** Slugs of those that a cell names; several when they have the same title. */
    List<String> of(String cell) {
        var slug = address(cell);
        return slugs.contains(slug) ? List.of(slug) : titles.getOrDefault(LogColumn.folded(cell), List.of());
    }

    private static String address(String cell) {
        var address = ADDRESS.matcher(cell);
        return address.matches() ? address.group(1) : cell;
    }
}
