package vn.loa.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.loa.catalog.ProductCard.Poster;
import vn.loa.media.Rendition;
import vn.loa.media.transcode.PictureNames;

/** Chooses the pictures that stand for a work, and those that are the work itself. */
final class Pictures {
    /** Where a film has usually begun, and does not tell its end. */
    private static final int USUAL_PERCENT = 30;

    private static final int WIDEST_CHOICE = 640;

    private static final Comparator<Poster> SMALLEST_FIRST =
            Comparator.comparingInt(Poster::width).thenComparingLong(Poster::bytes);

    private Pictures() {}

    /**
     * The pictures that stand for a work, smallest first: those that an editor made for it; without any, one of its film; without a film, the cover that
     * came with its sound.
     */
    static List<Poster> posters(String slug, Collection<Track> tracks) {
        var made = images(slug, tracks, TrackRole.POSTER);
        if (!made.isEmpty()) {
            return made;
        }
        return Stream.concat(
                        originalsFirst(tracks, TrackKind.VIDEO).map(film -> of(slug, film, fromFilm(film))),
                        originalsFirst(tracks, TrackKind.AUDIO).map(sound -> of(slug, sound, covers(sound))))
                .filter(pictures -> !pictures.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The pictures that are the work itself, smallest first. */
    static List<Poster> papers(String slug, Collection<Track> tracks) {
        return images(slug, tracks, TrackRole.ORIGINAL);
    }

    /** At which percent of a film the pictures were taken that can stand for it, the earliest first. */
    static List<Integer> candidates(Track film) {
        return film.kind() == TrackKind.VIDEO
                ? film.files().flatMap(Pictures::percent).distinct().sorted().toList()
                : List.of();
    }

    /** The pictures of a film that one can be chosen from, by their percent, each in the largest size that a page of the back office shows. */
    static SortedMap<Integer, Poster> choices(String slug, Track film) {
        var choices = new TreeMap<Integer, Poster>();
        film.files()
                .filter(file -> file.contentType().equals("image/jpeg"))
                .filter(file -> file.width().orElse(0) <= WIDEST_CHOICE)
                .sorted(Comparator.comparing(file -> file.width().orElse(0)))
                .forEach(file -> percent(file).forEach(percent -> choices.put(percent, poster(slug, film, file))));
        return choices;
    }

    /** That of the candidates which stands for its film; absent when there are none. */
    static Optional<Integer> candidate(Track film) {
        var candidates = candidates(film);
        return Stream.of(
                        film.posterPercent(),
                        Optional.of(USUAL_PERCENT),
                        candidates.stream().findFirst())
                .flatMap(Optional::stream)
                .filter(candidates::contains)
                .findFirst();
    }

    private static Stream<Track> originalsFirst(Collection<Track> tracks, TrackKind kind) {
        return tracks.stream()
                .filter(track -> track.kind() == kind)
                .sorted(Comparator.comparing((Track track) -> track.role() != TrackRole.ORIGINAL)
                        .thenComparing(Comparator.comparingInt(Track::position).reversed()));
    }

    private static Stream<Rendition> fromFilm(Track film) {
        var chosen = candidate(film);
        return film.files()
                .filter(file -> percent(file).anyMatch(percent -> Objects.equals(percent, chosen.orElse(null))));
    }

    private static Stream<Rendition> covers(Track sound) {
        return sound.files().filter(file -> PictureNames.isCover(file.profile()));
    }

    private static Stream<Integer> percent(Rendition file) {
        return PictureNames.percent(file.profile()).stream().boxed();
    }

    private static List<Poster> images(String slug, Collection<Track> tracks, TrackRole role) {
        return tracks.stream()
                .filter(track -> track.kind() == TrackKind.IMAGE && track.role() == role)
                .map(track -> of(slug, track, track.files()))
                .flatMap(List::stream)
                .sorted(SMALLEST_FIRST)
                .toList();
    }

    private static List<Poster> of(String slug, Track track, Stream<Rendition> files) {
        return files.map(file -> poster(slug, track, file))
                .sorted(SMALLEST_FIRST)
                .toList();
    }

    private static Poster poster(String slug, Track track, Rendition rendition) {
        return new Poster(
                rendition.address(slug, track.language()),
                rendition.contentType(),
                rendition.width().orElse(0),
                rendition.height().orElse(0),
                rendition.bytes(),
                track.alt());
    }
}
