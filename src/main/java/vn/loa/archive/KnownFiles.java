package vn.loa.archive;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Jsons;
import vn.loa.common.Repository;

/** What has become of the files that lines name, and which bytes tracks were made of. */
@Repository
@Transactional
public class KnownFiles {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private ArchiveLines lines;

    /**
     * What is known of a file of a product.
     *
     * @param mark tells its bytes from others
     * @param upload its bytes on their way in
     * @param track what has become of it; null before
     * @param before the track of other bytes at the same path, whose place it takes; null when there is none
     */
    record Known(
            String mark,
            @Nullable String upload,
            @Nullable Long track,
            @Nullable Long before) {}

    /** What a track of a product was made of. @param sha256 empty when nobody knows */
    record Master(String product, String sha256, long size) {}

    /** What is known of the files of some products. */
    static final class Of {
        private final Map<List<String>, Known> files = new HashMap<>();
        private final Map<Long, Master> masters = new HashMap<>();

        /** Of a file of a product; empty when nothing is. */
        Optional<Known> file(String product, String path) {
            return Optional.ofNullable(files.get(List.of(product, path)));
        }

        /** What this track of the product was made of; empty when the product has no such track. */
        Optional<Master> master(String product, long track) {
            return Optional.ofNullable(masters.get(track))
                    .filter(master -> master.product().equals(product));
        }
    }

    /** Of these products. Two statements, and none for none. @param products addresses */
    Of of(Collection<String> products) {
        var known = new Of();
        if (products.isEmpty()) {
            return known;
        }
        var names = Jsons.array(products).build().toString();
        List<?> files = em.createNativeQuery(
                        "select p.slug, f.path, f.mark, f.upload, f.track, f.before from archive_file f join product p"
                                + " on p.id = f.product"
                                + " where p.slug in (select json_array_elements_text(cast(?1 as json)))")
                .setParameter(1, names)
                .getResultList();
        for (var each : files) {
            var row = (Object[]) each;
            known.files.put(
                    List.of((String) row[0], (String) row[1]),
                    new Known((String) row[2], (String) row[3], number(row[4]), number(row[5])));
        }
        List<?> masters = em.createNativeQuery(
                        "select t.id, p.slug, coalesce(b.sha256, '') as sum, coalesce(b.size, 0) as bytes"
                                + " from track t join product p on p.id = t.product"
                                + " left join media_asset a on a.id = t.asset left join blob b on b.sha256 = a.master"
                                + " where p.slug in (select json_array_elements_text(cast(?1 as json)))")
                .setParameter(1, names)
                .getResultList();
        for (var each : masters) {
            var row = (Object[]) each;
            known.masters.put(
                    ((Number) row[0]).longValue(),
                    new Master((String) row[1], ((String) row[2]).strip(), ((Number) row[3]).longValue()));
        }
        return known;
    }

    /** What is known of a file of a product. */
    Optional<Known> file(String product, String path) {
        return of(List.of(product)).file(product, path);
    }

    /** Whether a track is one of this product. */
    boolean hasTrack(String product, long track) {
        return of(List.of(product)).master(product, track).isPresent();
    }

    /** Whether this upload is the one of which the file is made. @throws Overtaken when somebody else has the archive */
    boolean isOf(Turn turn, String product, String path, String upload) {
        lines.hold(turn);
        return file(product, path)
                .filter(known -> upload.equals(known.upload()))
                .isPresent();
    }

    private static @Nullable Long number(@Nullable Object value) {
        return value == null ? null : ((Number) value).longValue();
    }

    /**
     * Notes what is known of a file from now on, unless somebody else has noted something meanwhile.
     *
     * @param seen the upload that was known before; null when there was none
     * @return whether it is noted
     * @throws Overtaken when somebody else has the archive
     */
    boolean note(Turn turn, String product, String path, @Nullable String seen, Known known) {
        lines.hold(turn);
        return em.createNativeQuery(
                                "insert into archive_file (product, path, mark, upload, track, before) select id, ?2, ?3,"
                                        + " cast(?4 as text), cast(?5 as bigint), cast(?6 as bigint) from product where slug = ?1"
                                        + " on conflict (product, path) do update set mark = excluded.mark, upload = excluded.upload,"
                                        + " track = excluded.track, before = excluded.before"
                                        + " where archive_file.upload is not distinct from cast(?7 as text)")
                        .setParameter(1, product)
                        .setParameter(2, path)
                        .setParameter(3, known.mark())
                        .setParameter(4, known.upload())
                        .setParameter(5, known.track())
                        .setParameter(6, known.before())
                        .setParameter(7, seen)
                        .executeUpdate()
                > 0;
    }
}
