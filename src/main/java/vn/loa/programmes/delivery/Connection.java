package vn.loa.programmes.delivery;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a target is reached.
 *
 * @param username empty when there is none
 * @param secret a password, a token or a private key; empty when there is none
 * @param hostKey by which a server of SFTP is known; empty when nobody has said
 * @param hosts that may be talked to
 * @param root the folder below which programmes may be put; empty when there is none
 */
record Connection(
        TargetKind kind,
        String address,
        String username,
        String secret,
        String hostKey,
        AllowedHosts hosts,
        Optional<Path> root) {
    /** Without what is secret: it must come into no log. */
    @Override
    public String toString() {
        return kind.code() + " " + address;
    }
}
