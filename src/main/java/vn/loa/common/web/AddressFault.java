package vn.loa.common.web;

import java.util.Optional;

/** Why a path cannot be an address of the portal. The servlet container refuses such paths before any filter, without a word. */
public enum AddressFault {
    ENCODING("The path is not percent-encoded UTF-8."),
    SIGN("The path holds a backslash or a zero byte, which no address here does."),
    OUTSIDE("The path leads above the root.");

    private final String detail;

    AddressFault(String detail) {
        this.detail = detail;
    }

    /** For people who write programs. */
    public String detail() {
        return detail;
    }

    /** @param path as it stands in a request line; whatever its signs, at least those that the container refuses have a fault */
    public static Optional<AddressFault> of(String path) {
        var decoded = PercentEncoded.decode(path);
        if (decoded.isEmpty()) {
            return Optional.of(ENCODING);
        }
        if (decoded.get().indexOf('\\') >= 0 || decoded.get().indexOf('\0') >= 0) {
            return Optional.of(SIGN);
        }
        return leadsOutside(decoded.get()) ? Optional.of(OUTSIDE) : Optional.empty();
    }

    private static boolean leadsOutside(String path) {
        var depth = 0;
        for (var segment : path.split("/")) {
            if (segment.equals("..")) {
                depth--;
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                depth++;
            }
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }
}
