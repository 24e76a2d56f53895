package vn.loa.catalog;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail says of a track to which something was done: its kind and language as codes, {@code subtitle vi}; below that, what was said to its
 * editors.
 *
 * @param kind code of what it is
 * @param language code
 * @param said null when nothing was
 */
public record TrackNote(
        String kind, String language, @Nullable String said) {
    /** Deeds that are done to one track. */
    private static final Set<String> DEEDS = Set.of(
            "add-track",
            "approve-track",
            "reject-track",
            "take-back-review",
            "remove-track",
            "retry-track",
            "replace-track",
            "hand-in-subtitles",
            "describe-picture");

    private static final Pattern WRITTEN = Pattern.compile(
            "(audio|video|subtitle|transcript|description|document|image) ([a-z]{2,8})(?:\\R(.*))?", Pattern.DOTALL);

    static TrackNote of(Track track) {
        return new TrackNote(track.kind().code(), track.language(), null);
    }

    /** Empty when it names no track: trails of former days have only what was said. @param action of the entry */
    public static Optional<TrackNote> of(String action, @Nullable String note) {
        if (note == null || !DEEDS.contains(action)) {
            return Optional.empty();
        }
        var found = WRITTEN.matcher(note);
        return found.matches()
                ? Optional.of(new TrackNote(found.group(1), found.group(2), found.group(3)))
                : Optional.empty();
    }

    /** What was said to others. @param action of the entry @param note as the trail has it */
    public static @Nullable String said(String action, @Nullable String note) {
        return of(action, note).map(TrackNote::said).orElse(note);
    }

    /** What the trail keeps of the track. */
    public String text() {
        return kind + " " + language;
    }

    /** The same with what was said. */
    String with(@Nullable String words) {
        return words == null ? text() : text() + "\n" + words;
    }
}
