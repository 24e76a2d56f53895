package vn.loa.media.transcode;

import java.util.List;
import vn.loa.common.JsonFields;

/**
 * What is made of films.
 *
 * @param segmentSeconds between two pictures that players may begin with, the same in every rung of HLS
 * @param smallest the one that is made first, a file of its own
 * @param smallestAudio the name of its sound
 * @param rungs of HLS, lowest first; those larger than the film are left out, but for the lowest
 * @param progressive files put together from what was made for HLS
 */
record FilmProfiles(
        int version,
        int segmentSeconds,
        Picture smallest,
        String smallestAudio,
        List<Picture> rungs,
        List<Joined> progressive) {

    /** The profile of H.264 that has no pictures which are decoded before others that come first (ITU-T H.264, A.2.1). */
    private static final String WITHOUT_REORDERING = "baseline";

    /**
     * @param side of the shorter edge of a 16:9 frame that it fits in, in pixels
     * @param frameRate frames a second at most
     * @param h264 profile of H.264
     * @param preset of x264
     * @param crf constant rate factor: the quality where the bit rate allows it
     * @param bitrate that is never exceeded for longer than two seconds, in bits a second
     * @param x264 further parameters of x264, or empty
     */
    record Picture(
            String name, int side, int frameRate, String h264, String preset, int crf, int bitrate, String x264) {}

    /** One picture and one sound in one file. */
    record Joined(String name, String video, String audio) {}

    /** Those that a film of this size gets, lowest first; the lowest is always among them. */
    List<Picture> rungsOf(int width, int height) {
        return rungs.stream()
                .filter(rung -> rung == rungs.get(0) || Size.fills(width, height, rung.side()))
                .toList();
    }

    /** @throws IllegalStateException if there is none, which reading has made sure of */
    Picture rung(String name) {
        return rungs.stream()
                .filter(rung -> rung.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No picture is called " + name));
    }

    static FilmProfiles read(JsonFields fields, SoundProfiles sounds) {
        var smallest = fields.optionalObject("smallest", FilmProfiles::picture);
        if (smallest.isEmpty()) {
            fields.violated("smallest", "is required");
        }
        var film = new FilmProfiles(
                fields.integer("version"),
                EncodingProfiles.within(fields, "segmentSeconds", 1, 10),
                smallest.orElse(new Picture("", 0, 0, "", "", 0, 0, "")),
                fields.text("smallestAudio"),
                fields.objects("rungs", FilmProfiles::picture),
                fields.objects(
                        "progressive",
                        joined -> new Joined(joined.text("name"), joined.text("video"), joined.text("audio"))));
        film.check(fields, sounds);
        return film;
    }

    private static Picture picture(JsonFields fields) {
        return new Picture(
                fields.text("name"),
                EncodingProfiles.within(fields, "side", 90, 2160),
                EncodingProfiles.within(fields, "frameRate", 1, 60),
                fields.text("h264"),
                fields.text("preset"),
                EncodingProfiles.within(fields, "crf", 10, 40),
                EncodingProfiles.within(fields, "bitrate", 20_000, 20_000_000),
                fields.text("x264"));
    }

    private void check(JsonFields fields, SoundProfiles sounds) {
        if (rungs.isEmpty()) {
            fields.violated("rungs", "must name one at least");
        }
        for (var i = 1; i < rungs.size(); i++) {
            if (rungs.get(i).side() <= rungs.get(i - 1).side()) {
                fields.violated("rungs", "must stand in the order of their sides, lowest first");
            }
        }
        for (var rung : rungs) {
            if (!rung.name().equals(StreamNames.picture(rung.side()))) {
                fields.violated(
                        "rungs", "must call it %s, not %s".formatted(StreamNames.picture(rung.side()), rung.name()));
            }
        }
        for (var joined : progressive) {
            if (rungs.stream().noneMatch(rung -> rung.name().equals(joined.video()))) {
                fields.violated("progressive", "names a picture that is none: " + joined.video());
            }
            requireSound(fields, sounds, joined.audio());
        }
        requireSound(fields, sounds, smallestAudio);
        if (!smallest.h264().equals(WITHOUT_REORDERING)) {
            fields.violated(
                    "smallest",
                    "must be %s: its parts are put together in the order of their pictures"
                            .formatted(WITHOUT_REORDERING));
        }
    }

    private static void requireSound(JsonFields fields, SoundProfiles sounds, String name) {
        if (sounds.sounds().stream().noneMatch(sound -> sound.name().equals(name))) {
            fields.violated("smallestAudio", "names a sound that is none: " + name);
        }
    }
}
