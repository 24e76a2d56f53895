package vn.loa.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Seconds;

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
 * @param storyboard small pictures of the film; null when there are none, and on light pages
 * @param millis where it begins
 */
public record Player(
        String slug,
        boolean video,
        String language,
        Source source,
        List<Voice> voices,
        List<Source> sources,
        List<Caption> captions,
        @Nullable Storyboard storyboard,
        @Nullable Duration duration,
        long millis) {

    public Player {
        voices = List.copyOf(voices);
        sources = List.copyOf(sources);
        captions = List.copyOf(captions);
    }

    /** Where it begins as a player counts: {@code 72.4}. */
    public String second() {
        return Seconds.text(millis);
    }

    /**
     * A language in which the product can be heard.
     *
     * @param note what an editor says of it, for example that it is a sample
     * @param source what plays when it is chosen
     * @param small the least that shows as much, while nobody has chosen a file; null when it is the source itself
     * @param stream where it may or must be played; null when it is not to be
     */
    public record Voice(
            String language,
            @Nullable String note,
            Source source,
            @Nullable Source small,
            @Nullable Stream stream,
            @Nullable Duration duration,
            boolean chosen) {
        private Voice withoutStream() {
            return new Voice(language, note, source, small, null, duration, chosen);
        }
    }

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

    /**
     * A film in sizes that the line chooses.
     *
     * @param url of the master playlist, which begins with the chosen voice
     * @param bytes of the whole film in its largest size, with its sound
     * @param height of that size
     * @param needed whether it has been chosen, or no file has the picture with this voice
     * @param free whether nobody has chosen a file, so that the stream may be played in its place
     */
    public record Stream(String url, long bytes, int height, boolean needed, boolean free) {}

    /** Subtitles. @param first whether they are on from the start @param standIn whether they only hold the place of a translation */
    public record Caption(String language, String url, boolean first, boolean standIn) {}

    /** @param sheet address of the pictures on one sheet @param times of the WebVTT that says which part shows which time */
    public record Storyboard(String sheet, String times) {}

    /** The same by its files alone: playlists are made of what is public. */
    Player withoutStreams() {
        return new Player(
                slug,
                source.video(),
                language,
                source,
                voices.stream().map(Voice::withoutStream).toList(),
                sources.stream()
                        .map(each -> each.choose(each.url().equals(source.url())))
                        .toList(),
                captions,
                storyboard,
                duration,
                millis);
    }

    /** What can be chosen beside a film: its sizes, smallest first, and one way to only listen. */
    public List<Source> choices() {
        var sounds = sources.stream().filter(choice -> !choice.video()).toList();
        var listened = sounds.stream()
                .filter(Source::chosen)
                .findFirst()
                .or(() -> sounds.stream()
                        .filter(sound -> sound.contentType().equals("audio/mp4"))
                        .findFirst())
                .or(() -> sounds.stream().findFirst());
        return java.util.stream.Stream.concat(
                        listened.stream(), sources.stream().filter(Source::video))
                .toList();
    }

    /** Whether the subtitles that are on from the start only hold the place of a translation. */
    public boolean captionStandsIn() {
        return captions.stream().anyMatch(caption -> caption.first() && caption.standIn());
    }

    /** The chosen voice. */
    public Voice voice() {
        return voices.stream().filter(Voice::chosen).findFirst().orElseThrow();
    }

    /** A sound file for browsers that do not play the chosen one. */
    public Optional<Source> substitute() {
        return sources.stream()
                .filter(other -> !video && other.contentType().equals("audio/mpeg"))
                .filter(other -> !other.url().equals(source.url()))
                .findFirst();
    }

    /** Where it begins, in whole seconds. */
    public long wholeSeconds() {
        return millis / 1000;
    }

    /** In whole seconds; 0 when it is not known. */
    public long seconds() {
        return duration == null ? 0 : Math.round(duration.toMillis() / 1000d);
    }
}
