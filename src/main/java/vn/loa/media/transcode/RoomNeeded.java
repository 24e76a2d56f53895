package vn.loa.media.transcode;

import java.util.List;
import java.util.stream.Stream;
import vn.loa.media.transcode.SoundProfiles.Sound;
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
     * @param beside what is deleted when they are finished
     */
    public record Room(long made, long beside) {}

    /** Of {@link Encoder#small}. */
    public Room small(Extent source) {
        if (source.duration().isZero()) {
            return new Room(PICTURES, 0);
        }
        var heard = sounds(source, Step.SMALL);
        if (!source.isSeen()) {
            return new Room(heard, 0);
        }
        var picture = file(source, films.smallest().bitrate());
        var inner = sound(source, films.smallestAudio());
        // Parts of the picture are put together once more.
        return new Room(heard + picture + inner, 2 * picture + inner);
    }

    /** Of {@link Encoder#full}. */
    public Room full(Extent source) {
        if (source.duration().isZero()) {
            return new Room(0, 0);
        }
        var heard = sounds(source, Step.FULL, Step.HLS) + PICTURES;
        if (!source.isSeen()) {
            return new Room(heard, 0);
        }
        var rungs = films.rungsOf(source.width(), source.height()).stream()
                .mapToLong(rung -> file(source, rung.bitrate()))
                .sum();
        return new Room(heard + rungs + joined(source), STILLS);
    }

    /** Of {@link Encoder#dub}. @param source as long as the film, or longer */
    public Room dub(Extent source) {
        var inner = sound(source, films.smallestAudio());
        var spoken = joined(source) + file(source, films.smallest().bitrate()) + inner;
        // Each file of the film is copied beside what is made of it.
        return new Room(sounds(source, Step.HLS) + spoken, spoken + inner);
    }

    /** Files put together from what was made for HLS. */
    private long joined(Extent source) {
        return films.progressive().stream()
                .mapToLong(joined -> file(source, films.rung(joined.video()).bitrate()) + sound(source, joined.audio()))
                .sum();
    }

    private long sounds(Extent source, Step... steps) {
        return files(source, sounds.of(steps).stream());
    }

    private long sound(Extent source, String name) {
        return files(source, List.of(sounds.named(name)).stream());
    }

    private static long files(Extent source, Stream<Sound> sounds) {
        return sounds.mapToLong(sound -> file(source, sound.bitrate())).sum();
    }

    private static long file(Extent source, int bitrate) {
        var content = source.duration().toMillis() / 1000.0 * bitrate / BITS;
        return FRAME + (long) (content + content / FRAMES_PART);
    }
}
