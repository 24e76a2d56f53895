package vn.loa.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a track of a product stands; null where nothing is known.
 *
 * @param state processing, ready (for review), rejected, approved
 * @param reason why it was rejected
 */
public record TrackStatus(
        long id,
        String kind,
        String language,
        String role,
        @Nullable String label,
        String state,
        @Nullable String reason,
        @Nullable Instant reviewedAt,
        @Nullable Double durationSeconds) {
    private static final double MILLIS = 1_000;

    static TrackStatus of(Track track) {
        return new TrackStatus(
                track.requireId(),
                track.kind().code(),
                track.language(),
                track.role().code(),
                track.label().orElse(null),
                track.state().code(),
                track.reviewNote().orElse(null),
                track.reviewedAt().orElse(null),
                track.asset()
                        .flatMap(asset -> asset.duration())
                        .map(duration -> duration.toMillis() / MILLIS)
                        .orElse(null));
    }
}
