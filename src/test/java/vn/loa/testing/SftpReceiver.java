package vn.loa.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;

/** A server of SFTP on loopback, whose users see one folder as their root. */
public final class SftpReceiver implements AutoCloseable {
    public static final String USER = "loa";
    public static final String PASSWORD = "mật khẩu thử";

    private final SshServer server = SshServer.setUpDefaultServer();
    private KeyPair hostKey = key();
    private volatile @Nullable PublicKey known;

    /** @param folder that is there */
    public SftpReceiver(Path folder) {
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> user.equals(USER) && password.equals(PASSWORD));
        server.setPublickeyAuthenticator((user, key, session) -> user.equals(USER) && KeyUtils.compareKeys(key, known));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        start();
    }

    private static KeyPair key() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets {@link #USER} in by this key, too. @param line as it stands in a file of authorized keys */
    public void trust(String line) {
        try {
            known = PublicKeyEntry.parsePublicKeyEntry(line.strip())
                    .resolvePublicKey(null, Map.of(), PublicKeyEntryResolver.FAILING);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Has another host key from now on. */
    public void replaceHostKey() {
        hostKey = key();
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    }

    /** As OpenSSH shows it. */
    public String fingerprint() {
        return Objects.requireNonNull(KeyUtils.getFingerPrint(hostKey.getPublic()));
    }

    /** @param folder beginning with a slash, or empty */
    public String address(String folder) {
        return "sftp://127.0.0.1:" + server.getPort() + folder;
    }

    private void start() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
