package vn.loa.syndication;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Repository;
import vn.loa.syndication.EmbedShowings.Shown;

/** Which site is that of a commune, and what of the portal it shows. Within the transaction of who asks. */
@Repository
public class CommuneSites {
    @PersistenceContext
    private EntityManager em;

    /** The site of a commune. @param shown embeds, those that are not public any more first, then by how often */
    public record CommuneSite(String origin, List<Shown> shown) {
        public CommuneSite {
            shown = List.copyOf(shown);
        }

        /** What visitors find nothing in. */
        public List<Shown> dead() {
            return shown.stream()
                    .filter(each -> each.state() != EmbedShowings.State.PUBLIC)
                    .toList();
        }

        /** How much of it can be seen. */
        public long alive() {
            return shown.size() - (long) dead().size();
        }
    }

    /** One statement. @param locality id of the commune @param since the first day that counts @return empty while nobody has named one */
    Optional<CommuneSite> of(long locality, LocalDate since, int atMost) {
        List<?> rows = em.createNativeQuery(
                        "select c.origin, s.slug, cast(min(cast(r.title as text)) as text), bool_or(p.id is not null),"
                                + " bool_or(coalesce(p.online, false)), sum(s.times), cast(max(s.day) as text)"
                                + " from commune_site c"
                                + " left join embed_showing s on s.origin = c.origin and s.day >= cast(?1 as date)"
                                + " left join product p on p.slug = s.slug and p.published_at is not null"
                                + " left join product_revision r on r.id = p.published_revision"
                                + " where c.locality = ?2 group by c.origin, s.slug"
                                + " order by s.slug = 'danh-sach' or bool_or(coalesce(p.online, false)), 6 desc nulls last, 2")
                .setParameter(1, since.toString())
                .setParameter(2, locality)
                .setMaxResults(atMost)
                .getResultList();
        return rows.stream().findFirst().map(first -> new CommuneSite((String) ((Object[]) first)[0], shown(rows)));
    }

    private static List<Shown> shown(List<?> rows) {
        return rows.stream()
                .map(row -> (Object[]) row)
                .filter(row -> row[1] != null)
                .map(EmbedShowings::shown)
                .toList();
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
