package vn.loa.catalog;

import java.util.List;
import java.util.function.Predicate;
import vn.loa.media.Rendition;
import vn.loa.taxonomy.Language;

/**
 * Whether those who do not hear a film can read what is said in it, in each language in which it is spoken (WCAG 2.2, 1.2.2): subtitles in another
 * language are of no use to them, nor is a transcript, which nobody reads beside the picture.
 */
final class Captions {
    private static final String NONE = "no-captions";

    private Captions() {}

    /** Codes of the languages in which what is approved of a product is spoken beside a picture, and cannot be read. */
    static List<String> missing(Product product) {
        if (languages(product, track -> track.kind() == TrackKind.VIDEO).isEmpty()) {
            return List.of();
        }
        var read = languages(product, track -> track.kind() == TrackKind.SUBTITLE);
        return languages(product, Captions::isHeard).stream()
                .filter(language -> !read.contains(language))
                .toList();
    }

    static Warning warning(Language spoken) {
        return Warning.of(
                NONE,
                messages ->
                        messages.text("working.warning." + NONE, spoken.label().within(messages.text("language.tag"))));
    }

    private static List<String> languages(Product product, Predicate<Track> these) {
        return product.tracks().stream()
                .filter(Track::isApproved)
                .filter(these)
                .map(Track::language)
                .distinct()
                .toList();
    }

    private static boolean isHeard(Track track) {
        return track.isDub() || track.kind() == TrackKind.VIDEO && hasSound(track);
    }

    /** A film may be silent. @param film what is made of it is there */
    static boolean hasSound(Track film) {
        return film.files().map(Rendition::contentType).anyMatch(type -> type.startsWith("audio/"));
    }
}
