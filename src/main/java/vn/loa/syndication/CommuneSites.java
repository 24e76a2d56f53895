package vn.loa.syndication;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Repository;
import vn.loa.syndication.EmbedRegistry.Choice;
import vn.loa.syndication.EmbedRegistry.Shown;

/** Which site is that of a commune, and what of the portal it shows. Within the transaction of who asks. */
@Repository
public class CommuneSites {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private EmbedRegistry registry;

    /** The site of a commune. @param shown embeds, those that are not public any more first, then by how often */
    public record CommuneSite(String origin, List<Shown> shown) {
        public CommuneSite {
            shown = List.copyOf(shown);
        }

        /** What visitors find nothing in. */
        public List<Shown> dead() {
            return shown.stream().filter(Shown::isDead).toList();
        }

        /** What can be seen. */
        public List<Shown> alive() {
            return shown.stream()
                    .filter(each -> each.work().state() == EmbedRegistry.State.PUBLIC)
                    .toList();
        }
    }

    /** At most two statements. @param locality id of the commune @param since the first day that counts @return empty while nobody has named one */
    Optional<CommuneSite> of(long locality, LocalDate since, int atMost) {
        List<?> named = em.createNativeQuery("select origin from commune_site where locality = ?1")
                .setParameter(1, locality)
                .getResultList();
        return named.stream().findFirst().map(String.class::cast).map(origin -> {
            var choice = new Choice(since, EmbedRegistry.Sites.ALL, origin, "", "");
            return new CommuneSite(origin, registry.shown(choice, 1, atMost).items());
        });
    }

    void name(long locality, String origin, String by, Instant now) {
        em.createNativeQuery("insert into commune_site (locality, origin, set_at, set_by) values (?1, ?2, ?3, ?4)"
                        + " on conflict (locality) do update set origin = excluded.origin, set_at = excluded.set_at,"
                        + " set_by = excluded.set_by")
                .setParameter(1, locality)
                .setParameter(2, origin)
                .setParameter(3, Timestamp.from(now))
                .setParameter(4, by)
                .executeUpdate();
    }

    void forget(long locality) {
        em.createNativeQuery("delete from commune_site where locality = ?1")
                .setParameter(1, locality)
                .executeUpdate();
    }
}
