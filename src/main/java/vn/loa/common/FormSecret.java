package vn.loa.common;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/** What this installation signs forms with: made by the first start on a database, the same for all nodes. */
@Repository
@Transactional
public class FormSecret {
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
}
