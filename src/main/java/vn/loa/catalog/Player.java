package vn.loa.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be heard or seen of a product, and what of it has been chosen.
 *
 * @param slug of the product
 * @param video whether the chosen source has moving pictures
 * @param language code of the language that is heard
 * @param source what plays
 * @param voices one for each language
 * @param sources of the chosen voice, smallest first
 * @param captions subtitles to switch on
 * @param second where it begins
 */
public record Player(
        String slug,
        boolean video,
        String language,
        Source source,
        List<Voice> voices,
        List<Source> sources,
        List<Caption> captions,
        @Nullable Duration duration,
        long second) {

    public Player {
        voices = List.copyOf(voices);
        sources = List.copyOf(sources);
        captions = List.copyOf(captions);
    }

    /**
     * A language in which the product can be heard.
     *
     * @param note what an editor says of it, for example that it is a sample
     * @param source what plays when it is chosen
     */
    public record Voice(
            String language,
            @Nullable String note,
            Source source,
            @Nullable Duration duration,
            boolean chosen) {}

    /** A file that plays. @param height of the picture; null for sound */
    public record Source(
            String profile,
            String url,
            String contentType,
            long bytes,
            @Nullable Integer height,
            boolean chosen) {
        public boolean video() {
            return contentType.startsWith("video/");
        }

        Source choose(boolean now) {
            return new Source(profile, url, contentType, bytes, height, now);
        }
    }

    /** Subtitles. @param first whether they are on from the start */
    public record Caption(String language, String url, boolean first) {}

    /** A sound file for browsers that do not play the chosen one. */
    public Optional<Source> substitute() {
        return sources.stream()
                .filter(other -> !video && other.contentType().equals("audio/mpeg"))
                .filter(other -> !other.url().equals(source.url()))
                .findFirst();
    }

    /** In whole seconds; 0 when it is not known. */
    public long seconds() {
        return duration == null ? 0 : Math.round(duration.toMillis() / 1000d);
    }
}
