package vn.loa.common.web;

import java.util.Optional;

/**
 * Why a path cannot be an address of the portal. The servlet container refuses most such paths before any filter, without a word; of a
 * parameter for sessions it takes no notice, and shows no filter that one was there.
 */
public enum AddressFault {
    ENCODING(400, "The path is not percent-encoded UTF-8."),
    SIGN(400, "The path holds a backslash or a zero byte, which no address here does."),
    OUTSIDE(400, "The path leads above the root."),
    PARAMETER(404, "The path has a parameter behind a semicolon, which no address here has.");

    private final int status;
    private final String detail;

    AddressFault(int status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    /** Of the answer: 400 where there is nothing to read, 404 where it is readable and leads nowhere. */
    public int status() {
        return status;
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
        if (leadsOutside(decoded.get())) {
            return Optional.of(OUTSIDE);
        }
        // An encoded semicolon is a letter like others.
        return path.indexOf(';') >= 0 ? Optional.of(PARAMETER) : Optional.empty();
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
