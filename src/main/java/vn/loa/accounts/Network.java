package vn.loa.accounts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where attempts come from, as far as it makes sense to tell them apart: an IPv4 address, or an IPv6 network of 64 bits, within
 * which a single household may take any address.
 */
public record Network(String name) {
    private static final int NETWORK_BYTES = 8;

    public static Network of(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return new Network(address.getHostAddress());
        }
        var bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return new Network(InetAddress.getByAddress(bytes).getHostAddress() + "/64");
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Sixteen bytes are an address", e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
