package vn.loa.common;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What this installation signs with what it hands out and takes back: made by the first start on a database, the same for all nodes. */
@Repository
@Transactional
public class FormSecret {
    private static final String ALGORITHM = "HmacSHA256";

    @PersistenceContext
    private EntityManager em;

    private volatile byte @Nullable [] known;

    /** 32 random bytes. */
    public byte[] bytes() {
        var bytes = known;
        if (bytes == null) {
            bytes = (byte[])
                    em.createNativeQuery("select secret from form_secret").getSingleResult();
            known = bytes;
        }
        return bytes.clone();
    }

    /** What only this installation can make of a text: HMAC-SHA-256, in base 64 for addresses, 43 characters. */
    public String sign(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes(), ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
