package vn.loa.media.transcode;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.loa.media.FileFormat;

/**
 * What a file is, as far as encoding needs to know.
 *
 * @param duration of its content, measured rather than believed; zero for a picture
 * @param picture the film in it, or the picture it is
 * @param audio its sound, in the order of the file
 * @param cover a still picture that came with a recording
 * @param heard of its main sound, where somebody listened before
 */
public record Probe(
        FileFormat format,
        Duration duration,
        Optional<VideoStream> picture,
        List<AudioStream> audio,
        Optional<VideoStream> cover,
        Optional<Heard> heard) {

    public Probe {
        audio = List.copyOf(audio);
    }

    /** The same with what was found by reading all of it. */
    Probe counted(Duration measured, long frames) {
        return new Probe(format, measured, picture.map(film -> film.counted(frames, measured)), audio, cover, heard);
    }

    /** The same as a recording that is only heard, whatever there is to see in it. */
    public Probe soundOnly() {
        return new Probe(format, duration, Optional.empty(), audio, cover, heard);
    }

    /** The same with what somebody heard before. */
    public Probe heard(Heard known) {
        return new Probe(format, duration, picture, audio, cover, Optional.of(known));
    }

    /** Whether there is a moving picture. */
    public boolean isFilm() {
        return picture.isPresent() && !isStill();
    }

    /** Whether it is a picture that does not move. */
    public boolean isStill() {
        return picture.isPresent() && duration.isZero();
    }

    /** The sound that is encoded: what the file says is its default, else the first. */
    public Optional<AudioStream> mainAudio() {
        return audio.stream()
                .filter(AudioStream::isDefault)
                .findFirst()
                .or(() -> audio.stream().findFirst());
    }
}
