package vn.loa.programmes.delivery;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Sha256;

/** Knows one server by the fingerprint of its key, as OpenSSH writes it, and remembers which key it has shown. For one connection. */
final class PinnedHostKey implements HostKeyRepository {
    private static final String SHA256 = "SHA256:";

    private final String expected;
    private String seen = "";

    /** @param expected {@code SHA256:…}; empty when nobody has said */
    PinnedHostKey(String expected) {
        this.expected = expected;
    }

    static String fingerprint(byte[] key) {
        var digest = HexFormat.of().parseHex(Sha256.hex(key));
        return SHA256 + Base64.getEncoder().withoutPadding().encodeToString(digest);
    }

    /** The fingerprint of what the server has shown; empty before that. */
    String seen() {
        return seen;
    }

    @Override
    public int check(String host, byte[] key) {
        seen = fingerprint(key);
        if (expected.isEmpty()) {
            return NOT_INCLUDED;
        }
        return MessageDigest.isEqual(
                        seen.getBytes(StandardCharsets.US_ASCII), expected.getBytes(StandardCharsets.US_ASCII))
                ? OK
                : CHANGED;
    }

    @Override
    public void add(HostKey key, @Nullable UserInfo user) {
        // Only an administrator says which key is good.
    }

    @Override
    public void remove(String host, String type) {
        // As above.
    }

    @Override
    public void remove(String host, String type, byte[] key) {
        // As above.
    }

    @Override
    public String getKnownHostsRepositoryID() {
        return "loa";
    }

    @Override
    public HostKey[] getHostKey() {
        return new HostKey[0];
    }

    @Override
    public HostKey[] getHostKey(String host, String type) {
        return new HostKey[0];
    }
}
