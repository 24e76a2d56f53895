package vn.loa.syndication.web;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.PublicRoutes;

/**
 * What the address that a program wants to embed is about.
 *
 * @param embed path of its embed, with what the address chose: voice, second, filters, language
 * @param slug of a product; empty for a list
 */
record OembedTarget(Address embed, String slug) {
    private static final Pattern WORK = Pattern.compile("/(?:san-pham|nhung)/([^/]{1,200})");
    private static final Pattern TOPIC = Pattern.compile("/chu-de/([^/]{1,200})");
    private static final Set<String> LISTS = Set.of("/san-pham", Addresses.EMBEDDED_LIST);

    /** Empty for addresses that are not of this portal or have nothing to embed. @param root address of the portal */
    static Optional<OembedTarget> of(String url, String root) {
        URI uri;
        try {
            uri = URI.create(url.strip());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
        var home = URI.create(root);
        // The same host speaks with and without TLS: people write either.
        if (uri.getHost() == null
                || uri.getRawUserInfo() != null
                || !uri.getHost().equalsIgnoreCase(home.getHost())
                || port(uri) != port(home)
                || uri.getScheme() == null
                || !uri.getScheme().matches("(?i)https?")) {
            return Optional.empty();
        }
        var path = uri.getPath().replaceFirst("/+$", "");
        var asked = Address.of(path, uri.getRawQuery() == null ? "" : uri.getRawQuery());
        var topic = TOPIC.matcher(path);
        if (LISTS.contains(path) || topic.matches()) {
            var list = Address.of(Addresses.EMBEDDED_LIST, query(asked))
                    .keeping(PublicRoutes.parametersOf(Addresses.EMBEDDED_LIST))
                    .bounded();
            return Optional.of(new OembedTarget(topic.matches() ? list.with("chu-de", topic.group(1)) : list, ""));
        }
        var work = WORK.matcher(path);
        return work.matches()
                ? Optional.of(new OembedTarget(
                        Address.of(Addresses.EMBEDS + "/" + work.group(1), query(asked))
                                .keeping(PublicRoutes.parametersOf(Addresses.EMBEDS + "/" + work.group(1)))
                                .bounded(),
                        work.group(1)))
                : Optional.empty();
    }

    private static String query(Address asked) {
        var text = asked.toString();
        var question = text.indexOf('?');
        return question < 0 ? "" : text.substring(question + 1);
    }

    /** The one that is meant when none is named; those of both schemes count as one. */
    private static int port(URI uri) {
        return uri.getPort() == 80 || uri.getPort() == 443 ? -1 : uri.getPort();
    }

    /** Path of the page of what is shown, without how the embed looks. */
    String page() {
        var path = isList() ? "/san-pham" : "/san-pham/" + slug;
        return embed.at(path).keeping(PublicRoutes.parametersOf(path)).toString();
    }

    /** The same in another layout. */
    OembedTarget looking(String layout) {
        return new OembedTarget(embed.with(EmbedLook.LAYOUT, layout), slug);
    }

    boolean isList() {
        return slug.isEmpty();
    }
}
