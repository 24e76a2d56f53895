package vn.loa.syndication;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import vn.loa.common.Repository;

/** Whose pages may show embeds, as it stands in the database for all nodes. */
@Repository
public class EmbedPolicies {
    @PersistenceContext
    private EntityManager em;

    /**
     * @param origins those of the sites that may; everybody may when there are none
     * @param version grows with each change
     */
    public record EmbedPolicy(List<String> origins, long version) {
        public EmbedPolicy {
            origins = List.copyOf(origins);
        }

        public boolean isOpenToAll() {
            return origins.isEmpty();
        }
    }

    /** What holds now. One statement. */
    @Transactional
    public EmbedPolicy current() {
        var row = (Object[]) em.createNativeQuery("select origins, version from embed_policy")
                .getSingleResult();
        return new EmbedPolicy(
                Stream.of(((String) row[0]).split("\n"))
                        .filter(line -> !line.isEmpty())
                        .toList(),
                ((Number) row[1]).longValue());
    }

    /** Replaces it in the running transaction; false when somebody else has since it was read. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean replace(List<String> origins, long version) {
        return em.createNativeQuery("update embed_policy set origins = ?1, version = version + 1 where version = ?2")
                        .setParameter(1, String.join("\n", origins))
                        .setParameter(2, version)
                        .executeUpdate()
                == 1;
    }
}
