package vn.loa.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Messages;
import vn.loa.common.Texts;
import vn.loa.media.MediaAsset;

/**
 * Where a track of a product stands; null where nothing is known.
 *
 * @param state processing, ready (for review), rejected, approved
 * @param percent how far it is on its way to be ready, while it is processed
 * @param reason why it was rejected: a code when nothing could come of the file, otherwise what its reviewer wrote
 * @param explanation the same for people, by language, when it is a code
 * @param warnings what an editor may want to put right in subtitles; told once, when they come
 */
public record TrackStatus(
        long id,
        String kind,
        String language,
        String role,
        @Nullable String label,
        String state,
        @Nullable Integer percent,
        @Nullable String reason,
        @Nullable Texts explanation,
        @Nullable Instant reviewedAt,
        @Nullable Double durationSeconds,
        @Nullable List<Texts> warnings) {
    private static final double MILLIS = 1_000;
    private static final String TROUBLE = "media.trouble.";

    static TrackStatus of(Track track) {
        return of(track, null, null);
    }

    static TrackStatus of(Track track, @Nullable Integer percent, @Nullable List<Texts> warnings) {
        var code = track.asset().flatMap(MediaAsset::reason);
        return new TrackStatus(
                track.requireId(),
                track.kind().code(),
                track.language(),
                track.role().code(),
                track.label().orElse(null),
                track.state().code(),
                percent,
                code.or(track::reviewNote).orElse(null),
                code.map(TrackStatus::explained).orElse(null),
                track.reviewedAt().orElse(null),
                track.asset()
                        .flatMap(asset -> asset.duration())
                        .map(duration -> duration.toMillis() / MILLIS)
                        .orElse(null),
                warnings);
    }

    private static Texts explained(String code) {
        return Texts.of(Map.of("vi", text("vi", code), "en", text("en", code)));
    }

    private static String text(String language, String code) {
        var messages = Messages.in(language);
        return messages.text(messages.has(TROUBLE + code) ? TROUBLE + code : TROUBLE + "failed");
    }
}
