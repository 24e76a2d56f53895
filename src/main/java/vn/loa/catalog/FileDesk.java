package vn.loa.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductCard.Poster;
import vn.loa.common.Texts;

/**
 * Everything that the back office shows of the files of a product to somebody who works on it.
 *
 * @param page the product with its tracks
 * @param shown the picture that stands for it when all of it is approved; null when there is none
 * @param films those of which pictures were taken that one can be chosen from
 * @param posters pictures that were sent to stand for it, the newest first
 * @param heard what chapters are found by: the film, or the sound that the work was made with; null when nothing can be played yet
 * @param describer whether they say what pictures show
 * @param seconds how long the work is; null while nobody knows
 */
public record FileDesk(
        WorkPage page,
        @Nullable Poster shown,
        List<Film> films,
        List<Picture> posters,
        WorkPage.@Nullable WorkTrack heard,
        boolean describer,
        @Nullable Double seconds) {
    public FileDesk {
        films = List.copyOf(films);
        posters = List.copyOf(posters);
    }

    /** Whether there is anything to choose from or to describe. */
    public boolean isPictured() {
        return !films.isEmpty() || !posters.isEmpty();
    }

    /** A film with its pictures. @param alt what the chosen one shows */
    public record Film(long track, Texts language, List<Candidate> candidates, Texts alt) {
        public Film {
            candidates = List.copyOf(candidates);
        }
    }

    /** @param percent of the film's length at which it was taken */
    public record Candidate(int percent, Poster picture, boolean chosen) {}

    /** A picture that was sent. @param picture null while none of it is made */
    public record Picture(
            long track, String state, @Nullable Poster picture, Texts alt) {}
}
