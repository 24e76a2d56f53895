package vn.loa.media.uploads;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import vn.loa.media.uploads.UploadRefused.Reason;

/** What a part of an upload must hash to, as tus 1.0.0 writes it: {@code sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=}. */
public final class Checksum {
    /** As the header {@code Tus-Checksum-Algorithm} lists them. */
    public static final String ALGORITHMS = "sha1,sha256";

    private static final Map<String, String> KNOWN = Map.of("sha1", "SHA-1", "sha256", "SHA-256");

    private final String algorithm;
    private final byte[] wanted;

    private Checksum(String algorithm, byte[] wanted) {
        this.algorithm = algorithm;
        this.wanted = wanted;
    }

    /** @throws UploadRefused when it has another form or names an unknown algorithm */
    public static Checksum parse(String header) {
        var parts = header.strip().split(" +");
        var algorithm = KNOWN.get(parts[0].toLowerCase(Locale.ROOT));
        if (algorithm == null || parts.length != 2) {
            throw new UploadRefused(
                    Reason.MALFORMED, "Upload-Checksum must be one of " + ALGORITHMS + " and a base64 value");
        }
        try {
            return new Checksum(algorithm, Base64.getDecoder().decode(parts[1]));
        } catch (IllegalArgumentException e) {
            throw new UploadRefused(Reason.MALFORMED, "The value of Upload-Checksum is not base64");
        }
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }

    boolean isOf(MessageDigest digest) {
        return MessageDigest.isEqual(digest.digest(), wanted);
    }
}
