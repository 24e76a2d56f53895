package vn.loa.common;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Internet addresses that begin alike: {@code 10.0.0.0/8}, {@code fd00::/8}, or a single one.
 *
 * @param bits how many leading bits they have in common
 */
public record AddressRange(InetAddress first, int bits) {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern BITS = Pattern.compile("\\d{1,3}");

    /** @param setting which names it, for whoever reads what is wrong with it @throws IllegalArgumentException when it is not one */
    public static AddressRange of(String setting, String text) {
        var parts = text.strip().split("/", 2);
        var address = address(parts[0]).orElseThrow(() -> wrong(setting, text));
        var most = address.getAddress().length * Byte.SIZE;
        if (parts.length == 1) {
            return new AddressRange(address, most);
        }
        var bits = BITS.matcher(parts[1]).matches() ? Integer.parseInt(parts[1]) : most + 1;
        if (bits > most) {
            throw wrong(setting, text);
        }
        return new AddressRange(address, bits);
    }

    /** The address that this text spells; names are not looked up. */
    public static Optional<InetAddress> address(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress address) {
        var length = address.getAddress().length;
        var rest = length * Byte.SIZE - bits;
        return first.getAddress().length == length && start(first, rest).equals(start(address, rest));
    }

    private static BigInteger start(InetAddress address, int rest) {
        return new BigInteger(1, address.getAddress()).shiftRight(rest);
    }

    private static IllegalArgumentException wrong(String setting, String text) {
        return new IllegalArgumentException(
                "The setting " + setting + " must name addresses or networks such as 10.0.0.0/8,"
                        + " separated by commas, not \"" + text + "\"");
    }
}
