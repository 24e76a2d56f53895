package vn.loa.syndication;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The origin of a site: scheme, host and, where it is not the usual one, port. Nothing of a path is ever kept. */
public final class SiteOrigin {
    private static final Pattern ORIGIN = Pattern.compile(
            "(https?)://([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\\[[0-9a-f:.]{2,45}])(?::([0-9]{1,5}))?");

    /** Names that only a network of one's own knows, and such as stand in examples. */
    private static final Pattern INNER_NAME = Pattern.compile(
            "[^.]+|.*\\.(?:local|localhost|internal|intranet|lan|home|corp|test|example|invalid|home\\.arpa)");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+){3}");

    private static final Pattern INNER_NUMBER = Pattern.compile("(?:0|10|127)\\..*|192\\.168\\..*|169\\.254\\..*"
            + "|172\\.(?:1[6-9]|2[0-9]|3[01])\\..*|100\\.(?:6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\\..*");

    private static final Pattern INNER_OF_SIX = Pattern.compile("\\[(?:::1?|f[cd].*|fe[89ab].*|::ffff:.*)]");

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
        return exactly(all.replaceFirst("[*][.]", "")).map(origin -> origin.replace("://", "://*."));
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

    /** What the host of a site is. */
    public enum Host {
        /** A name such as the web has. */
        NAME,
        /** A number that leads somewhere on the internet. */
        NUMBER,
        /** Nothing that the internet knows: a machine of one's own, or of one's own network. */
        INNER
    }

    /** Of an origin as {@link #exactly} answers it. */
    public static Host host(String origin) {
        var host = origin.replaceFirst("^https?://", "").replaceFirst(":[0-9]+$", "");
        var number = NUMBER.matcher(host).matches();
        if (host.startsWith("[")) {
            return INNER_OF_SIX.matcher(host).matches() ? Host.INNER : Host.NUMBER;
        }
        if ((number ? INNER_NUMBER : INNER_NAME).matcher(host).matches()) {
            return Host.INNER;
        }
        return number ? Host.NUMBER : Host.NAME;
    }
}
