package vn.loa.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.common.Reading;
import vn.loa.common.Repository;
import vn.loa.common.Texts;
import vn.loa.media.MediaAddress;

/**
 * What loudspeaker stations can play now: of public products the approved voices with a file for stations. A work that is withdrawn, and a voice whose approval
 * is taken back, is gone from here at once.
 */
@Repository
@Transactional
@Reading
public class StationSounds {
    /** Columns alone: nothing of them is changed, and there may be thousands. */
    private static final String PLAYABLE =
            "select p.id, p.slug, p.sample, p.publication.publishedAt, r.title, g.code, g.label,"
                    + " t.language, t.role, file.durationMillis, file.contentType, file.bytes, file.sha256"
                    + " from Rendition file, Track t join t.product p join p.published r join r.genre g"
                    + " where file.asset = t.asset and file.profile = '" + Players.STATION
                    + "' and file.durationMillis is not null"
                    + " and p.publication.online = true and t.state = vn.loa.catalog.TrackState.APPROVED"
                    + " and t.kind in (vn.loa.catalog.TrackKind.AUDIO, vn.loa.catalog.TrackKind.VIDEO)";

    /** Of two voices in one language the one that was added later has taken over ({@link NewestTracks}), as soon as stations can play it. */
    private static final String IN_ORDER = " order by p.publication.publishedAt desc, p.id, t.language, t.position";

    @PersistenceContext
    private EntityManager em;

    /** All of them, the newest product first, each once in a language. One statement. */
    public List<StationSound> all() {
        return sounds(em.createQuery(PLAYABLE + IN_ORDER, Object[].class));
    }

    /** Those of these products. One statement, or none for none. */
    public List<StationSound> of(Collection<Long> products) {
        return products.isEmpty()
                ? List.of()
                : sounds(em.createQuery(PLAYABLE + " and p.id in :ids" + IN_ORDER, Object[].class)
                        .setParameter("ids", products));
    }

    /** Those of the products at these addresses. One statement, or none for none. */
    public List<StationSound> at(Collection<String> slugs) {
        return slugs.isEmpty()
                ? List.of()
                : sounds(em.createQuery(PLAYABLE + " and p.slug in :slugs" + IN_ORDER, Object[].class)
                        .setParameter("slugs", slugs));
    }

    /** How long the longest of all voices that the products at these addresses have or had lasts, once in each language. One statement, or none for none. */
    public List<LongestSound> longest(Collection<String> slugs) {
        return slugs.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select p.id, t.language, max(file.durationMillis) from Rendition file, Track t join t.product p"
                                        + " where file.asset = t.asset and file.profile = '" + Players.STATION
                                        + "' and file.durationMillis is not null and p.slug in :slugs"
                                        + " group by p.id, t.language",
                                Object[].class)
                        .setParameter("slugs", slugs)
                        .getResultStream()
                        .map(row -> new LongestSound((Long) row[0], (String) row[1], Duration.ofMillis((Long) row[2])))
                        .toList();
    }

    /** What works are about and for whom, by their ids: codes. @param topics by id of the work @param audiences likewise */
    public record Subjects(Map<Long, Set<String>> topics, Map<Long, Set<String>> audiences) {
        public static Subjects none() {
            return new Subjects(Map.of(), Map.of());
        }
    }

    /** Those of all public works. Two statements. */
    public Subjects subjects() {
        return new Subjects(codes("topics"), codes("audiences"));
    }

    private Map<Long, Set<String>> codes(String list) {
        return em.createQuery(
                        "select p.id, each.code from Product p join p.published r join r." + list
                                + " each where p.publication.online = true",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0], Collectors.mapping(row -> (String) row[1], Collectors.toSet())));
    }

    /** What these products were called when they were public last, for who has planned them. One statement, or none for none. */
    public Map<Long, Texts> names(Collection<Long> products) {
        return products.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select p.id, r.title from Product p join p.published r where p.id in :ids",
                                Object[].class)
                        .setParameter("ids", products)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (Long) row[0], row -> (Texts) row[1]));
    }

    /** Those of these products that everybody may see. One statement, or none for none. */
    public Set<Long> online(Collection<Long> products) {
        return products.isEmpty()
                ? Set.of()
                : em.createQuery(
                                "select p.id from Product p where p.id in :ids and p.publication.online = true",
                                Long.class)
                        .setParameter("ids", products)
                        .getResultStream()
                        .collect(Collectors.toSet());
    }

    /** In which languages these products have an approved voice, with a file for stations or without. One statement, or none for none. */
    public Map<Long, Set<String>> voices(Collection<Long> products) {
        return products.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select p.id, t.language from Track t join t.product p where p.id in :ids"
                                        + " and t.state = vn.loa.catalog.TrackState.APPROVED"
                                        + " and t.kind in (vn.loa.catalog.TrackKind.AUDIO, vn.loa.catalog.TrackKind.VIDEO)",
                                Object[].class)
                        .setParameter("ids", products)
                        .getResultStream()
                        .collect(Collectors.groupingBy(
                                row -> (Long) row[0], Collectors.mapping(row -> (String) row[1], Collectors.toSet())));
    }

    private static List<StationSound> sounds(TypedQuery<Object[]> query) {
        var sounds = new LinkedHashMap<Heard, StationSound>();
        query.getResultStream()
                .map(StationSounds::sound)
                .forEach(sound -> sounds.put(new Heard(sound.product(), sound.language()), sound));
        return List.copyOf(sounds.values());
    }

    private record Heard(long product, String language) {}

    private static StationSound sound(Object[] row) {
        var slug = (String) row[1];
        var language = (String) row[7];
        var contentType = (String) row[10];
        var sha256 = (String) row[12];
        return new StationSound(
                (Long) row[0],
                slug,
                (Texts) row[4],
                (String) row[5],
                (Texts) row[6],
                language,
                Duration.ofMillis((Long) row[9]),
                MediaAddress.of(slug, language, Players.STATION, sha256, contentType),
                contentType,
                (Long) row[11],
                sha256,
                (Instant) row[3],
                (Boolean) row[2] && ((TrackRole) row[8]).isTranslated());
    }
}
