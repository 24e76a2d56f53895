package vn.loa.syndication.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.search.Filters;
import vn.loa.syndication.EmbedShowings;

/** What the registry of embeds calls what stands at an address. */
public final class EmbedName {
    private static final Pattern WORK = Pattern.compile(Addresses.EMBEDS + "/([a-z0-9-]{1,200})");
    private static final String LIST = EmbedShowings.LISTS + "/";
    private static final int LONGEST = 400;

    private EmbedName() {}

    /**
     * Lists are told apart by what narrows them, and not by how they look, in which order they stand or how long they are.
     *
     * @param path decoded
     * @param query as it stands in the request line
     * @return empty for what is no address of an embed
     */
    public static Optional<String> of(String path, @Nullable String query) {
        if (path.equals(Addresses.EMBEDDED_LIST)) {
            return Optional.of(query == null || query.isEmpty() ? EmbedShowings.LISTS : list(Address.of(path, query)));
        }
        var work = WORK.matcher(path);
        return work.matches() ? Optional.of(work.group(1)) : Optional.empty();
    }

    private static String list(Address asked) {
        var narrowed = EmbedCodeBacking.narrowed(asked)
                .without(Filters.ORDER)
                .bounded()
                .sorted()
                .at(LIST)
                .toString()
                .replaceFirst("[?]", "");
        return narrowed.equals(LIST) || narrowed.length() > LONGEST ? EmbedShowings.LISTS : narrowed;
    }

    /** Path and query of what the registry calls so. */
    public static Address address(String name) {
        return name.startsWith(LIST)
                ? Address.of(Addresses.EMBEDDED_LIST, name.substring(LIST.length()))
                : Address.of(Addresses.EMBEDS + "/" + name);
    }

    /** What narrows a list; nothing for those that are not, and for works. */
    static List<Map.Entry<String, String>> narrowing(String name) {
        return address(name).parameters();
    }
}
