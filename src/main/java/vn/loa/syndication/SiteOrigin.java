package vn.loa.syndication;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The origin of a site: scheme, host and, where it is not the usual one, port. Nothing of a path is ever kept. */
public final class SiteOrigin {
    private static final Pattern ORIGIN = Pattern.compile(
            "(https?)://([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\\[[0-9a-f:.]{2,45}])(?::([0-9]{1,5}))?");

    private SiteOrigin() {}

    /** Of an address, such as a browser names in {@code Referer}; empty when it is none of the web. */
    public static Optional<String> of(String address) {
        var end = address.indexOf('/', address.indexOf("://") + 3);
        return exactly(end < 0 ? address : address.substring(0, end));
    }

    /** As {@link #exactly}, or all sites below a domain: {@code https://*.caobang.gov.vn}, as a policy for frames says it. */
    static Optional<String> pattern(String written) {
        var all = written.strip().toLowerCase(Locale.ROOT);
        if (!all.matches("https?://\\*\\.[^/*]*\\.[^/*]*[a-z][^/*]*/?")) {
            return written.contains("*") ? Optional.empty() : exactly(written);
        }
        return exactly(all.replace("*.", "")).map(origin -> origin.replace("://", "://*."));
    }

    /** Whether a site is among those that are allowed. @param allowed as {@link #pattern} answers them */
    public static boolean isAmong(String origin, Collection<String> allowed) {
        return allowed.stream()
                .anyMatch(one -> one.equals(origin)
                        || one.contains("://*.")
                                && origin.startsWith(one.substring(0, one.indexOf('*')))
                                && origin.endsWith(one.substring(one.indexOf('*') + 1)));
    }

    /** Of what is written as an origin and nothing else, but for a slash at its end. */
    public static Optional<String> exactly(String written) {
        var parts = ORIGIN.matcher(written.strip().toLowerCase(Locale.ROOT).replaceFirst("/$", ""));
        if (!parts.matches() || parts.group(2).contains("..")) {
            return Optional.empty();
        }
        var usual = parts.group(1).equals("https") ? "443" : "80";
        var port = parts.group(3) == null || parts.group(3).equals(usual) ? "" : ":" + Integer.parseInt(parts.group(3));
        return port.length() > 1 && Integer.parseInt(port.substring(1)) > 65_535
                ? Optional.empty()
                : Optional.of(parts.group(1) + "://" + parts.group(2) + port);
    }
}
