package vn.loa.media.transcode;

import java.util.ArrayList;
import java.util.List;
import vn.loa.media.transcode.SoundProfiles.Step;

/**
 * How many bytes encoding takes at most, by bit rate and length: pictures are coded below a rate that they never exceed, sounds
 * at the one that they have. Told without reading anything.
 */
public final class RoomNeeded {
    private static final int BITS = 8;

    /** What stands around sound and picture: so much of each file, and this part of its content. */
    private static final long FRAME = 64L << 10;

    private static final int FRAMES_PART = 20;

    /** All sizes and codings of a picture, a cover, or three candidates for a poster. */
    private static final long PICTURES = 8L << 20;

    /** Pictures as they are taken from a film, before they are coded small. */
    private static final long STILLS = 16L << 20;

    private final SoundProfiles sounds;
    private final FilmProfiles films;

    RoomNeeded(EncodingProfiles profiles) {
        this.sounds = profiles.sound();
        this.films = profiles.film();
    }

    /**
     * @param made finished files
     * @param largest of these
     * @param beside what is deleted when they are finished
     */
    public record Room(long made, long largest, long beside) {
        private static Room of(List<Long> files, long beside) {
            return new Room(
                    files.stream().mapToLong(Long::longValue).sum(),
                    files.stream().mapToLong(Long::longValue).max().orElse(0),
                    beside);
        }
    }

    /** Of {@link Encoder#small}. */
    public Room small(Extent source) {
        if (source.duration().isZero()) {
            return new Room(PICTURES, PICTURES, 0);
        }
        var files = sounds(source, Step.SMALL);
        if (!source.isSeen()) {
            return Room.of(files, 0);
        }
        var picture = file(source, films.smallest().bitrate());
        var inner = sound(source, films.smallestAudio());
        files.add(picture + inner);
        // Parts of the picture are put together once more.
        return Room.of(files, 2 * picture + inner);
    }

    /** Of {@link Encoder#full}. */
    public Room full(Extent source) {
        if (source.duration().isZero()) {
            return new Room(0, 0, 0);
        }
        var files = sounds(source, Step.FULL, Step.HLS);
        files.add(PICTURES);
        if (!source.isSeen()) {
            return Room.of(files, 0);
        }
        films.rungsOf(source.width(), source.height()).forEach(rung -> files.add(file(source, rung.bitrate())));
        files.addAll(joined(source));
        return Room.of(files, STILLS);
    }

    /** Of {@link Encoder#dub}. @param source as long as the film, or longer */
    public Room dub(Extent source) {
        var inner = sound(source, films.smallestAudio());
        var spoken = joined(source);
        spoken.add(file(source, films.smallest().bitrate()) + inner);
        var files = sounds(source, Step.HLS);
        files.addAll(spoken);
        // Each file of the film is copied beside what is made of it.
        return Room.of(files, spoken.stream().mapToLong(Long::longValue).sum() + inner);
    }

    /** Files put together from what was made for HLS. */
    private List<Long> joined(Extent source) {
        var files = new ArrayList<Long>();
        films.progressive()
                .forEach(joined ->
                        files.add(file(source, films.rung(joined.video()).bitrate()) + sound(source, joined.audio())));
        return files;
    }

    private List<Long> sounds(Extent source, Step... steps) {
        var files = new ArrayList<Long>();
        sounds.of(steps).forEach(sound -> files.add(file(source, sound.bitrate())));
        return files;
    }

    private long sound(Extent source, String name) {
        return file(source, sounds.named(name).bitrate());
    }

    private static long file(Extent source, int bitrate) {
        var content = source.duration().toMillis() / 1000.0 * bitrate / BITS;
        return FRAME + (long) (content + content / FRAMES_PART);
    }
}
