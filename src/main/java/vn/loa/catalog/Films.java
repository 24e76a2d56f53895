package vn.loa.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.loa.media.MediaAsset;

/** Which of the tracks of a work is its film, and how long the work is by that. */
final class Films {
    private Films() {}

    /**
     * What dubs are made for: of the films in their own language the newest that is approved; while none is, the newest
     * that may be.
     *
     * @param tracks all of a product, in order of position
     */
    static Optional<Track> of(List<Track> tracks) {
        return newest(tracks, Track::isApproved).or(() -> newest(tracks, film -> true));
    }

    /** How long the work is: its film, or its original sound. Absent while nobody knows. @param tracks as {@link #of} */
    static Optional<Duration> length(List<Track> tracks) {
        return length(of(tracks), tracks, track -> true);
    }

    /** The same as far as the public may know. */
    static Optional<Duration> publicLength(List<Track> tracks) {
        return length(newest(tracks, Track::isApproved), tracks, Track::isApproved);
    }

    private static Optional<Duration> length(Optional<Track> film, List<Track> tracks, Predicate<Track> these) {
        return film.or(() -> tracks.stream()
                        .filter(Track::isOriginalSound)
                        .filter(these)
                        .reduce((older, newer) -> newer))
                .flatMap(Track::asset)
                .flatMap(MediaAsset::duration);
    }

    private static Optional<Track> newest(List<Track> tracks, Predicate<Track> these) {
        return tracks.stream().filter(Track::isFilm).filter(these).reduce((older, newer) -> newer);
    }
}
