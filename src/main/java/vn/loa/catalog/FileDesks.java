package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.catalog.FileDesk.Candidate;
import vn.loa.catalog.FileDesk.Film;
import vn.loa.catalog.FileDesk.Picture;
import vn.loa.catalog.ProductCard.Poster;
import vn.loa.catalog.WorkPage.WorkTrack;
import vn.loa.common.Reading;
import vn.loa.common.Texts;

/** Reads what the back office shows of the files of one product. The number of statements does not grow with them. */
@ApplicationScoped
@Transactional
@Reading
public class FileDesks {
    /** What is shown of the picture that stands for the work. */
    private static final int WIDTH = 640;

    @Inject
    private WorkPages pages;

    @Inject
    private Products products;

    /** Empty when there is, for them, no such product. */
    public Optional<FileDesk> find(String slug, Actor by) {
        // The page has read the tracks with their files: here they are found in the persistence context.
        return pages.find(slug, by).flatMap(page -> products.find(slug).map(product -> desk(page, product, by)));
    }

    private static FileDesk desk(WorkPage page, Product product, Actor by) {
        var slug = product.slug();
        var usable = product.tracks().stream()
                .filter(track -> track.state() != TrackState.REJECTED)
                .toList();
        var languages = page.tracks().stream()
                .collect(Collectors.toMap(track -> track.status().id(), WorkTrack::language));
        return new FileDesk(
                page,
                widest(Pictures.posters(slug, usable)),
                usable.stream()
                        .filter(track -> track.kind() == TrackKind.VIDEO)
                        .filter(film -> !Pictures.candidates(film).isEmpty())
                        .map(film -> film(slug, film, languages.getOrDefault(film.requireId(), Texts.none())))
                        .toList(),
                usable.stream()
                        .filter(track -> track.kind() == TrackKind.IMAGE && track.role() == TrackRole.POSTER)
                        .sorted(Comparator.comparing(Track::position).reversed())
                        .map(track -> new Picture(
                                track.requireId(),
                                track.state().code(),
                                widest(Pictures.posters(slug, List.of(track))),
                                track.alt()))
                        .toList(),
                heard(page, product),
                ProductPolicy.mayDescribe(by, product),
                Films.length(product.tracks())
                        .map(length -> length.toMillis() / 1_000.0)
                        .orElse(null));
    }

    private static Film film(String slug, Track film, Texts language) {
        var chosen = Pictures.candidate(film).orElse(-1);
        return new Film(
                film.requireId(),
                language,
                Pictures.choices(slug, film).entrySet().stream()
                        .map(choice -> new Candidate(
                                choice.getKey(),
                                choice.getValue(),
                                choice.getKey().equals(chosen)))
                        .toList(),
                film.alt());
    }

    private static @Nullable Poster widest(List<Poster> posters) {
        return posters.stream()
                .filter(poster -> poster.contentType().equals("image/jpeg") && poster.width() <= WIDTH)
                .reduce((smaller, larger) -> larger)
                .orElse(null);
    }

    /** What the times of chapters are of. */
    private static @Nullable WorkTrack heard(WorkPage page, Product product) {
        var timed = Films.of(product.tracks())
                .or(() ->
                        product.tracks().stream().filter(Track::isOriginalSound).reduce((older, newer) -> newer))
                .map(Track::requireId);
        return page.tracks().stream()
                .filter(track -> timed.filter(id -> id == track.status().id()).isPresent())
                .filter(track -> track.listen() != null)
                .findFirst()
                .orElse(null);
    }
}
