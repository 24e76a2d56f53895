package vn.loa.programmes.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.loa.media.MediaStorage;

/**
 * Encrypts what the portal has to say to others to be let in, so that who has the database alone, or a copy of it, has none of it. The key lies in a file beside the media, the same for all nodes, made when it is first
 * needed. AES-256 in GCM.
 */
@ApplicationScoped
class SealSecrets {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] PURPOSE = "loa delivery target".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private MediaStorage storage;

    @Inject
    private Targets targets;

    /** Within a transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    byte[] seal(String secret) {
        targets.awaitKey();
        try {
            var nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            var cipher = cipher(Cipher.ENCRYPT_MODE, Files.exists(file()) ? key() : make(), nonce);
            var encrypted = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            var sealed = Arrays.copyOf(nonce, NONCE_BYTES + encrypted.length);
            System.arraycopy(encrypted, 0, sealed, NONCE_BYTES, encrypted.length);
            return sealed;
        } catch (IOException e) {
            throw new UncheckedIOException("The key of secrets cannot be read or made: " + file(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + CIPHER, e);
        }
    }

    /** @throws NotDelivered when the key is another one, or not there: then the secret has to be written anew */
    String open(byte[] sealed) throws NotDelivered {
        try {
            var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return new String(
                    cipher(Cipher.DECRYPT_MODE, key(), nonce).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES),
                    StandardCharsets.UTF_8);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new NotDelivered(Obstacle.SECRET_LOST, "", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(PURPOSE);
        return cipher;
    }

    private Path file() {
        return storage.folder().resolve("keys").resolve("delivery.key");
    }

    private byte[] key() throws IOException {
        var key = Files.readAllBytes(file());
        if (key.length != KEY_BYTES) {
            throw new IOException("No key: " + file());
        }
        return key;
    }

    private byte[] make() throws IOException {
        var key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        var folder = Files.createDirectories(file().getParent());
        var begun = Files.createTempFile(
                folder,
                "delivery",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(begun, key);
        Files.move(begun, file(), StandardCopyOption.ATOMIC_MOVE);
        return key;
    }
}
