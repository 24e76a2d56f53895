package vn.loa.catalog;

import java.util.Optional;
import vn.loa.media.MediaAsset;

/** Tells those who work on a product of a sound that is nearly silence, by what was measured of its file for stations. */
final class QuietSound {
    private static final String CODE = "nearly-silent";

    /** In LUFS: stations are given -16, and what still misses that by so much after it was made louder is noise at best. */
    private static final double LIMIT = -30;

    /** By BS.1770 nothing that is quieter has a loudness. */
    private static final double SILENCE = -70;

    private QuietSound() {}

    static Optional<Warning> of(Track track) {
        return track.asset().stream()
                .map(MediaAsset::renditions)
                .flatMap(files -> files.stream().flatMap(file -> file.loudness().stream()))
                .filter(loudness -> loudness < LIMIT)
                .findFirst()
                .map(loudness -> Warning.of(
                        CODE, messages -> messages.text("media.sound." + CODE, Math.max(SILENCE, loudness))));
    }
}
