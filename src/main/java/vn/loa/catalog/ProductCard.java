package vn.loa.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Medium;

/**
 * A product as it stands in a list.
 *
 * @param genreLabel the genre in the languages of the pages
 * @param medium how one takes it in, by what there is of it; by its genre while there is nothing
 * @param scene the drawn scene that stands in when there is no poster
 * @param colour the ground of that scene
 * @param duration of the longest approved audio or video
 * @param smallestBytes the least data for which one can listen to, watch or read the original, of a film with its picture; 0 for a text on the page itself
 * @param onlySize whether there is nothing else to listen to, watch or read, in no other size and no other language
 * @param languages codes of the languages one can hear, watch or read it in
 * @param dubs codes of the languages it can be heard in
 * @param subtitles codes of the languages it has subtitles in
 * @param standIns codes of those among dubs and subtitles which only hold the place of a translation
 * @param posters smallest first
 */
public record ProductCard(
        long id,
        String slug,
        Texts title,
        Texts summary,
        String genre,
        Texts genreLabel,
        Medium medium,
        String scene,
        String colour,
        Instant publishedAt,
        boolean sample,
        @Nullable Duration duration,
        long smallestBytes,
        boolean onlySize,
        List<String> languages,
        List<String> dubs,
        List<String> subtitles,
        List<String> standIns,
        List<Poster> posters) {

    public ProductCard {
        languages = List.copyOf(languages);
        dubs = List.copyOf(dubs);
        subtitles = List.copyOf(subtitles);
        standIns = List.copyOf(standIns);
        posters = List.copyOf(posters);
    }

    /** Codes of the languages it is really heard in. */
    public List<String> voices() {
        return without(standIns, dubs);
    }

    /** Codes of the languages whose dubs only hold a place. */
    public List<String> dubStandIns() {
        return without(voices(), dubs);
    }

    /** Codes of the languages that only subtitles bring. */
    public List<String> furtherSubtitles() {
        return without(standIns, without(dubs, subtitles));
    }

    /** Codes of the languages that only subtitles would bring, which only hold a place. */
    public List<String> subtitleStandIns() {
        return without(furtherSubtitles(), without(dubs, subtitles));
    }

    private static List<String> without(List<String> some, List<String> codes) {
        return codes.stream().filter(code -> !some.contains(code)).toList();
    }

    /** The smallest poster that every browser shows. */
    public Optional<Poster> poster() {
        return posters.stream()
                .filter(p -> p.contentType().equals("image/jpeg"))
                .findFirst();
    }

    /** The smallest poster in the lightest format. */
    public Optional<Poster> lightPoster() {
        return posters.stream()
                .filter(p -> p.contentType().equals("image/avif"))
                .findFirst();
    }

    /**
     * One size and format of a product's picture.
     *
     * @param url address within the portal, from the root
     * @param alt what it shows, for who does not see it; empty when nobody has said
     */
    public record Poster(String url, String contentType, int width, int height, long bytes, Texts alt) {}
}
