package vn.loa.catalog;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Reading;
import vn.loa.common.Repository;
import vn.loa.media.Rendition;
import vn.loa.taxonomy.Genre;
import vn.loa.taxonomy.Medium;

/** Products as they stand in lists. A constant number of statements for a list of any length; what is not public is left out. */
@Repository
@Transactional
@Reading
public class ProductCards {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Products products;

    /** The cards of those products which are public right now, in the order of the ids. */
    public List<ProductCard> of(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var revisions = em.createQuery(
                        "select r from ProductRevision r join fetch r.product join fetch r.genre"
                                + " where r.product.id in :ids and r.product.publication.online = true"
                                + " and r.product.published = r",
                        ProductRevision.class)
                .setParameter("ids", ids)
                .getResultList();
        var tracks = products.approvedTracks(ids).stream()
                .collect(Collectors.groupingBy(t -> t.product().requireId()));
        Map<Long, ProductCard> cards = revisions.stream()
                .map(revision ->
                        card(revision, tracks.getOrDefault(revision.product().requireId(), List.of())))
                .collect(Collectors.toMap(ProductCard::id, card -> card));
        return ids.stream().distinct().map(cards::get).filter(Objects::nonNull).toList();
    }

    /** The card of the public revision of a product. @param tracks those of the product that are approved */
    static ProductCard card(ProductRevision revision, List<Track> tracks) {
        var product = revision.product();
        var genre = revision.genre();
        return new ProductCard(
                product.requireId(),
                product.slug(),
                revision.title(),
                revision.summary(),
                genre.code(),
                genre.label(),
                medium(genre, tracks),
                genre.scene(),
                genre.colour(),
                product.publication()
                        .publishedAt()
                        // Those who work on it see it before it is published.
                        .orElseGet(product.publication()::changedAt),
                product.isSample(),
                longest(tracks),
                smallest(tracks),
                playable(tracks).flatMap(ProductCards::choices).count() == 1,
                List.copyOf(revision.languages(tracks)),
                languages(tracks, TrackKind.AUDIO, TrackKind.VIDEO),
                languages(tracks, TrackKind.SUBTITLE),
                standIns(tracks),
                Pictures.posters(product.slug(), tracks));
    }

    /** What can be seen or heard says more than the genre: a reportage may be for the radio. */
    static Medium medium(Genre genre, Collection<Track> tracks) {
        var kinds = tracks.stream()
                .filter(track -> track.files().anyMatch(Rendition::isPlayable))
                .map(Track::kind)
                .toList();
        if (kinds.contains(TrackKind.VIDEO)) {
            return Medium.VIDEO;
        }
        return kinds.contains(TrackKind.AUDIO) ? Medium.AUDIO : genre.medium();
    }

    private static List<String> languages(Collection<Track> tracks, TrackKind... kinds) {
        return tracks.stream()
                .filter(track -> List.of(kinds).contains(track.kind()))
                .map(Track::language)
                .distinct()
                .toList();
    }

    /** Languages in which there is nothing but what holds a place. */
    static List<String> standIns(Collection<Track> tracks) {
        var real = languages(
                tracks.stream().filter(track -> !track.standsIn()).toList(),
                TrackKind.AUDIO,
                TrackKind.VIDEO,
                TrackKind.SUBTITLE);
        return languages(tracks, TrackKind.AUDIO, TrackKind.VIDEO, TrackKind.SUBTITLE).stream()
                .filter(language -> !real.contains(language))
                .toList();
    }

    private static @Nullable Duration longest(Collection<Track> tracks) {
        return tracks.stream()
                .filter(track -> track.kind() == TrackKind.AUDIO || track.kind() == TrackKind.VIDEO)
                .flatMap(track -> track.asset().flatMap(asset -> asset.duration()).stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Of the original: a short dub must not make a long work look cheap. */
    static long smallest(Collection<Track> tracks) {
        var playable = playable(NewestTracks.of(tracks)).toList();
        var originals = playable.stream()
                .filter(track -> track.role() == TrackRole.ORIGINAL)
                .toList();
        return (originals.isEmpty() ? playable : originals)
                .stream()
                        .mapToLong(ProductCards::cheapest)
                        .filter(bytes -> bytes > 0)
                        .min()
                        .orElse(0);
    }

    private static Stream<Track> playable(Collection<Track> tracks) {
        return tracks.stream().filter(track -> switch (track.kind()) {
            case AUDIO, VIDEO, DOCUMENT -> true;
            default -> false;
        });
    }

    private static Stream<Rendition> choices(Track track) {
        return track.files().filter(file -> track.kind() == TrackKind.DOCUMENT || file.isPlayable());
    }

    /**
     * What is played where nobody chooses: of a film the smallest with its picture, of a sound the one for every phone. While that is
     * not there, the smallest that can be had.
     */
    private static long cheapest(Track track) {
        var files = choices(track).toList();
        return smallest(files, ProductCards::isFilm)
                .or(() -> smallest(files, file -> file.profile().equals(Players.FIRST_SOUND)))
                .or(() -> smallest(files, file -> true))
                .orElse(0L);
    }

    /** A master is the last resort. */
    private static boolean isFilm(Rendition file) {
        return file.contentType().startsWith("video/") && !file.isMaster();
    }

    private static Optional<Long> smallest(List<Rendition> files, Predicate<Rendition> which) {
        return files.stream().filter(which).map(Rendition::bytes).min(Comparator.naturalOrder());
    }
}
