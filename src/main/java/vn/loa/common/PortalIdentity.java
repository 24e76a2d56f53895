package vn.loa.common;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names for what this portal publishes that no other portal gives and that never change, wherever the portal moves and whatever it is
 * called: made of a number that its database was given when it was new.
 */
@Repository
public class PortalIdentity {
    @PersistenceContext
    private EntityManager em;

    /** It never changes, so it is asked for once. */
    private volatile @Nullable UUID known;

    /** The name of something: the same for the same words, version 5 of RFC 9562. @param words such as {@code product/12/hmn} */
    @Transactional
    public UUID name(String words) {
        var root = known;
        if (root == null) {
            root = UUID.fromString((String) em.createNativeQuery("select cast(uuid as text) from portal_identity")
                    .getSingleResult());
            known = root;
        }
        return name(root, words);
    }

    /** The name of something within what has a name. */
    public static UUID name(UUID space, String words) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(space.getMostSignificantBits())
                    .putLong(space.getLeastSignificantBits())
                    .array());
            var hash = ByteBuffer.wrap(digest.digest(words.getBytes(StandardCharsets.UTF_8)));
            return new UUID(
                    hash.getLong() & 0xFFFFFFFFFFFF0FFFL | 0x5000L,
                    hash.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
