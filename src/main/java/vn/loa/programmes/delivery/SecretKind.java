package vn.loa.programmes.delivery;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import java.nio.charset.StandardCharsets;

/** Tells passwords and private keys apart. Pure. */
final class SecretKind {
    private SecretKind() {}

    /** Whether it looks like a private key in a file of OpenSSH or in PEM. */
    static boolean isPrivateKey(String secret) {
        return secret.stripLeading().startsWith("-----BEGIN ");
    }

    /** Whether it is one that can be used as it is: not a public one, not damaged, and without a passphrase. */
    static boolean isUsable(String key) {
        try {
            var pair = KeyPair.load(new JSch(), key.getBytes(StandardCharsets.UTF_8), null);
            var usable = !pair.isEncrypted() && pair.getPublicKeyBlob() != null;
            pair.dispose();
            return usable;
        } catch (JSchException | RuntimeException unreadable) {
            return false;
        }
    }
}
