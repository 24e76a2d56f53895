package vn.loa.catalog;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.catalog.ProductPage.Named;
import vn.loa.catalog.ProductPage.Person;
import vn.loa.common.Page;
import vn.loa.common.Reading;
import vn.loa.common.Repository;

/** What the public can hear in one language, for those who subscribe. A constant number of statements for any number. */
@Repository
@Transactional
@Reading
public class Episodes {
    private static final String HEARD = " from Product p join p.published r where p.publication.online = true"
            + " and exists (select t.id from Track t where t.product = p and t.language = :language"
            + " and t.state = vn.loa.catalog.TrackState.APPROVED"
            + " and t.kind in (vn.loa.catalog.TrackKind.AUDIO, vn.loa.catalog.TrackKind.VIDEO))";

    private static final String ABOUT =
            " and exists (select x.code from ProductRevision q join q.topics x where q = r and x.code in :topics)";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Products products;

    /**
     * Newest first; fewer than a page holds when of one nothing can be played right now.
     *
     * @param topics codes of those that they are about one of; of all when there are none
     * @param page from 1
     */
    public Page<Episode> in(String language, List<String> topics, int page, int size) {
        var which = HEARD + (topics.isEmpty() ? "" : ABOUT);
        var total = em.createQuery("select count(p)" + which, Long.class).setParameter("language", language);
        var ids = em.createQuery(
                        "select p.id" + which + " order by p.publication.publishedAt desc, p.id desc", Long.class)
                .setParameter("language", language)
                .setFirstResult(Math.multiplyExact(page - 1, size))
                .setMaxResults(size);
        if (!topics.isEmpty()) {
            total.setParameter("topics", topics);
            ids.setParameter("topics", topics);
        }
        return new Page<>(episodes(ids.getResultList(), language), total.getSingleResult(), page, size);
    }

    /** Those of these products, which are public, that can be heard in a language, in their order. */
    public List<Episode> of(List<Long> ids, String language) {
        return episodes(ids, language);
    }

    private List<Episode> episodes(List<Long> ids, String language) {
        if (ids.isEmpty()) {
            return List.of();
        }
        // Each of these queries fills one more collection of the same revisions.
        var revisions = revisions(ids, "r.localities").stream()
                .collect(Collectors.toMap(revision -> revision.product().requireId(), Function.identity()));
        revisions(ids, "r.credits");
        var tracks = products.approvedTracks(ids).stream()
                .collect(Collectors.groupingBy(track -> track.product().requireId()));
        return ids.stream()
                .map(revisions::get)
                .filter(Objects::nonNull)
                .flatMap(revision ->
                        episode(revision, tracks.getOrDefault(revision.product().requireId(), List.of()), language)
                                .stream())
                .toList();
    }

    private List<ProductRevision> revisions(List<Long> ids, String collection) {
        return em.createQuery(
                        "select distinct r from ProductRevision r join fetch r.product join fetch r.genre left join fetch "
                                + collection + " where r.product.id in :ids and r.product.published = r",
                        ProductRevision.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    private static Optional<Episode> episode(ProductRevision revision, List<Track> tracks, String language) {
        var product = revision.product();
        return Players.of(product.slug(), tracks, new Listening(language, language, "", 0, true))
                .filter(player -> player.language().equals(language))
                .map(player -> episode(revision, tracks, player));
    }

    private static Episode episode(ProductRevision revision, List<Track> tracks, Player player) {
        var product = revision.product();
        var main = player.sources().stream()
                .min(Comparator.comparing(Player.Source::video)
                        .thenComparing(source -> !source.profile().equals(Players.FIRST_SOUND))
                        .thenComparing(Player.Source::bytes))
                .orElse(player.source());
        return new Episode(
                product.requireId(),
                product.slug(),
                revision.title(),
                revision.summary(),
                revision.genre().label(),
                product.publication().publishedAt().orElseThrow(),
                main,
                player.sources().stream()
                        .filter(other -> !other.url().equals(main.url()))
                        .toList(),
                player.seconds(),
                words(product.slug(), tracks, player.language()).distinct().toList(),
                player.voice().note(),
                revision.credits().stream()
                        .map(credit -> new Person(credit.role(), credit.name()))
                        .toList(),
                revision.localities().stream()
                        .map(locality -> new Named(locality.addressName(), locality.label()))
                        .toList(),
                Pictures.posters(product.slug(), tracks).stream()
                        .filter(poster -> poster.contentType().equals("image/jpeg"))
                        .reduce((smaller, larger) -> larger)
                        .orElse(null));
    }

    private static Stream<String> words(String slug, List<Track> tracks, String language) {
        return tracks.stream()
                .filter(track -> track.language().equals(language))
                .filter(track -> track.kind() == TrackKind.TRANSCRIPT || track.kind() == TrackKind.SUBTITLE)
                .flatMap(track -> track.files()
                        .filter(file -> file.contentType().startsWith("text/vtt"))
                        .map(file -> Players.address(slug, track, file)));
    }
}
