package vn.loa.programmes.packages;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import vn.loa.common.Sha256;

/**
 * With which the portal signs packages: Ed25519 (RFC 8032), whose signatures of the same bytes are the same. Immutable.
 *
 * @param id how the SHA-256 of the public key begins, 16 hexadecimal digits
 */
record SigningKey(String id, PublicKey publicKey, PrivateKey privateKey) {
    private static final String ALGORITHM = "Ed25519";
    private static final int DIGITS = 16;
    private static final int PEM_LINE = 64;

    /** Another one than ever before. */
    static SigningKey make() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new SigningKey(id(pair.getPublic().getEncoded()), pair.getPublic(), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** @param publicKey as X.509 encodes it @param privateKey as PKCS #8 does */
    static SigningKey of(byte[] publicKey, byte[] privateKey) {
        try {
            var factory = KeyFactory.getInstance(ALGORITHM);
            return new SigningKey(
                    id(publicKey),
                    factory.generatePublic(new X509EncodedKeySpec(publicKey)),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("Every JDK has " + ALGORITHM, e);
    }

    private static String id(byte[] publicKey) {
        return Sha256.hex(publicKey).substring(0, DIGITS);
    }

    /** Without what signs: it must come into no log. */
    @Override
    public String toString() {
        return "key " + id;
    }

    /** 64 bytes. */
    byte[] sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** The public key as programs read it: PEM. */
    String pem() {
        return pem(publicKey.getEncoded());
    }

    /** @param publicKey as X.509 encodes it */
    static String pem(byte[] publicKey) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(publicKey)
                + "\n-----END PUBLIC KEY-----\n";
    }
}
