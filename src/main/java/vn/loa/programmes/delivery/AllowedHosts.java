package vn.loa.programmes.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import vn.loa.common.AddressRange;

/**
 * Decides to which machines programmes may be sent, so that nobody who writes down an address can make the portal talk to what stands beside it: those that everybody can reach, and those in networks that the operator
 * has named. Immutable.
 */
final class AllowedHosts {
    /** What is nobody's address, or that of something near (IANA special-purpose registries; transition to IPv6 could lead back to IPv4). */
    private static final List<AddressRange> NEAR = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "224.0.0.0/3",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2002::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(range -> AddressRange.of("", range))
            .toList();

    private final List<AddressRange> named;

    AllowedHosts(List<AddressRange> named) {
        this.named = List.copyOf(named);
    }

    /**
     * Where a host is right now. Every one of its addresses must be allowed: whoever connects may take any of them.
     *
     * @throws NotDelivered when nobody knows it, or it may not be sent to
     */
    List<InetAddress> find(String host) throws NotDelivered {
        List<InetAddress> found;
        try {
            found = List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            throw new NotDelivered(Obstacle.UNKNOWN_HOST, host, e);
        }
        for (var address : found) {
            if (!isAllowed(address)) {
                throw new NotDelivered(Obstacle.FORBIDDEN, address.getHostAddress());
            }
        }
        return found;
    }

    /** Whether nothing is known that keeps it from being sent to: a name that nobody knows now may be known by then, and is looked at again. @param host as it is written */
    boolean mayBe(String host) {
        try {
            find(host);
            return true;
        } catch (NotDelivered kept) {
            return kept.why() != Obstacle.FORBIDDEN;
        }
    }

    boolean isAllowed(InetAddress address) {
        return isNamed(address) || NEAR.stream().noneMatch(range -> range.contains(address));
    }

    /** Whether nobody can listen on the way there: this very machine, if the operator has named it. @param host as it is written; names are not looked up */
    boolean mayGoWithoutTls(String host) {
        return AddressRange.address(host.replaceAll("^\\[|]$", ""))
                .filter(InetAddress::isLoopbackAddress)
                .filter(this::isNamed)
                .isPresent();
    }

    private boolean isNamed(InetAddress address) {
        return named.stream().anyMatch(range -> range.contains(address));
    }
}
