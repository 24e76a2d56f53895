package vn.loa.catalog;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.common.Fetch;
import vn.loa.common.NamedLocks;
import vn.loa.common.Repository;
import vn.loa.common.Slug;
import vn.loa.media.MediaAsset;
import vn.loa.subtitles.SubtitleTrack;

/** All products, public or not. */
@Repository
public class Products {
    private static final String REVISIONS = "select p.id, r.number,"
            + " coalesce(sum(case when t.state = vn.loa.catalog.TrackState.APPROVED then t.version + 1 else 0 end), 0),"
            + " coalesce(sum(case when t.state = vn.loa.catalog.TrackState.APPROVED then t.id else 0 end), 0)"
            + " from Product p join p.published r left join p.tracks t where p.publication.online = true";
    private static final String REVISIONS_GROUPED = " group by p.id, r.number order by p.id";

    /** Among the addresses of embeds it is that of lists, so no product may have it. */
    private static final String LISTS = "danh-sach";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private NamedLocks locks;

    public Optional<Product> find(String slug) {
        return em.createQuery("select p from Product p where p.slug = :slug", Product.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    public Optional<Product> find(long id) {
        return Optional.ofNullable(em.find(Product.class, id));
    }

    /**
     * The product with all that can be found of it: what its published revision says, and the files, the text and the cues of its approved tracks. A
     * constant number of statements, however many tracks and documents it has.
     */
    public Optional<Product> withWords(long id) {
        // What others refer to comes first: they then find it, with what belongs to it, in the persistence context.
        em.createQuery(
                        "select r from ProductRevision r join fetch r.genre left join fetch r.agency"
                                + " where r.id in (select p.published.id from Product p where p.id = :id)",
                        ProductRevision.class)
                .setParameter("id", id)
                .getResultList();
        var approved = "from Track t where t.product.id = :id and t.state = vn.loa.catalog.TrackState.APPROVED)";
        em.createQuery("select a from MediaAsset a where a.id in (select t.asset.id " + approved, MediaAsset.class)
                .setParameter("id", id)
                .setHint(Fetch.BATCH_TYPE, Fetch.IN)
                .setHint(Fetch.BATCH, "a.renditions")
                .setHint(Fetch.BATCH, "a.excerpts")
                .getResultList();
        em.createQuery("select c from SubtitleTrack c where c.id in (select t.cues.id " + approved, SubtitleTrack.class)
                .setParameter("id", id)
                .setHint(Fetch.BATCH_TYPE, Fetch.IN)
                .setHint(Fetch.BATCH, "c.cues")
                .getResultList();
        return find(id);
    }

    /** Those at these addresses, by address, with what their newest revision says, and the published one. A constant number of statements. */
    Map<String, Product> withContent(Collection<String> slugs) {
        if (slugs.isEmpty()) {
            return Map.of();
        }
        readRevisions("p.slug", slugs);
        return em.createQuery("select p from Product p where p.slug in :slugs", Product.class)
                .setParameter("slugs", slugs)
                .getResultStream()
                .collect(Collectors.toMap(Product::slug, product -> product));
    }

    /** Those of these ids, in their order, with what {@link #withContent} brings, and their tracks with what they were made of. A constant number of statements. */
    List<Product> withFiles(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        readRevisions("p.id", ids);
        em.createQuery(
                        "select a from MediaAsset a left join fetch a.master"
                                + " where a.id in (select t.asset.id from Track t where t.product.id in :ids)",
                        MediaAsset.class)
                .setParameter("ids", ids)
                .getResultList();
        var found = em.createQuery("select p from Product p where p.id in :ids", Product.class)
                .setParameter("ids", ids)
                .setHint(Fetch.BATCH_TYPE, Fetch.IN)
                .setHint(Fetch.BATCH, "p.tracks")
                .getResultStream()
                .collect(Collectors.toMap(Product::requireId, product -> product));
        return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }

    /** The newest revisions of some products, and the published ones: the products, read after them, then find them in the persistence context. */
    private void readRevisions(String path, Collection<?> values) {
        var of = " from Product p where " + path + " in :values)";
        em.createQuery(
                        "select r from ProductRevision r join fetch r.genre left join fetch r.agency"
                                + " where r.id in (select p.current.id" + of + " or r.id in (select p.published.id"
                                + of,
                        ProductRevision.class)
                .setParameter("values", values)
                .setHint(Fetch.BATCH_TYPE, Fetch.IN)
                .setHint(Fetch.BATCH, "r.topics")
                .setHint(Fetch.BATCH, "r.audiences")
                .setHint(Fetch.BATCH, "r.localities")
                .setHint(Fetch.BATCH, "r.credits")
                .setHint(Fetch.BATCH, "r.consents")
                .setHint(Fetch.BATCH, "r.chapters")
                .getResultList();
    }

    /** A track of the product at this address, with its product. One statement. */
    Optional<Track> track(String slug, long id) {
        return em.createQuery(
                        "select t from Track t join fetch t.product where t.id = :id and t.product.slug = :slug",
                        Track.class)
                .setParameter("id", id)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    /**
     * The published revision of the public product at this address, with its product, genre, agency and who has taken over from that. One statement; each
     * collection of it is one more when it is read.
     */
    public Optional<ProductRevision> published(String slug) {
        return em.createQuery(
                        "select r from ProductRevision r join fetch r.product join fetch r.genre left join fetch r.agency a"
                                + " left join fetch a.successor where r.product.slug = :slug and r.product.publication.online = true"
                                + " and r.product.published = r",
                        ProductRevision.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    /** As {@link #approvedTracks(Collection)}, of one product. */
    public List<Track> approvedTracks(Product product) {
        return approvedTracks(List.of(product.requireId()));
    }

    /** The approved tracks of these products that count ({@link NewestTracks}), with their files, in order. Two statements. */
    public List<Track> approvedTracks(Collection<Long> ids) {
        // The assets come first: tracks then find them, with their files, in the persistence context.
        em.createQuery(
                        "select distinct a from MediaAsset a left join fetch a.renditions where a.id in (select t.asset.id"
                                + " from Track t where t.product.id in :ids"
                                + " and t.state = vn.loa.catalog.TrackState.APPROVED)",
                        MediaAsset.class)
                .setParameter("ids", ids)
                .getResultList();
        var approved = em.createQuery(
                        "select t from Track t left join fetch t.cues where t.product.id in :ids"
                                + " and t.state = vn.loa.catalog.TrackState.APPROVED order by t.position",
                        Track.class)
                .setParameter("ids", ids)
                .getResultList();
        var byProduct = approved.stream().collect(Collectors.groupingBy(Track::product));
        return approved.stream()
                .filter(track -> !NewestTracks.isOvertaken(track, byProduct.getOrDefault(track.product(), List.of())))
                .toList();
    }

    /** The tracks that are made of this asset. */
    List<Track> tracksOf(long asset) {
        return em.createQuery("select t from Track t where t.asset.id = :asset order by t.id", Track.class)
                .setParameter("asset", asset)
                .setHint(Fetch.JOIN, "t.product")
                .getResultList();
    }

    /** Ids of products with approved films that take the places of others. */
    List<Long> withReplacedFilms() {
        return em.createQuery(
                        "select distinct t.product.id from Track t where t.replaces is not null"
                                + " and t.kind = vn.loa.catalog.TrackKind.VIDEO"
                                + " and t.state = vn.loa.catalog.TrackState.APPROVED",
                        Long.class)
                .getResultList();
    }

    /** Forgets a track, and its cues unless another track speaks them, too. */
    void remove(Track track) {
        em.remove(track);
        em.flush();
        track.cues().ifPresent(this::forget);
    }

    /** Forgets cues unless a track speaks them. */
    void forget(SubtitleTrack left) {
        em.flush();
        Optional.of(left)
                .filter(cues -> em.createQuery("select count(t) from Track t where t.cues = :cues", Long.class)
                                .setParameter("cues", cues)
                                .getSingleResult()
                        == 0)
                .ifPresent(em::remove);
        em.flush();
    }

    /** Counts a change of what a track is made of as a change of the track. */
    void touch(Track track) {
        em.lock(track, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** Stores a new product with its first, still empty, revision; the caller fills it in the same transaction. */
    void add(Product product) {
        em.persist(product);
        em.flush();
        em.persist(product.begin());
    }

    /**
     * Lets nobody else lock the product before the running transaction ends; its tracks are read afterwards.
     *
     * @throws OptimisticLockException when somebody has changed it since it was read
     */
    void lock(Product product) {
        // Locking reads the product anew: what has been decided about it must stand in the database by then.
        em.flush();
        var version = product.version();
        em.lock(product, LockModeType.PESSIMISTIC_WRITE);
        if (product.version() != version) {
            throw new OptimisticLockException(product);
        }
    }

    /** As {@link #find(String)}, locked before anything of it is read: whoever else changes it waits for the end of the running transaction. */
    Optional<Product> locked(String slug) {
        return em.createQuery("select p from Product p where p.slug = :slug", Product.class)
                .setParameter("slug", slug)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Counts a product as changed now though only what belongs to it is, so that its version tells. */
    void touch(Product product) {
        product.publication().rewritten(clock.instant());
        em.lock(product, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        em.flush();
    }

    /** The first of {@code base}, {@code base-2}, {@code base-3} … that is no address yet; nobody else gets it while this transaction runs. */
    Slug free(Slug base) {
        locks.await("product " + base);
        var number = 1;
        var free = base;
        while (free.value().equals(LISTS) || find(free.value()).isPresent()) {
            number++;
            free = base.numbered(number);
        }
        return free;
    }

    /** Stores what has been added to a product since it was loaded and gives it its ids. */
    void flush() {
        em.flush();
    }

    /**
     * The revision of every public product by its id: the number of its published wording and two sums over its approved
     * tracks, of which one tells that a track has changed and the other which there are. What a copy of the public content must
     * equal. One statement.
     */
    public Map<Long, String> publicRevisions() {
        return revisions(em.createQuery(REVISIONS + REVISIONS_GROUPED, Object[].class));
    }

    /** How many {@link #publicRevisions()} there are. One statement. */
    public long publicOnes() {
        return em.createQuery(
                        "select count(p) from Product p where p.publication.online = true and p.published is not null",
                        Long.class)
                .getSingleResult();
    }

    /** Those of {@link #publicRevisions()} that these have. One statement. */
    public Map<Long, String> publicRevisions(List<Long> ids) {
        return revisions(em.createQuery(REVISIONS + " and p.id in :ids" + REVISIONS_GROUPED, Object[].class)
                .setParameter("ids", ids));
    }

    /** One of {@link #publicRevisions}; empty when the product is not public. */
    public Optional<String> publicRevision(long id) {
        return revisions(em.createQuery(REVISIONS + " and p.id = :id" + REVISIONS_GROUPED, Object[].class)
                        .setParameter("id", id))
                .values()
                .stream()
                .findFirst();
    }

    private static Map<Long, String> revisions(TypedQuery<Object[]> query) {
        var revisions = new LinkedHashMap<Long, String>();
        query.getResultStream().forEach(row -> revisions.put((Long) row[0], row[1] + "." + row[2] + "." + row[3]));
        return revisions;
    }

    /** Ids of what was scheduled for this moment or earlier. */
    public List<Long> dueAt(Instant now) {
        return em.createQuery(
                        "select p.id from Product p where p.publication.state ="
                                + " vn.loa.editorial.PublicationState.SCHEDULED"
                                + " and p.publication.scheduledFor <= :now order by p.id",
                        Long.class)
                .setParameter("now", now)
                .getResultList();
    }
}
