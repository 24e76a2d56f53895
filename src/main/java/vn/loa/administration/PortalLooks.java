package vn.loa.administration;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.administration.LookContent.EmblemLine;
import vn.loa.common.Repository;
import vn.loa.common.Sha256;
import vn.loa.media.processing.RedrawEmblem.Emblem;

/** What the portal is called and how it looks, with the pictures of its emblem. */
@Repository
public class PortalLooks {
    /** Former ones that are kept, to be brought back. */
    static final int KEPT = 20;

    private static final int NAME = 16;

    @PersistenceContext
    private EntityManager em;

    /** What holds now; as it comes while nobody has changed anything. At most three statements. */
    @Transactional
    public LookContent current() {
        return find(PortalLook.CURRENT).map(this::content).orElse(LookContent.USUAL);
    }

    Optional<PortalLook> find(String state) {
        return em.createQuery("select l from PortalLook l where l.state = :state", PortalLook.class)
                .setParameter("state", state)
                .getResultStream()
                .findFirst();
    }

    Optional<PortalLook> former(long id) {
        return Optional.ofNullable(em.find(PortalLook.class, id));
    }

    /** The newest first. */
    List<PortalLook> former() {
        return em.createQuery("select l from PortalLook l where l.state = :state order by l.id desc", PortalLook.class)
                .setParameter("state", PortalLook.FORMER)
                .getResultList();
    }

    LookContent content(PortalLook look) {
        return look.content(line(look.emblem()), line(look.darkEmblem()));
    }

    private @Nullable EmblemLine line(@Nullable String id) {
        if (id == null) {
            return null;
        }
        var row = (Object[]) em.createNativeQuery("select width, height from portal_emblem where id = ?1")
                .setParameter(1, id)
                .getSingleResult();
        return new EmblemLine(id, ((Number) row[0]).intValue(), ((Number) row[1]).intValue());
    }

    void add(PortalLook look) {
        em.persist(look);
        em.flush();
    }

    void flush() {
        em.flush();
    }

    void remove(PortalLook look) {
        em.remove(look);
        em.flush();
    }

    /** Waits until nobody else changes looks; for the running transaction. */
    void oneByOne() {
        em.createNativeQuery("select pg_advisory_xact_lock(190)").getSingleResult();
    }

    /** Keeps an emblem, once for all that have the same. */
    EmblemLine keep(Emblem emblem) {
        var digest = Sha256.digest();
        digest.update(emblem.page());
        digest.update(emblem.icon());
        digest.update(emblem.small());
        digest.update(ByteBuffer.wrap(emblem.large()));
        var id = HexFormat.of().formatHex(digest.digest()).substring(0, NAME);
        em.createNativeQuery("insert into portal_emblem (id, page, icon, small, large, width, height)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict do nothing")
                .setParameter(1, id)
                .setParameter(2, emblem.page())
                .setParameter(3, emblem.icon())
                .setParameter(4, emblem.small())
                .setParameter(5, emblem.large())
                .setParameter(6, emblem.width())
                .setParameter(7, emblem.height())
                .executeUpdate();
        return new EmblemLine(id, emblem.width(), emblem.height());
    }

    /** Which of the pictures of an emblem. */
    public enum Size {
        PAGE,
        ICON,
        SMALL,
        LARGE
    }

    /** The bytes of a picture, PNG. @param withDrafts whether one counts that nobody but administrators has seen yet */
    @Transactional
    public Optional<byte[]> picture(String id, Size size, boolean withDrafts) {
        var column = switch (size) {
            case PAGE -> "page";
            case ICON -> "icon";
            case SMALL -> "small";
            case LARGE -> "large";
        };
        List<?> found = em.createNativeQuery(
                        "select e." + column + " from portal_emblem e where e.id = ?1 and exists"
                                + " (select from portal_look l where e.id in (l.emblem, l.dark_emblem) and (?2 or l.state <> 'draft'))")
                .setParameter(1, id)
                .setParameter(2, withDrafts)
                .getResultList();
        return found.stream().map(bytes -> (byte[]) bytes).findFirst();
    }

    /** Former looks beyond those that are kept go, and with them what nothing shows any more. */
    void sweep() {
        em.createNativeQuery("delete from portal_look where state = 'former' and id not in"
                        + " (select id from portal_look where state = 'former' order by id desc limit ?1)")
                .setParameter(1, KEPT)
                .executeUpdate();
        em.createNativeQuery("delete from portal_emblem e where not exists"
                        + " (select from portal_look l where e.id in (l.emblem, l.dark_emblem))")
                .executeUpdate();
    }
}
